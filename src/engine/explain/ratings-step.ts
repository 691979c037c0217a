import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { RowScoring } from "../../model/derivation.ts";
import type { Combining, RatedItemStep, Rating } from "../../model/derivation-scores.ts";
import type { Item, Node, Units } from "../../model/node.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { Row } from "../../model/row.ts";
import { compareText } from "../../text/order.ts";
import { topLevel } from "../law/area.ts";
import type { Scorer } from "../law/score.ts";
import type { LawStep } from "../law/trace.ts";
import type { Work } from "../law/work.ts";
import { startWork } from "../law/work.ts";
import { createAcceptance } from "../ratings/accept.ts";
import { collect, combination, combinedFigure, startCollection } from "../ratings/collect.ts";
import type { Figure, Gathering } from "../ratings/gather.ts";
import { addRating, bucketOf, combineRatings, isLeft, startGathering } from "../ratings/gather.ts";
import { lackOf } from "../ratings/lack.ts";
import type { Scored } from "./area-step.ts";
import { joinedStep, roundedStep, topSteps, totalStep } from "./area-step.ts";
import { itemStep } from "./item-step.ts";
import type { Recording } from "./recording.ts";
import { recorded, recordingOf } from "./recording.ts";
import type { Scene } from "./scene.ts";

/** One rating, scored for itself. */
interface ScoredRating extends Scored {
  readonly rating: Rating;
}

/** The ratings of a subject: each for itself, and what the accepted ones say together. */
interface Rated {
  /** In the order of the raters' names: that of the rows means nothing. */
  readonly all: readonly ScoredRating[];
  readonly accepted: readonly ScoredRating[];
  readonly gathering: Gathering;
  /** The combined scores, and how they came about. */
  readonly work: Work;
  readonly recording: Recording;
}

/** How the ratings of a subject in one period became its score: all of them, at least one. */
export function ratedScoring(scene: Scene, ratings: Ratings, rows: readonly Row[]): RowScoring {
  const rated = scoreRatings(scene, ratings, rows);
  if (ratings.level === "total") return ratedTotals(scene, ratings, rated);
  const { work, recording } = rated;
  const items = (index: number, node: Node) => ratedItem(scene, ratings, index, node, rated);
  const nodes = topSteps(scene, { subject: { work }, recording }, items);
  // Raters who are too far apart, or a role that is absent, leave the subject without one.
  const total = work.total === undefined ? undefined : totalStep(scene, recording);
  return { kind: "rated_items", ratings: rated.all.map(({ rating }) => rating), nodes, ...(total && { total }) };
}

function scoreRatings(scene: Scene, ratings: Ratings, rows: readonly Row[]): Rated {
  const { plan, stage, prepared } = scene;
  const scorer = prepared.scorer as Scorer;
  const ratingScorer = prepared.ratingScorer as Scorer;
  // What contradicts was reported when the period was computed.
  const acceptance = createAcceptance(plan, ratings, prepared.environment, createDiagnostics());
  const gathering = startGathering(ratings, stage, rows[0] as Row);
  const all = rows.map((row): ScoredRating => {
    const work = startWork(stage, row.columns, row.cells, row);
    const recording = recordingOf((trace) => ratingScorer.score(work, undefined, trace));
    const role = ratings.role === undefined ? undefined : String(row.columns[ratings.role]);
    const rater = String(row.columns[ratings.by]);
    const accepted = !acceptance.contradicts(row) && acceptance.allows(row);
    if (accepted) addRating(plan, ratings, gathering, row, work);
    return {
      rating: { row, rater, ...(role !== undefined && { role }), accepted },
      subject: { work },
      recording,
    };
  });
  all.sort((a, b) => compareText(a.rating.rater, b.rating.rater));
  const accepted = all.filter(({ rating }) => rating.accepted);
  const steps: LawStep[] = [];
  const work = combineRatings(plan, ratings, gathering, scorer, (step) => steps.push(step));
  return { all, accepted, gathering, work, recording: recorded(steps) };
}

function ratedItem(
  scene: Scene,
  ratings: Ratings,
  index: number,
  node: Node,
  { accepted, gathering, work }: Rated,
): RatedItemStep {
  const item = node.body as Item;
  const head = { kind: "rated_item", node, item, state: work.states[index] ?? "none" } as const;
  const combined = combining(scene, ratings, accepted, ({ states, scores }) =>
    states[index] === "counts" ? scores[index] : undefined,
  );
  const score = work.scores[index];
  const { collection, left } = gathering.items[index] as Figure;
  const lack = head.state === "missing" ? lackOf(ratings, gathering.items[index] as Figure) : undefined;
  return {
    ...head,
    full: scene.points(work.full[index] as Units),
    ratings: accepted.map((scored) => ({
      rating: scored.rating,
      step: itemStep(scene, index, node, scored, scored.rating.row),
      ...(isLeft(scene.plan, ratings, index, scored.rating.row, scored.subject.work) && { left: true as const }),
    })),
    ...(collection.count === 0 && left > 0 && { unscored: item.missing }),
    ...(head.state === "counts" && combined && { combined }),
    ...(head.state === "counts" && score !== undefined && { score: scene.points(score) }),
    ...(lack && { lack }),
  };
}

/** The figures of several ratings made one; undefined where that cannot be done. */
function combining(
  scene: Scene,
  ratings: Ratings,
  accepted: readonly ScoredRating[],
  read: (work: Work) => Units | undefined,
): Combining | undefined {
  const collection = startCollection(ratings.combine);
  const values = accepted.flatMap(({ rating, subject }) => {
    const value = read(subject.work);
    if (value === undefined) return [];
    const group = bucketOf(ratings, rating.row);
    collect(collection, value, group);
    return [{ rater: rating.rater, group, score: scene.points(value) }];
  });
  const from = combination(ratings, collection);
  if (from === undefined) return undefined;
  const { round: rounding } = ratings;
  const to = combinedFigure(ratings, collection) as Units;
  return {
    how: ratings.combine,
    values,
    exact: scene.points(from),
    ...(rounding && roundedStep(scene, { from, to, rounding })),
  };
}

function ratedTotals(scene: Scene, ratings: Ratings, rated: Rated): RowScoring {
  const { all, accepted, gathering, work, recording } = rated;
  const lack = work.total === undefined ? lackOf(ratings, gathering.total) : undefined;
  const combined = combining(scene, ratings, accepted, (own) => topLevel(scene.stage, own));
  // Raters who are too far apart, or a role that is absent, leave the subject without one.
  const total = work.total === undefined ? undefined : totalStep(scene, recording);
  return {
    kind: "rated_totals",
    ratings: all.map((scored) => {
      const { rating } = scored;
      const items = (index: number, node: Node) => itemStep(scene, index, node, scored, rating.row);
      const joined = joinedStep(scene, "sum", "top", scored.recording);
      return { ...rating, nodes: topSteps(scene, scored, items), ...(joined && { joined }) };
    }),
    ...(lack ? { lack } : combined && { combined }),
    ...(total && { total }),
  };
}
