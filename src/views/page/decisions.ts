import type { Block } from "../../document/block.ts";
import type { ColumnOf } from "../../document/table.ts";
import { rowsOf, table, text } from "../../document/table.ts";
import type { Decision } from "../../model/given.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, Result } from "../../model/report.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { decidedText } from "../reason-text.ts";
import type { Style } from "../style.ts";
import { keyText } from "../summary/summary-line.ts";

/** Every decision of the authority: about whom, what, why and by whom. */
export function decisionTable(plan: Plan, { results }: PeriodReport, style: Style): Block[] {
  const { language } = plan;
  // Results that are kept as columns are of nobody about whom anything was decided.
  const decided = results.columns
    ? []
    : Array.from(results).flatMap((result) =>
        (result.decisions ?? []).map((decision): Decided => ({ result, decision })),
      );
  if (decided.length === 0) return [];
  const who = keyText(plan, style);
  const column = (id: string, words: Bilingual, cell: (of: Decided) => string): ColumnOf<Decided> => ({
    id,
    head: words[language],
    type: text,
    cell,
  });
  const columns = [
    column("key", phrase("Who"), ({ result }) => who(result)),
    column("decision", phrase("Decision"), ({ decision }) => decidedText(plan, decision)),
    column("reason", phrase("Reason"), ({ decision }) => decision.reason),
    column("authority", phrase("Authority"), ({ decision }) => decision.authority),
    column("date", phrase("Date"), ({ decision }) => decision.date),
  ];
  return [{ kind: "heading", level: 2, text: phrase("Decisions")[language] }, table(columns, rowsOf(columns, decided))];
}

interface Decided {
  readonly result: Result;
  readonly decision: Decision;
}
