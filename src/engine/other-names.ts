import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Decision } from "../model/given.ts";
import { showKey } from "../model/keys.ts";
import type { People } from "../model/people.ts";
import { keyAt, keyIdOf } from "../model/people.ts";
import { hasKeyPlace, keyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Result, Results } from "../model/report.ts";
import { foldedWords, longestTitle } from "../text/fold.ts";
import { phrase } from "../text/phrase.ts";
import { textAt } from "../text/texts.ts";
import { peopleOf, resultsWith } from "./several-periods.ts";

/**
 * Warns, once, of each key under which periods, of this run or earlier ones, name two people: in a longer one they would be one. Of a key
 * that a decision gives to somebody nothing is asked.
 */
export function warnOfOtherNames(
  plan: Plan,
  periods: readonly Results[],
  decisions: readonly Decision[],
  diagnostics: Diagnostics,
): void {
  const { name } = plan;
  if (name === undefined || plan.key.includes(name) || periods.length < 2) return;
  const nameOf = ({ columns }: Result): string => String(columns[name] ?? "");
  const asked = keysOfOthers(periods, name, nameOf);
  if (asked.size === 0) return;
  const first = new Map<string, Result>();
  const told = new Set(decisions.flatMap(({ action, key, value }) => (action === "was" ? [key, value] : [])));
  for (const results of periods) {
    for (const result of resultsWith(results, asked)) {
      const { key } = result;
      if (told.has(key) || !hasKeyPlace(result)) continue;
      const before = first.get(key);
      if (!before) first.set(key, result);
      else if (areOthers(nameOf(before), nameOf(result))) {
        told.add(key);
        const [found, other] = [nameOf(result), nameOf(before)];
        const related = { place: keyPlace(plan, before), message: phrase('"{other}" stands here', { other }) };
        diagnostics.report("A121", { key: showKey(key), found, other }, keyPlace(plan, result), [related]);
      }
    }
  }
}

/** The keys that may have such names. */
function keysOfOthers(
  periods: readonly Results[],
  name: number,
  nameOf: (result: Result) => string,
): ReadonlySet<string> {
  const found = new Set<string>();
  const earlier = new Map<string, string>();
  const see = (key: string, seen: string): void => {
    const before = earlier.get(key);
    if (before === undefined) earlier.set(key, seen);
    else if (areOthers(before, seen)) found.add(key);
  };
  for (const results of periods) if (!results.columns) for (const result of results) see(result.key, nameOf(result));
  for (const people of peopleOf(periods)) {
    const { values, profiles, count, keys } = people;
    const { texts } = values[name] as People["values"][number];
    if (!texts) continue;
    // Of most people all rows have one name, which is one number.
    const first = new Int32Array(keys.count).fill(-1);
    for (let profile = 0; profile < count; profile++) {
      const [key, id] = [keyIdOf(people, profile), profiles[profile * values.length + name] as number];
      const before = first[key] as number;
      if (id < 0 || id === before) continue;
      if (before < 0) first[key] = id;
      else if (areOthers(textAt(texts, before), textAt(texts, id))) found.add(keyAt(people, profile));
      if (earlier.size > 0) see(keyAt(people, profile), textAt(texts, id));
    }
  }
  return found;
}

/** Do two names end in words of their own, as given names do? What stands behind them (`(Tổ trưởng)`, ` - Bí thư`) is not a part of them. */
function areOthers(one: string, other: string): boolean {
  if (one === other) return false;
  const [words, others] = [one, other].map((name) =>
    foldedWords(name.slice(0, longestTitle).replace(/(?<=\p{L}.*)(?:\(|,| [-–] ).*$/u, "")),
  );
  return words !== undefined && others !== undefined && !endsWithin(words, others) && !endsWithin(others, words);
}

/** Has a name the last word of another, or the beginning of it as one letter, and the other way round? */
function endsWithin(name: readonly string[], other: readonly string[]): boolean {
  const last = name.at(-1);
  const isBeginning = (short: string, long: string): boolean => short.length === 1 && long.startsWith(short);
  return (
    last === undefined || other.some((word) => word === last || isBeginning(word, last) || isBeginning(last, word))
  );
}
