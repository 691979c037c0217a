import type { Expression } from "../../expression/tree.ts";
import type { Quota } from "../../model/stage.ts";
import type { Chain, Writing } from "../parts.ts";
import { any } from "../parts.ts";
import { quotaColumns, quotaWindows } from "./quota-room.ts";

/** A quota with the number that its columns bear. */
export interface Numbered {
  readonly quota: Quota;
  readonly step: number;
}

/**
 * The quotas of one band, each before those whose scopes hold its own or have nobody of it; undefined where scopes cross: then who is taken in one
 * decides who can be in the other, person by person.
 */
export function nested(quotas: readonly Quota[]): readonly Quota[] | undefined {
  const isInside = (inner: Quota, outer: Quota): boolean =>
    outer.within.every((column) => inner.within.includes(column)) &&
    (outer.when === undefined || JSON.stringify(outer.when) === JSON.stringify(inner.when));
  const isApart = (one: Quota, other: Quota): boolean =>
    one.when !== undefined && other.when !== undefined && excludes(one.when, other.when);
  const about = ({ when }: Quota): number => (when ? 1 : 0);
  const ordered = quotas.toSorted((a, b) => b.within.length - a.within.length || about(b) - about(a));
  return ordered.every((outer, at) =>
    ordered.slice(0, at).every((inner) => isInside(inner, outer) || isApart(inner, outer)),
  )
    ? ordered
    : undefined;
}

/** Whether two conditions never hold of one person: each asks that one column is something else. */
function excludes(one: Expression, other: Expression): boolean {
  const asked = (e: Expression): readonly (readonly [name: string, value: unknown])[] => {
    if (e.kind === "name") return [[e.name, true]];
    if (e.kind === "not" && e.of.kind === "name") return [[e.of.name, false]];
    if (e.kind !== "binary") return [];
    if (e.operator === "&&") return [...asked(e.left), ...asked(e.right)];
    const [name, value] = [e.left, e.right];
    return e.operator === "==" && name.kind === "name" && value.kind === "literal" ? [[name.name, value.value]] : [];
  };
  const others = new Map(asked(other));
  return asked(one).some(([name, value]) => others.has(name) && others.get(name) !== value);
}

/**
 * Who of the candidates of a band is taken, column `taken_STEP` of the last quota. Where a wider scope turns nobody away, the narrower
 * one takes as if it were alone; once it turns somebody away for its own lack of room it takes nobody after, of any scope in
 * it. So each quota takes, best first, of those that the narrower ones have taken.
 */
export function take(chain: Chain, writing: Writing, quotas: readonly Numbered[]): void {
  for (const [at, { quota, step }] of quotas.entries()) {
    const { rival, free, place, equals } = quotaColumns(step, writing);
    const windows = quotaWindows(writing, quota, step);
    const [taken, full, tight] = ["taken", "full", "tight"].map((name) => `${name}_${step}`);
    const inner = quotas[at - 1];
    if (inner) {
      const [before, gone] = [`taken_${inner.step}`, any(quotas.slice(0, at).map((each) => `full_${each.step}`))];
      const sum = (condition: string, window: string): string =>
        `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) OVER (${window})`;
      chain.add(
        `quota_${quota.id}_ahead`,
        "How many better ones the narrower quotas leave, and how many equal ones want a place.",
        [
          [`ahead_${step}`, `${sum(before, windows.inOrder)} - ${sum(before, windows.equals)}`],
          [`wanted_${step}`, sum(`NOT (${gone})`, windows.equals)],
        ],
      );
      chain.add(
        `quota_${quota.id}_closing`,
        "The first place at which equal ones do not all fit: it takes nobody after.",
        [
          [
            `closing_${step}`,
            `MIN(CASE WHEN ahead_${step} < ${free} AND ahead_${step} + wanted_${step} > ${free} THEN ${place} END) OVER (${windows.rivals})`,
          ],
        ],
      );
    }
    const isFull = inner
      ? `(ahead_${step} >= ${free} OR COALESCE(${place} > closing_${step}, FALSE))`
      : `${place} - 1 >= ${free}`;
    const isMore = inner ? `ahead_${step} + wanted_${step} > ${free}` : `${place} - 1 + ${equals} > ${free}`;
    chain.add(`quota_${quota.id}_cut`, "For whom it has no room, and who are equal and do not all fit.", [
      [full as string, `${rival} AND ${isFull}`],
      [tight as string, `${rival} AND NOT (${isFull}) AND ${isMore}`],
    ]);
    const isOut = quota.ties === "out" ? `${full} OR ${tight}` : full;
    chain.add(`quota_${quota.id}_taken`, "Whom it takes.", [
      [taken as string, inner ? `taken_${inner.step} AND NOT (${isOut})` : `NOT (${isOut})`],
    ]);
  }
  findBlocking(chain, writing, quotas);
}

/** For whom each narrower scope has no room in the end: it fills no further once a wider one is full. */
function findBlocking(chain: Chain, writing: Writing, quotas: readonly Numbered[]): void {
  const last = quotas.at(-1) as Numbered;
  for (const [at, { quota, step }] of quotas.slice(0, -1).entries()) {
    const { rival, free, place } = quotaColumns(step, writing);
    const windows = quotaWindows(writing, quota, step);
    const sum = (window: string): string => `SUM(CASE WHEN taken_${last.step} THEN 1 ELSE 0 END) OVER (${window})`;
    const wider = any(quotas.slice(at + 1).map((each) => `full_${each.step}`));
    chain.add(`quota_${quota.id}_held`, "How many better ones it has taken in the end, and where it closed.", [
      [`held_${step}`, `${sum(windows.inOrder)} - ${sum(windows.equals)}`],
      [`closed_${step}`, `MIN(CASE WHEN tight_${step} AND NOT (${wider}) THEN ${place} END) OVER (${windows.rivals})`],
    ]);
    chain.add(`quota_${quota.id}_blocking`, "For whom it has no room.", [
      [`blocks_${step}`, `${rival} AND (held_${step} >= ${free} OR COALESCE(${place} > closed_${step}, FALSE))`],
    ]);
  }
  chain.add(`quota_${last.quota.id}_blocking`, "For whom it has no room.", [
    [`blocks_${last.step}`, `full_${last.step}`],
  ]);
}
