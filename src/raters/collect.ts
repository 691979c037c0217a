import type { CellValue, Plan } from "../rubric/4-plan/plan.ts";
import { compareText } from "../text/order.ts";
import type { Rating } from "./ratings.ts";
import type { BlocColumns } from "./who.ts";
import { blocColumns, pairing } from "./who.ts";

type Values = readonly (CellValue | undefined)[];

/** A rating as the computation saw it. `score`: in points; absent where it does not count or lacks scores. */
export interface Seen {
  readonly period: string;
  readonly subject: string;
  readonly rater: string;
  readonly columns: Values;
  readonly isAccepted: boolean;
  readonly score: number | undefined;
}

/** Who was there in one period. */
interface Present {
  /** Columns of the subject, by key. */
  readonly subjects: ReadonlyMap<string, Values>;
  /** Columns of one of the rater's rows, by name. */
  readonly raters: ReadonlyMap<string, Values>;
  /** By subject, what each rater gave; `undefined` for a rating that does not count. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, number | undefined>>;
}

/** All that the report rests on, period by period. */
export interface Collected {
  readonly periods: ReadonlyMap<string, Present>;
  readonly ratings: readonly Rating[];
  readonly blocs: BlocColumns;
  /** Of those who scored somebody in that period. */
  mayRate(period: string, rater: string, subject: string): boolean;
  /** Of all raters, as they were in their first period. */
  couldRate(period: string, rater: string, subject: string): boolean;
  /** Empty where the rubric knows no blocs. */
  blocOfRater(period: string, rater: string): string;
  blocOfSubject(period: string, subject: string): string;
}

interface Growing {
  readonly subjects: Map<string, Values>;
  readonly raters: Map<string, Values>;
  readonly given: Map<string, Map<string, number | undefined>>;
}

/** Takes ratings in any order. */
export function createCollector(plan: Plan): { add(seen: Seen): void; finish(): Collected } {
  const growing = new Map<string, Growing>();
  const ratings: Rating[] = [];
  const blocs = blocColumns(plan);
  const allowed = pairing(plan);
  const text = (values: Values | undefined, column: number | undefined): string =>
    values === undefined || column === undefined ? "" : String(values[column] ?? "");

  return {
    add({ period, subject, rater, columns, isAccepted, score }) {
      const at = growing.get(period) ?? { subjects: new Map(), raters: new Map(), given: new Map() };
      growing.set(period, at);
      if (!at.subjects.has(subject)) at.subjects.set(subject, columns);
      if (!at.raters.has(rater)) at.raters.set(rater, columns);
      const given = at.given.get(subject) ?? new Map<string, number | undefined>();
      at.given.set(subject, given.set(rater, isAccepted ? score : undefined));
      if (isAccepted && score !== undefined) ratings.push({ period, subject, rater, score });
    },
    finish() {
      const periods = new Map([...growing].sort(([a], [b]) => compareText(a, b)));
      const sorted = [...ratings].sort(compareRatings);
      return {
        periods,
        ratings: sorted,
        blocs,
        mayRate(period, rater, subject) {
          const at = periods.get(period);
          const [of, on] = [at?.raters.get(rater), at?.subjects.get(subject)];
          return of !== undefined && on !== undefined && allowed(of, on);
        },
        couldRate(period, rater, subject) {
          const of = [...periods.values()]
            .map(({ raters }) => raters.get(rater))
            .find((values) => values !== undefined);
          const on = periods.get(period)?.subjects.get(subject);
          return of !== undefined && on !== undefined && allowed(of, on);
        },
        blocOfRater: (period, rater) => text(periods.get(period)?.raters.get(rater), blocs.rater),
        blocOfSubject: (period, subject) => text(periods.get(period)?.subjects.get(subject), blocs.subject),
      };
    },
  };
}

/** Sums of doubles depend on their order, so that of the rows must not matter. */
function compareRatings(a: Rating, b: Rating): number {
  return compareText(a.period, b.period) || compareText(a.subject, b.subject) || compareText(a.rater, b.rater);
}
