import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Decision } from "../model/given.ts";
import { asNumber, joinKey, keyParts, showKey } from "../model/keys.ts";
import { hasKeyPlace, keyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Result, Results } from "../model/report.ts";
import { compareText } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import type { Texts } from "../text/texts.ts";
import { createTexts, intern, internText, known, knownText, textAt } from "../text/texts.ts";

/** Do two of these keys differ only as spreadsheets change them? */
function someAreNear(keys: Texts): boolean {
  const { bytes, offsets, count } = keys;
  /** What is left of keys that were changed. */
  const bare = createTexts();
  for (let id = 0; id < count; id++) {
    const [start, end] = [offsets[id] as number, offsets[id + 1] as number];
    const digits = behindZeros(bytes, start, end);
    const before = bare.count;
    if (digits > start) {
      if (known(keys, bytes, digits, end) >= 0 || intern(bare, bytes, digits, end) < before) return true;
    } else if (digits < 0 && hasNumeral(bytes, start, end)) {
      const key = textAt(keys, id);
      const rest = asNumbers(key);
      if (rest !== key && (knownText(keys, rest) >= 0 || internText(bare, rest) < before)) return true;
    }
  }
  return false;
}

/** Where a key of digits alone begins without the zeros before it; -1 where it is none. */
function behindZeros(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if ((bytes[at] as number) < zero || (bytes[at] as number) > nine) return -1;
  let at = start;
  while (at < end - 1 && bytes[at] === zero) at++;
  return at;
}

/** Does some part of a key hold what {@link asNumber} takes away? A zero at its beginning or a mark of decimals is the least of it. */
function hasNumeral(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if ((at === start || bytes[at - 1] === partEnd) && isNumeral(bytes, at)) return true;
  }
  return false;
}

/** Does a part of a key begin with a zero, or with digits and a mark of decimals? */
function isNumeral(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] === zero) return true;
  let at = start;
  while ((bytes[at] as number) >= zero && (bytes[at] as number) <= nine) at++;
  return at > start && (bytes[at] === point || bytes[at] === comma);
}

const [zero, nine, point, comma, partEnd] = [0x30, 0x39, 0x2e, 0x2c, 0x1f];

const asNumbers = (key: string): string => joinKey(keyParts(key).map(asNumber));

/** Do two keys differ only as spreadsheets change them? */
export const areNear = (one: string, other: string): boolean => asNumbers(one) === asNumbers(other);

/**
 * Warns of keys that differ only as spreadsheets change them, `007` and `7`, `1001` and `1001.0`, and that never meet in one
 * period, of this run or an earlier one: perhaps one person. Those that meet are two, and of those that a decision joins nothing is asked.
 */
export function warnOfNearKeys(
  plan: Plan,
  periods: readonly Results[],
  decisions: readonly Decision[],
  diagnostics: Diagnostics,
): void {
  if (periods.length < 2) return;
  if (periods.every(({ columns }) => columns && !someAreNear(columns.people.keys))) return;
  /** Spellings by what is left of them, where some was changed. */
  const near = new Map<string, Set<string>>();
  for (const results of periods) {
    for (const result of results) {
      const { key } = result;
      const bare = asNumbers(key);
      if (bare !== key && hasKeyPlace(result)) near.set(bare, (near.get(bare) ?? new Set()).add(key));
    }
  }
  if (near.size === 0) return;
  const first = new Map<string, Result>();
  const met = new Set<string>();
  for (const results of periods) {
    const here = new Set<string>();
    for (const result of results) {
      const bare = asNumbers(result.key);
      const spellings = near.get(bare);
      if (!spellings || !hasKeyPlace(result)) continue;
      spellings.add(result.key);
      if (here.has(bare)) met.add(bare);
      here.add(bare);
      if (!first.has(result.key)) first.set(result.key, result);
    }
  }
  for (const [bare, spellings] of near) {
    const [one, ...others] = [...spellings].sort(compareText);
    if (met.has(bare) || one === undefined) continue;
    for (const other of others) {
      if (decisions.some((each) => isRenaming(each, one, other))) continue;
      const place = keyPlace(plan, first.get(one) as Result);
      const related = { place, message: phrase('"{other}" stands here', { other: showKey(one) }) };
      diagnostics.report(
        "A120",
        { key: showKey(other), other: showKey(one) },
        keyPlace(plan, first.get(other) as Result),
        [related],
      );
    }
  }
}

/** Does the decision say that one of these keys took the place of the other? */
const isRenaming = ({ action, key, value }: Decision, one: string, other: string): boolean =>
  action === "was" && ((key === one && value === other) || (key === other && value === one));
