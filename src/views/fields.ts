import type { Cell, CellType, ColumnOf, NumberType } from "../document/table.ts";
import { id, number, text } from "../document/table.ts";
import type { CellValue } from "../model/column.ts";
import { isPrinted } from "../model/column.ts";
import type { Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Result } from "../model/report.ts";
import { isLeftOut } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { addsUp, rollupOf, stageBelow, stagesOf } from "../model/stages.ts";
import { compareText } from "../text/order.ts";
import { columnCell, columnHead, columnType, headOfSheet, identity } from "./columns.ts";
import { reasonText } from "./reason-text.ts";
import type { Selection } from "./selection.ts";
import type { Wording } from "./style.ts";
import { heads, marks, namesOf, states } from "./words.ts";

/** One column of a period's table. */
export interface Field extends ColumnOf<Result> {
  /** What of a result it shows; absent where it goes with the class, its reasons and marks. */
  readonly from?: FieldSource;
}

type FieldSource =
  | { readonly kind: "rank" | "total" | "unclamped" }
  /** What only the result itself can tell. */
  | { readonly kind: "result" }
  | { readonly kind: "node"; readonly at: number }
  | { readonly kind: "column"; readonly at: number; readonly cell: (value: CellValue | undefined) => Cell };

/** All columns of a period's table, in the order of its CSV file. */
export function periodFields(plan: Plan, stage: Stage, wording: Wording, selection: Selection = {}): Field[] {
  const special = identity(plan);
  const others = plan.columns.flatMap((column, at) => (special.includes(at) || !isPrinted(column) ? [] : [at]));
  return [
    rankField(plan),
    ...without(
      [...special, ...others].map((at) => columnField(plan, at, wording)),
      selection,
    ),
    ...keptFields(plan, selection),
    ...nodeFields(plan, stage, selection),
    ...(printsUnclamped(plan, stage) ? [totalField(plan, stage, "unclamped")] : []),
    totalField(plan, stage, "total"),
    ...bandFields(plan, stage),
    ...noteFields(plan, stage, wording),
  ];
}

const without = (fields: Field[], { without: ids = [] }: Selection): Field[] =>
  fields.filter((field) => !ids.includes(field.id));

/** The columns of a table for people that say who it is, and those asked for besides. */
export function personFields(plan: Plan, wording: Wording, selection: Selection): Field[] {
  const asked = (selection.columns ?? []).map((name) => plan.columns.findIndex((column) => column.id === name));
  const all = [...new Set([...identity(plan), ...asked.filter((at) => at >= 0)])];
  return [
    ...without(
      all.map((at) => columnField(plan, at, wording)),
      selection,
    ),
    ...keptFields(plan, selection),
  ];
}

/** Columns of the sheets that the rubric does not use; a name that results have themselves is told apart. */
function keptFields(plan: Plan, { kept = [] }: Selection): Field[] {
  const taken = new Set<string>([...namesOfPlan(plan), ...Object.keys(heads)]);
  return kept.map((name): Field => {
    const head = taken.has(name) ? headOfSheet(plan, name) : name;
    return { id: head, head, type: text, cell: (result) => keptText(result, name), from: { kind: "result" } };
  });
}

const namesOfPlan = (plan: Plan): readonly string[] =>
  [...plan.columns, ...stagesOf(plan).flatMap(({ nodes }) => nodes)].map(({ id }) => id);

/** What the rows of a result say; several texts in an order of their own. */
export function keptText({ rows }: Pick<Result, "rows">, name: string): string | undefined {
  const texts = new Set(rows.flatMap(({ kept }) => kept?.get(name) ?? []));
  return [...texts].sort(compareText).join("; ") || undefined;
}

export const rankField = (plan: Plan): Field => ({
  ...own(plan, "rank", number, ({ rank }) => rank),
  from: { kind: "rank" },
});

export function columnField(plan: Plan, at: number, wording: Wording): Field {
  const cell = columnCell(plan, at, wording);
  return {
    id: columnHead(plan, at, "ids"),
    head: columnHead(plan, at, "titles"),
    type: columnType(plan, at),
    cell: ({ columns }) => cell(columns[at]),
    from: { kind: "column", at, cell },
  };
}

