import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellPlace } from "../../model/places.ts";
import { lookAlike } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { createTexts, grown, intern, internText, textAt } from "../../text/texts.ts";

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
 * Refuses texts that people take for one. Each text is looked at once, since the bulk of the rows repeats what was seen, and kept
 * by its bytes: there are as many keys as people.
 */
export function createPool(column: string, diagnostics: Diagnostics): Pool {
  const texts = createTexts();
  const files: string[] = [];
  let places = new Int32Array(64 * placeSize);
  /** What look-alikes have in common, and by its number the first text that has it. */
  const commons = createTexts();
  let first = new Int32Array(64);
  let folded = new Uint8Array(64);

  /** The number of what a text has in common with its look-alikes. */
  function commonOf(bytes: Uint8Array, start: number, end: number, id: number): number {
    if (end - start > folded.length) folded = new Uint8Array((end - start) * 2);
    let length = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x80) return internText(commons, lookAlike(textAt(texts, id)));
      if (byte !== space) folded[length++] = byte >= upperA && byte <= upperZ ? byte + lower : byte;
    }
    return intern(commons, folded, 0, length);
  }

  function enter(
    bytes: Uint8Array,
    start: number,
    end: number,
    id: number,
    file: string,
    line: number,
    ordinal: number,
  ): void {
    if ((id + 1) * placeSize > places.length) places = grown(places, places.length * 2);
    if (files.at(-1) !== file) files.push(file);
    places[id * placeSize] = files.length - 1;
    places[id * placeSize + 1] = line;
    places[id * placeSize + 2] = ordinal;
    const known = commons.count;
    const common = commonOf(bytes, start, end, id);
    if (common < known) {
      tell(id, first[common] as number);
      return;
    }
    if (common >= first.length) first = grown(first, first.length * 2);
    first[common] = id;
  }

  function placeOf(id: number) {
    const [file = 0, line = 0, ordinal = 0] = places.subarray(id * placeSize, (id + 1) * placeSize);
    return cellPlace(files[file] as string, line, ordinal || 1);
  }

  function tell(id: number, otherId: number): void {
    const [found, other] = [textAt(texts, id), textAt(texts, otherId)];
    const message = phrase('"{other}" stands here', { other });
    diagnostics.report("D250", { found, other, column }, placeOf(id), [{ place: placeOf(otherId), message }]);
  }

  return {
    folds: false,
    printed: (text) => text,
    see(text, file, line, ordinal) {
      const before = texts.count;
      const id = internText(texts, text);
      if (id < before) return;
      const { bytes, offsets } = texts;
      enter(bytes, offsets[id] as number, offsets[id + 1] as number, id, file, line, ordinal);
    },
    seeBytes(bytes, start, end, file, line, ordinal) {
      const before = texts.count;
      const id = intern(texts, bytes, start, end);
      if (id >= before) enter(bytes, start, end, id, file, line, ordinal);
    },
  };
}

const [space, upperA, upperZ, lower] = [0x20, 0x41, 0x5a, 0x20];
