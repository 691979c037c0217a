import type { Rule } from "../../model/stage.ts";
import { scopeOf } from "../expressions/expression.ts";
import type { Chain, Writing } from "../parts.ts";
import { any } from "../parts.ts";

/** The bands that rules look up, of those for whom they act. @returns their columns, by rule */
export function addBands(chain: Chain, writing: Writing, rules: readonly Rule[]): ReadonlyMap<string, string> {
  const { stage, lookups, dialect } = writing;
  const isNotRated = any(stage.rules.filter(({ effect }) => effect.kind === "not_rated").map(({ id }) => `r_${id}`));
  const looked = rules.flatMap(({ id, effect }) =>
    effect.kind === "not_rated" || typeof effect.band === "number" ? [] : [{ id, e: effect.band }],
  );
  const scope = scopeOf(writing);
  const known = looked.map(({ id, e }) => {
    const acts = `r_${id} AND NOT (${isNotRated}) AND total IS NOT NULL`;
    const band = scope.text(e, { ...scope, guard: acts });
    const place = `CASE ${band} ${stage.bands.map((each, at) => `WHEN ${dialect.literal(each.id)} THEN ${at}`).join(" ")} END`;
    return { id, acts, place, column: `b_${id}`, none: `noband_${id}` };
  });
  chain.add(
    `bands_looked_up_${known[0]?.id}`,
    "The bands that rules look up, by their place.",
    known.map(({ column, place }) => [column, place]),
  );
  chain.add(
    `bands_lacking_${known[0]?.id}`,
    "For whom a rule acts whose band is not known, or none of this period.",
    known.map(({ id, none, acts, column }) => [none, `CASE WHEN ${acts} AND ${column} IS NULL THEN '${id}' END`]),
  );
  for (const { id, none } of known)
    lookups.wanting.push({ stage: chain.last, column: none, cell: id, problem: "no band of this period" });
  return new Map(known.map(({ id, column }) => [id, column]));
}
