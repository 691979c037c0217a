import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Fields, Table, Value } from "../../expression/tree.ts";
import { cellPlace } from "../../model/places.ts";
import type { CellValue, DecimalMark, TableColumn, TablePlan } from "../../model/plan.ts";
import type { Exact } from "../../number/exact.ts";
import { toKey } from "../../number/exact.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place } from "../../text/source.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { columnDecoder, expectedOf } from "../3-cells/column-decoder.ts";
import type { DecimalMarks } from "../3-cells/decimal-mark.ts";
import { createDecimalMarks } from "../3-cells/decimal-mark.ts";
import { expectedWords } from "../3-cells/expected.ts";
import type { Decoder } from "../3-cells/fault.ts";
import { isFault } from "../3-cells/fault.ts";
import { wordTable } from "../3-cells/words.ts";
import { tableField } from "../spellings/pools.ts";
import type { Spellings } from "../spellings/spellings.ts";
import type { ListRow } from "./list.ts";
import { readList } from "./list.ts";

/** A lookup table as it was read, and how many rows it has. */
export interface ReadTable {
  readonly table: Table;
  readonly rows: number;
}

/** Reads a lookup table; every cell that is not what the rubric declares is reported, and so is a key that stands twice. */
export async function readTable(
  plan: TablePlan,
  decimalMark: DecimalMark | undefined,
  input: FileInput,
  spellings: Spellings,
  diagnostics: Diagnostics,
): Promise<ReadTable> {
  const pools = plan.columns.map(({ id }) => spellings.named(tableField(plan.id, id)));
  const file = input.name;
  const marks = createDecimalMarks((line, column) => cellPlace(file, line, column), diagnostics, decimalMark);
  const decoders = plan.columns.map((column) => decoderOf(column, marks));
  const keyId = plan.columns[plan.key ?? -1]?.id ?? "";
  const places = new Map(plan.columns.map(({ id }, at) => [id, at]));
  const rows: TableRow[] = [];
  const lines = new Map<string, { place: Place; row: TableRow }>();

  function read(row: ListRow): TableRow {
    const values = plan.columns.map((column, index): CellValue | undefined => {
      const text = row.text(column.id);
      const at = { line: row.line, column: row.ordinals.get(column.id) ?? 1 };
      const value = text === "" ? (column.default ?? null) : (decoders[index] as Decoder<CellValue>)(text, at);
      if (value === null && !column.required) return undefined;
      if (value !== null && !isFault(value)) {
        const pool = pools[index];
        if (!pool || typeof value !== "string") return value;
        if (!pool.folds) pool.see(value, { name: file, kind: "csv" }, at.line, at.column);
        return pool.printed(value);
      }
      const expected = value === null ? expectedIn(column) : value.expected;
      const found = text === "" ? phrase("nothing") : { en: `"${text}"`, vi: `"${text}"` };
      const parameters = { table: plan.id, column: column.id, found, expected };
      diagnostics.report("D506", parameters, row.place(column.id));
      return undefined;
    });
    return tableRow(places, values);
  }

  const columns = plan.columns.map(({ id, headers, required }, at) => ({
    id,
    headers,
    required: required || at === plan.key,
    isKey: at === plan.key,
  }));
  const { rows: count, names } = await readList(input, columns, diagnostics, {
    onMissing: (column, place) => {
      const all = columns.map(({ id }) => id).join(", ");
      diagnostics.report("D504", { table: plan.id, column, columns: all }, place);
    },
    onRow: (listRow) => {
      const row = read(listRow);
      rows.push(row);
      if (plan.key === undefined) return;
      const key = row.values[plan.key];
      const other = typeof key === "string" ? lines.get(key) : undefined;
      if (typeof key !== "string") return;
      if (!other) lines.set(key, { place: listRow.place(keyId), row });
      else {
        const message = phrase("the first one");
        diagnostics.report("D505", { table: plan.id, row: key }, listRow.place(keyId), [
          { place: other.place, message },
        ]);
      }
    },
  });
  marks.finish((ordinal) => names[ordinal - 1] ?? "");
  const table = { rows, row: (key: string) => lines.get(key)?.row, where: indexes(places, rows) };
  return { table, rows: count };
}

interface TableRow extends Fields {
  readonly values: readonly (CellValue | undefined)[];
}

const tableRow = (places: ReadonlyMap<string, number>, values: TableRow["values"]): TableRow => ({
  values,
  field: (name) => values[places.get(name) ?? -1],
});

/** The rows by the values of a column, found when it is first asked for. */
function indexes(places: ReadonlyMap<string, number>, rows: readonly TableRow[]): NonNullable<Table["where"]> {
  const built = new Map<string, ReadonlyMap<unknown, readonly TableRow[]> | undefined>();
  const build = (at: number): ReadonlyMap<unknown, readonly TableRow[]> | undefined => {
    const index = new Map<unknown, TableRow[]>();
    for (const row of rows) {
      const value = row.values[at];
      if (value === undefined) return undefined;
      const known = index.get(indexKey(value));
      if (known) known.push(row);
      else index.set(indexKey(value), [row]);
    }
    return index;
  };
  return (field, value) => {
    if (!built.has(field)) built.set(field, build(places.get(field) ?? -1));
    const index = built.get(field);
    return index && (index.get(indexKey(value)) ?? []);
  };
}

/** Equal values have equal keys, and a fraction is equal to itself only by its text. */
const indexKey = (value: Value): unknown => (typeof value === "object" && "n" in value ? toKey(value as Exact) : value);

function decoderOf(column: TableColumn, marks: DecimalMarks): Decoder<CellValue> {
  if (column.type.kind !== "band") return columnDecoder(column.type, marks);
  const { bands } = column.type;
  const ids = wordTable(bands.map((id) => [id, id] as const));
  return (text, at) => ids.get(text, at) ?? { code: "D206", expected: expectedWords(bands, text) };
}

const expectedIn = ({ type }: TableColumn) => (type.kind === "band" ? expectedWords(type.bands) : expectedOf(type));
