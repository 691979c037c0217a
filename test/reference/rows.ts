import type { CellValue, Column } from "../../src/model/column.ts";
import type { Fact } from "../../src/model/given.ts";
import { joinKey } from "../../src/model/keys.ts";
import type { Item } from "../../src/model/node.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Cell, Row, SheetLayout } from "../../src/model/row.ts";
import { parseDecimal } from "../../src/number/decimal.ts";
import type { Exact } from "../../src/number/exact.ts";
import { multiply } from "../../src/number/exact.ts";
import type { PlainFact } from "./around.ts";
import { dayNumber, thursdayOf } from "./periods.ts";
import type { PlainRow } from "./sheet.ts";
import { percentage, ratioCell, typedValue, yes } from "./sheet.ts";

/** The rows that a sheet reader would make of typed ones: what the real engine is fed with. */
export function rowsFor(plan: Plan, rows: readonly PlainRow[]): Row[] {
  // Otherwise the nodes of a rollup are those of the rows.
  const own = plan.rollups.filter(({ score }) => score.kind === "value");
  const items = [plan.stage, ...own]
    .flatMap(({ nodes }) => nodes)
    .flatMap((node) =>
      node.body.kind === "item" && node.body.cell !== undefined ? [{ id: node.id, body: node.body }] : [],
    );
  const sheet: SheetLayout = {
    name: "sheet.csv",
    columns: plan.columns.map((_, index) => index + 1),
    cells: items.map((_, index) => plan.columns.length + index + 1),
  };
  return rows.map((row, index) => {
    const cells: Cell[] = [];
    for (const { id, body } of items) cells[body.cell as number] = cellOf(plan, body, row.texts[id] ?? "");
    return {
      period: row.period,
      key: joinKey(plan.key.map((column) => row.texts[(plan.columns[column] as Column).id] ?? "")),
      columns: plan.columns.map((column) => columnOf(column, row.texts[column.id] ?? "")),
      cells,
      sheet,
      line: index + 2,
    };
  });
}

/** The facts that a list reader would make of the rows of the log. */
export const factsFrom = (plan: Plan, facts: readonly PlainFact[]): Fact[] => {
  const { stage, tables = [] } = plan;
  const columns = tables.flatMap((table) => table.columns);
  return facts.map(({ key, texts }, index) => {
    const day = dayNumber(texts.ngay as string);
    const at = stage.period === "week" ? thursdayOf(day) : day;
    const field = (id: string): CellValue | undefined => {
      const column = columns.find((each) => each.id === id);
      const text = texts[id] ?? "";
      if (text === "") return column?.default;
      return id === "diem" ? percentage(text) : id === "ngay" ? day : text;
    };
    const place = { file: "so.csv", line: index + 2, column: 1, endLine: index + 2, endColumn: 1 };
    return { key, first: at, last: at, field, place };
  });
};

function columnOf({ type, default: fallback, is }: Column, text: string): CellValue | undefined {
  if (text === "") return is === undefined ? fallback : undefined;
  return typedValue(type.kind, text);
}

function cellOf(plan: Plan, { scale }: Item, text: string): Cell {
  if (text === "") return null;
  const code = plan.codes.find(({ word }) => word === text);
  if (code) return code.policy;
  switch (scale.kind) {
    case "levels":
      return scale.levels.findIndex(({ id }) => id === text);
    case "yes":
      return text === yes ? 1 : 0;
    case "ratio":
      return ratioCell(text, scale.unit);
    case "points":
      return multiply(parseDecimal(text) as Exact, plan.scale);
    default:
      return parseDecimal(text) as Exact;
  }
}
