import type { Expression } from "../../expression/tree.ts";
import { labelOf, periodId } from "../../model/column.ts";
import type { Item, Node } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { hasOwnAreas, isCounted } from "../../model/stages.ts";
import { toDouble } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { divide } from "../../number/exact.ts";
import type { PeriodKind } from "../../period/period.ts";
import { fold, longestTitle, spelledWords } from "../../text/fold.ts";
import { createNames } from "../../text/names.ts";
import { periodHeads } from "../vocabulary.ts";
import type { Framed } from "./framed-name.ts";
import { framedNames, isAboutElse } from "./framed-name.ts";
import { statedWeight } from "./stated-weight.ts";
import { groupNames } from "./vocabulary.ts";

/** Something that a sheet may have a column for. `index` is that of the plan column or of the cell in `Row.cells`. */
export interface Target {
  readonly kind: "period" | "column" | "cell";
  readonly index: number;
  /** The id, with the first of the other names it may have in a sheet. */
  readonly label: string;
  /** All names it may have, the id first. */
  readonly names: readonly string[];
  /** Of an item: its id whoever scores it, its title, which others may have as well, and the names of the areas that it is in. */
  readonly item?: string;
  readonly titles?: readonly string[];
  readonly areas?: readonly string[];
  /** Its cells hold points, and no words. */
  readonly isPoints?: true;
  /** Its cells hold what points follow from, and no points. */
  readonly figures?: "count" | "ratio";
  /** The largest figure that its cells may well hold. */
  readonly most?: number;
  readonly isKey: boolean;
  /** The office's own figure, which never refuses a file. */
  readonly isCompared?: true;
  /** A sheet without it cannot be read, if it has rows that the column is about. */
  readonly required: boolean;
  /** Rows of which periods it is about: absent for rows of every period. */
  readonly rows?: PeriodKind;
}

/** All that the rubric reads from a sheet. */
export interface Targets {
  readonly all: readonly Target[];
  /** Those that a name in a header stands for: two items that exclude each other may share one. */
  named(name: string): NamedTarget | undefined;
}

interface NamedTarget extends Framed<Target> {
  /** What the item weighs, where that stands behind its name. */
  readonly weight?: string | undefined;
}

export function targetsIn(all: readonly Target[]): Targets {
  const named = createNames(all.flatMap((each) => each.names.map((name) => [name, each] as const)));
  const items = all.filter(({ kind }) => kind === "cell");
  // An item whose name has what forms put around names goes before.
  const framed = framedNames(
    items.map((each) => ({
      ...each,
      meaning: each,
      id: each.item ?? "",
      titles: each.titles ?? [],
      areas: each.areas ?? [],
    })),
  );
  const known = (name: string): Framed<Target> | undefined => named(name) ?? framed(name);
  const weighed = (text: string): NamedTarget | undefined => {
    const stated = statedWeight(text);
    const found = stated && known(stated.name);
    return found?.meanings.every((each) => items.includes(each)) ? { ...found, weight: stated?.figure } : undefined;
  };
  return {
    all,
    named: (name) => known(name) ?? weighed(name) ?? (mayHaveGroups(name) ? known(withoutGroups(name)) : undefined),
  };
}

/**
 * `thong_tin/ma`, `g1-ma`: programs for surveys write the groups that a question is in before its name. A dash stands in other names too,
 * `tu_cham-A1`: before it a group must have a name that says nothing.
 */
const mayHaveGroups = (name: string): boolean => name.length <= longestTitle && /^[a-z_][a-z0-9_]*[/-]/.test(name);

function withoutGroups(name: string): string {
  const groups = name.slice(0, name.search(/[^/-]*$/));
  const dashed = (groups.match(/[^/-]*(?=-)/g) ?? []).filter(Boolean);
  const isNeutral = dashed.every((group) => neutral.has(fold(group.replace(/_?\d+$/, ""))));
  return !isNeutral || isAboutElse(groups.replace(/[/_-]/g, " ")) ? "" : name.slice(groups.length);
}

const neutral = spelledWords(groupNames, fold);

export function targetsOf(plan: Plan): Targets {
  const all: Target[] = [];
  const declared = plan.columns.find((column) => column.id === periodId);
  all.push(target("period", 0, periodId, declared?.headers ?? periodHeads[plan.language]));
  for (const [index, column] of plan.columns.entries()) {
    if (column.id === periodId || (plan.ratings?.sources && index === plan.ratings.by)) continue;
    const isKey = plan.key.includes(index) && !column.from;
    const mayBeAbsent = [column.when, column.compare, column.is, column.from].some((each) => each !== undefined);
    const required = isKey || (column.required && !mayBeAbsent);
    const rows = column.of !== "subject" && { rows: plan.stage.period };
    const compared = column.compare && ({ isCompared: true } as const);
    all.push({ ...target("column", index, column.id, column.headers), isKey, required, ...rows, ...compared });
  }
  for (const { node, item, cell, names, areas, rows, conditions } of scoreColumns(plan)) {
    const [id, ...headers] = names;
    all.push({
      ...target("cell", cell, id, headers),
      item: node.id,
      titles: Object.values(node.title),
      areas,
      ...(item.scale.kind === "points" && { isPoints: true }),
      ...(isOfFigures(item) && { figures: item.scale.kind }),
      most: Math.max(item.scale.kind === "points" ? 0 : percent, ...maximaOf(plan, node).map(toDouble)),
      required: conditions.length === 0,
      rows,
    });
  }
  return targetsIn(all);
}

