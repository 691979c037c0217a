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
import type { PoolColumn, PoolUse, Seen, TextCell } from "./seen.ts";
import { areBesideKeys, askOf, isOfKeys, otherOf } from "./seen.ts";

/** The texts of a column, which are compared with those of others, in all files of a run. */
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
 * another. `names`: those of the columns, which their values may begin with. `use`: of all columns together, `uses`: of each.
 */
export function createPools(
  names: readonly string[],
  use: PoolUse,
  uses: readonly PoolUse[],
  diagnostics: Diagnostics,
): (column: PoolColumn) => Pool {
  const told = new Set<string>();
  /** The first text of each kind, found by the hash of what it has in common with its look-alikes. */
  const kinds = createHashTable();
  const first = createLineRuns<Texts>();
  const lines = createLineRuns<FileColumn>();
  /** How many are kept; kinds have the first of them. */
  let kept = 0;
  /** The first text of a key, where all that were kept differ from it in figures alone: they cannot be look-alikes, and say neither days nor numbers. */
  let form: { readonly texts: Texts; readonly id: number } | undefined;
  const ask = askOf(diagnostics);
  const days = createDayWatch(use, ask);
  let last: FileColumn | undefined;
  /** What the text that is looked at has in common with its look-alikes. */
  let common = createFolded();
  let other = createFolded();
  const own = ownNames(names);
  const hasWordsOfKeys = areBesideKeys(uses);
  const numbers = createNumberWatch(own, hasWordsOfKeys, ask);
  const accents = createAccentWatch(own, ask);
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

  function keep(texts: Texts, id: number, { file, line, column }: TextCell): void {
    if (last?.file !== file || last.column !== column) last = { file, column };
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

  function tell({ text, file, line, column, label }: Seen, kind: number): void {
    const other = firstOf(kind);
    const { sheet, line: otherLine } = lineOf(lines, kind);
    const parameters = { found: text, other, column: label, title: column === 0 ? text : undefined };
    diagnostics.report("D250", parameters, cellPlace(file, line, column || 1), [
      otherOf({ text: other, file: sheet.file, line: otherLine, column: sheet.column }),
    ]);
  }

  function firstOf(kind: number): string {
    const { sheet: texts, line: id } = lineOf(first, kind);
    return textAt(texts, id);
  }

  function see(of: PoolColumn, texts: Texts, id: number, at: TextCell): void {
    const isKey = isOfKeys(of.use);
    if (form) {
      if (isKey && differInFigures(form.texts, form.id, texts, id)) {
        keep(texts, id, at);
        return;
      }
      form = undefined;
      enterKinds();
    }
    common = commonOf(common, texts, id);
    const hash = hashOf(common.bytes, 0, common.length);
    const known = numberUnder(kinds, hash, isAlike);
    if (known < 0) {
      addUnder(kinds, hash);
      keep(texts, id, at);
      const maySayDay = mayBeDay(common.bytes, common.length, use);
      const hasWords = !isKey || hasWordsOfKeys;
      const maySayNumber = maySayDay || hasWords || mayBeNumbered(texts, id);
      if (days.hasOther && !maySayNumber) return;
      const seen = { text: textAt(texts, id), ...at, ...of };
      if (!days.hasOther || maySayDay) days.see(seen);
      if (maySayNumber) numbers.see(seen);
      else if (of.use === "key" && kept === 1 && days.hasOther) form = { texts, id };
      if (hasWords) accents.see(seen);
      return;
    }
    const text = textAt(texts, id);
    if (text !== firstOf(known)) {
      if (!told.has(text)) tell({ text, ...at, ...of }, known);
      told.add(text);
    } else if (!isKey) {
      // As a key it said less.
      const seen = { text, ...at, ...of };
      numbers.see(seen);
      accents.see(seen);
    }
  }

  return (of) => {
    /** Of those that are shown as they are. */
    const seen = createTexts();
    return {
      folds: false,
      printed: (text) => text,
      see(text, file, line, column) {
        const before = seen.count;
        const id = internText(seen, text);
        if (id >= before) see(of, seen, id, { file, line, column });
      },
      seeKept: (texts, id, file, line, column) => see(of, texts, id, { file, line, column }),
    };
  };
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
