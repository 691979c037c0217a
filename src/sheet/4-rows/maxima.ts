import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { formatDecimal } from "../../number/decimal.ts";
import { divide, equal } from "../../number/exact.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { scoreColumns } from "../2-header/targets.ts";
import { readNumber } from "../3-cells/number-text.ts";

/** Holds a row of maxima against the rubric: a form made for other points must not be read as one of these. */
export function maximaChecker(plan: Plan, header: BoundHeader, diagnostics: Diagnostics): (row: SheetRecord) => void {
  const items = scoreColumns(plan).map(({ node, cell }) => ({
    ordinal: header.layout.cells[cell] ?? 0,
    maxes: [node.max, ...(node.by?.cases ?? []).map(({ max }) => max)].map((max) => divide(max, plan.scale)),
  }));
  return ({ line, cells }) => {
    for (const [at, raw] of cells.entries()) {
      const own = items.filter(({ ordinal }) => ordinal === at + 1);
      const found = cellText(raw);
      if (own.length === 0 || found === "") continue;
      const read = readNumber(found);
      const isNumber = typeof read === "object";
      // Of items that share a column, and of the cases of one item, the figure is that of one.
      const maxes = own.flatMap((item) => item.maxes);
      const fits = maxes.some(
        (max) => isNumber && (equal(read.value, max) || (read.thousands !== undefined && equal(read.thousands, max))),
      );
      if (fits) continue;
      const max = [...new Set(maxes.map((max) => formatDecimal(max)))].join(", ");
      diagnostics.report("D122", { header: header.names[at] ?? "", found, max }, header.place(line, at + 1));
    }
  };
}
