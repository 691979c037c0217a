import { chmodSync } from "node:fs";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { reportAbsent } from "../files/files.ts";
import type { Report } from "../model/report.ts";
import { anonymise, tellingColumns } from "../views/anonymise.ts";
import type { CodeMap } from "./code-map.ts";
import { codeMapText, extendCodeMap, readCodeMap } from "./code-map.ts";
import { attempt } from "./disk.ts";
import { idsIn } from "./recorded-flags.ts";
import { isMapOutside, saveCodeMap } from "./save-code-map.ts";

/** A report with codes in place of keys and names, still in the order of the keys, which tells something of them. */
export interface Anonymised {
  readonly report: Report;
  /** Writes the map where it has grown. To be called before results go out: without it nobody could say whose they are. */
  save(): boolean;
}

/** `--anonymise`: codes from the map that there is, and new ones for those who have none. Undefined where that is refused. */
export async function anonymiseReport(
  report: Report,
  file: string,
  { out, "drop-columns": dropped = [] }: { readonly out?: string; readonly "drop-columns"?: readonly string[] },
  diagnostics: Diagnostics,
): Promise<Anonymised | undefined> {
  const isApart = out === undefined || isMapOutside(file, out, diagnostics);
  const known = await readCodeMap(file, report.plan, diagnostics);
  if (!known || !isApart) return undefined;
  const map = extendCodeMap(known.map, report);
  const telling = tellingColumns(report.plan, idsIn(dropped));
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

/** The same as it was done before: the map must be there, with everybody in it. Undefined, with a diagnostic, where it is not. */
export async function anonymiseAgain(
  report: Report,
  file: string,
  diagnostics: Diagnostics,
): Promise<Report | undefined> {
  const known = await readCodeMap(file, report.plan, diagnostics);
  if (!known) return undefined;
  if (known.text === undefined) {
    reportAbsent(file, diagnostics);
    return undefined;
  }
  const keys = new Set(report.periods.flatMap((period) => [...period.results].map(({ key }) => key)));
  const strangers = [...keys].filter((key) => !known.map.has(key));
  if (strangers.length === 0) return withCodes(report, known.map);
  diagnostics.report("C176", { file, count: strangers.length });
  return undefined;
}

const withCodes = (report: Report, map: CodeMap): Report =>
  anonymise(report, new Map([...map].map(([key, { code }]) => [key, code])));
