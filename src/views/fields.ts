import { nodeText, totalText } from "../document/number-text.ts";
import type { Style } from "../document/style.ts";
import type { CellValue, Column, Plan, Stage, Units } from "../model/plan.ts";
import type { Result } from "../model/report.ts";
import { formatDecimal } from "../number/decimal.ts";
import { formatDate } from "../period/date.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Selection } from "./selection.ts";
import { printsUnclamped } from "./unclamped.ts";
import { flags, heads, marks, states } from "./words.ts";

/** One column of a period's table. */
export interface Field {
  readonly id: string;
  readonly head: string;
  /** `word` is written by score alone (an id, a list of ids), `text` may hold what somebody typed. */
  readonly kind: "number" | "text" | "word";
  /** Empty where there is nothing to say. */
  readonly text: (result: Result) => string;
}

/** Printed reports follow the language of the rubric, numbers too. */
export const forPeople = (plan: Plan): Style => ({
  wording: "titles",
  decimalMark: plan.language === "vi" ? "," : ".",
});

/** All columns of a period's table, in the order of its CSV file. */
export function periodFields(plan: Plan, stage: Stage, style: Style, selection: Selection = {}): Field[] {
  const special = identity(plan);
  const others = plan.columns.flatMap((column, at) => (special.includes(at) || !isPrinted(column) ? [] : [at]));
  return [
    rankField(plan, style),
    ...without(
      [...special, ...others].map((at) => columnField(plan, at, style)),
      selection,
    ),
    ...nodeFields(plan, stage, style, selection),
    ...(printsUnclamped(plan, stage) ? [totalField(plan, stage, "unclamped", style)] : []),
    totalField(plan, stage, "total", style),
    ...bandFields(plan, stage, style),
    ...noteFields(plan, stage, style),
  ];
}

/** Whether results carry the value of a column: one that each subject has, once, and that is used. */
export const isPrinted = ({ id, of, compare }: Column): boolean => id !== "period" && of === "subject" && !compare;

const without = (fields: Field[], { without: ids = [] }: Selection): Field[] =>
  fields.filter(({ id }) => !ids.includes(id));

/** The columns of a table for people that say who it is, and those asked for besides. */
export function personFields(plan: Plan, style: Style, selection: Selection): Field[] {
  const asked = (selection.columns ?? []).map((id) => plan.columns.findIndex((column) => column.id === id));
  const all = [...new Set([...identity(plan), ...asked.filter((at) => at >= 0)])];
  return without(
    all.map((at) => columnField(plan, at, style)),
    selection,
  );
}

/** The columns that say who it is: the key, then the name. */
export const identity = (plan: Plan): readonly number[] =>
  plan.name === undefined || plan.key.includes(plan.name) ? plan.key : [...plan.key, plan.name];

export const rankField = (plan: Plan, style: Style): Field =>
  own(plan, style, "rank", "number", ({ rank }) => (rank === undefined ? "" : String(rank)));

export function columnHead(plan: Plan, at: number, { wording }: Style): string {
  const { id, title } = plan.columns[at] as Column;
  return wording === "ids" ? id : title[plan.language];
}

export function columnField(plan: Plan, at: number, style: Style): Field {
  const column = plan.columns[at] as Column;
  const print = cellText(plan, at, style);
  return {
    id: column.id,
    head: columnHead(plan, at, style),
    kind: column.type.kind === "number" ? "number" : "text",
    text: ({ columns }) => print(columns[at]),
  };
}

/** How the values of a column read. A date is ISO in every style: 03/04 is two days. */
export function cellText(plan: Plan, at: number, style: Style): (value: CellValue | undefined) => string {
  const { type } = plan.columns[at] as Column;
  const labels = new Map(type.kind === "choice" ? type.values.map(({ id, label }) => [id, label ?? id]) : []);
  return (value) => {
    if (value === undefined) return "";
    if (typeof value === "string") return style.wording === "ids" ? value : (labels.get(value) ?? value);
    if (typeof value === "boolean")
      return style.wording === "ids" ? String(value) : flags[value ? "yes" : "no"][plan.language];
    if (type.kind === "date") return formatDate(Number(value));
    return marked(formatDecimal(value), style);
  };
}

