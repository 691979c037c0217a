import type { Column } from "../../model/column.ts";
import type { Combination, Ratings } from "../../model/ratings.ts";
import type { Exact } from "../../number/exact.ts";
import { phrase } from "../../text/phrase.ts";
import type { RatingsPart } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import { share } from "../3-facts/percentage.ts";
import type { Layout } from "./layout.ts";
import { inUnits, written } from "./layout.ts";

/** How several ratings become one score. `source`: index of the {@link sourceColumn}, where there is one. */
export function planRatings(facts: Facts, { columns, units }: Layout, ratings: RatingsPart, source: number): Ratings {
  const column = (id: string): number => columns.get(id) as number;
  const { by, role, sources, accept, otherwise, level, at_least: atLeast, absent, round, expect } = ratings;
  const { blank, max_spread: maxSpread, must } = ratings;
  return {
    by: by === undefined ? source : column(by),
    ...(sources && { role: source, sources: Object.entries(sources).map(([id, words]) => ({ id, words })) }),
    ...(role !== undefined && { role: column(role) }),
    ...(accept !== undefined && { accept: written(facts, ratings, "accept") }),
    otherwise: otherwise ?? "refuse",
    level: level as Ratings["level"],
    combine: planCombination(ratings.combine, column),
    atLeast: (atLeast ?? 1) as number,
    absent: absent ?? "incomplete",
    ...(round && { round: inUnits(round, units) }),
    expectAll: expect === "all",
    ...(blank !== undefined && { blank }),
    ...(maxSpread !== undefined && { maxSpread: units(maxSpread) }),
    ...(must && { must }),
  };
}

/** Who scores in a wide sheet; its id is one that no rubric and no header can have. */
export const sourceColumn = (sources: NonNullable<RatingsPart["sources"]>): Column => ({
  id: "#source",
  type: { kind: "choice", values: Object.entries(sources).map(([id, label]) => ({ id, label })) },
  of: "rating",
  required: false,
  headers: [],
  title: phrase("source"),
});

function planCombination(combine: RatingsPart["combine"], column: (id: string) => number): Combination {
  if (typeof combine === "string") return { kind: combine };
  const { trimmed, mean_of: meanOf, weights, first } = combine;
  if (trimmed !== undefined) return { kind: "trimmed", n: trimmed as number };
  if (meanOf !== undefined) return { kind: "mean_of", column: column(meanOf) };
  if (first) return { kind: "first", roles: first };
  const parts = Object.entries(weights ?? {});
  return { kind: "weights", weights: parts.map(([role, weight]) => ({ role, weight: share(weight) as Exact })) };
}
