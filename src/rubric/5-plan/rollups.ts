import type { Node } from "../../model/node.ts";
import type { Rollup } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import type { RollupPart } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { share } from "../3-facts/percentage.ts";
import type { StageView } from "../3-facts/stages.ts";
import type { Layout } from "./layout.ts";
import { compiled } from "./layout.ts";
import { planNodes } from "./nodes.ts";
import { planStage } from "./stage.ts";

/** A rollup; where scores add up its nodes are those of the rows' stage, else those that are scored only here. */
export function planRollup(
  facts: Facts,
  layout: Layout,
  view: StageView,
  nodes: readonly Node[],
  order: readonly NodeEntry[],
): Rollup {
  const rollup = view.rollup as RollupPart;
  const { missing, attributes = "latest" } = rollup;
  const alone = order.filter((entry) => entry.rollup === rollup);
  const own: Layout = {
    ...layout,
    order: alone,
    nodes: new Map(alone.map(({ part }, index) => [part.id, index])),
  };
  const half = (key: "not_rated" | "absent") => (typeof missing === "string" ? missing : missing?.[key]) ?? "block";
  return {
    ...(view.adds ? planStage(facts, layout, view, nodes) : planStage(facts, own, view, planNodes(facts, own))),
    of: rollup.of,
    score: planScore(facts, rollup),
    missing: { notRated: half("not_rated"), absent: half("absent") },
    atLeast: (rollup.at_least ?? 1) as number,
    ...(rollup.parts !== undefined && { parts: rollup.parts as readonly string[] | number }),
    attributes: attributes === "latest" || attributes === "first" ? attributes : { part: attributes },
  };
}

function planScore(facts: Facts, rollup: RollupPart): Rollup["score"] {
  const { score } = rollup;
  if (typeof score === "object") {
    const weights = Object.entries(score.weights).map(([part, weight]) => ({ part, weight: share(weight) as Exact }));
    return { kind: "weights", weights };
  }
  switch (score) {
    case "mean":
    case "sum":
    case "last":
    case "best":
    case "worst":
      return { kind: score };
    default:
      return { kind: "value", expression: compiled(facts, rollup, "score") };
  }
}
