import { nodeFor } from "../../model/cases.ts";
import type { Node, Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { NodeState, Row } from "../../model/row.ts";
import type { Stage } from "../../model/stage.ts";
import { compare, subtract } from "../../number/exact.ts";
import { compareText } from "../../text/order.ts";
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
  /** Roles that have scored some item. */
  readonly roles: Set<string>;
  /** The lowest and the highest total of a rater, before clamp and rounding; of equal ones the first by name. */
  extremes: { readonly lowest: RaterTotal; readonly highest: RaterTotal } | undefined;
}

interface RaterTotal {
  readonly rater: string;
  readonly total: Units;
}

/** One item (or the total) over the ratings: its values, and how many ratings gave none. */
export interface Figure {
  readonly collection: Collection;
  readonly without: Record<Exclude<NodeState, "counts">, number>;
  /** Ratings whose blank leaves them out. */
  left: number;
}

const startFigure = ({ combine }: Ratings): Figure => ({
  collection: startCollection(combine),
  without: { none: 0, skip_area: 0, skip_total: 0, missing: 0 },
  left: 0,
});

export const startGathering = (ratings: Ratings, stage: Stage, first: Row): Gathering => ({
  first,
  further: [],
  items: stage.nodes.map(({ body }) => (body.kind === "item" ? startFigure(ratings) : undefined)),
  total: startFigure(ratings),
  accepted: 0,
  roles: new Set(),
  extremes: undefined,
});

/** Adds one accepted rating, which `work` has scored for itself. */
export function addRating(plan: Plan, ratings: Ratings, into: Gathering, row: Row, work: Work): void {
  const bucket = bucketOf(ratings, row);
  into.accepted++;
  if (ratings.must && scoresSome(plan, work)) into.roles.add(String(row.columns[ratings.role ?? ratings.by]));
  if (ratings.maxSpread !== undefined) addExtreme(into, String(row.columns[ratings.by]), topLevel(plan.stage, work));
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
    else if (isLeft(plan, ratings, index, row, work)) figure.left++;
    else if (state !== "counts") figure.without[state]++;
  }
}

/** Has this rating a score for an item? */
const scoresSome = ({ stage }: Plan, { states }: Work): boolean =>
  stage.nodes.some(({ body }, index) => body.kind === "item" && states[index] === "counts");

/** Is the rater left out of an item, for having no score for it? */
export const isLeft = (plan: Plan, ratings: Ratings, index: number, row: Row, { states }: Work): boolean =>
  ratings.blank === "leave_out" && states[index] === "missing" && !isCode(plan, index, row);

/** Does the cell of an item hold one of the rubric's codes? */
function isCode({ stage }: Plan, index: number, { cells }: Row): boolean {
  const body = stage.nodes[index]?.body;
  return body?.kind === "item" && body.cell !== undefined && typeof cells[body.cell] === "string";
}

function addExtreme(into: Gathering, rater: string, total: Units | undefined): void {
  if (total === undefined) return;
  const own: RaterTotal = { rater, total };
  const { lowest, highest } = into.extremes ?? { lowest: own, highest: own };
  const isBefore = (other: RaterTotal, order: number): boolean =>
    order < 0 || (order === 0 && compareText(rater, other.rater) < 0);
  into.extremes = {
    lowest: isBefore(lowest, compare(total, lowest.total)) ? own : lowest,
    highest: isBefore(highest, compare(highest.total, total)) ? own : highest,
  };
}

/** The raters whose totals lie further apart than the rubric lets them; undefined where none do. */
export function tooFarApart({ maxSpread }: Ratings, { extremes }: Gathering): Gathering["extremes"] {
  if (maxSpread === undefined || !extremes) return undefined;
  const { lowest, highest } = extremes;
  return compare(subtract(highest.total, lowest.total), maxSpread) > 0 ? extremes : undefined;
}

/** The roles that must have scored and have not. */
export const absentRoles = ({ must = [] }: Ratings, { roles }: Gathering): readonly string[] =>
  must.filter((role) => !roles.has(role));

/** The role or group whose ratings are averaged first; empty where all are alike. */
export function bucketOf({ combine, role }: Ratings, row: Row): string {
  const column = combine.kind === "mean_of" ? combine.column : role;
  return column === undefined ? "" : String(row.columns[column]);
}

/** The combined scoring of the subject. Areas and items have no combined value where raters' totals are combined. */
export function combineRatings(plan: Plan, ratings: Ratings, gathered: Gathering, scorer: Scorer, trace?: Trace): Work {
  const work = combined(plan, ratings, gathered, scorer, trace);
  if (tooFarApart(ratings, gathered) || absentRoles(ratings, gathered).length > 0) {
    work.total = undefined;
    work.unclamped = undefined;
  }
  return work;
}

function combined(plan: Plan, ratings: Ratings, gathered: Gathering, scorer: Scorer, trace?: Trace): Work {
  const { stage } = plan;
  const work = startWork(stage, subjectColumns(plan, gathered.first), [], undefined, gathered.first);
  if (ratings.level === "total") {
    work.scores.fill(undefined);
    scorer.setTotal(
      work,
      gathered.total.without.missing > 0 ? undefined : combinedFigure(ratings, gathered.total.collection),
      trace,
    );
    return work;
  }
  for (const [index, each] of stage.nodes.entries()) {
    const node = nodeFor(each, work.columns);
    const figure = gathered.items[index];
    if (!figure) continue;
    const { without, collection } = figure;
    if (without.missing > 0) settle(work, index, "missing");
    else if (collection.count === 0 && figure.left > 0) settleOwn(work, index, node);
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

/** An item that nobody scored is what its own `missing` says. */
function settleOwn(work: Work, index: number, { body, max }: Node): void {
  const policy = body.kind === "item" ? body.missing : "incomplete";
  if (policy === "zero" || policy === "full") settle(work, index, "counts", 0, policy === "full" ? max : 0, max);
  else settle(work, index, policy === "incomplete" ? "missing" : policy, policy === "skip_total" ? max : 0);
}

/** A subject's own columns; those of a single rating say nothing of it. */
const subjectColumns = (plan: Plan, row: Row): Work["columns"] =>
  row.columns.map((value, index) => (plan.columns[index]?.of === "subject" ? value : undefined));
