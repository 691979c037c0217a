import { compareText } from "../text/order.ts";
import type { Collected } from "./collect.ts";

/** Who scored whom, and who should have. */
export interface Coverage {
  readonly expectAll: boolean;
  readonly pairs: readonly PairState[];
  readonly coverage: readonly Covered[];
  /** Empty where the rubric expects nothing. */
  readonly absent: readonly Absent[];
  /** What people call a bloc. */
  readonly blocTitle: (bloc: string) => string;
  /** What people call a rater. */
  readonly raterTitle: (rater: string) => string;
}

export function coverageIn(collected: Collected, expectAll: boolean): Coverage {
  const pairs = pairStates(collected, expectAll);
  return {
    expectAll,
    pairs,
    coverage: coverageOf(pairs, expectAll),
    absent: expectAll ? absentIn(collected) : [],
    blocTitle: collected.blocTitle,
    raterTitle: collected.raterTitle,
  };
}

/** What became of one pair of a rater and a subject in one period. */
export interface PairState {
  readonly period: string;
  readonly rater: string;
  readonly raterBloc: string;
  readonly subject: string;
  readonly subjectBloc: string;
  /** `incomplete`: lacks scores; `left_out`: does not count; `missing`: was expected. */
  readonly state: "scored" | "incomplete" | "left_out" | "missing";
  readonly score: number | undefined;
}

/** Ratings given (whole ones) of those expected, between two blocs in one period. */
interface Covered {
  readonly period: string;
  readonly raterBloc: string;
  readonly subjectBloc: string;
  readonly given: number;
  /** Absent where the rubric expects nothing (`expect: all` is not stated). */
  readonly expected: number | undefined;
}

/** Every rating there is, and with `expectAll` every one that may be given and was not, in order. */
export function pairStates(collected: Collected, expectAll: boolean): readonly PairState[] {
  const states: PairState[] = [];
  for (const [period, { subjects, raters, given }] of collected.periods) {
    const everybody = [...raters.keys()].sort(compareText);
    for (const subject of [...subjects.keys()].sort(compareText)) {
      for (const rater of expectAll ? everybody : [...(given.get(subject)?.keys() ?? [])].sort(compareText)) {
        const found = given.get(subject)?.get(rater);
        if (found === undefined && !(expectAll && collected.mayRate(period, rater, subject))) continue;
        states.push({
          period,
          rater,
          raterBloc: collected.blocOfRater(period, rater),
          subject,
          subjectBloc: collected.blocOfSubject(period, subject),
          state: typeof found === "number" ? "scored" : (found ?? "missing"),
          score: typeof found === "number" ? found : undefined,
        });
      }
    }
  }
  return states;
}

function coverageOf(states: readonly PairState[], expectAll: boolean): readonly Covered[] {
  const groups = new Map<string, { given: number; expected: number; first: PairState }>();
  for (const state of states) {
    if (state.state === "left_out") continue;
    const id = [state.period, state.raterBloc, state.subjectBloc].join("\u001F");
    const group = groups.get(id) ?? { given: 0, expected: 0, first: state };
    groups.set(id, group);
    group.expected++;
    if (state.state === "scored") group.given++;
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { given, expected, first }]) => ({
      period: first.period,
      raterBloc: first.raterBloc,
      subjectBloc: first.subjectBloc,
      given,
      expected: expectAll ? expected : undefined,
    }));
}

/** Who scored nobody in a period, and whom nobody scored, though there are ratings by them or of them in others. */
interface Absent {
  readonly period: string;
  readonly raters: readonly string[];
  readonly subjects: readonly string[];
}

function absentIn({ periods }: Collected): readonly Absent[] {
  const known = [...periods.values()];
  const raters = [...new Set(known.flatMap((each) => [...each.raters.keys()]))].sort(compareText);
  const subjects = [...new Set(known.flatMap((each) => [...each.subjects.keys()]))].sort(compareText);
  return [...periods]
    .map(([period, present]) => ({
      period,
      raters: raters.filter((rater) => !present.raters.has(rater)),
      subjects: subjects.filter((subject) => !present.subjects.has(subject)),
    }))
    .filter((absent) => absent.raters.length + absent.subjects.length > 0);
}
