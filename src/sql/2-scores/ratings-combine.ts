import type { Node } from "../../model/node.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { Exact } from "../../number/exact.ts";
import type { Scaled } from "../numbers/values.ts";
import { alike, multipleOf, scaled, timesOf } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { all, person } from "../parts.ts";

/** An item, or the total, of one rating. */
export interface Rated {
  readonly name: string;
  readonly node?: Node;
  /** In parts that are the same for everybody. */
  readonly value: Scaled;
  /** Whether it is in a state. */
  readonly is: (state: string) => string;
  /** Whether a blank leaves the rater out of it. */
  readonly isLeft: string;
}

type Columns = readonly (readonly [column: string, sql: string])[];

/** So many ratings of one person may be of one role or group: the shares of all of them are whole numbers. */
const mostAlike = 24;
const wholeShare = multipleOf(Array.from({ length: mostAlike }, (_, at) => BigInt(at + 1)));

/** Where a rating stands among those that give a figure, and how many are alike. */
export function placesOf(rating: Writing, ratings: Ratings, figures: readonly Rated[]): Columns {
  const { combine } = ratings;
  const group = person(rating);
  const bucket = bucketOf(rating, ratings);
  return figures.flatMap(({ name }): Columns => {
    const given = `is_given_${name}`;
    const among = (...further: readonly string[]): string => `PARTITION BY ${[...group, given, ...further].join(", ")}`;
    switch (combine.kind) {
      case "median":
      case "trimmed":
        return [
          [`place_of_${name}`, `ROW_NUMBER() OVER (${among()} ORDER BY valueof_${name})`],
          [`count_of_${name}`, `COUNT(*) OVER (${among()})`],
        ];
      case "mean_of":
      case "weights":
        return [[`count_of_${name}`, `COUNT(*) OVER (${among(bucket)})`]];
      case "first":
        return [
          [
            `turn_of_${name}`,
            `MIN(CASE WHEN ${given} THEN ${turnOf(rating, combine.roles, bucket)} END) OVER (${among()})`,
          ],
        ];
      default:
        return [];
    }
  });
}

/** What a rating weighs, in whole numbers: a figure is what all say by their weights, through the sum of these. */
export function sharesOf(rating: Writing, ratings: Ratings, figures: readonly Rated[]): Columns {
  const { combine } = ratings;
  const { quotient, demand } = rating.dialect;
  const bucket = bucketOf(rating, ratings);
  const one = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
  const through = (whole: string, count: string): string =>
    `${quotient(whole, count)} * ${demand(`${count} <= ${mostAlike}`, `more than ${mostAlike} ratings of one role or group`)}`;
  return figures.map(({ name }): readonly [string, string] => {
    const [place, count] = [`place_of_${name}`, `count_of_${name}`];
    const share = (): string => {
      switch (combine.kind) {
        case "mean":
        case "sum":
          return "1";
        case "median":
          return `${one(`${place} = ${quotient(`(${count} + 1)`, "2")}`)} + ${one(`${place} = ${quotient(count, "2")} + 1`)}`;
        case "trimmed":
          return one(`${place} > ${combine.n} AND ${place} <= ${count} - ${combine.n}`);
        case "mean_of":
          return through(String(wholeShare), count);
        case "weights": {
          const given = alike(combine.weights.map(({ weight }) => scaled(weight as Exact)));
          const cases = combine.weights.map(({ role }, at) => {
            const whole = timesOf(given[at]?.sql ?? "0", String(wholeShare));
            return `WHEN ${bucket} = ${rating.dialect.literal(role)} THEN ${through(whole, count)}`;
          });
          return `CASE ${cases.join(" ")} ELSE 0 END`;
        }
        case "first":
          return one(`${turnOf(rating, combine.roles, bucket)} = turn_of_${name}`);
      }
    };
    return [`share_of_${name}`, `CAST(${share()} AS ${rating.dialect.whole})`];
  });
}

function turnOf({ dialect }: Writing, roles: readonly string[], bucket: string): string {
  return `CASE ${roles.map((role, at) => `WHEN ${bucket} = ${dialect.literal(role)} THEN ${at}`).join(" ")} END`;
}

/** The role or group whose ratings are averaged first. */
function bucketOf({ plan }: Writing, { combine, role, by }: Ratings): string {
  return `c_${plan.columns[combine.kind === "mean_of" ? combine.column : (role ?? by)]?.id}`;
}

/** The roles by which a figure is weighed, each with the column that tells whether it is there. */
export const weighedRoles = ({ combine, absent }: Ratings, { name }: Pick<Rated, "name">) =>
  combine.kind === "weights" && absent === "incomplete"
    ? combine.weights.map(({ role }, at) => ({ role, column: `role_${at}_${name}` }))
    : [];

/** Which of the roles have given each figure. */
export const rolesIn = (rating: Writing, ratings: Ratings, figure: Rated): Columns =>
  weighedRoles(ratings, figure).map(({ role, column }) => {
    const isOf = `${bucketOf(rating, ratings)} = ${rating.dialect.literal(role)}`;
    return [column, `MAX(CASE WHEN is_given_${figure.name} AND ${isOf} THEN 1 ELSE 0 END)`];
  });

export const neededIn = ({ atLeast }: Ratings): number => Math.max(atLeast, 1);

/** What the ratings of a figure come to; NULL where too few of them are there, or a role lacks. */
export function combinedOf(ratings: Ratings, figure: Rated): Scaled {
  const { name, value } = figure;
  const isSum = ratings.combine.kind === "sum";
  const known = all([
    `given_${name} >= ${neededIn(ratings)}`,
    ...weighedRoles(ratings, figure).map(({ column }) => `${column} = 1`),
    ...(isSum ? [] : [`weight_${name} <> 0`]),
  ]);
  return {
    sql: `CASE WHEN ${known} THEN top_${name} END`,
    parts: value.parts,
    ...(!isSum && { over: `CASE WHEN weight_${name} = 0 THEN 1 ELSE weight_${name} END` }),
  };
}
