import type { Block } from "../../document/block.ts";
import { table, text } from "../../document/table.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport } from "../../model/report.ts";
import { phrase } from "../../text/phrase.ts";
import type { Style } from "../style.ts";
import { keyText } from "../summary/summary-line.ts";

/** Every figure of the office's own that is not ours, with what ours is made of. */
export function differenceTable(plan: Plan, { results, differences }: PeriodReport, style: Style): Block[] {
  if (differences.length === 0) return [];
  const { language } = plan;
  const print = keyText(plan, style);
  const wanted = new Set(differences.map(({ key }) => key));
  const named = new Map(
    Array.from(results).flatMap((result) => (wanted.has(result.key) ? [[result.key, print(result)] as const] : [])),
  );
  const head = (id: string, words: { readonly en: string; readonly vi: string }) => ({
    id,
    head: words[language],
    type: text,
  });
  const columns = [
    head("key", phrase("Who")),
    head("column", phrase("Column")),
    head("theirs", phrase("In the sheet")),
    head("ours", phrase("Computed")),
    head("derivation", phrase("Made of")),
  ];
  const rows = differences.map(({ key, column, theirs, ours, derivation }) => [
    named.get(key),
    plan.columns[column]?.title[language],
    theirs,
    ours,
    derivation,
  ]);
  return [table(columns, rows)];
}
