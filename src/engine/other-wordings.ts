import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { labelOf } from "../model/column.ts";
import type { Decision } from "../model/given.ts";
import { joinKey, keyColumns, keyParts, showKey } from "../model/keys.ts";
import { hasKeyPlace, keyPlace, rowPlace, typedBeside } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Result, Results } from "../model/report.ts";
import { dateOf, parseDate } from "../period/date.ts";
import { inFigures } from "../period/shown-day.ts";
import { lookAlike } from "../text/fold.ts";
import { phrase } from "../text/phrase.ts";
import { textAt } from "../text/texts.ts";
import { haveTwoPosts, plainName, spelledOut, unitInFull } from "../text/wording.ts";
import { isRenaming, keysOf } from "./near-keys.ts";
import { resultsWith } from "./several-periods.ts";

/** In what the parts of the keys of one person may differ, the surest first: each passes over what those before it do, too. */
const differences = [
  { code: "D252", common: inFigures, isOfDays: true, areTwoInOne: false },
  { code: "A122", common: (part: string) => unitInFull(plainName(part)), isOfDays: false, areTwoInOne: false },
  { code: "A124", common: spelledOut, isOfDays: false, areTwoInOne: true },
  { code: "A123", common: eitherWay, isOfDays: false, areTwoInOne: false },
] as const;

/** A date with its day and its month in the order of their size, where either may be the month. */
function eitherWay(part: string): string {
  const days = parseDate(part);
  if (days === undefined) return part;
  const { year, month, day } = dateOf(days);
  return day > 12 || day === month ? part : `${year}/${day < month ? `${day}/${month}` : `${month}/${day}`}`;
}

/**
 * Asks about keys of this run or an earlier one that differ in how a birthday is written, or in what somebody is called besides his name
 * alone (`Đ/c Lê Văn Nam`, `Lê Văn Nam (BT)`), or a unit in full; warns of those that differ in `i` and `y`, or in day and month of a date.
 * Of those that a decision joins, and of columns that say `match: exact`, nothing is asked.
 */
export function askOfOtherWordings(
  plan: Plan,
  periods: readonly Results[],
  decisions: readonly Decision[],
  diagnostics: Diagnostics,
): void {
  const pairs = pairsIn(plan, periods);
  if (pairs.length === 0) return;
  const found = findResults(periods, new Set(pairs.flatMap(({ key, other }) => [key, other])));
  for (const { key, other, difference } of pairs) {
    const [one, before] = [found.get(key), found.get(other)];
    if (!one || !before || decisions.some((each) => isRenaming(each, other, key))) continue;
    // Who stands beside another in a list of people is not he; several may rate one.
    const areBeside = !plan.ratings && [...one.periods].some((period) => before.periods.has(period));
    if (areBeside && (difference.areTwoInOne || areOfTwoPosts(key, other))) continue;
    if (difference.isOfDays) askOfDay(plan, one.result, before.result, diagnostics);
    else {
      const related = { place: keyPlace(plan, before.result), message: standsHere(showKey(other)) };
      const parameters = { key: showKey(key), other: showKey(other) };
      diagnostics.report(difference.code, parameters, keyPlace(plan, one.result), [related]);
    }
  }
}

/** The list itself tells them apart. */
const areOfTwoPosts = (key: string, other: string): boolean => {
  const others = keyParts(other);
  return keyParts(key).some((part, at) => haveTwoPosts(part, others[at] ?? ""));
};

const standsHere = (other: string) => phrase('"{other}" stands here', { other });

