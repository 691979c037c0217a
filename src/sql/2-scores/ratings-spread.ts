import type { Ratings } from "../../model/ratings.ts";
import { divide } from "../../number/exact.ts";
import { raterName } from "../../views/columns.ts";
import { constructs } from "../constructs.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { decimalText, isDecimal, timesOf, whole } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";
import { person } from "../parts.ts";
import { aroundHole } from "../reason-holes.ts";
import type { Part } from "./ratings-lack.ts";

/** Raters whose totals lie further apart than the rubric lets them. */
interface Spread {
  /** What is worked out over the ratings of a person. */
  readonly columns: readonly (readonly [column: string, sql: string])[];
  readonly isApart: string;
  readonly part: Part;
}

/** Finds the lowest and the highest total of a rater, before clamp and rounding; of equal ones the first by name. */
export function addSpread(chain: Chain, rating: Writing, { by, maxSpread = 0 }: Ratings, total: Scaled): Spread {
  const { plan, dialect, scale } = rating;
  const points: Scaled = { ...total, parts: total.parts * scale };
  if (!isDecimal(points.parts)) {
    throw new NotInSql("max_spread", constructs.ratings.refused["max_spread, of fractions without end"]);
  }
  const window = `OVER (PARTITION BY ${person(rating).join(", ")})`;
  const counted = `CASE WHEN is_accepted THEN ${total.sql} END`;
  chain.add("apart", "The lowest and the highest total of a rater.", [
    ["rater_total", counted],
    ["low_total", `MIN(${counted}) ${window}`],
    ["high_total", `MAX(${counted}) ${window}`],
  ]);
  const rater = dialect.ordered(`c_${plan.columns[by]?.id}`);
  const ends = ["low", "high"] as const;
  const columns = ends.flatMap((end) => [
    [`${end}_end`, `MAX(${end}_total)`] as const,
    [`${end}_rater`, `MIN(CASE WHEN rater_total = ${end}_total THEN ${rater} END)`] as const,
  ]);
  const isApart = `COALESCE(high_end - low_end > ${timesOf(whole(maxSpread), String(total.parts))}, FALSE)`;
  const [before] = aroundHole(rating, (hole) => ({
    kind: "spread",
    raters: [{ rater: hole, total: 0 }],
    most: divide(maxSpread, plan.scale),
  }));
  const named = ends.map((end) => {
    const text = `(${decimalText({ ...points, sql: `${end}_end` }, dialect)})`;
    return `${nameOfRater(rating, by, `${end}_rater`)} || ' ' || ${plan.language === "vi" ? `REPLACE(${text}, '.', ',')` : text}`;
  });
  return { columns, isApart, part: [isApart, `${dialect.literal(before)} || ${named.join(" || ', ' || ")}`] };
}

/** What a rater is called, where the column that names raters has labels. */
function nameOfRater({ plan, dialect }: Writing, by: number, rater: string): string {
  const type = plan.columns[by]?.type;
  const labelled = type?.kind === "choice" ? type.values.filter(({ label }) => label !== undefined) : [];
  if (labelled.length === 0) return rater;
  const cases = labelled.map(({ id }) => `WHEN ${dialect.literal(id)} THEN ${dialect.literal(raterName(plan, id))}`);
  return `CASE ${rater} ${cases.join(" ")} ELSE ${rater} END`;
}