/** Does a sheet hold what happened or was reached, from which its points follow? */
const isOfFigures = (item: Item): item is Item & { readonly scale: { readonly kind: "count" | "ratio" } } =>
  item.scale.kind === "count" || item.scale.kind === "ratio";

/** Of what is no points a cell may hold a share or a count. */
const percent = 100;

const target = (kind: Target["kind"], index: number, id: string, headers: readonly string[]): Target => ({
  kind,
  index,
  label: labelOf(id, headers),
  names: [id, ...headers],
  isKey: false,
  required: false,
});

/** The items that have a cell of their own, with the place of it. */
export const itemsOf = (plan: Plan) =>
  plan.stage.nodes.flatMap((node) =>
    node.body.kind === "item" && node.body.cell !== undefined
      ? [{ node, item: node.body as Item, cell: node.body.cell }]
      : [],
  );

/** An item as a column of the sheet. With `sources` each has one for every source, all those of a source together. */
export interface ScoreColumn {
  readonly node: Node;
  readonly item: Item;
  /** Place among the cells of the sheet's row. */
  readonly cell: number;
  /** Names in the header, that with the id first. */
  readonly names: readonly [string, ...string[]];
  /** Names of the areas that it is in. */
  readonly areas: readonly string[];
  /** Kind of period of the rows that have it. */
  readonly rows: PeriodKind;
  /** The `when` of the item and of the areas around it: all must hold. */
  readonly conditions: readonly Expression[];
  /** It is a part of the whole, and no bonus. */
  readonly isPart: boolean;
}

/** What an item is worth at most, in each of its cases. */
export const maximaOf = ({ scale }: Plan, { max, by }: Node): readonly Exact[] =>
  [max, ...(by?.cases ?? []).map((each) => each.max)].map((each) => divide(each, scale));

/** In a head of two rows the words of a source stand alone, where people write them with brackets or without. */
function sourceWords(words: string): readonly string[] {
  const [, bare] = /^\((.+)\)$/.exec(words) ?? [];
  return [words, bare ?? `(${words})`];
}

/** `Tỷ lệ hoàn thành (%)`: the sign says the unit of a ratio that is one. */
const inPercent = ({ scale, headers }: Item): readonly string[] =>
  scale.kind === "ratio" && scale.unit !== "fraction" ? headers.map((name) => `${name} (%)`) : [];

/** Those of the rows' own period first, then those that are scored in one rollup alone. */
export function scoreColumns(plan: Plan): readonly ScoreColumn[] {
  const items = itemsOf(plan);
  const sources = plan.ratings?.sources ?? [undefined];
  const ofRows = sources.flatMap((source, at) =>
    items.map(({ node, item, cell }): ScoreColumn => {
      const own = [node.id, ...item.headers, ...inPercent(item)];
      const [id = "", ...headers] = source
        ? sourceWords(source.words).flatMap((words) => own.map((name) => `${name} ${words}`))
        : own;
      const names = [id, ...headers] as const;
      const conditions = conditionsOf(plan.stage, node);
      const areas = areasOf(plan.stage, node);
      const isPart = isPartOf(plan.stage, node);
      return { node, item, cell: at * items.length + cell, names, areas, rows: plan.stage.period, conditions, isPart };
    }),
  );
  const further = (sources.length - 1) * items.length;
  const ofRollups = plan.rollups.filter(hasOwnAreas).flatMap((rollup) =>
    rollup.nodes.flatMap((node): ScoreColumn[] => {
      const item = node.body;
      if (item.kind !== "item" || item.cell === undefined) return [];
      const names = [node.id, ...item.headers] as const;
      const conditions = conditionsOf(rollup, node);
      const areas = areasOf(rollup, node);
      const isPart = isPartOf(rollup, node);
      return [{ node, item, cell: further + item.cell, names, areas, rows: rollup.period, conditions, isPart }];
    }),
  );
  return [...ofRows, ...ofRollups];
}

/** Which items a row has: those of a rollup with items of its own, else those of the rows' own period. */
export const rowsKind = (plan: Plan, period: PeriodKind): PeriodKind =>
  plan.rollups.some((rollup) => rollup.period === period && hasOwnAreas(rollup)) ? period : plan.stage.period;

function conditionsOf(stage: Stage, { when, parent }: Node): readonly Expression[] {
  const outer = parent === undefined ? [] : conditionsOf(stage, stage.nodes[parent] as Node);
  return when ? [when, ...outer] : outer;
}

const isPartOf = (stage: Stage, node: Node): boolean =>
  isCounted(node) && (node.parent === undefined || isPartOf(stage, stage.nodes[node.parent] as Node));

/** Ids and titles of the areas around an item. */
function areasOf(stage: Stage, { parent }: Node): readonly string[] {
  if (parent === undefined) return [];
  const area = stage.nodes[parent] as Node;
  return [area.id, ...Object.values(area.title), ...areasOf(stage, area)];
}
