import type { TableColumnPart, TablePart } from "../2-shape/rubric.generated.ts";
import { allBands, tableColumns } from "../3-facts/types.ts";
import { checkWords } from "./cell-words.ts";
import { checkLimits, misfit } from "./columns.ts";
import type { Check, Context } from "./context.ts";
import { quoted } from "./references.ts";

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

function checkColumn(context: Context, columns: Readonly<Record<string, TableColumnPart>>, id: string): void {
  const { places, diagnostics } = context;
  const column = columns[id] as TableColumnPart;
  if ((column.type === "choice") !== (column.values !== undefined)) {
    diagnostics.report("R653", { id }, places.key(columns, id));
  }
  checkLimits(context, id, column);
  checkLabels(context, id, column);
  if (column.default === undefined) return;
  const { type } = column;
  const bands = allBands(context).map(({ id: band }) => band);
  const expected =
    type === "band"
      ? bands.includes(column.default as string)
        ? undefined
        : { en: quoted(bands), vi: quoted(bands) }
      : misfit({ ...column, type }, column.default);
  if (expected) diagnostics.report("R113", { id, expected }, places.value(column, "default"));
}

/** Of the values of a choice or of the rubric's bands. */
function checkLabels(context: Context, id: string, column: TableColumnPart): void {
  const { places, diagnostics } = context;
  const { type, values = [], labels } = column;
  if (type === "choice") {
    const known = values.map((value, index) => ({ id: value, place: places.value(values, index) }));
    checkWords(context, known, labels);
  } else if (type === "band") {
    const known = allBands(context).map((band) => ({ id: band.id, place: places.value(band, "id") }));
    checkWords(context, known, labels);
  } else if (labels) diagnostics.report("R111", { id, found: type }, places.key(column, "labels"));
}
