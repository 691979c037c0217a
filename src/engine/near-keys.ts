import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Decision } from "../model/given.ts";
import { asNumber, joinKey, keyParts, showKey } from "../model/keys.ts";
import { hasKeyPlace, keyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Result, Results } from "../model/report.ts";
import { foldedWords } from "../text/fold.ts";
import { compareText } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import { suggest } from "../text/suggest.ts";
import type { Texts } from "../text/texts.ts";
import { createTexts, intern, internText, textAt } from "../text/texts.ts";
import { peopleOf, resultsWith } from "./several-periods.ts";

const [zero, nine, point, partEnd] = [0x30, 0x39, 0x2e, 0x1f];

/** `(`, the first byte of `Đ` and `đ` (UTF-8), `D` and `o`. */
const [bracket, crossed, letterD, letterO] = [0x28, 0xc4, 0x44, 0x6f];

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= zero && byte <= nine;
const isLetter = (byte: number): boolean => byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
const isMark = (byte: number): boolean => byte !== partEnd && !isDigit(byte) && !isLetter(byte);

/** What {@link strip} leaves of a key. */
let bare = new Uint8Array(256);

/**
 * Leaves of a key neither marks, zeros before digits (nor an O in place of one), nor what stands behind it in brackets; only a mark between digits
 * is kept, as a point, and a Đ is a D. @returns the length of it
 */
function strip(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > bare.length) bare = new Uint8Array((end - start) * 2);
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === bracket && length > 0) {
      while (at + 1 < end && bytes[at + 1] !== partEnd) at++;
      continue;
    }
    if (byte === crossed && ((bytes[at + 1] ?? 0) | 1) === 0x91) {
      bare[length++] = letterD;
      at++;
      continue;
    }
    if (isMark(byte)) continue;
    const isBehindDigit = length > 0 && isDigit(bare[length - 1]);
    const goesOn = isBehindDigit && isDigit(bytes[at - 1]);
    if ((byte === zero || ((byte | 0x20) === letterO && length > 0 && isDigit(bytes[at + 1]))) && !goesOn) continue;
    if (isDigit(byte) && isBehindDigit && !goesOn) bare[length++] = point;
    bare[length++] = byte;
  }
  return length;
}

/** The keys of which the same is left as of others, with the number of that. */
function nearKeys(keys: Texts): ReadonlyMap<string, number> {
  const near = new Map<string, number>();
  const { bytes, offsets, count } = keys;
  if (areAlike(keys) || areBare(keys)) return near;
  const left = createTexts();
  const [numbers, counts] = [new Int32Array(count), new Int32Array(count)];
  for (let id = 0; id < count; id++) {
    const length = strip(bytes, offsets[id] as number, offsets[id + 1] as number);
    const number = intern(left, bare, 0, length);
    numbers[id] = number;
    counts[number] = (counts[number] as number) + 1;
  }
  if (left.count === count) return near;
  for (const [id, number] of numbers.entries()) if ((counts[number] as number) > 1) near.set(textAt(keys, id), number);
  return near;
}

/** The cheap test: do digits and marks stand in all keys at the same places? Then the same is left of no two. */
function areAlike({ bytes, offsets, count }: Texts): boolean {
  const length = offsets[1] as number;
  for (let id = 1; id < count; id++) {
    const start = offsets[id] as number;
    if ((offsets[id + 1] as number) - start !== length) return false;
    for (let at = 0; at < length; at++) {
      const [one, other] = [bytes[at] as number, bytes[start + at] as number];
      if (one !== other && !(isDigit(one) && isDigit(other)) && !(isLetter(one) && isLetter(other))) return false;
    }
  }
  return true;
}

/** Is nothing taken away from any key? */
function areBare({ bytes, offsets, count }: Texts): boolean {
  for (let id = 0; id < count; id++) {
    const [start, end] = [offsets[id] as number, offsets[id + 1] as number];
    if (strip(bytes, start, end) !== end - start) return false;
    for (let at = start; at < end; at++) if (bare[at - start] !== bytes[at]) return false;
  }
  return true;
}

