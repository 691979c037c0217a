import { asBuffer } from "../bytes.ts";
import { isText } from "../encoding.ts";
import type { Encoding } from "./decode.ts";
import { converter, decoder } from "./decode.ts";
import { accentedWords, likenessOf } from "./vietnamese.ts";

/** Bytes of words that are enough to tell by. */
const sample = 1 << 13;

/**
 * In which encoding a file is by its head: UTF-16 by its mark or its zeros, UTF-8 where the bytes are no other, else the one in
 * which its words are Vietnamese; undefined where they are in none, or in several. Text of old fonts that was saved as UTF-8 is told too, among other
 * words as well.
 */
export function encodingOf(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const [even, odd] = zerosIn(head.subarray(0, sample));
  if (even > larger && odd < smaller) return "utf-16be";
  if (odd > larger && even < smaller) return "utf-16le";
  const words = accentedBytes(head);
  const isUnicode = isText(words, words.length);
  const textIn = (encoding: Encoding): string => {
    const decode = decoder(encoding, isUnicode);
    return decode(words) + decode();
  };
  return isUnicode ? (oldFontIn(textIn("utf-8")) ?? "utf-8") : likeliest(textIn);
}

/**
 * In UTF-16 the larger byte of each plain letter, digit and sign is 0, the other one of hardly any: more than the larger share of the
 * bytes at one place, and less than the smaller one at the other.
 */
const [larger, smaller] = [1 / 3, 1 / 50];

/** The share of zeros among the bytes at even places, and at odd ones. */
function zerosIn(bytes: Uint8Array): readonly [even: number, odd: number] {
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[(at & 1) as 0 | 1] += 2 / bytes.length;
  return zeros;
}

const accented = /[\x80-\xff]/g;
/** In UTF-8 signs up to U+00FF that stand in no word of Vietnamese, or not behind `a` and `e`, and in many of one in an old font. */
const strange =
  /[AaEe]\xc3|\xc2[\xa1-\xbf]|\xc3[\x84-\x87\x8b\x8e-\x91\x96-\x98\x9b\x9c\x9e\x9f\xa4-\xa7\xab\xae-\xb1\xb6-\xb8\xbb\xbc\xbe\xbf]/g;
const ofWord = /[A-Za-z\x80-\xff]/;
const wordEnd = /[^A-Za-z\x80-\xff]|$/g;
const find = (pattern: RegExp, bytes: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.exec(bytes)?.index ?? -1;
};

/** The first words with letters beyond ASCII, wherever they stand, and behind them as many of those that may be in an old font. */
function accentedBytes(head: Uint8Array): Uint8Array {
  const bytes = asBuffer(head).toString("latin1");
  const words: string[] = [];
  for (let [size, at] = [0, 0]; size < 2 * sample; ) {
    const letter = find(size < sample ? accented : strange, bytes, at);
    if (letter < 0) break;
    let start = letter;
    while (start > at && ofWord.test(bytes.charAt(start - 1))) start--;
    at = find(wordEnd, bytes, letter);
    // With the byte that ends it, but at the end of the head, which may cut off a letter.
    words.push(bytes.slice(start, at + 1));
    size += at - start;
  }
  return Buffer.from(words.join(""), "latin1");
}

const oldFonts = ["tcvn3", "vni"] as const;

/** The old font that some text in Unicode is in: that in which words are Vietnamese that are none as they stand. */
function oldFontIn(text: string): Encoding | undefined {
  const { vietnamese: plain, foreign } = accentedWords(text);
  // A sign alone, such as a bullet, may be a letter there.
  const strange = foreign.filter((word) => /[A-Za-z]/.test(word));
  // A foreign name may look like a word of an old font.
  const enough = plain.length > 1 ? 3 : 2;
  return oldFonts.find((encoding) => {
    const convert = converter(encoding) as (word: string) => string;
    const { vietnamese } = likenessOf(strange.map(convert).join(" "));
    return vietnamese >= enough && vietnamese >= strange.length / 2;
  });
}

/** Text that is in an old font, and was not said to be. `isMixed`: only some of it, so that it cannot be converted as a whole. */
export interface OldFont {
  readonly kind: "font";
  readonly encoding: Encoding;
  readonly isMixed: boolean;
}

export const isOldFont = (found: Encoding | OldFont | undefined): found is OldFont => typeof found === "object";

/** Letters of Vietnamese, and marks of them, that only Unicode has. */
const unicodeLetter = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]|[\u0300-\u036F]/;

/** As {@link encodingOf}, where one was stated for all files: a file in Unicode is none of those that it was stated for. */
export function encodingAmong(head: Uint8Array, stated: Encoding | undefined): Encoding | OldFont | undefined {
  const isUnicode = (): boolean => isText(head, head.length);
  const isMixed = (): boolean => isUnicode() && unicodeLetter.test(Buffer.from(head).toString("utf8"));
  const isOld = (): boolean =>
    stated === "windows-1258" ? !isUnicode() : converter(stated) === undefined || !isMixed();
  if (stated !== undefined && isOld()) return stated;
  const encoding = encodingOf(head);
  return encoding && converter(encoding) ? { kind: "font", encoding, isMixed: isMixed() } : encoding;
}

/** The one encoding in which most words of a text are Vietnamese; undefined where there is none, or are two. */
function likeliest(textIn: (encoding: Encoding) => string): Encoding | undefined {
  const ranked = (["windows-1258", ...oldFonts] as const)
    .map((encoding) => ({ encoding, ...likenessOf(textIn(encoding)) }))
    .sort((one, other) => other.vietnamese - one.vietnamese);
  const [best, next] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
  return best.vietnamese > next.vietnamese && best.vietnamese >= best.words / 2 ? best.encoding : undefined;
}
