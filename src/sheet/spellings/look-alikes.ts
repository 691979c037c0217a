import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createLineRuns, enterLine, lineOf } from "../../model/line-runs.ts";
import { cellPlace } from "../../model/places.ts";
import { lookAlike } from "../../text/fold.ts";
import type { Texts } from "../../text/texts.ts";
import {
  addUnder,
  createHashTable,
  createTexts,
  differInFigures,
  hashOf,
  internText,
  numberUnder,
  textAt,
} from "../../text/texts.ts";
import { createAccentWatch } from "./accents.ts";
import { createDayWatch, mayBeDay } from "./days.ts";
import { createNumberWatch, mayBeNumbered } from "./numbers.ts";
import { behindName, ownNames } from "./own-name.ts";
import type { PoolUse } from "./seen.ts";
import { askOf, isOfKeys, otherOf } from "./seen.ts";

/** The texts of columns that are compared together, in all files of a run. */
export interface Pool {
  see(text: string, file: string, line: number, column: number): void;
  /** The same of a text that is cleaned and not seen yet by whoever keeps it. */
  seeKept(texts: Texts, id: number, file: string, line: number, column: number): void;
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
 * Refuses texts that people take for one. Each text is looked at once, since the bulk of the rows repeats what was seen; where the
 * first of each kind is kept is remembered, as there are as many keys as people. As long as keys differ in figures alone, none is compared with
 * another. `names`: those of the column, which its values may begin with.
 */
export function createPool(column: string, names: readonly string[], use: PoolUse, diagnostics: Diagnostics): Pool {
  /** Of those that are shown as they are. */
  const seen = createTexts();
  const told = new Set<string>();
  /** The first text of each kind, found by the hash of what it has in common with its look-alikes. */
  const kinds = createHashTable();
  const first = createLineRuns<Texts>();
  const lines = createLineRuns<FileColumn>();
  /** How many are kept; kinds have the first of them. */
  let kept = 0;
  /** The first text of a key, where all that were kept differ from it in figures alone: they cannot be look-alikes, and say neither days nor numbers. */
  let form: { readonly texts: Texts; readonly id: number } | undefined;
  const ask = askOf(column, diagnostics);
  const days = createDayWatch(use, ask);
  let last: FileColumn | undefined;
  /** What the text that is looked at has in common with its look-alikes. */
  let common = createFolded();
  let other = createFolded();
  const own = ownNames(names);
  const numbers = createNumberWatch(use, own, ask);
  const accents = isOfKeys(use) ? undefined : createAccentWatch(own, ask);
  const beginnings = [...own].map((name) => encoder.encode(name));

  function commonOf(to: Folded, texts: Texts, id: number): Folded {
    folded(to, texts, id);
    const begins = (name: Uint8Array): boolean => name.every((byte, at) => at < to.length && to.bytes[at] === byte);
    return beginnings.some(begins) ? foldedLetters(to, behindName(textAt(texts, id), own)) : to;
  }

  function isAlike(kind: number): boolean {
    const { sheet: texts, line: id } = lineOf(first, kind);
    other = commonOf(other, texts, id);
    return Buffer.compare(textIn(other), textIn(common)) === 0;
  }

  function keep(texts: Texts, id: number, file: string, line: number, ordinal: number): void {
    if (last?.file !== file || last.column !== ordinal) last = { file, column: ordinal };
    enterLine(lines, kept, last, line);
    enterLine(first, kept, texts, id);
    kept++;
  }

  /** Makes the kinds of those that were kept without. */
  function enterKinds(): void {
    while (kinds.count < kept) {
      const { sheet: texts, line: id } = lineOf(first, kinds.count);
      common = commonOf(common, texts, id);
      addUnder(kinds, hashOf(common.bytes, 0, common.length));
    }
  }

  function tell(found: string, kind: number, file: string, line: number, ordinal: number): void {
    const before = firstOf(kind);
    const { sheet, line: otherLine } = lineOf(lines, kind);
    const parameters = { found, other: before, column, title: ordinal === 0 ? found : undefined };
    diagnostics.report("D250", parameters, cellPlace(file, line, ordinal || 1), [
      otherOf({ text: before, file: sheet.file, line: otherLine, column: sheet.column }),
    ]);
  }

  function firstOf(kind: number): string {
    const { sheet: texts, line: id } = lineOf(first, kind);
    return textAt(texts, id);
  }

  const pool: Pool = {
    folds: false,
    printed: (text) => text,
    see(text, file, line, ordinal) {
      const before = seen.count;
      const id = internText(seen, text);
      if (id >= before) pool.seeKept(seen, id, file, line, ordinal);
    },
    seeKept(texts, id, file, line, ordinal) {
      if (form) {
        if (differInFigures(form.texts, form.id, texts, id)) return keep(texts, id, file, line, ordinal);
        form = undefined;
        enterKinds();
      }
      common = commonOf(common, texts, id);
      const hash = hashOf(common.bytes, 0, common.length);
      const known = numberUnder(kinds, hash, isAlike);
      if (known < 0) {
        addUnder(kinds, hash);
        keep(texts, id, file, line, ordinal);
        const maySayDay = mayBeDay(common.bytes, common.length, use);
        const maySayNumber = maySayDay || !isOfKeys(use) || mayBeNumbered(texts, id);
        if (days.hasOther && !maySayNumber) return;
        const seenText = { text: textAt(texts, id), file, line, column: ordinal };
        if (!days.hasOther || maySayDay) days.see(seenText);
        if (maySayNumber) numbers.see(seenText);
        else if (use === "key" && kept === 1 && days.hasOther) form = { texts, id };
        accents?.see(seenText);
        return;
      }
      const text = textAt(texts, id);
      if (text === firstOf(known) || told.has(text)) return;
      told.add(text);
      tell(text, known, file, line, ordinal);
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

const [space, zero, nine, upperA, upperZ, lower, lowerA, lowerZ] = [0x20, 0x30, 0x39, 0x41, 0x5a, 0x20, 0x61, 0x7a];

/** Overwrites `to`. */
function folded(to: Folded, { bytes, offsets }: Texts, id: number): Folded {
  const [start, end] = [offsets[id] as number, offsets[id + 1] as number];
  if (end - start > to.bytes.length) to.bytes = new Uint8Array((end - start) * 2);
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return foldedLetters(to, bytes.toString("utf8", start, end));
    if (byte !== space) to.bytes[length++] = byte >= upperA && byte <= upperZ ? byte + lower : byte;
  }
  to.length = length;
  const isPlain = (byte = space): boolean => byte >= zero && byte <= lowerZ && !(byte > nine && byte < lowerA);
  return isPlain(to.bytes[0]) && isPlain(to.bytes[length - 1])
    ? to
    : foldedLetters(to, bytes.toString("utf8", start, end));
}

function foldedLetters(to: Folded, text: string): Folded {
  const letters = lookAlike(text);
  if (letters.length * 3 > to.bytes.length) to.bytes = new Uint8Array(letters.length * 6);
  to.length = encoder.encodeInto(letters, to.bytes).written;
  return to;
}

const encoder = new TextEncoder();
const textIn = ({ bytes, length }: Folded): Uint8Array => bytes.subarray(0, length);
