import type { Lack } from "../../model/derivation-scores.ts";
import type { Ratings } from "../../model/plan.ts";
import type { Figure } from "./gather.ts";

/** Undefined where nothing lacks. An item that every rating skips is skipped; without any rating it has too few. */
export function lackOf(ratings: Ratings, { collection, without }: Figure): Lack | undefined {
  const { none, skip_area, skip_total, missing: owing } = without;
  const given = collection.count + owing;
  if (given === 0 && none + skip_area + skip_total > 0) return undefined;
  const needed = Math.max(ratings.atLeast, 1);
  // Whether a role with a score still owed is there cannot be told before it has paid.
  const roles = owing > 0 || given === 0 ? [] : lackingRoles(ratings, collection.buckets);
  if (owing === 0 && given >= needed && roles.length === 0) return undefined;
  return { owing, ...(given < needed && { few: { given, needed } }), roles };
}

const lackingRoles = ({ combine, absent }: Ratings, present: ReadonlyMap<string, unknown>): readonly string[] =>
  combine.kind === "weights" && absent === "incomplete"
    ? combine.weights.map(({ role }) => role).filter((role) => !present.has(role))
    : [];
