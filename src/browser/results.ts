import { zipSync } from "fflate";
import type { Basis } from "../archive/basis.ts";
import { receiptName, receiptText } from "../archive/receipt.ts";
import type { RecordedFlags } from "../archive/recorded-flags.ts";
import { recordedFlags } from "../archive/recorded-flags.ts";
import { assumptionsIn, receiptFacts, resultFiles } from "../archive/result-set.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/block.ts";
import { draw } from "../document/charts/draw.ts";
import { htmlLines } from "../document/html/html.ts";
import { bookBytes } from "../document/xlsx/write-book.ts";
import { sha256 } from "../files/hash.ts";
import { showKey } from "../model/keys.ts";
import type { Report } from "../model/report.ts";
import { version } from "../model/version.ts";
import type { Computed } from "../pipeline.ts";
import { coverageBlocks } from "../raters/document.ts";
import type { RatersWatch } from "../raters/watch.ts";
import { choose } from "../views/choose.ts";
import { pageDocument } from "../views/page/page.ts";
import { resultsBook } from "../views/results-book.ts";
import { linesOf } from "./given.ts";
import type { Choices, ShownResults } from "./messages.ts";

/** Flags of the command line that come to the same bytes. */
function flagsOf({ excel, period, columns, set }: Choices, report: Report): RecordedFlags {
  const given = {
    format: ["html", "xlsx"],
    ...(excel && { excel: true as const }),
    ...(period.trim() !== "" && { period }),
    ...(columns.trim() !== "" && { columns: [columns] }),
    ...(linesOf(set).length > 0 && { set: linesOf(set) }),
  };
  return recordedFlags(given, report);
}

/** What `score compute --out` writes of it; undefined where a choice is wrong, which is reported. */
export async function resultsOf(
  computed: Computed,
  basis: Basis,
  watch: RatersWatch,
  choices: Choices,
  diagnostics: Diagnostics,
): Promise<ShownResults | undefined> {
  const { plan, report } = computed;
  const flags = flagsOf(choices, report);
  const selection = await choose(report, flags, diagnostics);
  if (!selection) return undefined;
  const assumptions = assumptionsIn(computed);
  const coverage = watch.coverage(flags.period);
  const facts = { assumptions, ...(coverage && { coverage: coverageBlocks(coverage, plan.language) }) };
  const page = await pageOf(pageDocument(report, selection, facts));
  const book = await bookBytes(resultsBook(report, selection));
  const set = { computed, basis, flags, view: { report, selection }, page: [page], book };
  const files = [...resultFiles(set)].map(({ name, lines }) => ({
    name,
    bytes: name.endsWith(".xlsx") ? book : new TextEncoder().encode([...lines].join("")),
  }));
  const outputs = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  const receipt = new TextEncoder().encode(receiptText(receiptFacts(set, version), outputs));
  const all = [...files, { name: receiptName, bytes: receipt }];
  const zip = zipSync(Object.fromEntries(all.map(({ name, bytes }) => [name, bytes])), { mtime: new Date(1980, 0, 1) });
  return {
    page,
    files: all,
    zip: { name: `${plan.id}.zip`, bytes: zip },
    assumptions,
    subjects: subjectsIn(report),
  };
}

function subjectsIn({ plan, periods }: Report): ShownResults["subjects"] {
  const people = periods.flatMap(({ results }) =>
    Array.from(results, ({ key, columns }) => [key, plan.name === undefined ? "" : String(columns[plan.name] ?? "")]),
  );
  return Array.from(new Map(people as [string, string][]), ([key, name]) => ({ key: showKey(key), name }));
}

export async function pageOf(document: Document): Promise<string> {
  return [...htmlLines(document, await draw(document))].join("");
}
