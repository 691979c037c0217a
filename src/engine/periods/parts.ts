import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { showKey } from "../../model/keys.ts";
import { keyPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import type { Rollup } from "../../model/stage.ts";
import { partsOf } from "../../period/calendar.ts";
import type { Period } from "../../period/period.ts";
import { phrase } from "../../text/phrase.ts";
import type { ByKey, Chronicle } from "./chronicle.ts";

/**
 * The results that a longer period is made of, each under the key that its subject has at the end of it. An earlier run
 * gives whole periods that the sheets lack, and of the others the results of subjects that the sheets know.
 */
export function partsWithin(
  plan: Plan,
  chronicle: Chronicle,
  whole: Period,
  parts: readonly Period[],
  diagnostics: Diagnostics,
): (period: Period) => ByKey | undefined {
  if (chronicle.isPlain) return chronicle.computed;
  const found = new Map(parts.map((part) => [part.name, new Map<string, Result>()]));
  const people = new Set<string>();
  const enter = (part: Period, results: ByKey | undefined, isWelcome: (key: string) => boolean): void => {
    const into = found.get(part.name) as Map<string, Result>;
    for (const [former, result] of results ?? []) {
      const key = chronicle.keyWithin(part, former, whole);
      if (!isWelcome(key)) continue;
      const other = into.get(key);
      if (!other) into.set(key, result);
      else if (other.key !== result.key) reportBoth(plan, part, other, result, diagnostics);
      people.add(key);
    }
  };
  for (const part of parts) enter(part, chronicle.computed(part), () => true);
  for (const part of parts) if (!chronicle.computed(part)) enter(part, chronicle.past(part), () => true);
  for (const part of parts) if (chronicle.computed(part)) enter(part, chronicle.past(part), (key) => people.has(key));
  return ({ name }) => found.get(name);
}

function reportBoth(plan: Plan, { name }: Period, one: Result, other: Result, diagnostics: Diagnostics): void {
  const parameters = { first: showKey(one.key), second: showKey(other.key), period: name };
  const message = phrase("the other result");
  diagnostics.report("A410", parameters, keyPlace(plan, other), [{ place: keyPlace(plan, one), message }]);
}

/** The parts that make a longer period whole: all of its calendar, unless the rubric says which, or how many of the first. */
export function partsEntering(
  { year }: Pick<Plan, "year">,
  { of, parts }: Pick<Rollup, "of" | "parts">,
  whole: Period,
): readonly Period[] {
  const all = partsOf(whole, of, year);
  if (parts === undefined) return all;
  return typeof parts === "number" ? all.slice(0, parts) : all.filter((part) => parts.includes(partName(part)));
}

/** The keys, at the end of a longer period, of all who have rows or results of its parts, of theirs, and so on. */
export function keysInside(
  plan: Plan,
  rollup: Rollup,
  chronicle: Chronicle,
  held: ReadonlyMap<string, readonly string[]>,
  whole: Period,
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const part of partsOfParts(plan, rollup, whole)) {
    for (const known of [chronicle.computed(part)?.keys(), chronicle.past(part)?.keys(), held.get(part.name)])
      for (const key of known ?? []) keys.add(chronicle.keyWithin(part, key, whole));
  }
  return keys;
}

/** The parts of a longer period, at every level. */
function partsOfParts(plan: Plan, rollup: Rollup, whole: Period): readonly Period[] {
  const below = plan.rollups.find(({ period }) => period === rollup.of);
  return partsEntering(plan, rollup, whole).flatMap((part) => [
    part,
    ...(below ? partsOfParts(plan, below, part) : []),
  ]);
}

/** The part of a period's name after the year: `Q1`, `HK1`, `03`, `W07`. */
export function partName(period: Period): string {
  const known = names.get(period);
  if (known !== undefined) return known;
  const name = period.name.slice(period.name.lastIndexOf("-") + 1);
  names.set(period, name);
  return name;
}

/** Somebody's parts are those of everybody. */
const names = new WeakMap<Period, string>();
