import type { Expression } from "../../expression/tree.ts";
import type { Quota } from "../../model/stage.ts";
import { decidedColumns } from "../1-rows/decisions.ts";
import { scopeOf } from "../expressions/expression.ts";
import { columnsOf, keySql, orderBy } from "../numbers/sort-keys.ts";
import { scaled } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";
import { partition } from "../parts.ts";

/** The columns of a quota, by its number. */
export const quotaColumns = (step: number, { hasDecisions }: Pick<Writing, "hasDecisions">) => {
  const named = (name: string): string => `${name}_${step}`;
  return {
    /** Whom it is about, and who of them is a candidate. */
    about: named("about"),
    candidate: named("candidate"),
    /** Of the scope. */
    candidates: named("candidates"),
    before: named("before"),
    now: named("now"),
    room: named("room"),
    /** Of a candidate: how many are better, and one more; how many equal ones there are; his place where none are equal. */
    place: named("place"),
    equals: named("equals"),
    stays: named("stays"),
    /** The candidates whose band was not decided, and the room that is left to them. */
    rival: hasDecisions ? named("rival") : named("candidate"),
    free: hasDecisions ? named("free") : named("room"),
  };
};

/** The windows of a quota's scopes: all of a scope, those who want a place in order, those of them who are equal, all candidates. */
export function quotaWindows(writing: Writing, quota: Quota, step: number) {
  const within = columnsOf(writing, quota.within);
  const { candidate, rival } = quotaColumns(step, writing);
  const keys = keysOf(quota);
  const rivals = partition(rival, ...within);
  const order = orderBy(keys, writing);
  return {
    scope: partition(...within),
    rivals,
    inOrder: `${rivals}${order}`,
    everyone: `${partition(candidate, ...within)}${order}`,
    equals: partition(rival, ...within, ...keys.map((key) => keySql(key, writing))),
  };
}

/** They all stand in its band, which can tell nobody apart. */
const keysOf = ({ order }: Quota) => order.filter(({ by }) => by.kind !== "band");

/** Whom a quota is about, in what order its candidates stand, and its room. `band`: the column with everybody's band. */
export function addRoom(chain: Chain, writing: Writing, quota: Quota, step: number, band: string): void {
  const { id, size } = quota;
  const { about, candidate, candidates, before, now, room, place, equals, stays, rival, free } = quotaColumns(
    step,
    writing,
  );
  const windows = quotaWindows(writing, quota, step);
  const isAbout = aboutSql(writing, quota);
  chain.add(`quota_${id}`, `Quota ${id}: whom it is about, and who is a candidate.`, [
    [about, isAbout],
    [candidate, `(${isAbout}) AND ${band} = ${quota.band}`],
    ...(rival === candidate
      ? []
      : [[rival, `(${isAbout}) AND ${band} = ${quota.band} AND ${decidedColumns.band} IS NULL`] as const]),
  ]);
  // The scope alone first: what is worked out unit by unit then stays where the unit is.
  const counted = (condition: string): string =>
    `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) OVER (${windows.scope})`;
  chain.add(`quota_${id}_counts`, "How many candidates each scope has, and how many the share is of.", [
    [candidates, counted(candidate)],
    [before, counted(`${about} AND ${inDenominator(quota, "band_before")}`)],
    [now, counted(`${about} AND ${inDenominator(quota, band)}`)],
  ]);
  chain.add(`quota_${id}_places`, "The candidates of each scope in order; equal ones share a place.", [
    [place, `RANK() OVER (${windows.inOrder})`],
    [equals, `COUNT(*) OVER (${windows.equals})`],
    [stays, `ROW_NUMBER() OVER (${windows.everyone})`],
  ]);
  if (size.kind === "share" && size.raise) addRaise(chain, writing, quota, size.raise.when, step);
  if (size.kind === "count") chain.add(`quota_${id}_room`, "Its room.", [[room, String(size.count)]]);
  else if (size.basis === "before") {
    chain.add(`quota_${id}_room`, "Its room: a share of those before any quota.", [
      [room, roomOf(size, before, step, writing)],
    ]);
  } else {
    const allowed = `allowed_${step}`;
    chain.add(`quota_${id}_shares`, "What the share allows if so many stay and the others have moved.", [
      [allowed, roomOf(size, `(${now} - (${candidates} - ${stays}) * ${lostBy(quota)})`, step, writing)],
    ]);
    const most = `MAX(CASE WHEN ${candidate} AND ${stays} <= ${allowed} THEN ${stays} ELSE 0 END)`;
    chain.add(`quota_${id}_room`, "Its room: the most that the share then allows.", [
      [room, `${most} OVER (${windows.scope})`],
    ]);
  }
  if (free !== room) {
    const decided = counted(`${candidate} AND NOT ${rival}`);
    chain.add(`quota_${id}_free`, "Those whose band was decided use the room first.", [[free, `${room} - ${decided}`]]);
  }
}

