import { asNumber } from "../../model/keys.ts";
import { formatDate } from "../../period/date.ts";
import { shownDay } from "../../period/shown-day.ts";
import { fold, lookAlike, narrow, spelledWords } from "../../text/fold.ts";
import type { Texts } from "../../text/texts.ts";
import { plainName, spelledOut, withoutJoints } from "../../text/wording.ts";
import { numberWords, romanNumbers } from "../vocabulary.ts";
import { behindName } from "./own-name.ts";
import type { Ask, Seen } from "./seen.ts";
import { isOfKeys, keepFirst, mayBeOne } from "./seen.ts";

/**
 * Asks about texts that say the same numbers in two ways, `9/1` and `9-1`, `Tổ 1`, `Tổ số 01` and `Tổ I`, `1/2/2010` and `2010-02-01`, and
 * about groups, raters and roles in two wordings, `Kĩ thuật` and `Kỹ thuật`, `Toán - Tin` and `Toán Tin`.
 */
export interface NumberWatch {
  /** Looks at each text once. */
  see(seen: Seen): void;
}

/** `own`: the names of the column. `hasWordsOfKeys`: it compares words with those of keys too. */
export function createNumberWatch(own: ReadonlySet<string>, hasWordsOfKeys: boolean, ask: Ask): NumberWatch {
  const first = new Map<string, Seen>();
  return {
    see(seen) {
      const { text, use } = seen;
      const day = dayIn(text);
      // Birthdays are told apart by whole keys, when all are known.
      if (day !== undefined && use === "part") return;
      const isKey = isOfKeys(use);
      const wordsOf = (name: string): string => behindName(spelledOut(name), own);
      const said = wordsOf(use === "raters" ? plainName(text) : text);
      const numbers = day ?? (isKey && !isNoCode(text) ? undefined : numbersIn(said));
      if (numbers === undefined && isKey && !hasWordsOfKeys) return;
      const same = numbers ?? lookAlike(withoutJoints(isKey ? wordsOf(plainName(text)) : said));
      const before = first.get(same);
      keepFirst(first, same, seen);
      if (!before || text === before.text) return;
      if (numbers !== undefined) ask("D252", seen, before);
      else if (mayBeOne(seen, before)) ask("D256", seen, before);
    },
  };
}

/** The digits of a code are its own: of texts that say who somebody is, only these are numbers, what dates are made of and one behind a word. */
const isNoCode = (text: string): boolean => /^\d{1,2}[-/.]\d{1,2}$| (?:\d|[IVX]+(?!\p{L}))/u.test(text);

function dayIn(text: string): string | undefined {
  const day = shownDay(text);
  return day === undefined ? undefined : formatDate(day);
}

/** What texts that say the same numbers have in common; undefined for one that says none. */
function numbersIn(text: string): string | undefined {
  const said = asNumber(narrow(text));
  const pieces = [...said.matchAll(/\p{L}+|\d+/gu)].map(({ 0: piece, index }) => {
    const [before, behind] = [said.slice(Math.max(index - 2, 0), index), said.charAt(index + piece.length)];
    // Behind a point a zero counts: 9.10 is not 9.1, nor 9.01.
    if (/^\d/.test(piece)) return /\d\.$/.test(before) ? piece : piece.replace(/^0+(?=\d)/, "");
    const number = /\d$/.test(before) || /^\d/.test(behind) ? 0 : romanNumbers.indexOf(piece) + 1;
    return number > 0 ? String(number) : lookAlike(piece);
  });
  const isNumber = (piece: string | undefined): boolean => piece !== undefined && /^\d/.test(piece);
  const telling = pieces.filter((piece, at) => !(isNumber(pieces[at + 1]) && words.has(fold(piece))));
  return telling.some(isNumber) ? telling.join(" ") : undefined;
}

const words = spelledWords(numberWords, fold);

const [space, zero, nine, capitals] = [0x20, 0x30, 0x39, new Set(Buffer.from("IVX"))];

/** The cheap test: may {@link isNoCode} find a number behind a word (UTF-8)? Few keys and names have one. */
export function mayBeNumbered({ bytes, offsets }: Texts, id: number): boolean {
  const [start, end] = [offsets[id] as number, offsets[id + 1] as number];
  for (let at = start + 1; at < end; at++) {
    if (bytes[at - 1] !== space) continue;
    if ((bytes[at] as number) >= zero && (bytes[at] as number) <= nine) return true;
    let behind = at;
    while (behind < end && capitals.has(bytes[behind] as number)) behind++;
    if (behind > at && (behind === end || (bytes[behind] as number) < 0x41)) return true;
  }
  return false;
}
