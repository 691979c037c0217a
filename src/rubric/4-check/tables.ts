import type { Type } from "../../expression/tree.ts";
import type { Dictionary, TableColumnPart, TablePart } from "../2-shape/rubric.ts";
import { columnType, record } from "../3-facts/types.ts";
import { misfit } from "./column-values.ts";
import type { Check, Context } from "./context.ts";
import { quoted } from "./words.ts";

/** Each table has a key that is text, and columns that can be read. */
export const checkTables: Check = (context) => {
  for (const table of Object.values(context.rubric.tables ?? {})) {
    checkKey(context, table);
    for (const id of Object.keys(table.columns)) checkColumn(context, table.columns, id);
  }
};

/** Keys are texts, as all keys are: `007` is not `7`. */
function checkKey({ places, diagnostics }: Context, table: TablePart): void {
  const { key } = table;
  const type = key === undefined ? "text" : tableColumns(table)[key]?.type;
  if (key !== undefined && type !== "text") {
    diagnostics.report("R652", { name: key, found: type ?? "" }, places.value(table, "key"));
  }
}

/** The columns of a table; an undeclared key column is required text, as with the subject's. */
export const tableColumns = ({ key, columns }: TablePart): Dictionary<TableColumnPart> =>
  key === undefined || Object.hasOwn(columns, key) ? columns : { [key]: { type: "text", required: true }, ...columns };

function checkColumn(context: Context, columns: Dictionary<TableColumnPart>, id: string): void {
  const { places, diagnostics } = context;
  const column = columns[id] as TableColumnPart;
  if ((column.type === "choice") !== (column.values !== undefined)) {
    diagnostics.report("R653", { id }, places.key(columns, id));
  }
  if (column.default === undefined) return;
  const { type } = column;
  const bands = allBands(context);
  const expected =
    type === "band"
      ? bands.includes(column.default as string)
        ? undefined
        : { en: quoted(bands), vi: quoted(bands) }
      : misfit({ ...column, type }, column.default);
  if (expected) diagnostics.report("R113", { id, expected }, places.value(column, "default"));
}

/** The bands that any period of the rubric has: what a table may say of a finished result. */
export const allBands = ({ rubric }: Pick<Context, "rubric">): readonly string[] => [
  ...new Set([rubric, ...(rubric.rollups ?? [])].flatMap(({ bands }) => (bands ?? []).map(({ id }) => id))),
];

/** The tables as expressions see them where `bands` (best first) are those that bands are compared with. */
export const tableTypes = ({ rubric }: Pick<Context, "rubric">, bands: readonly string[]): Map<string, Type> =>
  new Map(
    Object.entries(rubric.tables ?? {}).map(([id, table]) => [
      id,
      {
        kind: "table",
        keyed: table.key !== undefined,
        row: record(Object.entries(tableColumns(table)).map(([name, column]) => [name, typeOf(name, column, bands)])),
      },
    ]),
  );

const typeOf = (id: string, { type, ...column }: TableColumnPart, bands: readonly string[]): Type =>
  type === "band" ? { kind: "band", bands } : columnType(id, { ...column, type });
