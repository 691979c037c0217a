import type { ByteBlock, Pieces } from "../document/byte-block.ts";
import { addText, createPieces, endPiece, pieceStart, putPiece } from "../document/byte-block.ts";
import { csvPrinter } from "../document/csv-bulk.ts";
import { dialectOf } from "../document/csv-dialect.ts";
import { isPlainCsv } from "../document/plain-csv.ts";
import type { People, Values } from "../model/people.ts";
import { valueAt } from "../model/people.ts";
import type { TextList } from "../text/texts.ts";
import type { Field } from "./fields.ts";
import type { CsvOptions } from "./period-csv.ts";

/** Most bytes that the values of one person take in a block. */
const longest = 1 << 15;

/**
 * What puts the values of a person (by the number of a profile), each with a delimiter behind it. Texts that are written as they are
 * are copied from where they stand already: there are as many keys as people. Undefined where somebody's may be too long for a block.
 */
export function createPersonPutter(
  people: People,
  fields: readonly Field[],
  { excel = false }: CsvOptions,
): ((block: ByteBlock, profile: number) => void) | undefined {
  const width = people.values.length;
  const mark = dialectOf(excel).delimiter.charCodeAt(0);
  const columns: number[] = [];
  const texts: Written[] = [];
  for (const field of fields) {
    if (field.from?.kind !== "column") continue;
    columns.push(field.from.at);
    texts.push(textsOf(people.values[field.from.at] as Values, field, excel));
  }
  if (texts.reduce((sum, each) => sum + longestOf(each) + 1, 0) > longest) return undefined;
  return (block, profile) => {
    const { bytes, view } = block;
    let to = block.at;
    for (let field = 0; field < columns.length; field++) {
      const value = people.profiles[profile * width + (columns[field] as number)] as number;
      // No value is written as nothing.
      if (value >= 0) to = putPiece(texts[field] as Written, value, view, to);
      bytes[to++] = mark;
    }
    block.at = to;
  };
}

/** What is written of each value of a column, by its number. */
type Written = Pick<TextList, "count" | "view" | "offsets">;

function longestOf({ count, offsets }: Written): number {
  let most = 0;
  for (let id = 0; id < count; id++) most = Math.max(most, (offsets[id + 1] as number) - (offsets[id] as number));
  return most;
}

function textsOf(values: Values, field: Field, excel: boolean): Written {
  const { texts, list } = values;
  // A spreadsheet would take more texts for numbers.
  return texts && !excel && areWrittenAsTheyAre(texts)
    ? texts
    : printed(values, texts?.count ?? list.length, field, excel);
}

function areWrittenAsTheyAre({ count, bytes, offsets }: TextList): boolean {
  for (let id = 0; id < count; id++) {
    if (!isPlainCsv(bytes, offsets[id] as number, offsets[id + 1] as number)) return false;
  }
  return true;
}

function printed(values: Values, count: number, field: Field, excel: boolean): Pieces {
  const print = csvPrinter(field, dialectOf(excel));
  const cell = field.from?.kind === "column" ? field.from.cell : undefined;
  const pieces = createPieces();
  for (let id = 0; id < count; id++)
    endPiece(pieces, addText(pieces, pieceStart(pieces), print(cell?.(valueAt(values, id)))));
  return pieces;
}
