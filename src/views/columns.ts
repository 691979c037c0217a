import { marked } from "../document/cell-text.ts";
import type { Cell, CellType } from "../document/table.ts";
import { number, text } from "../document/table.ts";
import type { CellValue, Column } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import { stagesOf } from "../model/stages.ts";
import { formatDecimal } from "../number/decimal.ts";
import { formatDate } from "../period/date.ts";
import { phrase } from "../text/phrase.ts";
import type { Style, Wording } from "./style.ts";
import { flags } from "./words.ts";

/** The columns that say who it is: the key, then the name. */
export const identity = (plan: Plan): readonly number[] =>
  plan.name === undefined || plan.key.includes(plan.name) ? plan.key : [...plan.key, plan.name];

export function columnHead(plan: Plan, at: number, wording: Wording): string {
  const { id, title } = plan.columns[at] as Column;
  return wording === "ids" ? id : title[plan.language];
}

/** The head of a column of the sheet where a table has such a column of its own. */
export const headOfSheet = (plan: Plan, name: string): string => phrase("{name} (sheet)", { name })[plan.language];

export function columnType(plan: Plan, at: number): CellType {
  const { kind } = (plan.columns[at] as Column).type;
  return kind === "number" ? number : kind === "date" ? { kind } : text;
}

/** What stands in the cells of a column. A date is ISO in every view: 03/04 is two days. */
export function columnCell(plan: Plan, at: number, wording: Wording): (value: CellValue | undefined) => Cell {
  const { type } = plan.columns[at] as Column;
  const labels = new Map(type.kind === "choice" ? type.values.map(({ id, label }) => [id, label ?? id]) : []);
  return (value) => {
    if (typeof value === "string") return wording === "ids" ? value : (labels.get(value) ?? value);
    if (typeof value === "boolean")
      return wording === "ids" ? String(value) : flags[value ? "yes" : "no"][plan.language];
    return value !== undefined && type.kind === "date" ? formatDate(value as number) : value;
  };
}

/** What a role is called, or a source: by its label, or by the words that stand in its heads, where they are more than a number. */
export function roleName(plan: Plan, role: string): string {
  const { ratings } = plan;
  const source = ratings?.sources?.find(({ id }) => id === role);
  if (source) return /\p{L}/u.test(source.words) ? source.words.replace(/^\((.*)\)$/, "$1") : role;
  return labelIn(plan, ratings?.role ?? ratings?.by, role) ?? role;
}

/** What a rater is called: by the label of the column that names raters, or as the source that he is. */
export function raterName(plan: Plan, rater: string): string {
  const { sources, by } = plan.ratings ?? {};
  if (sources) return roleName(plan, rater);
  return labelIn(plan, by, rater) ?? rater;
}

function labelIn({ columns }: Plan, column: number | undefined, value: string): string | undefined {
  const type = columns[column ?? -1]?.type;
  return type?.kind === "choice" ? type.values.find(({ id }) => id === value)?.label : undefined;
}

/** How the values of a column read within a text. */
export function columnText(plan: Plan, at: number, style: Style): (value: CellValue | undefined) => string {
  const cellOf = columnCell(plan, at, style.wording);
  return (value) => {
    const cell = cellOf(value) ?? "";
    return typeof cell === "string" ? cell : marked(formatDecimal(cell), style.decimalMark);
  };
}

/** Every column that some ranking, quota, award or summary groups by, in the order of the rubric. */
export function groupingColumns(plan: Plan): number[] {
  const used = stagesOf(plan).flatMap(({ ranking, quotas, awards }) =>
    [ranking, ...quotas, ...awards].flatMap(({ within }) => within),
  );
  return [...new Set([...used, ...(plan.summary?.by ?? []).flat()])].sort((a, b) => a - b);
}
