import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Records } from "../1-records/records.ts";
import type { TypedName } from "../2-header/bind-names.ts";
import { bindNames, columnShown } from "../2-header/bind-names.ts";
import type { FoundHeader } from "../2-header/find-header.ts";
import { reportSplit } from "../2-header/split-names.ts";
import type { Targets } from "../2-header/targets.ts";
import { targetsIn } from "../2-header/targets.ts";
import { createTypedWords } from "../3-cells/typed-words.ts";
import type { ListColumn } from "./list-row.ts";

/** Where the columns of a list stand. `isExact`: names must be exactly the ids. */
export function bindList(
  targets: Targets,
  { names, split }: Pick<FoundHeader, "names" | "split">,
  isExact: boolean,
  place: Records["place"],
  diagnostics: Diagnostics,
): {
  readonly ordinals: ReadonlyMap<string, number>;
  readonly lost: ReadonlySet<string>;
  readonly typed: readonly TypedName[];
} {
  const exact = new Map(targets.all.map((target) => [target.names[0], { meanings: [target] }] as const));
  const { ordinals, doubled, typed } = bindNames(names, isExact ? { named: (name) => exact.get(name) } : targets);
  for (const { target, first, second } of doubled) {
    const [one, other] = [first, second].map((ordinal) => columnShown(names, ordinal)) as [string, string];
    diagnostics.report("D106", { first: one, second: other, column: target.label }, place(1, second));
  }
  const lost = reportSplit(split, targets, ordinals, (column) => place(1, column), diagnostics);
  return {
    ordinals: new Map([...ordinals].map(([{ label }, ordinal]) => [label, ordinal])),
    lost: new Set([...lost].map(({ label }) => label)),
    typed,
  };
}

/** Says which heads were known without their accents. */
export function reportTyped(
  typed: readonly TypedName[],
  line: number,
  place: Records["place"],
  diagnostics: Diagnostics,
): void {
  const words = createTypedWords(place, diagnostics);
  for (const { word, name, column } of typed) words.see(word, name, { line, column });
  words.finish();
}

/** What finds the header of a list: the row that has all the required columns. */
export const targetsFor = (columns: readonly ListColumn[]): Targets =>
  targetsIn(
    columns.map(({ id, headers, required, parts }, index) => ({
      kind: "column",
      index,
      label: id,
      names: [id, ...headers],
      isKey: required && !parts,
      required,
    })),
  );
