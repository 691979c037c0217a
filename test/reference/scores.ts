import type { Exact } from "../../src/number/exact.ts";
import { add, divide, maximum, minimum, multiply, sign, sum } from "../../src/number/exact.ts";
import { round } from "../../src/number/rounding.ts";
import type { Rubric, TotalPart } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { Child } from "./area.ts";
import { scoreOf } from "./area.ts";
import type { FoundNodes, Marks } from "./nodes.ts";
import { scoreNodes } from "./nodes.ts";

/** What one row comes to. Where a score is missing, `unclamped` and `total` are too. */
export interface Scores extends Pick<FoundNodes, "nodes" | "names"> {
  readonly unclamped: Exact | undefined;
  readonly total: Exact | undefined;
}

/** The scores of one row, from cells to total (LANGUAGE.md 1.2). */
export function scoresOf(rubric: Rubric, marks: Marks): Scores {
  let totals: Pick<Scores, "unclamped" | "total"> | undefined;
  const { nodes, top, names } = scoreNodes(rubric, marks, (name) =>
    name === "unclamped" || name === "total" ? totals?.[name] : marks.around?.(name),
  );
  totals = totalOf(rubric.total, top);
  return { nodes, names, ...totals };
}

/** The total: scaled for what was skipped, then the bonus, then `clamp` and `round`. */
function totalOf(part: TotalPart, top: readonly Child[]): Pick<Scores, "unclamped" | "total"> {
  const main = top.filter((each) => !each.part.bonus && each.part.counts !== false && each.found.kind === "scored");
  const offered = sum(main.map(({ found }) => (found.kind === "scored" ? found.full : 0)));
  if (sign(offered) === 0 || top.some(({ found }) => found.kind === "missing")) {
    return { unclamped: undefined, total: undefined };
  }
  const max = part.max as Exact;
  const bonus = sum(top.filter((each) => each.part.bonus).map(scoreOf));
  const whole = add(divide(multiply(sum(main.map(scoreOf)), max), offered), bonus);
  const rounded = (value: Exact): Exact => (part.round ? round(value, part.round) : value);
  return { unclamped: rounded(whole), total: rounded(part.clamp ? minimum(maximum(whole, 0), max) : whole) };
}
