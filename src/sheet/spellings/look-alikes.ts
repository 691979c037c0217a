import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellPlace } from "../../model/places.ts";
import { lookAlike } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { addText, createTextList, createTexts, grown, intern, internText, isText, textAt } from "../../text/texts.ts";
import { asBuffer } from "../1-records/bytes.ts";

/** The texts of columns that are compared together, in all files of a run. */
export interface Pool {
  see(text: string, file: string, line: number, column: number): void;
  /** The same of a text that is cleaned and not seen yet by whoever shows it, as bytes in UTF-8. */
  seeBytes(bytes: Uint8Array, start: number, end: number, file: string, line: number, column: number): void;
  /** Are look-alikes one text? Then the sheets are seen first, and `printed` gives the spelling that stands most often there. */
  readonly folds: boolean;
  printed(text: string): string;
}

/** Numbers that say where a text stands: of its file, its line and its column. */
const placeSize = 3;

/**
 * Refuses texts that people take for one. Each text is looked at once, since the bulk of the rows repeats what was seen; the first
 * of each kind is kept by its bytes, as there are as many keys as people.
 */
export function createPool(column: string, diagnostics: Diagnostics): Pool {
  const seen = new Set<string>();
  const told = new Set<string>();
  /** What look-alikes have in common, and by its number the first text that has it, and where that stands. */
  const commons = createTexts();
  const first = createTextList();
  const files: string[] = [];
  let places = new Int32Array(64 * placeSize);
  let folded = new Uint8Array(64);

  /** The number of what a text has in common with its look-alikes. */
  function commonOf(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > folded.length) folded = new Uint8Array((end - start) * 2);
    let length = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x80) return internText(commons, lookAlike(asBuffer(bytes).toString("utf8", start, end)));
      if (byte !== space) folded[length++] = byte >= upperA && byte <= upperZ ? byte + lower : byte;
    }
    return intern(commons, folded, 0, length);
  }

  function enter(common: number, file: string, line: number, ordinal: number): void {
    if ((common + 1) * placeSize > places.length) places = grown(places, places.length * 2);
    if (files.at(-1) !== file) files.push(file);
    places[common * placeSize] = files.length - 1;
    places[common * placeSize + 1] = line;
    places[common * placeSize + 2] = ordinal;
  }

  function tell(found: string, common: number, file: string, line: number, ordinal: number): void {
    const other = textAt(first, common);
    const [otherFile = 0, otherLine = 0, otherOrdinal = 0] = places.subarray(common * placeSize);
    diagnostics.report("D250", { found, other, column }, cellPlace(file, line, ordinal || 1), [
      {
        place: cellPlace(files[otherFile] as string, otherLine, otherOrdinal || 1),
        message: phrase('"{other}" stands here', { other }),
      },
    ]);
  }

  const pool: Pool = {
    folds: false,
    printed: (text) => text,
    see(text, file, line, ordinal) {
      if (seen.has(text)) return;
      seen.add(text);
      const bytes = Buffer.from(text);
      pool.seeBytes(bytes, 0, bytes.length, file, line, ordinal);
    },
    seeBytes(bytes, start, end, file, line, ordinal) {
      const known = commons.count;
      const common = commonOf(bytes, start, end);
      if (common >= known) {
        addText(first, bytes, start, end);
        enter(common, file, line, ordinal);
      } else if (!isText(first, common, bytes, start, end)) {
        const text = asBuffer(bytes).toString("utf8", start, end);
        if (told.has(text)) return;
        told.add(text);
        tell(text, common, file, line, ordinal);
      }
    },
  };
  return pool;
}

const [space, upperA, upperZ, lower] = [0x20, 0x41, 0x5a, 0x20];
