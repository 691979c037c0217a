import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Decision } from "../model/given.ts";
import { joinKey, keyColumns, keyParts, showKey } from "../model/keys.ts";
import { hasKeyPlace, keyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Result, Results } from "../model/report.ts";
import { dateOf, parseDate } from "../period/date.ts";
import { lookAlike } from "../text/fold.ts";
import { phrase } from "../text/phrase.ts";
import { textAt } from "../text/texts.ts";
import { plainName } from "../text/wording.ts";
import { isRenaming, keysOf } from "./near-keys.ts";
import { resultsWith } from "./several-periods.ts";

/** In what the keys of one person may differ. */
interface Difference {
  readonly code: "A122" | "A123";
  /** Stands in all keys that may have it, the cheap test. */
  readonly sign: string;
  /** What a part has in common with others. */
  common(part: string): string;
}

const differences: readonly Difference[] = [
  { code: "A122", sign: " ", common: plainName },
  { code: "A123", sign: joinKey(["", ""]), common: eitherWay },
];

/** A date with its day and its month in the order of their size, where either may be the month. */
function eitherWay(part: string): string {
  const days = parseDate(part);
  if (days === undefined) return part;
  const { year, month, day } = dateOf(days);
  return day > 12 || day === month ? part : `${year}/${day < month ? `${day}/${month}` : `${month}/${day}`}`;
}

/**
 * Asks about keys of this run or an earlier one that differ in what somebody is called besides his name alone (`Đ/c Lê Văn Nam`,
 * `Lê Văn Nam (BT)`), and warns of those that differ in day and month of a date alone. Of those that a decision joins, and of columns
 * that say `match: exact`, nothing is asked.
 */
export function askOfOtherWordings(
  plan: Plan,
  periods: readonly Results[],
  decisions: readonly Decision[],
  diagnostics: Diagnostics,
): void {
  const isAsked = keyColumns(plan).map(({ type, match }) => type.kind === "text" && match !== "exact");
  for (const difference of differences) {
    const groups = alike(periods, difference, isAsked);
    if (groups.length === 0) continue;
    const places = firstResults(periods, new Set(groups.flat()));
    for (const [first = "", ...others] of groups) {
      const one = places.get(first);
      for (const key of others) {
        const result = places.get(key);
        if (!one || !result || inDays(key) === inDays(first) || decisions.some((each) => isRenaming(each, first, key)))
          continue;
        const other = showKey(first);
        const related = { place: keyPlace(plan, one), message: phrase('"{other}" stands here', { other }) };
        diagnostics.report(difference.code, { key: showKey(key), other }, keyPlace(plan, result), [related]);
      }
    }
  }
}

/** Where a date is written in two ways, it is the sheet's readers who ask. */
const inDays = (key: string): string =>
  keyParts(key)
    .map((part) => parseDate(part) ?? part)
    .join();

/** The keys that differ in nothing else. */
function alike(periods: readonly Results[], { sign, common }: Difference, isAsked: readonly boolean[]): string[][] {
  const keys = keysOf(periods);
  if (!keys.bytes.subarray(0, keys.offsets[keys.count]).includes(sign)) return [];
  const all = Array.from({ length: keys.count }, (_, id) => textAt(keys, id));
  const parts = (key: string): string[] => keyParts(key).map((part, at) => (isAsked[at] ? common(part) : part));
  const commonOf = (key: string): string => joinKey(parts(key).map(lookAlike));
  const differing = all.filter((key) => joinKey(parts(key)) !== key);
  if (differing.length === 0) return [];
  const groups = new Map(differing.map((key) => [commonOf(key), [] as string[]]));
  for (const key of all) groups.get(commonOf(key))?.push(key);
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The first result of each of some keys whose place is known. */
function firstResults(periods: readonly Results[], keys: ReadonlySet<string>): ReadonlyMap<string, Result> {
  const first = new Map<string, Result>();
  for (const results of periods)
    for (const result of resultsWith(results, keys))
      if (!first.has(result.key) && hasKeyPlace(result)) first.set(result.key, result);
  return first;
}