/** The keys of several periods. */
export function keysOf(periods: readonly Results[]): Texts {
  const people = [...peopleOf(periods)];
  const objects = periods.filter(({ columns }) => !columns);
  const [only] = people;
  if (only && people.length === 1 && objects.length === 0) return only.keys;
  const all = createTexts();
  for (const { keys } of people)
    for (let id = 0; id < keys.count; id++)
      intern(all, keys.bytes, keys.offsets[id] as number, keys.offsets[id + 1] as number);
  for (const results of objects) for (const { key } of results) internText(all, key);
  return all;
}

const asNumbers = (key: string): string => joinKey(keyParts(key).map(asNumber));

/** Do two keys differ only as spreadsheets change them? */
const areNear = (one: string, other: string): boolean => asNumbers(one) === asNumbers(other);

function stripped(key: string): string {
  const bytes = Buffer.from(key);
  return Buffer.from(bare.subarray(0, strip(bytes, 0, bytes.length))).toString("latin1");
}

/**
 * The one of these from which a key differs only as spreadsheets change keys, or in marks and zeros, as it is shown: `10A` for `10-A` and
 * `010A`. That `U1` is not `U2` is no mistake.
 */
export function nearKey(key: string, keys: readonly string[]): string | undefined {
  const left = stripped(key);
  const near = keys.find((each) => areNear(each, key)) ?? keys.find((each) => stripped(each) === left);
  return near === undefined ? undefined : showKey(near);
}

/** The same, or else the one that is most like it. */
export const nearestKey = (key: string, keys: readonly string[]): string | undefined =>
  nearKey(key, keys) ?? suggest(showKey(key), keys.map(showKey));

/**
 * Warns of keys that differ only as spreadsheets change them, `007` and `7`, `1001` and `1001.0`, or of one name in marks and zeros,
 * `CC01` and `CC-1`, and that never meet in one period, of this run or an earlier one: perhaps one person. Those that meet are two, and
 * of those that a decision joins nothing is asked.
 */
export function warnOfNearKeys(
  plan: Plan,
  periods: readonly Results[],
  decisions: readonly Decision[],
  diagnostics: Diagnostics,
): void {
  if (periods.length < 2) return;
  const near = nearKeys(keysOf(periods));
  if (near.size === 0) return;
  /** The first result of each spelling, by what is left of it. */
  const groups = new Map<number, Map<string, Result>>();
  const met = new Set<number>();
  for (const results of periods) {
    const here = new Set<number>();
    for (const result of resultsWith(results, near)) {
      if (!hasKeyPlace(result)) continue;
      const number = near.get(result.key) as number;
      if (here.has(number)) met.add(number);
      here.add(number);
      const spellings = groups.get(number) ?? new Map<string, Result>();
      groups.set(number, spellings);
      if (!spellings.has(result.key)) spellings.set(result.key, result);
    }
  }
  const nameOf = ({ columns }: Result): string => foldedWords(String(columns[plan.name ?? -1] ?? "")).join(" ");
  const mayBeOne = (one: Result, other: Result): boolean =>
    areNear(one.key, other.key) || (nameOf(one) !== "" && nameOf(one) === nameOf(other));
  for (const [number, spellings] of groups) {
    if (met.has(number)) continue;
    const sorted = [...spellings.values()].sort((a, b) => compareText(a.key, b.key));
    for (const [at, other] of sorted.entries()) {
      const one = sorted.slice(0, at).find((each) => mayBeOne(each, other));
      if (!one || decisions.some((each) => isRenaming(each, one.key, other.key))) continue;
      const key = showKey(one.key);
      const related = { place: keyPlace(plan, one), message: phrase('"{other}" stands here', { other: key }) };
      diagnostics.report("A120", { key: showKey(other.key), other: key }, keyPlace(plan, other), [related]);
    }
  }
}

/** Does the decision say that one of these keys took the place of the other? */
export const isRenaming = ({ action, key, value }: Decision, one: string, other: string): boolean =>
  action === "was" && ((key === one && value === other) || (key === other && value === one));
