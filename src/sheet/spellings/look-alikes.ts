import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createLineRuns, enterLine, lineOf } from "../../model/line-runs.ts";
import { cellPlace } from "../../model/places.ts";
import { lookAlike } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { append, createTexts, hashOf, isText, numberUnder, textAt } from "../../text/texts.ts";
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

/** A column of a file. */
interface FileColumn {
  readonly file: string;
  readonly column: number;
}

/**
 * Refuses texts that people take for one. Each text is looked at once, since the bulk of the rows repeats what was seen; the first
 * of each kind is kept by its bytes, as there are as many keys as people.
 */
export function createPool(column: string, diagnostics: Diagnostics): Pool {
  const seen = new Set<string>();
  const told = new Set<string>();
  /** The first text of each kind, found by the hash of what it has in common with its look-alikes. */
  const first = createTexts();
  const lines = createLineRuns<FileColumn>();
  let last: FileColumn | undefined;
  /** What the text that is looked at has in common with its look-alikes. */
  let common = createFolded();
  let other = createFolded();

  function isAlike(id: number): boolean {
    const { bytes, offsets } = first;
    other = folded(other, bytes, offsets[id] as number, offsets[id + 1] as number);
    return Buffer.compare(textIn(other), textIn(common)) === 0;
  }

  function enter(id: number, file: string, line: number, ordinal: number): void {
    if (last?.file !== file || last.column !== ordinal) last = { file, column: ordinal };
    enterLine(lines, id, last, line);
  }

  function tell(found: string, id: number, file: string, line: number, ordinal: number): void {
    const before = textAt(first, id);
    const { sheet, line: otherLine } = lineOf(lines, id);
    diagnostics.report("D250", { found, other: before, column }, cellPlace(file, line, ordinal || 1), [
      {
        place: cellPlace(sheet.file, otherLine, sheet.column || 1),
        message: phrase('"{other}" stands here', { other: before }),
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
      common = folded(common, bytes, start, end);
      const hash = hashOf(common.bytes, 0, common.length);
      const known = numberUnder(first, hash, isAlike);
      if (known < 0) enter(append(first, bytes, start, end, hash), file, line, ordinal);
      else if (!isText(first, known, bytes, start, end)) {
        const text = asBuffer(bytes).toString("utf8", start, end);
        if (told.has(text)) return;
        told.add(text);
        tell(text, known, file, line, ordinal);
      }
    },
  };
  return pool;
}

/** What a text has in common with its look-alikes, in UTF-8: the first `length` of these bytes. */
interface Folded {
  bytes: Uint8Array;
  length: number;
}

const createFolded = (): Folded => ({ bytes: new Uint8Array(64), length: 0 });

const [space, upperA, upperZ, lower] = [0x20, 0x41, 0x5a, 0x20];

/** Overwrites `to`. */
function folded(to: Folded, bytes: Uint8Array, start: number, end: number): Folded {
  if (end - start > to.bytes.length) to.bytes = new Uint8Array((end - start) * 2);
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return foldedLetters(to, asBuffer(bytes).toString("utf8", start, end));
    if (byte !== space) to.bytes[length++] = byte >= upperA && byte <= upperZ ? byte + lower : byte;
  }
  to.length = length;
  return to;
}

function foldedLetters(to: Folded, text: string): Folded {
  const letters = lookAlike(text);
  if (letters.length * 3 > to.bytes.length) to.bytes = new Uint8Array(letters.length * 6);
  to.length = encoder.encodeInto(letters, to.bytes).written;
  return to;
}

const encoder = new TextEncoder();
const textIn = ({ bytes, length }: Folded): Uint8Array => bytes.subarray(0, length);
