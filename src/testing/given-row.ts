import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { TestPart } from "../rubric/2-shape/rubric.ts";
import type { Node, Plan } from "../rubric/4-plan/plan.ts";
import type { Row } from "../rubric/4-plan/row.ts";
import { conditionOf } from "../sheet/condition.ts";
import { readSheets } from "../sheet/read-sheet.ts";
import type { SheetInput } from "../sheet/sheet-input.ts";
import { itemsOf } from "../sheet/targets.ts";
import { fullCell } from "./full-cell.ts";

/** The row that a test gives; undefined where something in it cannot be read, which is reported. */
export async function givenRow(
  plan: Plan,
  { given = {} }: TestPart,
  sheet: SheetInput,
  diagnostics: Diagnostics,
): Promise<Row | undefined> {
  const rows: Row[] = [];
  await readSheets(plan, [sheet], {}, diagnostics, (row) => rows.push(row));
  const [row] = rows;
  return row && given.fill === "full" ? filled(plan, given, row) : row;
}

/** Where several sources score in one row, each of them says what the test gives. */
export const ratingsOf = ({ ratings }: Plan, row: Row): readonly Row[] =>
  ratings?.sources?.map(({ id }) => ({ ...row, columns: row.columns.with(ratings.by, id) })) ?? [row];

/** Every applying item that the test does not name gets the cell with the most points. */
function filled(plan: Plan, given: object, row: Row): Row {
  const { nodes } = plan.stage;
  const applies = ({ when, parent }: Node): boolean =>
    (when === undefined || conditionOf(when, plan).holds(row.columns)) &&
    (parent === undefined || applies(nodes[parent] as Node));
  const cells = [...row.cells];
  for (const { node, item, cell } of itemsOf(plan)) {
    if (!Object.hasOwn(given, node.id) && applies(node)) cells[cell] = fullCell(item.scale);
  }
  return { ...row, cells };
}