/** The top level, then the nodes asked for that this stage has. */
export function nodeFields(plan: Plan, stage: Stage, selection: Selection = {}): Field[] {
  const named = (selection.columns ?? [])
    .map((name) => stage.nodes.findIndex((node) => node.id === name))
    .filter((at) => at >= 0);
  return without(
    [...new Set([...stage.top, ...named])].map((at) => nodeField(plan, stage, at)),
    selection,
  );
}

export function nodeField(plan: Plan, stage: Stage, at: number): Field {
  const node = stage.nodes[at] as Node;
  return {
    id: node.id,
    head: node.title[plan.language],
    // What fits above a number.
    short: node.id,
    type: nodeType(plan, node),
    cell: (result) => (isLeftOut(result, at) ? undefined : result.scores[at]),
    from: { kind: "node", at },
  };
}

/** Somebody a trifle below the max of a node has not all its points. */
const nodeType = ({ scale }: Plan, { min, max, by }: Node): NumberType => ({
  kind: "number",
  scale,
  bounds: [0, ...(min === "none" ? [] : [min]), max, ...(by?.cases ?? []).map((each) => each.max)],
});

/** Totals (and means of totals) are compared with 0, the max and where each band begins. */
export const totalType = ({ scale }: Plan, stages: readonly Stage[]): NumberType => ({
  kind: "number",
  scale,
  bounds: stages.flatMap(({ total, bands }) => [
    0,
    total.max,
    ...bands.flatMap(({ from }) => (from === undefined ? [] : [from])),
  ]),
});

export const totalField = (plan: Plan, stage: Stage, which: "total" | "unclamped"): Field => ({
  ...own(plan, which, totalType(plan, [stage]), (result) => result[which]),
  from: { kind: which },
});

/**
 * Whether results print the total before its limit beside the total: where `total.clamp` cuts it, and where totals that
 * were cut in shorter periods roll up, since `unclamped` rolls up beside them and people may be ranked by it.
 */
export function printsUnclamped(plan: Plan, stage: Stage): boolean {
  if (stage.total.clamp) return true;
  const rollup = rollupOf(plan, stage);
  return rollup !== undefined && addsUp(rollup) && printsUnclamped(plan, stageBelow(plan, rollup));
}

export function bandFields(plan: Plan, stage: Stage): [id: Field, title: Field] {
  const ids = stage.bands.map((band) => band.id);
  return [own(plan, "band", id, ({ band }) => ids[band ?? -1]), bandField(plan, stage)];
}

/** The title of the band, in every view. */
export function bandField(plan: Plan, stage: Stage): Field {
  const titles = stage.bands.map(({ title }) => title[plan.language]);
  return own(plan, "band_title", text, ({ band }) => titles[band ?? -1]);
}

function noteFields(plan: Plan, stage: Stage, wording: Wording): Field[] {
  const { language } = plan;
  const ids = wording === "ids";
  const type = ids ? id : text;
  const list = (parts: Parameters<typeof namesOf>[0], chosen: readonly string[]): string =>
    ids ? chosen.join(" ") : namesOf(parts, chosen, language).join("; ");
  const allMarks = Object.entries(marks).map(([name, title]) => ({ id: name, title }));
  return [
    own(plan, "state", type, ({ state }) => (ids ? state : states[state][language])),
    own(plan, "reason", text, ({ reason }) => reasonText(plan, reason)),
    own(plan, "rules", type, ({ rules }) => list(stage.rules, rules)),
    own(plan, "awards", type, ({ awards }) => list(stage.awards, awards)),
    own(plan, "alerts", type, ({ alerts }) => list(stage.alerts, alerts)),
    own(plan, "marks", type, (result) => list(allMarks, result.marks)),
  ];
}

/** A column of score's own. */
const own = (
  { language }: Plan,
  name: Exclude<keyof typeof heads, "note" | "shown">,
  type: CellType,
  cell: (result: Result) => Cell,
): Field => ({ id: name, head: heads[name][language], type, cell });
