import type { Total } from "../../model/stage.ts";
import { isCounted } from "../../model/stages.ts";
import { unlessBlank } from "../1-rows/blank-row.ts";
import type { Scaled } from "../numbers/values.ts";
import { atLeast, atMost, divisor, divisorAmong, plus, rounded, whole } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";
import { all, any } from "../parts.ts";
import { childrenOf } from "./area.ts";
import { addedUp } from "./area-combine.ts";
import { leaveOutBonus } from "./bonus.ts";
import { joinDecisions, orDecided, withoutScores } from "./decided.ts";
import type { Child, Lowered } from "./skip.ts";
import { isCounting, loweredBy } from "./skip.ts";

/**
 * The total before it is cut and rounded: the sum of what counts, scaled back up to the max where something was skipped, with the
 * bonus. `needed`: what else must hold for there to be one.
 */
export function exactTotal(chain: Chain, writing: Writing, needed: readonly string[] = []): Scaled {
  const { stage } = writing;
  leaveOutBonus(chain, writing);
  const children = childrenOf({ children: stage.top }, writing);
  const counted = children.filter(({ node }) => isCounted(node));
  const max = whole(stage.total.max);
  const lowered = loweredBy(children, writing);
  if (lowered) addScaling(chain, lowered, max, writing.dialect);
  const sum = addedUp(counted) ?? { sql: "NULL", parts: 1n };
  const scaled = lowered ? scaleUp(sum) : sum;
  const bonus = addedUp(children.filter(({ node }) => node.bonus));
  const exact = bonus ? plus({ ...scaled, sql: `(${scaled.sql})` }, "+", bonus) : scaled;
  const offers = lowered?.mayOfferNothing ? ["had_total > 0"] : [];
  const known = [...knownWhere(children, counted), ...offers, ...needed];
  chain.add("sums", "The total before it is cut and rounded.", [
    ["exact", unlessBlank(known.length === 0 ? exact.sql : `CASE WHEN ${all(known)} THEN ${exact.sql} END`, writing)],
    ...(exact.over === undefined ? [] : [["exact_over", exact.over] as const]),
  ]);
  return { sql: "exact", parts: exact.parts, ...(exact.over !== undefined && { over: "exact_over" }) };
}

/** Both ways of skipping mean the same here: the rest is scaled up to the max. */
function addScaling(
  chain: Chain,
  { present, had, isLowered, scales }: Lowered,
  max: string,
  { whole: type }: Writing["dialect"],
): void {
  const counting = (sql: string): string => `CAST(${sql} AS ${type})`;
  chain.add("had", "What can be had where something was skipped: of what counts, and with what `skip_area` took.", [
    ["present_total", present],
    ["had_total", `CASE WHEN ${isLowered} THEN ${had} ELSE ${max} END`],
  ]);
  const isScaled = `(${scales}) AND had_total > present_total AND present_total > 0 AND present_total < ${max}`;
  const isLess = `had_total < ${max} AND had_total > 0`;
  chain.add("scaling", "The rest is scaled up to the max: by what, through what.", [
    ["up_total", counting(`CASE WHEN (${isScaled}) OR (${isLess}) THEN ${max} ELSE 1 END`)],
    ["down_total", counting(`CASE WHEN ${isScaled} THEN present_total WHEN ${isLess} THEN had_total ELSE 1 END`)],
  ]);
}

const scaleUp = (sum: Scaled): Scaled => ({
  sql: `(${sum.sql}) * up_total`,
  parts: sum.parts,
  over: sum.over === undefined ? "down_total" : `${sum.over} * down_total`,
});

/** Where there is a total: something counts, and what does not count in the sum is not missing either. */
function knownWhere(children: readonly Child[], counted: readonly Child[]): readonly string[] {
  const something = counted.some(({ sql }) => sql.state === undefined) ? [] : [`(${any(counted.map(isCounting))})`];
  return [
    ...something,
    ...children.filter(({ node }) => node.counts === false).map(({ sql }) => `${sql.score.sql} IS NOT NULL`),
  ];
}

/** The total and the one before its limit, cut and rounded as the rubric says. */
export function finishTotal(
  chain: Chain,
  { max, clamp, round }: Total,
  exact: { readonly total: Scaled; readonly unclamped: Scaled },
  writing: Writing,
): void {
  const { dialect, scores } = writing;
  const cut = clamp ? atMost(exact.total, whole(max)) : exact.total;
  const bounded = clamp ? atLeast({ ...cut, sql: `(${cut.sql})` }, "0") : cut;
  const overs = (of: Scaled, name: string): readonly (readonly [string, string])[] =>
    of.over === undefined ? [] : [[name, divisor(of)]];
  chain.add("cut", clamp ? "The total cut to 0 and its max." : "Nothing cuts the total.", [
    ["cut_total", bounded.sql],
    ["whole_total", exact.unclamped.sql],
    ...overs(exact.total, "cut_over"),
    ...overs(exact.unclamped, "whole_over"),
  ]);
  joinDecisions(chain, writing);
  const finished = (of: Scaled, sql: string, over: string): Scaled => {
    const isDivided = of.over !== undefined;
    const among = divisorAmong(of);
    const named = { sql, parts: isDivided ? 1n : of.parts, ...(isDivided && { over }) };
    if (round) return { sql: rounded(named, round, dialect), parts: 1n };
    if (!isDivided) return named;
    const lowest = dialect.common(sql, over);
    const rest = `COALESCE(${dialect.quotient(over, lowest)}, 1)`;
    return { sql: dialect.quotient(sql, lowest), parts: 1n, over: rest, ...(among !== undefined && { among }) };
  };
  const total = orDecided(finished(exact.total, "cut_total", "cut_over"), writing);
  const unclamped = orDecided(finished(exact.unclamped, "whole_total", "whole_over"), writing);
  chain.add("totals", "Rounded as the rubric says.", [
    ["unclamped", unclamped.sql],
    ["total", total.sql],
    ...(unclamped.over === undefined ? [] : [["over_unclamped", unclamped.over] as const]),
    ...(total.over === undefined ? [] : [["over_total", total.over] as const]),
    ...withoutScores(writing),
  ]);
  scores.total = { ...total, sql: "total", ...(total.over !== undefined && { over: "over_total" }) };
  scores.unclamped = {
    ...unclamped,
    sql: "unclamped",
    ...(unclamped.over !== undefined && { over: "over_unclamped" }),
  };
}
