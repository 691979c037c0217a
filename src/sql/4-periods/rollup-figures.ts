import type { Node } from "../../model/node.ts";
import type { Rollup } from "../../model/stage.ts";
import { addsUp } from "../../model/stages.ts";
import { conditionsOf } from "../expressions/stage-conditions.ts";
import { namesIn } from "../nodes.ts";
import type { Scaled } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import type { Figure } from "./rollup-score.ts";

/** The total, what it is without a limit, and the scores that roll up. */
export function figuresOf(writing: Writing, rollup: Rollup, below: Writing): readonly Figure[] {
  const figure = (name: string, value: Scaled, state?: string): Figure => ({
    name,
    value,
    ...(state !== undefined && { state }),
  });
  const hasNodes = writing.plan.ratings?.level !== "total";
  return [
    ...(rollup.score.kind === "value" ? [] : [figure("total", below.scores.total)]),
    ...(addsUp(rollup) ? [figure("unclamped", below.scores.unclamped)] : []),
    ...(asksAverage(writing, rollup) ? [figure("average", below.scores.total)] : []),
    ...(hasNodes ? nodesOf(writing, rollup) : []).flatMap(({ id }) => {
      const node = below.scores.nodes.get(id);
      return node ? [figure(id, node.score, node.state)] : [];
    }),
  ];
}

/** The nodes whose scores roll up and are printed, added up, or looked at by something. */
function nodesOf({ plan, stage }: Writing, rollup: Rollup): readonly Node[] {
  if (rollup.score.kind === "value") return [];
  const names = new Set(plan.rollups.flatMap((each) => conditionsOf(each).flatMap((e) => namesIn(e, plan.stage))));
  const keys = plan.rollups.flatMap(({ ranking, quotas, awards }) =>
    [ranking.by, ...quotas.map(({ order }) => order), ...awards.map(({ by }) => by)].flat(),
  );
  const needed = new Set([
    ...keys.flatMap(({ by }) => (by.kind === "node" ? [by.index] : [])),
    ...(plan.summary?.sum ?? []).flatMap(({ kind, index }) => (kind === "node" ? [index] : [])),
  ]);
  return stage.nodes.filter(({ id }, at) => stage.top.includes(at) || names.has(id) || needed.has(at));
}

const asksAverage = ({ plan }: Writing, rollup: Rollup): boolean =>
  [...conditionsOf(rollup), ...(rollup.score.kind === "value" ? [rollup.score.expression] : [])].some((e) =>
    namesIn(e, plan.stage).includes("average"),
  );
