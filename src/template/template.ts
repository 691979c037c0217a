import type { Cell as Figure } from "../document/table.ts";
import type { Cell, Column, Tab } from "../document/xlsx/book.ts";
import { letters } from "../document/xlsx/book.ts";
import { periodId } from "../model/column.ts";
import { listsBy } from "../model/groups.ts";
import type { Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import { formatDecimal, parseDecimal } from "../number/decimal.ts";
import { divide } from "../number/exact.ts";
import { periodWords } from "../period/spoken-period.ts";
import { scoreColumns } from "../sheet/2-header/targets.ts";
import { checkHead, periodHeads } from "../sheet/vocabulary.ts";
import { phrase } from "../text/phrase.ts";
import { allowedFor, allowedIn, percentageNote } from "./allowed.ts";
import { checkFormula } from "./check-formula.ts";

/** What is filled in of somebody, by plan column; the period is that of the template. */
export type Person = readonly (string | undefined)[];

export interface TemplateOptions {
  /** Canonical name. */
  readonly period?: string;
  readonly people?: readonly Person[];
  /** Who fills it in, or whose people they are: a line above the table. */
  readonly about?: string;
}

interface TemplateColumn extends Column {
  /** A plan column that may be filled in beforehand. */
  readonly plan?: number;
  /** The items that are scored in it: several where they exclude each other and share a column. */
  readonly nodes?: readonly Node[];
}

/** Blank rows of a form without a list of people. */
const blankRows = 40;

/** The heads of a sheet for this rubric, and the people to go below them where they are known. */
export function templateRows(plan: Plan, { period, people = [] }: TemplateOptions) {
  const columns = templateColumns(plan, period === undefined ? [] : [periodHead(plan)]);
  const filled = people.map((person) =>
    columns.map(({ plan: at, head }) =>
      at === undefined ? (head === periodHead(plan) ? period : undefined) : written(person[at], plan.columns[at]),
    ),
  );
  return { heads: columns.map(({ head }) => head), rows: filled };
}

/** A number stays one: as a text, `-2` would be taken for a formula and kept from being run. */
const written = (text: string | undefined, column: Plan["columns"][number] | undefined): Figure =>
  (column?.type.kind === "number" && text !== undefined ? parseDecimal(text) : undefined) ?? text;

/** The same as a form for people: with limits on cells, notes on heads, what each is worth, and a sum that adds itself up. */
export function templateTab(plan: Plan, { period, people, about }: TemplateOptions): Tab {
  const { language } = plan;
  const columns = templateColumns(plan, []);
  const titles = [
    period === undefined ? plan.title[language] : `${plan.title[language]}: ${periodWords(period)[language]}`,
    ...(about === undefined ? [] : [about]),
  ];
  // Heads stand two lines below the titles, and what items are worth right below them.
  const first = titles.length + 4;
  const indexOf = (node: Node): number => columns.findIndex(({ nodes }) => nodes?.includes(node));
  const cellOf = (column: number, row: number): string => `${letters(column)}${row}`;
  const scores = columns.findIndex(({ nodes }) => nodes);
  // A form that is printed to be filled in by hand has no sum yet.
  const sumIn = (row: number): string | undefined => {
    const sum = checkFormula(plan, (node) => (indexOf(node) < 0 ? undefined : cellOf(indexOf(node), row)));
    const filled = `COUNTA(${cellOf(scores, row)}:${cellOf(columns.length - 1, row)})`;
    return sum === undefined || plan.ratings?.sources ? undefined : `IF(${filled}=0,"",${sum})`;
  };
  const hasSum = sumIn(first) !== undefined;
  const rows = (people ?? Array.from({ length: blankRows }, (): Person => [])).map((person, at): Cell[] => {
    const filled = columns.map(({ plan: index }) => (index === undefined ? undefined : person[index] || undefined));
    const sum = sumIn(first + at);
    return sum === undefined ? filled : [...filled, { formula: sum }];
  });
  const sumColumn: Column = { head: checkHead[language], places: "general", width: 12 };
  return {
    name: period ?? plan.id,
    titles,
    columns: hasSum ? [...columns, sumColumn] : columns,
    rows: [maxima(plan, columns), ...rows],
    frozen: columns.findIndex(({ plan: at }) => at === (plan.name ?? plan.key[0])) + 1,
    headed: 1,
    isForm: true,
  };
}

/** What every item is worth, as forms have it below their heads. */
function maxima(plan: Plan, columns: readonly TemplateColumn[]): Cell[] {
  const label = phrase("Max score")[plan.language];
  return columns.map(({ plan: at, nodes = [] }): Cell => {
    if (at !== undefined) return at === (plan.name ?? plan.key[0]) ? label : undefined;
    const [max, ...others] = new Set(nodes.map((node) => formatDecimal(divide(node.max, plan.scale))));
    return max !== undefined && others.length === 0 && !nodes.some(({ by }) => by) ? { number: max } : undefined;
  });
}

const periodHead = ({ columns, language }: Plan): string =>
  (columns.find(({ id }) => id === periodId)?.headers ?? periodHeads[language])[0] ?? periodId;

function templateColumns(plan: Plan, further: readonly string[]): TemplateColumn[] {
  const { ratings } = plan;
  // What a source plays the part of no sheet has, and what is said of a rater elsewhere nobody fills in.
  const isAsked = (at: number): boolean => {
    const column = plan.columns[at];
    if (!column || column.id === periodId || column.compare || column.is !== undefined) return false;
    return !(ratings?.sources && (at === ratings.by || at === ratings.role));
  };
  const identity = [...plan.key, ...(plan.name === undefined || plan.key.includes(plan.name) ? [] : [plan.name])];
  const others = plan.columns.map((_, at) => at).filter((at) => !identity.includes(at));
  const asked = [...identity, ...others].filter(isAsked).map((at): TemplateColumn => {
    const column = plan.columns[at] as Plan["columns"][number];
    const allowed = allowedIn(column, plan);
    const isText = column.type.kind !== "number" && column.type.kind !== "date";
    return {
      head: column.headers[0] ?? column.id,
      plan: at,
      ...(allowed && { allowed }),
      ...(!isText && { places: "general" as const }),
      ...(column.type.kind === "date" && { isDate: true }),
    };
  });
  const scores = [...scoresByHead(plan)].map(([head, nodes]): TemplateColumn => {
    const [node, ...others] = nodes as [Node, ...Node[]];
    // Of items that share a column each allows what is its own.
    const allowed = others.length > 0 ? undefined : allowedFor(node, plan);
    return {
      head,
      note: nodes.map((each) => noteOn(each, plan)).join("\n"),
      nodes,
      width: widthFor(allowed, head),
      places: "general",
      ...(allowed && { allowed }),
    };
  });
  return [...asked, ...further.map((head): TemplateColumn => ({ head })), ...scores];
}

/** The items of the rows' own period by what stands over their column. */
function scoresByHead(plan: Plan): ReadonlyMap<string, readonly Node[]> {
  const scores = scoreColumns(plan).filter(({ rows }) => rows === plan.stage.period);
  const byHead = listsBy(scores, ({ names }) => names[1] ?? names[0]);
  return new Map(Array.from(byHead, ([head, columns]) => [head, columns.map(({ node }) => node)]));
}

/** Narrow, since people print the form on one page: as wide as the longest word of the head, and what may be chosen. */
function widthFor(allowed: Column["allowed"], head: string): number {
  const longest = Math.max(0, ...head.split(/\s+/).map((word) => word.length));
  const offered = allowed?.kind === "list" ? Math.max(...allowed.values.map((value) => value.length)) : 0;
  return Math.min(18, Math.max(8, longest + 2, offered + 2));
}

function noteOn(node: Node, plan: Plan): string {
  const { language } = plan;
  const percentage = percentageNote(node)?.[language];
  const parts = [`${node.id}: ${node.title[language]}`, allowedFor(node, plan)?.message, percentage, node.note];
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}
