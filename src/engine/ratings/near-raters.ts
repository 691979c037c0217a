import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { namesIn } from "../../expression/names.ts";
import { asNumber } from "../../model/keys.ts";
import { rowKeyPlace, rowPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { Row, RowHead } from "../../model/row.ts";
import { beginnings, clean, longestTitle, lookAlike, spelledWords, spelling, withoutAccents } from "../../text/fold.ts";
import { compareText } from "../../text/order.ts";
import { phrase } from "../../text/phrase.ts";
import { postBeginnings, spokesmen } from "../../text/vocabulary.ts";
import { plainName, spelledOut } from "../../text/wording.ts";
import type { SubjectOptions } from "../subjects.ts";

/**
 * Finds raters who would be subjects if their keys were written alike: 1 of `001`, `Đ/c Lê Văn Nam` of `Lê Văn Nam`. A rule about one's
 * own rows passes them by.
 */
interface NearRaters {
  see(row: RowHead, rater: string): void;
  /** `subjects`: all that the period has, each with one of its rows. */
  report(period: string, subjects: ReadonlyMap<string, { readonly first: Row }>): void;
}

/** What one rater did in one period. */
interface Rater {
  readonly row: Pick<RowHead, "sheet" | "line">;
  readonly rated: Set<string>;
}

/** Undefined where the rubric compares no rater with a key. */
export function createNearRaters(
  plan: Plan,
  { by, accept }: Ratings,
  diagnostics: Diagnostics,
  { onContradiction }: Pick<SubjectOptions, "onContradiction">,
): NearRaters | undefined {
  const [key, ...others] = plan.key;
  const ends = [plan.columns[by], plan.columns[key ?? -1]];
  const accepted = accept ? namesIn(accept.expression) : new Set<string>();
  const areCompared =
    plan.columns.some(({ is }) => is !== undefined) || ends.every((end) => end !== undefined && accepted.has(end.id));
  if (!areCompared || others.length > 0 || ends.some((end) => end?.match === "exact")) return undefined;
  const periods = new Map<string, Map<string, Rater>>();
  return {
    see({ period, key, sheet, line }, rater) {
      if (!isNumber.test(rater) && !/[ .]/.test(rater)) return;
      const raters = periods.get(period) ?? new Map<string, Rater>();
      periods.set(period, raters);
      const known = raters.get(rater) ?? { row: { sheet, line }, rated: new Set() };
      raters.set(rater, known);
      known.rated.add(key);
    },
    report(period, subjects) {
      const strangers = [...(periods.get(period) ?? [])].filter(([rater]) => !subjects.has(rater));
      if (strangers.length === 0) return;
      const near = nearSubjects(subjects.keys());
      for (const [rater, { row, rated }] of strangers) {
        const ofOne = partsOf(rater).map(near);
        const subject = near(rater) ?? ofOne.find((one) => one !== undefined && rated.has(one));
        if (subject === undefined) continue;
        const place = rowKeyPlace(plan, (subjects.get(subject) as { readonly first: Row }).first);
        const related = { place, message: phrase('"{other}" stands here', { other: subject }) };
        diagnostics.report("A310", { rater, key: subject, period }, rowPlace(row, row.sheet.columns[by] || 1), [
          related,
        ]);
        for (const each of rated) onContradiction({ key: each, period }, "A310");
      }
    },
  };
}

/** Finds among subjects the one whom a text may mean that is written otherwise: by the same number or words, or the same letters where one of both has no accents. */
function nearSubjects(subjects: Iterable<string>): (rater: string) => string | undefined {
  const [same, bare] = [new Map<string, string>(), new Map<string, string>()];
  for (const subject of [...subjects].sort(compareText)) {
    const common = commonOf(subject);
    const letters = withoutAccents(common);
    same.set(common, subject);
    if (letters === common || !bare.has(letters)) bare.set(letters, subject);
  }
  return (rater) => {
    const common = commonOf(rater);
    const letters = withoutAccents(common);
    const other = bare.get(letters);
    return same.get(common) ?? (other !== undefined && [common, commonOf(other)].includes(letters) ? other : undefined);
  };
}

/** What else a text says of somebody who may rate his own unit: `Khoa Nội` of `BS. Hà (Khoa Nội)`, `Khoa Nội - BS Hà` and `Trưởng khoa Nội`. */
const partsOf = (rater: string): readonly string[] =>
  rater
    .slice(0, longestTitle)
    .split(/[()[\],;:]| [-–—] /)
    .map((part) => headOf(clean(part)))
    .filter((part) => part.includes(" ") && part !== rater);

const headOf = (text: string): string => {
  const words = beginnings(text).findLast((each) => leaders.has(spelling(each))) ?? "";
  return clean(text.slice(words.length));
};
const leaders = spelledWords([...postBeginnings, ...spokesmen]);

const commonOf = (text: string): string =>
  isNumber.test(text) ? asNumber(text) : lookAlike(spelledOut(plainName(text)));

const isNumber = /^\d+(?:[.,]0+)?$/;
