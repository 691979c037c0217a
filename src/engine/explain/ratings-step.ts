import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { Scoring } from "../../model/derivation.ts";
import type { Combining, RatedItemStep, Rating } from "../../model/derivation-scores.ts";
import type { Item, Node, Ratings, Units } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import { compareText } from "../../text/order.ts";
import { topLevel } from "../law/area.ts";
import { createScorer } from "../law/score.ts";
import type { Work } from "../law/work.ts";
import { startWork } from "../law/work.ts";
import { acceptance } from "../ratings/accept.ts";
import { collect, combination, startCollection } from "../ratings/collect.ts";
import type { Figure, Gathering } from "../ratings/gather.ts";
import { addRating, bucketOf, startGathering } from "../ratings/gather.ts";
import { lackOf } from "../ratings/lack.ts";
import { finishTotal, topStep, topSteps, totalStep } from "./area-step.ts";
import { itemStep } from "./item-step.ts";
import { roundedStep } from "./rounded-step.ts";
import type { Scene } from "./scene.ts";

/** One rating, scored for itself. */
interface Scored {
  readonly rating: Rating;
  readonly work: Work;
}

/** The ratings of a subject: each for itself, and what the accepted ones say together. */
interface Rated {
  /** In the order of the raters' names: that of the rows means nothing. */
  readonly all: readonly Scored[];
  readonly accepted: readonly Scored[];
  readonly gathering: Gathering;
}

/** How the ratings of a subject in one period became its score. `work`: the combined one; `rows`: all of them. */
export function ratedScoring(scene: Scene, ratings: Ratings, work: Work, rows: readonly Row[]): Scoring {
  const [first] = rows;
  if (!first) return { kind: "left_out" };
  const rated = scoreRatings(scene, ratings, first, rows);
  if (ratings.level === "total") return ratedTotals(scene, ratings, work, rated);
  const nodes = topSteps(scene, { work }, (index, node) => ratedItem(scene, ratings, index, node, work, rated));
  const total = totalStep(scene, work);
  return { kind: "rated_items", ratings: rated.all.map(({ rating }) => rating), nodes, ...(total && { total }) };
}

function scoreRatings(scene: Scene, ratings: Ratings, first: Row, rows: readonly Row[]): Rated {
  const { plan, stage, prepared } = scene;
  const scorer = createScorer(plan, stage, prepared.environment);
  // What contradicts was reported when the period was computed.
  const accepts = acceptance(plan, ratings, prepared.environment, createDiagnostics());
  const gathering = startGathering(ratings, stage, first);
  const all = rows.map((row): Scored => {
    const work = startWork(stage, row.columns, row.cells, row);
    scorer.score(work);
    const role = ratings.role === undefined ? undefined : String(row.columns[ratings.role]);
    const rater = String(row.columns[ratings.by]);
    const accepted = accepts(gathering, row);
    if (accepted) addRating(plan, ratings, gathering, row, work);
    return { rating: { row, rater, ...(role !== undefined && { role }), accepted }, work };
  });
  all.sort((a, b) => compareText(a.rating.rater, b.rating.rater));
  return { all, accepted: all.filter(({ rating }) => rating.accepted), gathering };
}

function ratedItem(
  scene: Scene,
  ratings: Ratings,
  index: number,
  node: Node,
  work: Work,
  { accepted, gathering }: Rated,
): RatedItemStep {
  const item = node.body as Item;
  const head = { kind: "rated_item", node, item, state: work.states[index] ?? "none" } as const;
  const combined = combining(scene, ratings, accepted, (rating) =>
    rating.work.states[index] === "counts" ? rating.work.scores[index] : undefined,
  );
  const score = work.scores[index];
  const lack = head.state === "missing" ? lackOf(ratings, gathering.items[index] as Figure) : undefined;
  return {
    ...head,
    full: scene.points(work.full[index] as Units),
    ratings: accepted.map(({ rating, work: own }) => ({
      rating,
      step: itemStep(scene, index, node, { work: own }, rating.row),
    })),
    ...(head.state === "counts" && combined && { combined: combined.step }),
    ...(head.state === "counts" && score !== undefined && { score: scene.points(score) }),
    ...(lack && { lack }),
  };
}

/** The figures of several ratings made one; undefined where that cannot be done. `value`: in units. */
function combining(
  scene: Scene,
  ratings: Ratings,
  accepted: readonly Scored[],
  read: (scored: Scored) => Units | undefined,
): { readonly value: Units; readonly step: Combining } | undefined {
  const collection = startCollection(ratings.combine);
  const values = accepted.flatMap((scored) => {
    const value = read(scored);
    if (value === undefined) return [];
    const group = bucketOf(ratings, scored.rating.row);
    collect(collection, value, group);
    return [{ rater: scored.rating.rater, group, score: scene.points(value) }];
  });
  const exact = combination(ratings, collection);
  if (exact === undefined) return undefined;
  const { value, step } = roundedStep(scene, exact, ratings.round);
  return { value, step: { how: ratings.combine, values, exact: scene.points(exact), ...step } };
}

function ratedTotals(scene: Scene, ratings: Ratings, work: Work, { all, accepted, gathering }: Rated): Scoring {
  const lack = work.total === undefined ? lackOf(ratings, gathering.total) : undefined;
  const combined = combining(scene, ratings, accepted, ({ work: own }) => topLevel(scene.stage, own));
  return {
    kind: "rated_totals",
    ratings: all.map(({ rating, work: own }) => {
      const items = (index: number, node: Node) => itemStep(scene, index, node, { work: own }, rating.row);
      const joined = topStep(scene, own)?.joined;
      return { ...rating, nodes: topSteps(scene, { work: own }, items), ...(joined && { joined }) };
    }),
    ...(lack ? { lack } : combined && { combined: combined.step }),
    ...(work.total !== undefined && combined && { total: finishTotal(scene, combined.value) }),
  };
}
