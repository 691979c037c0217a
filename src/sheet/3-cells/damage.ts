import { keyText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { uncomputed } from "../1-records/records.ts";
import { dittoMark, nothingMark } from "../vocabulary.ts";
import { isDayZero } from "./date-cell.ts";
import { expectedText } from "./expected.ts";
import type { Decoder, Fault } from "./fault.ts";
import { isFault } from "./fault.ts";

/** What a spreadsheet shows where it cannot compute a cell, or not show it, in any language: `#VALEUR !`, `#WERT!`, `#¡DIV/0!`. */
function isErrorCell(text: string): boolean {
  // The cheap test first.
  if (!/^[#eE]/.test(text)) return false;
  const form =
    /^(?:#[¡¿]?\p{Lu}[\p{Lu}\p{M}\d_/ ]*[!?]|#(?:N\/[AD]|NV|REF!|DIV\/0!?|VALUE!|NAME\?|NUM!|NULL!|GETTING_DATA)|#{3,}|Err:\d{3})$/iu;
  return form.test(text);
}

/** Stands where a program met a byte that it could not read: the character is lost. */
const lostCharacter = "\uFFFD";
/** UTF-8 read as Windows-1252, `Tá»• Má»™t` for `Tổ Một`. What may be a mark behind a word, as in `«Khá»…`, is one unless a letter follows. */
const decodedTwice = /áº|á»(?:[€‚ƒ„†‡ˆ‰Š‹ŒŽ“•˜™š›œžŸ¡-¿]|[…–—‘’”]\p{L})|[ÃÄÅÆ][¡-ª¬®-º¼-¿]|Ä[‘ƒ‚]/u;
/** A long number as spreadsheets show it: its last digits are lost. */
const shortenedNumber = /^[+-]?\d+(?:[.,]\d+)?E[+-]\d+$/i;

/** Why a text is not what anybody typed into its cell. `isKey`: it says who somebody is, so that digits matter. */
export function damageIn(text: string, isKey: boolean): Exclude<Fault["code"], "D201"> | undefined {
  if (isErrorCell(text)) return "D231";
  if (text === uncomputed) return "D235";
  if (text.includes(lostCharacter)) return "D232";
  if (decodedTwice.test(text)) return "D238";
  if (isKey && shortenedNumber.test(text)) return "D233";
  return /^\d{1,4}[/.-]/.test(text) && isDayZero(text) ? "D234" : undefined;
}

/** Does a text that is not damaged say that there is none? */
export const saysNothing = (text: string): boolean =>
  nothingMark.test(text) && !dittoMark.test(text) && damageIn(text, true) === undefined;

/** What a row says of a part of its key; a mark for none is none. */
export function keyIn(record: SheetRecord, ordinal: number): string {
  const text = keyText(record, ordinal);
  return saysNothing(text) ? "" : text;
}

/** A decoder that takes no damaged text, and no mark for what stands above. One that it has another meaning for, as a code of the rubric, is none. */
export function undamaged<T>(decode: Decoder<T>, isKey = false): Decoder<T> {
  return (text, at) => {
    const value = decode(text, at);
    // Any other value stands for a word or a number, which no damaged text is.
    if (!isFault(value) && value !== text) return value;
    const code = damageIn(text, isKey) ?? (isFault(value) || !dittoMark.test(text) ? undefined : "D237");
    return code ? { code, expected: isFault(value) ? value.expected : expectedText } : value;
  };
}
