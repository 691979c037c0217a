import type { QuotaOutcome } from "../../model/report.ts";
import type { Quota } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { multiply, toKey } from "../../number/exact.ts";
import type { RoundingMode } from "../../number/rounding.ts";
import { roundWhole } from "../../number/rounding.ts";

/** How many people of a scope stand in each band (by index), and how many are candidates of the limited one. */
export interface Head {
  /** Before any quota. */
  readonly before: readonly number[];
  /** Now, after the quotas of better bands; the candidates are among them. */
  readonly now: readonly number[];
  readonly candidates: number;
}

export interface Capacity {
  readonly room: number;
  /** People in the denominator when `room` was found; absent for a plain count. */
  readonly denominator?: number;
  readonly share?: Exact;
  readonly oneMore?: QuotaOutcome["oneMore"];
}

/** round(share × people), a whole number of people. */
export function shareOf(share: Exact, people: number, mode: RoundingMode): number {
  const whole = roundWhole(multiply(share, people), mode);
  if (typeof whole !== "number") throw new RangeError(`a share of ${people} people is ${toKey(whole)}`);
  return whole;
}

/** Thousands of scopes have few different sizes. */
const known = new WeakMap<object, Map<number, number>>();

/** The same of a quota's own share. */
function knownShareOf(share: Exact, people: number, size: object, mode: RoundingMode): number {
  const shares = known.get(size) ?? new Map<number, number>();
  known.set(size, shares);
  const before = shares.get(people) ?? shareOf(share, people, mode);
  shares.set(people, before);
  return before;
}

/** Denominators that are looked at: a share that gives nobody of so many gives nobody at all. */
const mostPeople = 10_000;

/**
 * The fewest people of a scope of whom one can hold the limited band, in the best of all cases: everybody else stands in the
 * denominator. Undefined where nobody ever can. `raised`: where the condition of `raise` holds.
 */
export function leastScope({ band, size }: Quota, raised: boolean): number | undefined {
  if (size.kind === "count") return size.count >= 1 ? 1 : undefined;
  const { of, round } = size;
  const { share } = raised && size.raise ? size.raise : size;
  // Who holds the band is counted himself, or comes beside those who are.
  const besides = of === "rated" || of.includes(band) ? 0 : 1;
  for (let people = 1; people <= mostPeople; people++) {
    if (shareOf(share, people, round) >= 1) return people + besides;
  }
  return undefined;
}

/**
 * The room of one scope. With `basis: after` it is the largest e such that e ≤ round(share × denominator) once e stay and the
 * other candidates have moved to `then`: the denominator itself depends on e.
 */
export function capacity(quota: Quota, head: Head, raised: boolean): Capacity {
  const { size } = quota;
  if (size.kind === "count") return { room: size.count };
  const [share, by] = raised && size.raise ? [size.raise.share, size.raise] : [size.share, size];
  const { of } = size;
  const counted = (band: number): boolean => of === "rated" || of.includes(band);
  const people = (counts: readonly number[]): number =>
    counts.reduce((sum, count, band) => (counted(band) ? sum + count : sum), 0);
  if (size.basis === "before") {
    const denominator = people(head.before);
    return { room: knownShareOf(share, denominator, by, size.round), denominator, share };
  }
  const all = people(head.now);
  const lost = (counted(quota.band) ? 1 : 0) - (counted(quota.then) ? 1 : 0);
  let oneMore: QuotaOutcome["oneMore"];
  for (let stay = head.candidates; ; stay--) {
    const denominator = all - (head.candidates - stay) * lost;
    const allowed = knownShareOf(share, denominator, by, size.round);
    if (stay <= allowed) {
      const room = oneMore ? stay : allowed;
      return { room, denominator, share, ...(oneMore && room < allowed && { oneMore }) };
    }
    oneMore = { denominator, room: allowed };
  }
}
