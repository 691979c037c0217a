import type { Award } from "../../model/stage.ts";
import { inTurn } from "../../model/stages.ts";
import { compareText } from "../../text/order.ts";
import { decidedColumns } from "../1-rows/decisions.ts";
import { scopeOf } from "../expressions/expression.ts";
import type { Scope } from "../expressions/scope.ts";
import { columnsOf, keySql, orderBy } from "../numbers/sort-keys.ts";
import type { Chain, Writing } from "../parts.ts";
import { any, partition } from "../parts.ts";
import { shareOf } from "./quota-room.ts";
import { addStreak } from "./streak.ts";

/** Ranks within the ranking groups, awards and alerts, all on the final band. */
export function standing(chain: Chain, writing: Writing): void {
  const { ranking, awards, alerts } = writing.stage;
  const scope: Scope = { ...scopeOf(writing), isClassed: true };
  const isRanked = writing.hasDecisions ? "state = 'rated' AND total IS NOT NULL" : "state = 'rated'";
  const window = partition(writing.hasDecisions ? isRanked : "state", ...columnsOf(writing, ranking.within));
  const number = ranking.number === "dense" ? "DENSE_RANK()" : "RANK()";
  chain.add("ranked", "Equal keys share a rank; who is not rated has none.", [
    ["rank_number", `CASE WHEN ${isRanked} THEN ${number} OVER (${window}${orderBy(ranking.by, writing)}) END`],
  ]);
  const given = inTurn(awards.toSorted((a, b) => compareText(a.id, b.id)));
  for (const award of given) give(chain, writing, award);
  chain.add(
    "alerted",
    "Alerts.",
    alerts.map((alert) => [`t_${alert.id}`, `COALESCE(${scope.condition(alert.when, scope)}, FALSE)`]),
  );
  const streaks = given.filter(({ size }) => size.kind === "streak");
  chain.add("marked", "Who is equal with others at some cut, and of whom it is not known since when.", [
    ["is_open", any(["tie_open", ...given.map(({ id }) => `o_${id}`)])],
    ["is_start_unknown", any(streaks.map(({ id }) => `u_${id}`))],
    ...(writing.hasEarlier ? [["is_from_history", any(streaks.map(({ id }) => `is_past_${id}`))] as const] : []),
  ]);
}

/** The first places among those for whom `when` holds, in each scope. */
function give(chain: Chain, writing: Writing, award: Award): void {
  const { id, size, ties } = award;
  const within = columnsOf(writing, award.within);
  const passed = (award.except ?? []).map((other) => ` AND NOT (a_${other} OR o_${other})`).join("");
  const scope: Scope = { ...scopeOf(writing), isClassed: true, guard: `state = 'rated'${passed}` };
  const when = award.when ? ` AND COALESCE(${scope.condition(award.when, scope)}, FALSE)` : "";
  const isIn = `i_${id}`;
  chain.add(`award_${id}`, `Award ${id}: who is considered.`, [[isIn, `state = 'rated'${when}${passed}`]]);
  if (size.kind === "streak") {
    const { isEarned, isOpenAtStart, isPast } = addStreak(chain, writing, award, size);
    chain.add(`award_${id}_given`, "Who has earned it; of some nobody knows since when.", [
      [`a_${id}`, orTold(id, `${isIn} AND ${isEarned}`, writing)],
      [`o_${id}`, "FALSE"],
      [`u_${id}`, `${isIn} AND ${isOpenAtStart}`],
      ...(isPast === undefined ? [] : [[`is_past_${id}`, `${isIn} AND ${isEarned} AND ${isPast}`] as const]),
    ]);
    return;
  }
  if (size.kind !== "top" && size.kind !== "share") {
    chain.add(`award_${id}_given`, "All of them.", [
      [`a_${id}`, orTold(id, isIn, writing)],
      [`o_${id}`, "FALSE"],
    ]);
    return;
  }
  const rivals = partition(isIn, ...within);
  const places =
    size.kind === "top"
      ? String(size.top)
      : shareOf(
          size,
          `SUM(CASE WHEN ${size.of === "rated" ? "TRUE" : `band_at IN (${size.of.join(", ")})`} THEN 1 ELSE 0 END) OVER (${partition("state", ...within)})`,
          writing,
        );
  chain.add(`award_${id}_places`, "Their places; equal ones share one.", [
    [`place_${id}`, `RANK() OVER (${rivals}${orderBy(award.by, writing)})`],
    [`equals_${id}`, `COUNT(*) OVER (${partition(isIn, ...within, ...award.by.map((key) => keySql(key, writing)))})`],
    [`prizes_${id}`, places],
  ]);
  const from = size.kind === "top" && size.from !== undefined ? ` AND place_${id} >= ${size.from}` : "";
  const reaches = `${isIn}${from} AND place_${id} <= prizes_${id}`;
  const fits = `${isIn}${from} AND place_${id} - 1 + equals_${id} <= prizes_${id}`;
  const cut = `${reaches} AND NOT (${fits})`;
  const isDecided = writing.hasDecisions && ties === "open";
  chain.add(`award_${id}_given`, `Equal ones who do not all fit: ${ties}.`, [
    [`a_${id}`, orTold(id, ties === "all" ? reaches : fits, writing)],
    isDecided ? [`cut_${id}`, cut] : [`o_${id}`, ties === "open" ? cut : "FALSE"],
  ]);
  if (isDecided) chain.add(`award_${id}_open`, "Whom no decision speaks of.", [[`o_${id}`, leftOpen(writing, award)]]);
}

/** Who has an award, unless a decision says it: a ballot, say. */
const orTold = (id: string, given: string, { hasDecisions }: Writing): string =>
  hasDecisions ? `CASE ${decidedColumns.award(id)} WHEN 1 THEN TRUE WHEN 0 THEN FALSE ELSE ${given} END` : given;

/** Equal ones at a cut of whom no decision speaks; once all places are given none are left open. */
function leftOpen(writing: Writing, { id, size, within }: Award): string {
  const given = `SUM(CASE WHEN a_${id} THEN 1 ELSE 0 END) OVER (${partition(...columnsOf(writing, within))})`;
  const before = size.kind === "top" && size.from !== undefined ? size.from - 1 : 0;
  return `cut_${id} AND ${decidedColumns.award(id)} IS NULL AND ${given} < prizes_${id} - ${before}`;
}
