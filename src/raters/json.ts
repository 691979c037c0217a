import { showKey } from "../model/keys.ts";
import type { Analysis } from "./analyse.ts";
import { membersOf } from "./ratings.ts";

/** Everything, for programs. Numbers are doubles in points. */
export function jsonText(analysis: Analysis): string {
  const { parts, pairs, coverage, absent, joining, blocs, favours, mutual, standings } = analysis;
  const pairOf = ({ rater, target }: (typeof joining)[number]) => {
    const { period, subject } = membersOf(target);
    return { rater, period, subject: showKey(subject) };
  };
  const withState = (wanted: (typeof pairs)[number]["state"]) =>
    pairs
      .filter(({ state }) => state === wanted)
      .map(({ period, rater, subject }) => ({ period, rater, subject: showKey(subject) }));
  return `${JSON.stringify({
    coverage,
    missing: withState("missing"),
    incomplete: withState("incomplete"),
    absent: absent.map((each) => ({ ...each, subjects: each.subjects.map(showKey) })),
    parts: parts.map(({ number, part, fit, raters, outliers }) => ({
      part: number,
      raters: part.raters.length,
      targets: part.targets.length,
      ratings: part.ratings.length,
      deviation: fit?.deviation,
      freedom: fit?.freedom,
      severity: raters,
      outliers: outliers.map(({ rating, expected, studentised }) => ({
        ...rating,
        subject: showKey(rating.subject),
        expected,
        studentised,
      })),
    })),
    joining: joining.map(pairOf),
    blocs,
    favours,
    mutual: mutual.map(({ one, beyond }) => ({ blocs: [one.from, one.to], beyond })),
    standings: standings.map((each) => ({ ...each, subject: showKey(each.subject) })),
  })}\n`;
}
