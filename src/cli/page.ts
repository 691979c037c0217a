import type { RecordedFlags } from "../archive/recorded-flags.ts";
import type { Document } from "../document/block.ts";
import { recordedName } from "../files/recorded-name.ts";
import type { Computed } from "../pipeline.ts";
import { describeNotes } from "../sheet/4-rows/notes.ts";
import type { View } from "../views/selection.ts";

/** A document as the lines of a page. Charts take a library that no other way of printing pays for. */
export async function pageLines(document: Document): Promise<Iterable<string>> {
  const [{ draw }, { htmlLines }] = await Promise.all([
    import("../document/charts/draw.ts"),
    import("../document/html/html.ts"),
  ]);
  const drawings = await draw(document);
  return { [Symbol.iterator]: () => htmlLines(document, drawings) };
}

/** What was assumed in reading the sheets, as receipts and pages say it. */
export const assumptionsOf = ({ plan, notes }: Computed): string[] =>
  notes.map((each) => describeNotes({ ...each, file: recordedName(each.file) })[plan.language]);

/** The page of a run among its result files, where `--format html` asks for one. */
export async function pageFor(
  computed: Computed,
  { report, selection }: View,
  { format = [] }: RecordedFlags,
): Promise<Iterable<string> | undefined> {
  if (!format.includes("html")) return undefined;
  const { pageDocument } = await import("../views/page/page.ts");
  return pageLines(pageDocument(report, selection, { assumptions: assumptionsOf(computed) }));
}
