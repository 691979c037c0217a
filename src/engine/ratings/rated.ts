import type { Ratings } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import { topLevel } from "../law/area.ts";
import { unprovedRatings } from "../law/evidence.ts";
import { makeClassed } from "../law/result.ts";
import type { Scorer } from "../law/score.ts";
import type { Work } from "../law/work.ts";
import { startWork, takeDecidedTotal } from "../law/work.ts";
import type { CreateSubjects, PerSubject } from "../subjects.ts";
import { entryOf } from "../subjects.ts";
import { acceptance } from "./accept.ts";
import { createExpected } from "./expected.ts";
import type { Gathering } from "./gather.ts";
import { addRating, combineRatings, startGathering } from "./gather.ts";
import { withoutTotal } from "./lack.ts";

/** With `ratings`: each row is what one rater says; it is scored as it comes and not kept. */
export const ratedSubjects: CreateSubjects = (plan, prepared, diagnostics, options) => {
  const { stage, environment, classify, standingOf } = prepared;
  const ratings = plan.ratings as Ratings;
  const scorer = prepared.scorer as Scorer;
  const ratingScorer = prepared.ratingScorer as Scorer;
  const accepts = acceptance(plan, ratings, environment, diagnostics, options.onContradiction);
  const reportUnproved = unprovedRatings(plan, diagnostics);
  // Whoever hears of each rating sees by itself which are absent.
  const isWatched = ratings.expectAll && !options.onRating;
  const expected = isWatched ? createExpected(plan, ratings, environment, diagnostics) : undefined;
  const all: PerSubject<Gathering> = new Map();

  function show(row: Row, work: Work | undefined): void {
    const rater = row.columns[ratings.by];
    if (rater === undefined || !options.onRating) return;
    const total = work && topLevel(stage, work);
    options.onRating({ row, rater: String(rater), isAccepted: work !== undefined, total });
  }

  return {
    add(row) {
      const gathering = entryOf(all, row, () => startGathering(ratings, stage, row));
      if (gathering.first !== row && options.keepRows(row.key)) gathering.further.push(row);
      const rater = row.columns[ratings.by];
      if (rater !== undefined) expected?.see(row, String(rater));
      if (!accepts(gathering, row)) return show(row, undefined);
      const work = startWork(stage, row.columns, row.cells, row);
      ratingScorer.score(work);
      reportUnproved(row, work);
      addRating(plan, ratings, gathering, row, work);
      show(row, work);
    },
    periods: () => all.keys(),
    scored(period) {
      const subjects: ReadonlyMap<string, Gathering> = all.get(period.name) ?? new Map();
      expected?.reportGaps(period.name, subjects);
      return [...subjects].map(([key, gathering]) => {
        const work = combineRatings(plan, ratings, gathering, scorer);
        const from = { key, rows: rowsOf(gathering), parts: [] };
        const standing = standingOf(period, from, work.columns);
        takeDecidedTotal(work, standing?.decidedTotal);
        const subject = { work, standing };
        const obstacle = withoutTotal(plan, ratings, gathering, work);
        return { subject, classed: makeClassed(stage, work, classify(subject), obstacle, from) };
      });
    },
  };
};

const rowsOf = ({ first, further }: Gathering): readonly Row[] => [first, ...further];
