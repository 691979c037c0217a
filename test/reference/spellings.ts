import type { Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { PlainRow } from "./sheet.ts";

/** The rows with one spelling for keys that people take for one, where the rubric says so (LANGUAGE.md 1.1): the more frequent one. */
export function printedKeys(rubric: Rubric, rows: readonly PlainRow[]): PlainRow[] {
  const folding = [rubric.subject.key].flat().filter((id) => rubric.columns?.[id]?.match === "fold");
  return folding.reduce<PlainRow[]>(
    (before, id) => {
      const counts = new Map<string, number>();
      for (const { texts } of before) counts.set(texts[id] ?? "", (counts.get(texts[id] ?? "") ?? 0) + 1);
      const printed = new Map<string, string>();
      // The most frequent first, of equally frequent ones that with the smaller code points.
      for (const [text] of [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
        if (!printed.has(common(text))) printed.set(common(text), text);
      }
      return before.map((row) => ({
        ...row,
        texts: { ...row.texts, [id]: printed.get(common(row.texts[id] ?? "")) ?? "" },
      }));
    },
    [...rows],
  );
}

/** Without case, spaces and kinds of dashes. */
const common = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(" ", "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
