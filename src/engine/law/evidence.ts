import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { CellValue, Column } from "../../model/column.ts";
import { showKey } from "../../model/keys.ts";
import type { Units } from "../../model/node.ts";
import { rowKeyPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Stage } from "../../model/stage.ts";
import { spelled } from "../../number/decimal.ts";
import { divide, sign } from "../../number/exact.ts";
import type { Work } from "./work.ts";

/** Reports points whose `evidence` column says nothing: blank text, or a flag that is not set. */
export function reportUnproved(plan: Plan, stage: Stage, results: Iterable<Result>, diagnostics: Diagnostics): void {
  const items = itemsWithEvidence(plan, stage, true);
  for (const { scores, columns, rows } of items.length > 0 ? results : []) {
    const [row] = rows;
    if (!row) continue;
    for (const item of items) {
      const evidence = (stage === plan.stage ? columns : row.columns)[item.column];
      reportItem(plan, item, scores[item.node], evidence, row, diagnostics);
    }
  }
}

/** The same for one rating, where the evidence is the rater's to name: nothing of it is left in the combined result. */
export function unprovedRatings(plan: Plan, diagnostics: Diagnostics): (row: Row, work: Work) => void {
  const items = itemsWithEvidence(plan, plan.stage, false);
  return (row, { scores }) => {
    for (const item of items) reportItem(plan, item, scores[item.node], row.columns[item.column], row, diagnostics);
  };
}

interface Item {
  readonly id: string;
  readonly node: number;
  /** Index of the column with the evidence. */
  readonly column: number;
}

const itemsWithEvidence = ({ columns }: Plan, { nodes }: Stage, ofSubject: boolean): readonly Item[] =>
  nodes.flatMap(({ id, body }, node) => {
    const column = body.kind === "item" ? body.evidence : undefined;
    return column !== undefined && (columns[column]?.of === "subject") === ofSubject ? [{ id, node, column }] : [];
  });

function reportItem(
  plan: Plan,
  { id, column }: Item,
  score: Units | undefined,
  evidence: CellValue | undefined,
  row: Row,
  diagnostics: Diagnostics,
): void {
  if (score === undefined || sign(score) <= 0) return;
  if (evidence !== undefined && evidence !== "" && evidence !== false) return;
  const points = spelled(divide(score, plan.scale));
  const { title } = plan.columns[column] as Column;
  diagnostics.report("A112", { key: showKey(row.key), item: id, points, column: title }, rowKeyPlace(plan, row));
}
