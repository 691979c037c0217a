import type { Fields } from "../../expression/tree.ts";
import { casesOf } from "../../model/cases.ts";
import type { Node, Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { round } from "../../number/rounding.ts";
import { combineChildren, topLevel } from "./area.ts";
import type { Condition, Environment } from "./environment.ts";
import { itemScore } from "./item.ts";
import type { Subject } from "./subject.ts";
import { finishTotal, unclampedTotal } from "./total.ts";
import type { Trace } from "./trace.ts";
import type { Work } from "./work.ts";
import { settle } from "./work.ts";

/** See LANGUAGE, "Order in a node" and "Order of evaluation". */
export interface Scorer {
  /** Fills in every node's score from the cells, then the total. `rollup`: further names, for items of a rollup alone. */
  score(work: Work, rollup?: Fields, trace?: Trace): void;
  /** Areas and total once more, where the items' scores are set already (combined from several ratings). */
  scoreAreas(work: Work, trace?: Trace): void;
  /** The total from its unrounded, unclamped value. */
  setTotal(work: Work, exact: Units | undefined, trace?: Trace): void;
}
type Step = (subject: Subject, trace: Trace | undefined) => void;

export function createScorer(plan: Plan, stage: Stage, environment: Environment): Scorer {
  const steps = stage.nodes.map((node, index) => nodeStep(plan, stage, node, index, environment));
  const areas = steps.filter((_, index) => stage.nodes[index]?.body.kind === "area");
  const skipBonus = bonusSkipper(stage);
  const setTotal: Scorer["setTotal"] = (work, exact, trace) => {
    // It stays undefined while a score is missing.
    if (exact === undefined) return;
    work.unclamped = unclampedTotal(stage.total, exact);
    work.total = finishTotal(stage.total, exact, trace);
  };
  const run = (some: readonly Step[], work: Work, rollup: Fields | undefined, trace: Trace | undefined): void => {
    const subject: Subject = { work, rollup };
    for (const step of some) step(subject, trace);
    skipBonus(work);
    setTotal(work, topLevel(stage, work, trace), trace);
  };
  return {
    score: (work, rollup, trace) => run(steps, work, rollup, trace),
    scoreAreas: (work, trace) => run(areas, work, undefined, trace),
    setTotal,
  };
}

/**
 * Each of the cases of a node has a step of its own. Where nobody knows the column that decides, whether it applies or what it is
 * worth, its score is missing whatever `missing` says.
 */
function nodeStep(plan: Plan, stage: Stage, node: Node, index: number, environment: Environment): Step {
  const conditions = conditionsOf(stage, node, environment);
  const plain = (each: Node): Step => scoringStep(plan, stage, each, index, environment);
  const { by } = node;
  const only = by ? undefined : plain(node);
  if (only && conditions.length === 0) return only;
  const cases = new Map([...casesOf(node)].map(([value, each]) => [value, plain(each)]));
  return (subject, trace) => {
    const { work } = subject;
    const found = conditions.map((holds) => holds(subject));
    if (found.includes(false)) return settle(work, index, "none");
    const step = by ? cases.get(work.columns[by.column] as string | boolean) : only;
    if (!step || found.includes(undefined)) return settle(work, index, "missing");
    step(subject, trace);
  };
}

/** The score of a node that applies. */
function scoringStep(plan: Plan, stage: Stage, node: Node, index: number, environment: Environment): Step {
  const { body } = node;
  const zeroIf = node.zeroIf && environment.compile(node.zeroIf, node.id);
  const item = body.kind === "item" ? itemScore(plan, node, index, body, environment) : undefined;
  return (subject, trace) => {
    const { work } = subject;
    if (item) {
      const outcome = item(subject, trace);
      if (typeof outcome === "string") return settle(work, index, outcome, outcome === "skip_total" ? node.max : 0);
      settle(work, index, "counts", 0, outcome, node.max);
    } else if (body.kind === "area") {
      combineChildren(stage, node, body, index, work, trace);
    }
    if (work.states[index] === "counts") work.scores[index] = finish(subject, work.scores[index] as Units, trace);
  };

  /** The last steps of a node: its declared rounding, then `zero_if`. */
  function finish(subject: Subject, score: Units, trace: Trace | undefined): Units {
    const { round: rounding } = node;
    const rounded = rounding ? round(score, rounding) : score;
    if (rounding) trace?.({ kind: "rounded", at: index, from: score, to: rounded, rounding });
    if (zeroIf?.(subject) !== true) return rounded;
    trace?.({ kind: "zeroed", at: index, from: rounded });
    return 0;
  }
}

/** The `when` of a node and of the areas around it: where one does not hold, nothing inside applies. */
function conditionsOf(stage: Stage, node: Node, environment: Environment): readonly Condition[] {
  const outer = node.parent === undefined ? [] : conditionsOf(stage, stage.nodes[node.parent] as Node, environment);
  return node.when ? [...outer, environment.condition(node.when)] : outer;
}

/** An area that is skipped is skipped with its bonus, and with all that the bonus is made of. */
function bonusSkipper(stage: Stage): (work: Work) => void {
  const below = ({ body }: Node): number[] =>
    body.kind === "area" ? body.children.flatMap((child) => [child, ...below(stage.nodes[child] as Node)]) : [];
  const areas = stage.nodes.flatMap(({ body }, area) => {
    const bonus = body.kind === "area" ? body.children.filter((child) => stage.nodes[child]?.bonus) : [];
    return bonus.length === 0 ? [] : [{ area, inside: bonus.flatMap((at) => [at, ...below(stage.nodes[at] as Node)]) }];
  });
  return (work) => {
    for (const { area, inside } of areas) {
      const state = work.states[area];
      if (state === "skip_area" || state === "skip_total") for (const node of inside) settle(work, node, state);
    }
  };
}
