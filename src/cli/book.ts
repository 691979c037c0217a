import type { RecordedFlags } from "../archive/recorded-flags.ts";
import type { Document } from "../document/block.ts";
import type { View } from "../views/selection.ts";

/** The workbook of a run among its result files, where `--format xlsx` asks for one. What writes it is loaded only then. */
export async function bookFor(view: View, { format = [] }: RecordedFlags): Promise<Uint8Array | undefined> {
  return format.includes("xlsx") ? resultsBytes(view) : undefined;
}

/** Results as the bytes of a workbook: a tab for each period, and their summary. */
export async function resultsBytes({ report, selection }: View): Promise<Uint8Array> {
  const [{ resultsBook }, { bookBytes }] = await Promise.all([
    import("../views/results-book.ts"),
    import("../document/xlsx/write-book.ts"),
  ]);
  return bookBytes(resultsBook(report, selection));
}

/** Any document as the bytes of a workbook. */
export async function documentBytes(document: Document): Promise<Uint8Array> {
  const [{ documentBook }, { bookBytes }] = await Promise.all([
    import("../document/xlsx/document-book.ts"),
    import("../document/xlsx/write-book.ts"),
  ]);
  return bookBytes(documentBook(document));
}
