import { chmodSync } from "node:fs";
import type { CodeMap } from "../archive/code-map.ts";
import { codeMapText, extendCodeMap, readCodeMap } from "../archive/code-map.ts";
import { attempt } from "../archive/disk.ts";
import { idsIn } from "../archive/recorded-flags.ts";
import { isMapOutside, saveCodeMap } from "../archive/save-code-map.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { rerank } from "../engine/law/rerank.ts";
import type { Report } from "../model/report.ts";
import { anonymise, tellingColumns } from "../views/anonymise.ts";
import type { FlagValues } from "./flags.ts";

/** A report with codes in place of keys and names. */
export interface Anonymised {
  readonly report: Report;
  /** Writes the map where it has grown. To be called before results go out: without it nobody could say whose they are. */
  save(): boolean;
}

/** `--anonymise`: codes from the map that there is, and new ones for those who have none. Undefined where that is refused. */
export async function anonymiseReport(
  report: Report,
  flags: FlagValues,
  diagnostics: Diagnostics,
): Promise<Anonymised | undefined> {
  const file = flags.anonymise as string;
  const isApart = flags.out === undefined || isMapOutside(file, flags.out, diagnostics);
  const known = await readCodeMap(file, report.plan, diagnostics);
  if (!known || !isApart) return undefined;
  const map = extendCodeMap(known.map, report);
  const telling = tellingColumns(report.plan, idsIn(flags["drop-columns"] ?? []));
  if (telling.length > 0) diagnostics.report("C174", { columns: telling.join(", ") });
  return {
    report: withCodes(report, map),
    save() {
      if (map.size > known.map.size) return saveCodeMap(file, codeMapText(map, report.plan), known.text, diagnostics);
      // Windows has no such modes, and a map on somebody else's disk may not be ours to change.
      attempt(() => chmodSync(file, 0o600));
      return true;
    },
  };
}

/** Equal ranks stand in the order of their codes then: that of the keys would tell something of them. */
export const withCodes = (report: Report, map: CodeMap): Report =>
  rerank(anonymise(report, new Map([...map].map(([key, { code }]) => [key, code]))));
