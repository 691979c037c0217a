import type { RecordedFlags } from "../archive/recorded-flags.ts";
import type { Document } from "../document/block.ts";
import { chartsIn } from "../document/block.ts";
import type { Drawings } from "../document/charts/draw.ts";
import type { Computed } from "../pipeline.ts";
import type { RatersWatch } from "../raters/watch.ts";
import type { PageFacts } from "../views/page/page.ts";
import type { View } from "../views/selection.ts";

/** A document as the lines of a page. Charts take a library that a page without them does not pay for. */
export async function pageLines(document: Document): Promise<Iterable<string>> {
  const { htmlLines } = await import("../document/html/html.ts");
  const hasCharts = chartsIn(document.blocks).next().done === false;
  const drawings: Drawings = hasCharts ? await (await import("../document/charts/draw.ts")).draw(document) : new Map();
  return { [Symbol.iterator]: () => htmlLines(document, drawings) };
}

/** What a page says of how its results came to be. @param period the only one that it shows */
export async function pageFacts(
  computed: Computed,
  watch: RatersWatch | undefined,
  period?: string,
): Promise<PageFacts> {
  const { assumptionsIn } = await import("../archive/result-set.ts");
  const assumptions = assumptionsIn(computed);
  const coverage = watch?.coverage(period);
  if (!coverage) return { assumptions };
  const { coverageBlocks } = await import("../raters/document.ts");
  return { assumptions, coverage: coverageBlocks(coverage, computed.plan.language) };
}

/** Sees who scores whom, for a page that names people. What watches is loaded only then. @param keepRows see `watchRaters` */
export async function watchForPage(
  { format = [], anonymise }: { readonly format?: readonly string[]; readonly anonymise?: string | true },
  keepRows: () => boolean,
): Promise<RatersWatch | undefined> {
  if (!format.includes("html") || anonymise) return undefined;
  const { watchRaters } = await import("../raters/watch.ts");
  return watchRaters(keepRows);
}

/** The page of a run among its result files, where `--format html` asks for one. */
export async function pageFor(
  computed: Computed,
  { report, selection }: View,
  { format = [], period }: RecordedFlags,
  watch: RatersWatch | undefined,
): Promise<Iterable<string> | undefined> {
  if (!format.includes("html")) return undefined;
  const { pageDocument } = await import("../views/page/page.ts");
  return pageLines(pageDocument(report, selection, await pageFacts(computed, watch, period)));
}
