import type { TableColumnPart, TablePart } from "../2-shape/rubric.generated.ts";
import { allBands, ruling, tableColumns } from "../3-facts/types.ts";
import { checkWords } from "./cell-words.ts";
import { checkLimits, misfit } from "./columns.ts";
import type { Check, Context } from "./context.ts";
import { quoted } from "./references.ts";

/** Each table has a key that is text, or says of whom and of when its facts are, and columns that can be read. */
export const checkTables: Check = (context) => {
  for (const table of Object.values(context.rubric.tables ?? {})) {
    checkLog(context, table);
    checkFound(context, table);
    for (const id of Object.keys(table.columns)) checkColumn(context, table.columns, id);
  }
};

/** What is `of: subject` has a `period`, and no `key`. */
function checkLog({ places, diagnostics }: Context, table: TablePart): void {
  if (table.of === undefined) return;
  if (table.period === undefined) diagnostics.report("R654", {}, places.key(table, "of"));
  if (table.key !== undefined) diagnostics.report("R655", { key: table.key }, places.key(table, "key"));
}

/** Keys are texts, as all keys are: `007` is not `7`. When a fact was is a text or a date; of what a keyed row is, a text. */
function checkFound(context: Context, table: TablePart): void {
  const { places, diagnostics } = context;
  const columns = tableColumns(context, table);
  const isKeyed = table.key !== undefined && table.of === undefined;
  for (const name of ruling(context.rubric, table)) {
    const found = columns.get(name)?.type ?? "text";
    const place = name === table.key ? places.value(table, "key") : undefined;
    if (found === "text" || (name === table.period && found === "date" && !isKeyed)) continue;
    if (name === table.period)
      diagnostics.report(isKeyed ? "R657" : "R656", { name, found }, places.value(table, "period"));
    else diagnostics.report("R652", { name, found }, place ?? places.key(table.columns, name));
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
    const known = values.map((value, index) => ({ id: value, place: () => places.value(values, index) }));
    checkWords(context, known, labels);
  } else if (type === "band") {
    const known = allBands(context).map((band) => ({ id: band.id, place: () => places.value(band, "id") }));
    checkWords(context, known, labels);
  } else if (labels) diagnostics.report("R111", { id, found: type }, places.key(column, "labels"));
}
