import type { CellValue, Column } from "../model/column.ts";
import type { Parameter, Plan } from "../model/plan.ts";
import type { PeriodReport, Results, State } from "../model/report.ts";
import { pageRows } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { periodWords } from "../period/spoken-period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { compareNatural } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import { columnText } from "./columns.ts";
import { placesBy } from "./groups.ts";
import { forPeople } from "./style.ts";
import { marks, states } from "./words.ts";

type Named = Pick<PeriodReport, "period" | "provisional">;

/** `Quý I/2026 (tạm tính)`. */
export function periodHeading({ language }: Plan, { period, provisional }: Named): string {
  const remark = provisional ? ` (${marks.provisional[language]})` : "";
  return `${periodWords(period)[language]}${remark}`;
}

/** `Giám sát lời nói đi đôi với việc làm: Quý I/2026`. */
export const periodTitle = (plan: Plan, period: Named): string =>
  `${plan.title[plan.language]}: ${periodHeading(plan, period)}`;

/** The results of one ranking group, from one place on to another; `title` is empty where everybody is ranked together. */
export interface Section {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** Ranking order keeps a group together: a new section begins where the group changes. People look for theirs by its name; the values of a choice keep their order. */
export function sections(plan: Plan, period: PeriodReport, results: Results): Section[] {
  const { within } = stageAt(plan, period).ranking;
  const style = forPeople(plan);
  const parts = within.map((at) => {
    const { title } = plan.columns[at] as Column;
    const print = columnText(plan, at, style);
    return (value: CellValue | undefined) => `${title[plan.language]}: ${print(value)}`;
  });
  const groups = placesBy(results, within, (values) => parts.map((part, at) => part(values[at])));
  const titles = groups.values.map((texts) => texts.join(" · "));
  const found: { title: string; from: number; to: number; readonly texts: readonly string[] }[] = [];
  for (const [place, group] of groups.of.entries()) {
    const title = titles[group] as string;
    const last = found.at(-1);
    if (last?.title === title) last.to++;
    else found.push({ title, from: place, to: place + 1, texts: groups.values[group] as readonly string[] });
  }
  const isText = within.map((at) => plan.columns[at]?.type.kind === "text");
  return found.sort((a, b) => {
    const other = a.texts.findIndex((text, part) => text !== b.texts[part]);
    return isText[other] ? compareNatural(a.texts[other] as string, b.texts[other] as string) : a.from - b.from;
  });
}

/** By whose regulation the rubric is different from the one that it extends. */
export function departure({ because, basis, language }: Plan): string[] {
  const document = basis.find(({ id }) => id === because)?.title;
  return document === undefined ? [] : [phrase("differs from the common rules by: {document}", { document })[language]];
}

/** `Tốt 12 · Khá 3 · chưa đủ điểm 1`. */
export const bandCounts = (plan: Plan, period: PeriodReport): string =>
  [...countsByTitle(plan, period)].map(([title, count]) => `${title} ${count}`).join(" · ");

/** How many are in every band, then in the states without one that occur. */
export function countsByTitle(plan: Plan, period: PeriodReport): ReadonlyMap<string, number> {
  const { bands } = stageAt(plan, period);
  const { inBand, inState } = counted(bands.length, period.results);
  return new Map([
    ...bands.map(({ title }, at) => [title[plan.language], inBand[at] as number] as const),
    ...(["not_rated", "incomplete"] as const)
      .filter((state) => inState[state] > 0)
      .map((state) => [states[state][plan.language], inState[state]] as const),
  ]);
}

function counted(bands: number, results: Results) {
  const inBand = Array.from({ length: bands }, () => 0);
  const enter = (band: number | undefined): void => {
    if (band !== undefined && band < bands) inBand[band] = (inBand[band] as number) + 1;
  };
  const { columns } = results;
  for (let from = 0; columns && from < results.length; from += pageRows) {
    const page = columns.page(from, pageRows);
    for (let at = 0; at < page.count; at++) enter(page.bands[at]);
  }
  if (columns) return { inBand, inState: columns.counts };
  const inState: Record<State, number> = { rated: 0, not_rated: 0, incomplete: 0 };
  for (const { state, band } of results) {
    inState[state]++;
    if (state === "rated") enter(band);
  }
  return { inBand, inState };
}

/** The values with which a rubric was compiled: `Tỷ lệ xuất sắc tối đa: 25%`. */
export const parameterLines = (plan: Plan): string[] =>
  (plan.parameters ?? []).map((parameter) => `${parameter.title[plan.language]}: ${parameterText(plan, parameter)}`);

/** A value as the rubric writes it, with the titles of bands that it names; a word of quotas in plain words. */
export const parameterText = ({ stage: { bands }, language }: Plan, { value }: Parameter): string =>
  quotaWords.get(value)?.[language] ??
  value.replace(/[A-Za-z]\w*/g, (word) => bands.find(({ id }) => id === word)?.title[language] ?? word);

const quotaWords: ReadonlyMap<string, Bilingual> = new Map([
  ["before", phrase("before any quota")],
  ["after", phrase("once the surplus has moved")],
  ["out", phrase("all go down")],
  ["in", phrase("all stay")],
  ["open", phrase("left to the authority")],
  ["down", phrase("down")],
  ["up", phrase("up")],
  ["half_up", phrase("half up")],
]);
