import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Records } from "../1-records/records.ts";
import type { SheetInput } from "./sheet-input.ts";

/**
 * Tells a file whose bytes another had that covers the same period, once, instead of each of its people. The same bytes may be those of two
 * periods where their names or the command line say so.
 */
export function copiesIn(
  diagnostics: Diagnostics,
): (input: SheetInput) => (records: Pick<Records, "name" | "place">, period?: string) => boolean {
  /** The first file with each sheet. */
  const seen = new Map<string, string>();
  return ({ name: file, sameAs = file }) => {
    let isTold = false;
    return ({ name, place }, period) => {
      const sheet = [sameAs, name.slice(file.length), period].join("\n");
      const other = seen.get(sheet);
      if (other === undefined) seen.set(sheet, file);
      else if (!isTold) diagnostics.report("D160", { other, period }, place(1));
      isTold ||= other !== undefined;
      return other !== undefined;
    };
  };
}
