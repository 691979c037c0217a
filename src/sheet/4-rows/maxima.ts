import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { formatDecimal } from "../../number/decimal.ts";
import { divide, equal } from "../../number/exact.ts";
import { fold } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { statedMaximum } from "../2-header/stated-maximum.ts";
import type { Target } from "../2-header/targets.ts";
import { scoreColumns } from "../2-header/targets.ts";
import { readNumber } from "../3-cells/number-text.ts";

/**
 * Holds what a form says that items are worth at most against the rubric, in its heads at once and then in rows of maxima: a form
 * made for other points must not be read as one of these.
 */
export function maximaChecker(plan: Plan, header: BoundHeader, diagnostics: Diagnostics): (row: SheetRecord) => void {
  const items = scoreColumns(plan).map(({ node, cell }) => ({
    ordinal: header.layout.cells[cell] ?? 0,
    maxes: [node.max, ...(node.by?.cases ?? []).map(({ max }) => max)].map((max) => divide(max, plan.scale)),
  }));
  const checkFigure = (line: number, ordinal: number, found: string): void => {
    const own = items.filter((item) => item.ordinal === ordinal);
    if (own.length === 0 || found === "") return;
    const read = readNumber(found);
    const isNumber = typeof read === "object";
    // Of items that share a column, and of the cases of one item, the figure is that of one.
    const maxes = own.flatMap((item) => item.maxes);
    const fits = maxes.some(
      (max) => isNumber && (equal(read.value, max) || (read.thousands !== undefined && equal(read.thousands, max))),
    );
    if (fits) return;
    const max = [...new Set(maxes.map((max) => formatDecimal(max)))].join(", ");
    diagnostics.report("D122", { header: header.names[ordinal - 1] ?? "", found, max }, header.place(line, ordinal));
  };
  for (const [at, name] of header.names.entries()) {
    const isPartOfName = header.targets.all.some(
      (target) => header.ordinals.get(target) === at + 1 && isNamed(target, name),
    );
    if (!isPartOfName) checkFigure(header.line, at + 1, statedMaximum(name)?.figure ?? "");
  }
  return ({ line, cells }) => {
    for (const [at, raw] of cells.entries()) checkFigure(line, at + 1, cellText(raw));
  };
}

const isNamed = ({ names }: Target, head: string): boolean => names.some((name) => fold(name) === fold(head));
