import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { nodeFor } from "../model/cases.ts";
import type { Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/row.ts";
import { whereScored } from "../sheet/2-header/sources.ts";
import { itemsOf } from "../sheet/2-header/targets.ts";
import { conditionOf } from "../sheet/3-cells/condition.ts";
import { readSheets } from "../sheet/4-rows/read-sheet.ts";
import { fullCell } from "./full-cell.ts";
import type { MadeUpSheet } from "./made-up-sheet.ts";
import type { Saying } from "./sayings.ts";

/** The rows that a test gives, one for each rating; what cannot be read of them is reported. */
export async function givenRows(
  plan: Plan,
  sheets: readonly MadeUpSheet[],
  diagnostics: Diagnostics,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const sheet of sheets) {
    await readSheets(plan, [sheet], {}, diagnostics, (row) => rows.push(rated(plan, sheet.saying, row)));
  }
  return sheets[0]?.saying.source === undefined ? rows : whereScored(rows, plan.ratings?.by as number);
}

function rated(plan: Plan, saying: Saying, row: Row): Row {
  const full = saying.isFull ? filled(plan, saying, row) : row;
  if (saying.source === undefined) return full;
  return { ...full, columns: full.columns.with(plan.ratings?.by as number, saying.source) };
}

/** Every applying item that is not named gets the cell with the most points. */
function filled(plan: Plan, saying: Saying, row: Row): Row {
  const { nodes } = plan.stage;
  const applies = ({ when, parent }: Node): boolean =>
    (when === undefined || conditionOf(when, plan).holds(row.columns)) &&
    (parent === undefined || applies(nodes[parent] as Node));
  const cells = [...row.cells];
  for (const { node, cell } of itemsOf(plan)) {
    if (saying.cells.has(node.id) || !applies(node)) continue;
    const { body } = nodeFor(node, row.columns);
    if (body.kind === "item") cells[cell] = fullCell(body.scale);
  }
  return { ...row, cells };
}