/** Of a key that is a date alone the readers of the sheet ask. */
function askOfDay(plan: Plan, one: Result, before: Result, diagnostics: Diagnostics): void {
  if (plan.key.length === 1) return;
  const [parts, others] = [keyParts(one.key), keyParts(before.key)];
  const at = parts.findIndex((part, index) => lookAlike(part) !== lookAlike(others[index] as string));
  const [found, other] = [parts[at] as string, others[at] as string];
  const placeOf = (result: Result) => {
    const row = result.rows[0];
    const ordinal = row?.sheet.columns[plan.key[at] as number] ?? 0;
    return row && ordinal > 0 ? rowPlace(row, ordinal) : keyPlace(plan, result);
  };
  const [place, otherPlace] = [placeOf(one), placeOf(before)];
  const { id, headers } = keyColumns(plan)[at] as Plan["columns"][number];
  const typed = typedBeside({ text: found, file: place.file }, { text: other, file: otherPlace.file });
  const parameters = { found, other, column: labelOf(id, headers), ...typed };
  diagnostics.report("D252", parameters, place, [{ place: otherPlace, message: standsHere(other) }]);
}

/** Two keys that may be one. */
interface Pair {
  readonly key: string;
  readonly other: string;
  readonly difference: (typeof differences)[number];
}

function pairsIn(plan: Plan, periods: readonly Results[]): readonly Pair[] {
  const keys = keysOf(periods);
  const bytes = keys.bytes.subarray(0, keys.offsets[keys.count]);
  // The cheap test: a code alone is nobody in other words.
  if (!bytes.includes(" ") && plan.key.length === 1) return [];
  const isAsked = keyColumns(plan).map(({ type, match }) => type.kind === "text" && match !== "exact");
  const commonOf = (key: string, ofPart: (part: string) => string): string =>
    joinKey(keyParts(key).map((part, at) => (isAsked[at] ? ofPart(part) : part)));
  const groups = new Map<string, string[]>();
  const least = remembered((part) => inCommon(part, differences.length));
  for (let id = 0; id < keys.count; id++) {
    const key = textAt(keys, id);
    const common = commonOf(key, least);
    const group = groups.get(common);
    if (group) group.push(key);
    else groups.set(common, [key]);
  }
  const alike = [...groups.values()].filter(({ length }) => length > 1);
  return alike.flatMap((group) => pairsOf(group, (key, ways) => commonOf(key, (part) => inCommon(part, ways))));
}

/** What a part of a key has in common with look-alikes, and with those that differ in the first so many ways. */
const inCommon = (part: string, ways: number): string =>
  lookAlike(differences.slice(0, ways).reduce((text, { common }) => common(text), part));

/** Nearly every part stands in many keys. */
function remembered(make: (part: string) => string): (part: string) => string {
  const known = new Map<string, string>();
  return (part) => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const made = make(part);
    if (known.size < mostRemembered) known.set(part, made);
    return made;
  };
}

const mostRemembered = 100_000;

/** Each key with the first that differs least from it; of look-alikes the readers of the sheet ask. */
function pairsOf(keys: readonly string[], commonOf: (key: string, ways: number) => string): readonly Pair[] {
  const first = [0, ...differences.keys()].map(() => new Map<string, string>());
  return keys.flatMap((key) => {
    const names = [commonOf(key, 0), ...differences.map((_, at) => commonOf(key, at + 1))];
    const ways = names.findIndex((name, at) => first[at]?.has(name));
    const other = first[ways]?.get(names[ways] as string);
    for (const [at, name] of names.entries()) if (!first[at]?.has(name)) first[at]?.set(name, key);
    const difference = differences[ways - 1];
    return other === undefined || !difference ? [] : [{ key, other, difference }];
  });
}

/** The first result of each of some keys whose place is known, and in which of the periods it has one. */
function findResults(periods: readonly Results[], keys: ReadonlySet<string>) {
  const found = new Map<string, { readonly result: Result; readonly periods: Set<number> }>();
  for (const [at, results] of periods.entries())
    for (const result of resultsWith(results, keys)) {
      const known = found.get(result.key);
      if (known) known.periods.add(at);
      else if (hasKeyPlace(result)) found.set(result.key, { result, periods: new Set([at]) });
    }
  return found;
}
