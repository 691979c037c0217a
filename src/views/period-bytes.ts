import type { ByteBlock } from "../document/byte-block.ts";
import {
  addText,
  blockBytes,
  createBlock,
  createPieces,
  endPiece,
  pieceStart,
  putNumber,
  putPiece,
  putText,
  taken,
} from "../document/byte-block.ts";
import { csvLine, csvPrinter } from "../document/csv-bulk.ts";
import type { Dialect } from "../document/csv-dialect.ts";
import { dialectOf } from "../document/csv-dialect.ts";
import type { NumberTexts } from "../document/number-bytes.ts";
import { createNumberTexts, putNumberText } from "../document/number-bytes.ts";
import type { PeriodReport, Report, Result, ResultColumns, ResultPage, Results } from "../model/report.ts";
import { leftOut, pagesOf } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { divide } from "../number/exact.ts";
import type { Field } from "./fields.ts";
import { periodFields } from "./fields.ts";
import type { CsvOptions } from "./period-csv.ts";
import { createPersonPutter } from "./person-bytes.ts";

type PersonPutter = NonNullable<ReturnType<typeof createPersonPutter>>;
type BytesOf = (period: PeriodReport) => Iterable<Uint8Array> | undefined;

/**
 * The files of {@link periodLines} in the same bytes, for results that are kept as columns and shown whole: what is printed of
 * a person, a number and a class is made once, and copied. A block of bytes is overwritten when the next one is asked for.
 */
export function createPeriodBytes({ plan }: Report, options: CsvOptions): BytesOf {
  const dialect = dialectOf(options.excel);
  let putPerson: PersonPutter | undefined;
  /** What periods print, by the place of their stage and how many of their numbers are a unit. */
  const numbersOf = new Map<string, readonly NumberField[]>();
  return (period) => {
    const { columns } = period.results;
    const fields = periodFields(plan, stageAt(plan, period), options.excel ? "titles" : "ids", options);
    if (!columns || options.subjects || fields.some(({ from }) => from?.kind === "result")) return undefined;
    const own = fields.filter(({ from }) => from?.kind === "column");
    putPerson ??= createPersonPutter(columns.people, own, options);
    if (!putPerson) return undefined;
    const kind = `${period.stage} ${columns.per}`;
    const numbers = numbersOf.get(kind) ?? numberFields(fields, dialect, columns.per);
    numbersOf.set(kind, numbers);
    return bytesOf(fields, numbers, putPerson, period.results, columns);
  };

  function* bytesOf(
    fields: readonly Field[],
    numbers: readonly NumberField[],
    putPerson: PersonPutter,
    results: Results,
    columns: ResultColumns,
  ): Generator<Uint8Array> {
    const resultAt = (place: number): Result => results.at(place) as Result;
    const block = createBlock();
    yield* putText(block, csvLine.head(fields, dialect));
    const line = csvLine.of(fields, dialect);
    const putterOf = rowPutter(fields, numbers, putPerson, resultAt);
    const nodes = fields.flatMap((field) => (field.from?.kind === "node" ? [field.from.at] : []));
    for (const [first, page] of pagesOf(columns, 0, results.length, nodes)) {
      const put = putterOf(page);
      for (let at = 0; at < page.count; at++) {
        if (page.odd[at] === 1) yield* putText(block, line(resultAt(first + at)));
        else put(block, at, first + at);
        if (block.at >= blockBytes) yield taken(block);
      }
    }
    yield taken(block);
  }

  /** Puts lines of numbers of {@link ResultPage}: rank, person, scores, and what goes with the class. */
  function rowPutter(
    fields: readonly Field[],
    numbers: readonly NumberField[],
    putPerson: PersonPutter,
    resultAt: (place: number) => Result,
  ) {
    const endingFields = fields.filter(({ from }) => from === undefined);
    const endings = new Map<number, number>();
    const pieces = createPieces();
    const mark = dialect.delimiter.charCodeAt(0);

    function endingOf(ending: number, place: number): number {
      const known = endings.get(ending);
      if (known !== undefined) return known;
      const text = csvLine.of(endingFields, dialect)(resultAt(place));
      const piece = endPiece(pieces, addText(pieces, pieceStart(pieces), text));
      endings.set(ending, piece);
      return piece;
    }
    return (page: ResultPage) => {
      const { ranks, profiles, endings: ends } = page;
      const columns = numbers.map(({ from }) => columnIn(page, from));
      return (block: ByteBlock, at: number, place: number): void => {
        const { bytes, view } = block;
        block.at = putNumber(bytes, block.at, ranks[at] as number);
        bytes[block.at++] = mark;
        putPerson(block, profiles[at] as number);
        for (let field = 0; field < columns.length; field++) {
          const units = (columns[field] as Int32Array)[at] as number;
          if (units === leftOut) bytes[block.at++] = mark;
          else putNumberText((numbers[field] as NumberField).texts, block, units);
        }
        block.at = putPiece(pieces, endingOf(ends[at] as number, place), view, block.at);
      };
    };
  }
}

/** A field that is a number of the columns of a page. */
interface NumberField {
  readonly from: Exclude<Field["from"], undefined | { kind: "column" | "result" }>;
  readonly texts: NumberTexts;
}

function numberFields(fields: readonly Field[], dialect: Dialect, per: number): readonly NumberField[] {
  return fields.flatMap((field) => {
    const { from } = field;
    if (from === undefined || from.kind === "rank" || from.kind === "column" || from.kind === "result") return [];
    const print = csvPrinter(field, dialect);
    return [{ from, texts: createNumberTexts((number) => print(divide(number, per)), dialect.delimiter) }];
  });
}

const columnIn = (page: ResultPage, from: NumberField["from"]): Int32Array =>
  from.kind === "node" ? (page.nodes[from.at] as Int32Array) : from.kind === "total" ? page.totals : page.unclamped;