/** The top level, then the nodes asked for that this stage has. */
export function nodeFields(plan: Plan, stage: Stage, style: Style, selection: Selection = {}): Field[] {
  const named = (selection.columns ?? [])
    .map((id) => stage.nodes.findIndex((node) => node.id === id))
    .filter((at) => at >= 0);
  return without(
    [...new Set([...stage.top, ...named])].map((at) => nodeField(plan, stage, at, style)),
    selection,
  );
}

export function nodeField(plan: Plan, stage: Stage, at: number, style: Style): Field {
  const node = stage.nodes[at] as Stage["nodes"][number];
  const { id, title } = node;
  const print = nodeText(plan, node);
  return {
    id,
    head: style.wording === "ids" ? id : title[plan.language],
    kind: "number",
    text: ({ scores }) => number(print, scores[at], style),
  };
}

export function totalField(plan: Plan, stage: Stage, which: "total" | "unclamped", style: Style): Field {
  const print = totalText(plan, stage);
  return own(plan, style, which, "number", (result) => number(print, result[which], style));
}

export function bandFields(plan: Plan, stage: Stage, style: Style): [id: Field, title: Field] {
  const ids = stage.bands.map(({ id }) => id);
  return [
    own(plan, style, "band", "word", ({ band }) => (band === undefined ? "" : (ids[band] as string))),
    bandField(plan, stage, style),
  ];
}

/** The title of the band, in every style. */
export function bandField(plan: Plan, stage: Stage, style: Style): Field {
  const titles = stage.bands.map(({ title }) => title[plan.language]);
  return own(plan, style, "band_title", "text", ({ band }) => (band === undefined ? "" : (titles[band] as string)));
}

function noteFields(plan: Plan, stage: Stage, style: Style): Field[] {
  const { language } = plan;
  const ids = style.wording === "ids";
  const kind = ids ? "word" : "text";
  const list = (all: ReadonlyMap<string, Bilingual>) => (chosen: readonly string[]) =>
    chosen.length === 0 ? "" : ids ? chosen.join(" ") : chosen.map((id) => all.get(id)?.[language] ?? id).join("; ");
  const awards = list(titles(stage.awards));
  const alerts = list(titles(stage.alerts));
  const marked = list(new Map(Object.entries(marks)));
  return [
    own(plan, style, "state", kind, ({ state }) => (ids ? state : states[state][language])),
    own(plan, style, "reason", "text", ({ reason }) => reason),
    own(plan, style, "rules", "word", ({ rules }) => rules.join(" ")),
    own(plan, style, "awards", kind, (result) => awards(result.awards)),
    own(plan, style, "alerts", kind, (result) => alerts(result.alerts)),
    own(plan, style, "marks", kind, (result) => marked(result.marks)),
  ];
}

const titles = (named: readonly { readonly id: string; readonly title: Bilingual }[]): ReadonlyMap<string, Bilingual> =>
  new Map(named.map(({ id, title }) => [id, title]));

/** A column of score's own. */
const own = (
  plan: Plan,
  { wording }: Style,
  id: Exclude<keyof typeof heads, "note" | "shown" | "notShown">,
  kind: Field["kind"],
  text: Field["text"],
): Field => ({ id, head: wording === "ids" ? id : heads[id][plan.language], kind, text });

const number = (print: (units: Units) => string, units: Units | undefined, style: Style): string =>
  units === undefined ? "" : marked(print(units), style);

/** A number with the decimal mark of a style. */
export const marked = (decimal: string, { decimalMark }: Style): string =>
  decimalMark === "." ? decimal : decimal.replace(".", decimalMark);
