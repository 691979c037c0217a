import type { Ratings } from "../../model/ratings.ts";
import type { Row, RowHead } from "../../model/row.ts";
import { topLevel } from "../law/area.ts";
import { unprovedRatings } from "../law/evidence.ts";
import type { Scorer } from "../law/score.ts";
import type { Work } from "../law/work.ts";
import { startWork } from "../law/work.ts";
import type { CreateSubjects, PerSubject, ScoredRows } from "../subjects.ts";
import { entryOf, isSound } from "../subjects.ts";
import { createAcceptance } from "./accept.ts";
import { createExpected } from "./expected.ts";
import type { Gathering } from "./gather.ts";
import { addRating, combineRatings, startGathering } from "./gather.ts";
import { withoutTotal } from "./lack.ts";
import { createNearRaters } from "./near-raters.ts";
import { createRaterColumns } from "./rater-columns.ts";

/** With `ratings`: each row is what one rater says; it is scored as soon as all is known of its rater, and not kept. */
export const ratedSubjects: CreateSubjects = (plan, prepared, diagnostics, options) => {
  const { stage, environment } = prepared;
  const ratings = plan.ratings as Ratings;
  const scorer = prepared.scorer as Scorer;
  const ratingScorer = prepared.ratingScorer as Scorer;
  const acceptance = createAcceptance(plan, ratings, environment, diagnostics, options.onContradiction);
  const reportUnproved = unprovedRatings(plan, diagnostics);
  const expected = ratings.expectAll ? createExpected(plan, ratings, environment, diagnostics) : undefined;
  const all: PerSubject<Gathering> = new Map();
  const raters = createRaterColumns(plan, ratings, diagnostics, options);
  const near = createNearRaters(plan, ratings, diagnostics, options);
  /** Ratings of which something is known only when all are there, by period. */
  const held = new Map<string, RowHead[]>();

  function show(row: Row, work: Work | undefined): void {
    const rater = row.columns[ratings.by];
    if (rater === undefined || !options.onRating) return;
    const total = work && topLevel(stage, work);
    options.onRating({ row, rater: String(rater), isAccepted: work !== undefined, total });
  }

  function add(row: RowHead): void {
    const rater = row.columns[ratings.by];
    if (rater !== undefined) {
      raters?.see(row, String(rater));
      near?.see(row, String(rater));
    }
    if (!raters?.isLate) {
      take(row);
      return;
    }
    const period = held.get(row.period);
    if (period) period.push(row);
    else held.set(row.period, [row]);
  }

  function take(row: RowHead): void {
    const isRefused = acceptance.contradicts(row);
    if (!isSound(row)) return;
    const gathering = entryOf(all, row, () => startGathering(ratings, stage, row));
    if (gathering.first !== row && options.keepRows(row.key)) gathering.further.push(row);
    const rater = row.columns[ratings.by];
    if (rater !== undefined) expected?.see(row, String(rater));
    const isUnknown = rater !== undefined && raters?.isUnknown(row.period, String(rater));
    if (isRefused || isUnknown || !acceptance.allows(row)) {
      show(row, undefined);
      return;
    }
    const work = startWork(stage, row.columns, row.cells, row);
    ratingScorer.score(work);
    reportUnproved(row, work);
    addRating(plan, ratings, gathering, row, work);
    show(row, work);
  }

  return {
    add,
    addBroken: add,
    close() {
      for (const [period, rows] of held) {
        const complete = raters?.completing(period, rows.filter(isSound));
        for (const row of rows) take(complete && isSound(row) ? complete(row) : row);
      }
      held.clear();
      if (near) for (const [period, subjects] of all) near.report(period, subjects);
    },
    periods: () => all.keys(),
    scored(period) {
      const subjects: ReadonlyMap<string, Gathering> = all.get(period.name) ?? new Map();
      expected?.reportGaps(period.name, subjects, acceptance.ratersOf);
      return [...subjects].map(([key, gathering]): ScoredRows => {
        const work = combineRatings(plan, ratings, gathering, scorer);
        return { key, rows: rowsOf(gathering), work, obstacle: withoutTotal(plan, ratings, gathering, work) };
      });
    },
  };
};

const rowsOf = ({ first, further }: Gathering): readonly Row[] => [first, ...further];