/** Of everybody who is rated it must be known whether a quota is about him: else the query stops, as score does. */
function aboutSql(writing: Writing, { when }: Quota): string {
  if (!when) return "state = 'rated'";
  const scope = scopeOf(writing);
  const holds = scope.condition(when, scope);
  const failure =
    "nobody can tell whether a quota is about somebody, perhaps for a cell that score refuses: see the query of --as checks";
  const known = writing.dialect.demand(`(${holds}) IS NOT NULL`, failure);
  return `CASE WHEN state = 'rated' THEN ${known} = 1 AND (${holds}) ELSE FALSE END`;
}

/** How many the denominator loses with each who moves. */
export function lostBy({ band, then, size }: Quota): number {
  const counted = (at: number): number =>
    size.kind === "count" || size.of === "rated" || size.of.includes(at) ? 1 : 0;
  return counted(band) - counted(then);
}

/** Whether the share of a scope is raised; where its people do not all say the same the query stops, as score does. */
function addRaise(chain: Chain, writing: Writing, quota: Quota, when: Expression, step: number): void {
  const { dialect } = writing;
  const scope = scopeOf(writing);
  const answer = `CASE WHEN about_${step} THEN CASE WHEN ${scope.condition(when, scope)} THEN 1 ELSE 0 END END`;
  const group = partition(...columnsOf(writing, quota.within));
  chain.add(`quota_${quota.id}_asked`, "Whether somebody of the scope says that the share is raised, and all.", [
    [`raised_${step}`, `MAX(${answer}) OVER (${group})`],
    [`agreed_${step}`, `MIN(${answer}) OVER (${group})`],
  ]);
  const message = "the people of one scope do not agree on whether the share of a quota is raised";
  chain.add(`quota_${quota.id}_raised`, "They must all say the same.", [
    [
      `is_raised_${step}`,
      `raised_${step} = 1 AND ${dialect.demand(`COALESCE(raised_${step}, 0) = COALESCE(agreed_${step}, 0)`, message)} = 1`,
    ],
  ]);
}

/** What a share allows, of so many people. */
export function roomOf(size: Share, people: string, step: number, writing: Writing): string {
  const usual = shareOf(size, people, writing);
  if (!size.raise) return usual;
  const raised = shareOf({ share: size.raise.share, round: size.round }, people, writing);
  return `CASE WHEN is_raised_${step} THEN ${raised} ELSE ${usual} END`;
}

type Share = Extract<Quota["size"], { kind: "share" }>;

const inDenominator = ({ size }: Quota, band: string): string =>
  size.kind === "count" || size.of === "rated" ? `${band} IS NOT NULL` : `${band} IN (${size.of.join(", ")})`;

/** round(share × people), in whole numbers. */
export function shareOf(
  { share, round }: Pick<Share, "share" | "round">,
  people: string,
  { dialect }: Writing,
): string {
  const { sql: n, parts: d } = scaled(share);
  if (d === 1n) return `${people} * ${n}`;
  switch (round) {
    case "down":
      return dialect.quotient(`(${people} * ${n})`, String(d));
    case "up":
      return dialect.quotient(`(${people} * ${n} + ${d - 1n})`, String(d));
    case "half_up":
      return dialect.quotient(`(${people} * ${BigInt(n) * 2n} + ${d})`, String(d * 2n));
  }
}
