import { compareText } from "../text/order.ts";
import type { Collected } from "./collect.ts";

/** What became of one pair of a rater and a subject in one period. */
export interface PairState {
  readonly period: string;
  readonly rater: string;
  readonly raterBloc: string;
  readonly subject: string;
  readonly subjectBloc: string;
  /** `left_out`: scored, but it does not count or lacks scores; `missing`: was expected. */
  readonly state: "scored" | "left_out" | "missing";
  readonly score: number | undefined;
}

/** Ratings given of those expected, between two blocs in one period. */
export interface Covered {
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
    for (const subject of [...subjects.keys()].sort(compareText)) {
      for (const rater of [...raters.keys()].sort(compareText)) {
        const isThere = given.get(subject)?.has(rater) === true;
        if (!isThere && !(expectAll && collected.mayRate(period, rater, subject))) continue;
        const score = given.get(subject)?.get(rater);
        states.push({
          period,
          rater,
          raterBloc: collected.blocOfRater(period, rater),
          subject,
          subjectBloc: collected.blocOfSubject(period, subject),
          state: !isThere ? "missing" : score === undefined ? "left_out" : "scored",
          score,
        });
      }
    }
  }
  return states;
}

export function coverageOf(states: readonly PairState[], expectAll: boolean): readonly Covered[] {
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
