import type { DecimalMark, Plan } from "../../model/plan.ts";
import { formatDecimal } from "../../number/decimal.ts";
import { compare } from "../../number/exact.ts";
import { cellText, isNumberAt, keyText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { Target } from "../2-header/targets.ts";
import { scoreColumns } from "../2-header/targets.ts";
import { hasPercent, readNumber } from "../3-cells/number-text.ts";

/**
 * A cell that is given back: a text, or a number as it was understood by the mark of its column, with a point. Alone such a number
 * might be asked about, or be read as another.
 */
export type RejectedCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: string; readonly isPercentage: boolean };

/** The cell of index `at`; what is wrong in it stays as it is. `mark`: that of its column. */
export function rejectedCell(
  record: SheetRecord,
  at: number,
  targets: readonly Target[],
  mark: DecimalMark | undefined,
  isWrong: boolean,
  plan: Plan,
): RejectedCell {
  const kind = kindOf(targets, plan);
  const isNumber = isNumberAt(record, at + 1);
  if (kind === "text") return { kind: "text", text: keyText(record, at + 1) };
  const text = cellText(record.cells[at] ?? "");
  const read = isWrong && !isNumber ? undefined : readNumber(text);
  const isClear = typeof read === "object" && (isNumber || read.mark === undefined || read.mark === mark);
  if (!isClear || (kind === undefined && !isNumber)) return { kind: "text", text };
  // A small number says that it is a percentage where no larger one stands beside it.
  const isPercentage = hasPercent(text) || (kind === "percentage" && compare(read.value, 2) <= 0);
  return { kind: "number", number: formatDecimal(read.value), isPercentage };
}

/** What the rubric reads in a column; undefined where that is words, or nothing. */
function kindOf([target]: readonly Target[], plan: Plan): "text" | "number" | "percentage" | undefined {
  if (target?.kind === "period") return "text";
  if (target?.kind === "column") {
    const type = plan.columns[target.index]?.type.kind;
    return type === "number" || type === "text" ? type : undefined;
  }
  const scale = scoreColumns(plan).find(({ cell }) => cell === target?.index)?.item.scale;
  switch (scale?.kind) {
    case undefined:
    case "levels":
    case "yes":
      return undefined;
    case "ratio":
      return scale.unit === "fraction" ? "number" : "percentage";
    case "points":
    case "count":
    case "table":
    case "value":
      return "number";
  }
}
