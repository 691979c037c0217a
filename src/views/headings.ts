import type { Parameter, Plan } from "../model/plan.ts";
import type { PeriodReport } from "../model/report.ts";
import { periodWords } from "../period/spoken-period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { marks } from "./words.ts";

type Named = Pick<PeriodReport, "period" | "provisional">;

/** `Quý I/2026 (tạm tính)`. */
export function periodHeading({ language }: Plan, { period, provisional }: Named): string {
  const remark = provisional ? ` (${marks.provisional[language]})` : "";
  return `${periodWords(period)[language]}${remark}`;
}

/** `Giám sát lời nói đi đôi với việc làm: Quý I/2026`. */
export const periodTitle = (plan: Plan, period: Named): string =>
  `${plan.title[plan.language]}: ${periodHeading(plan, period)}`;

/** By whose regulations the rubric is different from the one that it extends. */
export function departureLines(plan: Plan): string[] {
  const documents = new Set((plan.departures ?? []).map(({ because }) => documentOf(plan, because)));
  return [...documents].map(
    (document) => phrase("differs from the common rules by: {document}", { document })[plan.language],
  );
}

/** The title of an entry of `basis`. */
export const documentOf = ({ basis }: Plan, because: string): string =>
  basis.find(({ id }) => id === because)?.title ?? because;

/** The values with which a rubric was compiled: `Tỷ lệ xuất sắc tối đa: 25%`. */
export const parameterLines = (plan: Plan): string[] =>
  (plan.parameters ?? []).map((parameter) => `${parameter.title[plan.language]}: ${parameterText(plan, parameter)}`);

/** A value as the rubric writes it, with the titles of bands that it names; a word of quotas in plain words. */
export const parameterText = ({ stage: { bands }, language }: Plan, { value }: Parameter): string =>
  parameterWords.get(value)?.[language] ??
  value.replace(/[A-Za-z]\w*/g, (word) => bands.find(({ id }) => id === word)?.title[language] ?? word);

const parameterWords: ReadonlyMap<string, Bilingual> = new Map([
  ["before", phrase("before any quota")],
  ["after", phrase("once the surplus has moved")],
  ["out", phrase("all go down")],
  ["in", phrase("all stay")],
  ["open", phrase("left to the authority")],
  ["down", phrase("down")],
  ["up", phrase("up")],
  ["half_up", phrase("half up")],
]);
