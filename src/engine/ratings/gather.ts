import type { Plan, Ratings, Stage } from "../../model/plan.ts";
import type { NodeState, Row } from "../../model/row.ts";
import { topLevel } from "../law/area.ts";
import type { Scorer } from "../law/score.ts";
import type { Trace } from "../law/trace.ts";
import type { Work } from "../law/work.ts";
import { settle, startWork } from "../law/work.ts";
import type { Collection } from "./collect.ts";
import { collect, combinedFigure, startCollection } from "./collect.ts";

/** What the accepted ratings of one subject in one period have said so far. */
export interface Gathering {
  /** Its first row: the subject's own columns are the same in all of them. */
  readonly first: Row;
  /** Its other rows, where somebody wants them kept. */
  readonly further: Row[];
  /** By node; only items have one. */
  readonly items: readonly (Figure | undefined)[];
  readonly total: Figure;
  accepted: number;
  /** Raters met so far, refused ones too, with the place of their row (the row itself is not kept). */
  readonly raters: Map<string, Pick<Row, "sheet" | "line">>;
}

/** One item (or the total) over the ratings: its values, and how many ratings gave none. */
export interface Figure {
  readonly collection: Collection;
  readonly without: Record<Exclude<NodeState, "counts">, number>;
}

const startFigure = ({ combine }: Ratings): Figure => ({
  collection: startCollection(combine),
  without: { none: 0, skip_area: 0, skip_total: 0, missing: 0 },
});

export const startGathering = (ratings: Ratings, stage: Stage, first: Row): Gathering => ({
  first,
  further: [],
  items: stage.nodes.map(({ body }) => (body.kind === "item" ? startFigure(ratings) : undefined)),
  total: startFigure(ratings),
  accepted: 0,
  raters: new Map(),
});

/** Adds one accepted rating, which `work` has scored for itself. */
export function addRating(plan: Plan, ratings: Ratings, into: Gathering, row: Row, work: Work): void {
  const bucket = bucketOf(ratings, row);
  into.accepted++;
  if (ratings.level === "total") {
    const raw = topLevel(plan.stage, work);
    if (raw === undefined) into.total.without.missing++;
    else collect(into.total.collection, raw, bucket);
    return;
  }
  for (const [index, figure] of into.items.entries()) {
    const state = work.states[index] as NodeState;
    if (!figure) continue;
    const score = work.scores[index];
    if (state === "counts" && score !== undefined) collect(figure.collection, score, bucket);
    else if (state !== "counts") figure.without[state]++;
  }
}

/** The role or group whose ratings are averaged first; empty where all are alike. */
export function bucketOf({ combine, role }: Ratings, row: Row): string {
  const column = combine.kind === "mean_of" ? combine.column : role;
  return column === undefined ? "" : String(row.columns[column]);
}

/** The combined scoring of the subject. Areas and items have no combined value where raters' totals are combined. */
export function combineRatings(plan: Plan, ratings: Ratings, gathered: Gathering, scorer: Scorer, trace?: Trace): Work {
  const { stage } = plan;
  const work = startWork(stage, subjectColumns(plan, gathered.first), []);
  if (ratings.level === "total") {
    work.scores.fill(undefined);
    scorer.setTotal(
      work,
      gathered.total.without.missing > 0 ? undefined : combinedFigure(ratings, gathered.total.collection),
      trace,
    );
    return work;
  }
  for (const [index, node] of stage.nodes.entries()) {
    const figure = gathered.items[index];
    if (!figure) continue;
    const { without, collection } = figure;
    if (without.missing > 0) settle(work, index, "missing");
    else if (collection.count === 0) {
      const state = absentState(without);
      settle(work, index, state, state === "skip_total" ? node.max : 0);
    } else {
      const score = combinedFigure(ratings, collection);
      if (score === undefined) settle(work, index, "missing");
      else settle(work, index, "counts", 0, score, node.max);
    }
  }
  scorer.scoreAreas(work, trace);
  return work;
}

/** An item that no accepted rating scored: skipped as they skipped it, not applying, or missing for want of ratings. */
function absentState({ none, skip_area, skip_total }: Figure["without"]): NodeState {
  if (skip_area > 0) return "skip_area";
  if (skip_total > 0) return "skip_total";
  return none > 0 ? "none" : "missing";
}

/** A subject's own columns; those of a single rating say nothing of it. */
const subjectColumns = (plan: Plan, row: Row): Work["columns"] =>
  row.columns.map((value, index) => (plan.columns[index]?.of === "rating" ? undefined : value));
