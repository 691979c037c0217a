import { listsBy } from "../model/groups.ts";
import { compareText } from "../text/order.ts";
import { agreementOf } from "./agreement.ts";
import type { Collected } from "./collect.ts";
import type { Allowed, Pair, Part } from "./connectivity.ts";
import { connectedParts, joiningPairs } from "./connectivity.ts";
import type { Coverage } from "./coverage.ts";
import { coverageIn } from "./coverage.ts";
import type { FairStanding, Official, Renumber } from "./fair.ts";
import { fairStandings } from "./fair.ts";
import type { BlocsOf, Favour, MutualFavour } from "./favours.ts";
import { favoursOf, mutualFavours } from "./favours.ts";
import type { Rating } from "./ratings.ts";
import { membersOf, targetOf } from "./ratings.ts";
import type { Fit } from "./severity.ts";
import { fitPart, mean } from "./severity.ts";

/** What can be said of the raters. It changes no result: numbers are doubles, in points. */
export interface Analysis extends Coverage {
  readonly hasBlocs: boolean;
  readonly parts: readonly AnalysedPart[];
  /** Ratings that would join the parts; fewer than parts − 1 where no allowed ones can. */
  readonly joining: readonly Pair[];
  readonly blocs: readonly BlocSeverity[];
  readonly favours: readonly Favour[];
  readonly mutual: readonly MutualFavour[];
  readonly standings: readonly FairStanding[];
  /** How the official total combines the ratings. */
  readonly combine: string;
}

/** What the rubric says, and what was computed by it. */
export interface Officially {
  readonly expectAll: boolean;
  readonly combine: string;
  readonly officials: readonly Official[];
  readonly renumber: Renumber;
}

interface AnalysedPart {
  /** From 1. */
  readonly number: number;
  readonly part: Part;
  /** Absent for a part that is too large. */
  readonly fit: Fit | undefined;
  readonly raters: readonly RaterFigures[];
  readonly outliers: readonly Outlier[];
}

interface RaterFigures {
  readonly part: number;
  readonly rater: string;
  readonly bloc: string;
  readonly count: number;
  /** All scores are one and the same, those of several. */
  readonly alike: boolean;
  /** Absent for a rater who is alone in a part: there is nobody to compare with. */
  readonly effect: number | undefined;
  readonly error: number | undefined;
  /** Standard deviation of the rater's own residuals around 0. */
  readonly spread: number;
  readonly agreement: number | undefined;
}

interface Outlier {
  readonly rating: Rating;
  readonly expected: number;
  readonly studentised: number;
}

interface BlocSeverity {
  readonly part: number;
  readonly bloc: string;
  readonly raters: number;
  /** Mean effect of its raters; absent for a bloc that is alone in a part. */
  readonly effect: number | undefined;
  /** Its standard error; absent without degrees of freedom. */
  readonly error: number | undefined;
}

/** Further from what is expected than nearly all ratings: beyond three deviations. */
const farOut = 3;

export function analyse(collected: Collected, { expectAll, combine, officials, renumber }: Officially): Analysis {
  const { ratings, blocs } = collected;
  const agreement = agreementOf(ratings);
  const parts = connectedParts(ratings).map((part, at) => analysePart(collected, part, at + 1, agreement));
  const hasBlocs = blocs.rater !== undefined && blocs.subject !== undefined;
  const blocsOf: BlocsOf = ({ period, rater, subject }) => ({
    rater: collected.blocOfRater(period, rater),
    subject: collected.blocOfSubject(period, subject),
  });
  const favours = hasBlocs ? favoursOf(ratings, blocsOf) : [];
  const modelled = parts.flatMap(({ part, fit }) => (fit ? [{ ratings: part.ratings, fit }] : []));
  return {
    ...coverageIn(collected, expectAll),
    hasBlocs,
    parts,
    joining: joiningPairs(
      parts.map(({ part }) => part),
      allowedBy(collected),
    ),
    blocs: blocs.rater === undefined ? [] : parts.flatMap(blocSeverities),
    favours,
    mutual: mutualFavours(favours, modelled, blocsOf),
    standings: fairStandings(officials, fairIn(parts), renumber),
    combine,
  };
}

const allowedBy = (collected: Collected): Allowed => ({
  mayRate({ rater, target }) {
    const { period, subject } = membersOf(target);
    return collected.couldRate(period, rater, subject);
  },
  kindOfRater: collected.kindOfRater,
  kindOfTarget(target) {
    const { period, subject } = membersOf(target);
    return collected.kindOfSubject(period, subject);
  },
});

function analysePart(
  collected: Collected,
  part: Part,
  number: number,
  agreement: ReadonlyMap<string, number>,
): AnalysedPart {
  const fit = fitPart(part);
  if (!fit) return { number, part, fit, raters: [], outliers: [] };
  const own = listsBy(part.ratings.keys(), (i) => (part.ratings[i] as Rating).rater);
  const last = new Map(part.ratings.map((rating) => [rating.rater, rating]));
  const raters = part.raters.map((rater, at): RaterFigures => {
    const places = own.get(rater) as readonly number[];
    const residuals = places.map((i) => fit.residuals[i] as number);
    const scores = new Set(places.map((i) => part.ratings[i]?.score));
    return {
      part: number,
      rater,
      bloc: collected.blocOfRater((last.get(rater) as Rating).period, rater),
      count: residuals.length,
      alike: residuals.length > 1 && scores.size === 1,
      effect: part.raters.length > 1 ? fit.effects[at] : undefined,
      error: fit.errors[at],
      spread: Math.sqrt(mean(residuals.map((e) => e * e))),
      agreement: agreement.get(rater),
    };
  });
  const outliers = part.ratings
    .flatMap((rating, i): Outlier[] => {
      const studentised = fit.studentised[i];
      if (studentised === undefined || Math.abs(studentised) < farOut) return [];
      return [{ rating, expected: rating.score - (fit.residuals[i] as number), studentised }];
    })
    .sort((a, b) => Math.abs(b.studentised) - Math.abs(a.studentised));
  return { number, part, fit, raters: [...raters].sort((a, b) => (a.effect ?? 0) - (b.effect ?? 0)), outliers };
}

function blocSeverities({ number, part, fit, raters }: AnalysedPart): BlocSeverity[] {
  const blocs = [...new Set(raters.map(({ bloc }) => bloc))].sort(compareText);
  return blocs.map((bloc) => {
    const own = raters.filter((rater) => rater.bloc === bloc);
    if (blocs.length === 1) return { part: number, bloc, raters: own.length, effect: undefined, error: undefined };
    const places = own.map(({ rater }) => part.raters.indexOf(rater));
    const effect = mean(own.map((rater) => rater.effect ?? 0));
    return { part: number, bloc, raters: own.length, effect, error: fit?.errorOfMean(places) };
  });
}

function fairIn(parts: readonly AnalysedPart[]) {
  const known = new Map<string, { fair: number; part: number }>();
  for (const { number, part, fit } of parts) {
    for (const [at, target] of part.targets.entries()) {
      if (fit) known.set(target, { fair: fit.fair[at] as number, part: number });
    }
  }
  return (official: Official) => known.get(targetOf(official));
}
