import type { ColumnValues } from "../model/column.ts";
import { valueText } from "../model/groups.ts";
import type { Plan } from "../model/plan.ts";
import { compareText } from "../text/order.ts";
import { raterName } from "../views/columns.ts";
import type { Rating } from "./ratings.ts";
import type { BlocColumns } from "./who.ts";
import { blocColumns, blocTitles, pairing } from "./who.ts";

/** What became of a rating: its score in points, or why it has none (it lacks scores, or does not count). */
type Given = number | "incomplete" | "left_out";

/** A rating as the computation saw it. `score`: in points; absent where it does not count or lacks scores. */
interface Seen {
  readonly period: string;
  readonly subject: string;
  readonly rater: string;
  readonly columns: ColumnValues;
  readonly isAccepted: boolean;
  readonly score: number | undefined;
}

/** Who was there in one period. */
interface Present {
  /** Columns of the subject, by key. */
  readonly subjects: ReadonlyMap<string, ColumnValues>;
  /** Columns of one of the rater's rows, by name; all sources of a wide sheet. */
  readonly raters: ReadonlyMap<string, ColumnValues>;
  /** By subject, what each rater gave. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, Given>>;
}

/** All that the report rests on, period by period. */
export interface Collected {
  readonly periods: ReadonlyMap<string, Present>;
  readonly ratings: readonly Rating[];
  readonly blocs: BlocColumns;
  /** Of those who scored somebody in that period. */
  mayRate(period: string, rater: string, subject: string): boolean;
  /** Of all raters: one who scored nobody in that period is taken as in the first period that knows him. */
  couldRate(period: string, rater: string, subject: string): boolean;
  /** A text that is the same only for those whom `couldRate` treats alike. */
  kindOfRater(rater: string): string;
  kindOfSubject(period: string, subject: string): string;
  /** Empty where the rubric knows no blocs. */
  blocOfRater(period: string, rater: string): string;
  blocOfSubject(period: string, subject: string): string;
  /** What people call a bloc. */
  blocTitle(bloc: string): string;
  /** What people call a rater. */
  raterTitle(rater: string): string;
}

interface Growing {
  readonly subjects: Map<string, ColumnValues>;
  readonly raters: Map<string, ColumnValues>;
  readonly given: Map<string, Map<string, Given>>;
}

interface Collector {
  /** Takes ratings in any order. */
  add(seen: Seen): void;
  /** Takes a subject that may be without any rating. */
  meet(subject: Pick<Seen, "period" | "subject" | "columns">): void;
  /** @param isAsked whether a period is reported on */
  finish(isAsked: (period: string) => boolean): Collected;
}

export function createCollector(plan: Plan): Collector {
  const growing = new Map<string, Growing>();
  const ratings: Rating[] = [];
  const blocs = blocColumns(plan);
  const allowed = pairing(plan);
  const { by = 0, sources = [] } = plan.ratings ?? {};
  const text = (values: ColumnValues | undefined, column: number | undefined): string =>
    column === undefined ? "" : valueText(values?.[column]);

  function meet(period: string, subject: string, columns: ColumnValues): Growing {
    const at = growing.get(period) ?? { subjects: new Map(), raters: new Map(), given: new Map() };
    growing.set(period, at);
    if (!at.subjects.has(subject)) at.subjects.set(subject, columns);
    // The sources of a wide sheet are raters, whether they scored somebody or not.
    for (const { id } of sources) if (!at.raters.has(id)) at.raters.set(id, columns.with(by, id));
    return at;
  }

  return {
    meet: ({ period, subject, columns }) => void meet(period, subject, columns),
    add({ period, subject, rater, columns, isAccepted, score }) {
      const at = meet(period, subject, columns);
      if (!at.raters.has(rater)) at.raters.set(rater, columns);
      const given = at.given.get(subject) ?? new Map<string, Given>();
      at.given.set(subject, given.set(rater, isAccepted ? (score ?? "incomplete") : "left_out"));
      if (isAccepted && score !== undefined) ratings.push({ period, subject, rater, score });
    },
    finish(isAsked) {
      const periods = new Map([...growing].filter(([period]) => isAsked(period)).sort(([a], [b]) => compareText(a, b)));
      const sorted = ratings.filter(({ period }) => isAsked(period)).sort(compareRatings);
      const first = new Map([...periods.values()].reverse().flatMap(({ raters }) => [...raters]));
      return {
        periods,
        ratings: sorted,
        blocs,
        mayRate(period, rater, subject) {
          const at = periods.get(period);
          const [of, on] = [at?.raters.get(rater), at?.subjects.get(subject)];
          return of !== undefined && on !== undefined && allowed.holds(of, on);
        },
        couldRate(period, rater, subject) {
          const at = periods.get(period);
          const [of, on] = [at?.raters.get(rater) ?? first.get(rater), at?.subjects.get(subject)];
          return of !== undefined && on !== undefined && allowed.holds(of, on);
        },
        kindOfRater(rater) {
          const kinds = new Set(
            [...periods.values()].flatMap(({ raters }) => allowed.kindOfRater(raters.get(rater)) ?? []),
          );
          const [only] = kinds;
          return kinds.size === 1 && only !== undefined ? only : JSON.stringify(rater);
        },
        kindOfSubject: (period, subject) =>
          `${period} ${allowed.kindOfSubject(periods.get(period)?.subjects.get(subject)) ?? ""}`,
        blocOfRater: (period, rater) => text(periods.get(period)?.raters.get(rater), blocs.rater),
        blocOfSubject: (period, subject) => text(periods.get(period)?.subjects.get(subject), blocs.subject),
        blocTitle: blocTitles(plan, blocs),
        raterTitle: (rater) => raterName(plan, rater),
      };
    },
  };
}

/** Sums of doubles depend on their order, so that of the rows must not matter. */
function compareRatings(a: Rating, b: Rating): number {
  return compareText(a.period, b.period) || compareText(a.subject, b.subject) || compareText(a.rater, b.rater);
}
