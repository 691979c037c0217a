import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Fields } from "../../expression/tree.ts";
import type { BandWords, CellValue, TableColumn, TablePlan } from "../../model/column.ts";
import { cellPlace } from "../../model/places.ts";
import type { DecimalMark } from "../../model/plan.ts";
import { containing } from "../../period/calendar.ts";
import { periodKinds } from "../../period/period.ts";
import { untranslated } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { findMentions } from "../2-header/mentions.ts";
import { columnDecoder, expectedOf } from "../3-cells/column-decoder.ts";
import { saysNothing } from "../3-cells/damage.ts";
import type { DecimalMarks } from "../3-cells/decimal-mark.ts";
import { createDecimalMarks, unwatched } from "../3-cells/decimal-mark.ts";
import { expectedWords } from "../3-cells/expected.ts";
import type { Decoder } from "../3-cells/fault.ts";
import { canRead, isFault } from "../3-cells/fault.ts";
import { wordTable } from "../3-cells/words.ts";
import { tableField } from "../spellings/pools.ts";
import type { Spellings } from "../spellings/spellings.ts";
import { readList } from "./list.ts";
import type { ListRow } from "./list-row.ts";
import { sharedRows } from "./shared-rows.ts";

/** A row of a table. */
export interface TableRow extends Fields {
  readonly values: readonly (CellValue | undefined)[];
  readonly placeOf: ListRow["place"];
}

/** What its files hold of a table. */
export interface TableRows {
  readonly rows: readonly TableRow[];
  /** How many rows each file has, by its name. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Reads the rows of a table from its files; every cell that is not what the rubric declares is reported. */
export async function readTableRows(
  plan: TablePlan,
  decimalMark: DecimalMark | undefined,
  inputs: readonly FileInput[],
  spellings: Spellings,
  diagnostics: Diagnostics,
): Promise<TableRows> {
  const rows: TableRow[] = [];
  const counts = new Map<string, number>();
  const isCopy = sharedRows(plan, diagnostics);
  for (const input of inputs) {
    const read = await readTableFile(plan, decimalMark, input, spellings, diagnostics);
    if (inputs.length === 1 || !isCopy(read.rows)) for (const row of read.rows) rows.push(row);
    counts.set(input.name, read.count);
  }
  return { rows, counts };
}

async function readTableFile(
  plan: TablePlan,
  decimalMark: DecimalMark | undefined,
  input: FileInput,
  spellings: Spellings,
  diagnostics: Diagnostics,
): Promise<{ readonly rows: readonly TableRow[]; readonly count: number }> {
  const pools = plan.columns.map(({ id }) => spellings.named(tableField(plan.id, id)));
  let file = input.name;
  const marks = createDecimalMarks((line, column) => cellPlace(file, line, column), diagnostics, decimalMark);
  const decoders = plan.columns.map((column) => decoderOf(column, marks));
  const places = new Map(plan.columns.map(({ id }, at) => [id, at]));
  const rows: TableRow[] = [];
  const isKey = (at: number): boolean => at === plan.key || plan.log?.key.includes(at) === true;
  const when = plan.log?.period ?? plan.period;
  const named = when === undefined ? undefined : periodIn(input);

  function read(row: ListRow): TableRow {
    const values = plan.columns.map((column, index): CellValue | undefined => {
      if (index === when && named !== undefined && !row.ordinals.has(column.id)) return named;
      const text = row.text(column.id);
      const at = { line: row.line, column: row.ordinals.get(column.id) ?? 1, isNumber: row.isNumber(column.id) };
      const isNobody = isKey(index) && saysNothing(text);
      const value =
        text === "" || isNobody ? (column.default ?? null) : (decoders[index] as Decoder<CellValue>)(text, at);
      if (value === null && !column.required && !isNobody) return undefined;
      if (value !== null && !isFault(value)) {
        const pool = pools[index];
        if (!pool || typeof value !== "string") return value;
        if (!pool.folds) pool.see(value, file, at.line, at.column);
        return pool.printed(value);
      }
      const blank = isKey(index)
        ? phrase("the key of the row, which stands for nobody without it")
        : expectedIn(column);
      const expected = value === null ? blank : value.expected;
      const found = text === "" ? phrase("nothing") : untranslated(`"${text}"`);
      const parameters = { table: plan.id, column: column.id, found, expected };
      diagnostics.report("D506", parameters, row.place(column.id));
      return undefined;
    });
    return { values, field: (name) => values[places.get(name) ?? -1], placeOf: row.place };
  }

  const columns = plan.columns.map((column, at) => {
    const { id, headers, required, type } = column;
    const decode = decoderOf(column, unwatched);
    return {
      id,
      headers,
      required: (required && !(at === when && named !== undefined)) || at === plan.key,
      isKey: isKey(at),
      reads: (text: string) => type.kind !== "text" && canRead(decode, text),
      isFree: type.kind === "text" && !isKey(at) && at !== when,
    };
  });
  const count = await readList(input, columns, diagnostics, {
    marks,
    expected: phrase("a table of the rubric"),
    onOpen: (name) => {
      file = name;
    },
    onHeader: (ordinals) => {
      const column = plan.columns[when ?? -1]?.id;
      if (named !== undefined && column !== undefined && !ordinals.has(column))
        diagnostics.report("D510", { table: plan.id, period: named }, cellPlace(file, 1));
    },
    onMissing: (column, place) => {
      const all = columns.map(({ id }) => id).join(", ");
      diagnostics.report("D504", { table: plan.id, column, columns: all }, place);
    },
    onRow: (row) => void rows.push(read(row)),
  });
  return { rows, count };
}

/** The period that the name of a file or tab says, for rows without such a column; the shortest of those that agree. */
function periodIn({ name, tab }: FileInput): string | undefined {
  const { periods, bareYears } = findMentions(tab === undefined ? name : `${name}#${tab}`, [], periodKinds);
  const mentions = [...(periods.length > 0 ? periods : bareYears)].map(({ period }) => period);
  const [first] = mentions.sort((a, b) => periodKinds.indexOf(a.kind) - periodKinds.indexOf(b.kind));
  const agree = mentions.every(({ kind, name: other }) => first && containing(first, kind)?.name === other);
  return agree ? first?.name : undefined;
}

function decoderOf(column: TableColumn, marks: DecimalMarks): Decoder<CellValue> {
  if (column.type.kind !== "band") return columnDecoder(column.type, marks);
  const { bands } = column.type;
  const ids = wordTable(bands.flatMap(({ id, words }) => [id, ...words].map((word) => [word, id] as const)));
  return (text, at) => ids.get(text, at) ?? { code: "D206", expected: expectedBands(bands, text) };
}

const expectedBands = (bands: readonly BandWords[], found?: string) =>
  expectedWords(
    bands.map(({ id }) => id),
    found,
  );
const expectedIn = ({ type }: TableColumn) => (type.kind === "band" ? expectedBands(type.bands) : expectedOf(type));
