import { unite } from "../../expression/compare.ts";
import type { Type } from "../../expression/tree.ts";
import { once } from "../2-shape/once.ts";
import type {
  BandPart,
  ColumnPart,
  NodePart,
  RollupPart,
  TableColumnPart,
  TablePart,
} from "../2-shape/rubric.generated.ts";
import type { Facts } from "./facts.ts";
import type { NodeEntry } from "./outline.ts";
import { isOfRating, keyColumns, leavesOf, nodesOf } from "./outline.ts";
import { nodeRange } from "./ranges.ts";
import type { Range } from "./scale.ts";
import { hasCell, isAbove, isBelow, scaleKind, statedMax } from "./scale.ts";

export type RecordType = Type & { readonly kind: "record" };

export const number = ({ low, high }: Range = { low: undefined, high: undefined }): Type => ({
  kind: "number",
  ...(low !== undefined && { min: low }),
  ...(high !== undefined && { max: high }),
});

/** A record without inherited fields: an id such as `constructor` is a field only when it is one. */
export function record(types: Iterable<readonly [string, Type]>): RecordType {
  const fields: Record<string, Type> = Object.create(null);
  for (const [id, type] of types) fields[id] = type;
  return { kind: "record", fields };
}

/** The columns that expressions may read: all but those that are only compared. */
export const columnTypes = once(
  ({ columns }: Facts): ReadonlyMap<string, Type> =>
    new Map(
      [...columns]
        .filter(([, { part }]) => part.compare === undefined)
        .map(([id, { part }]) => [id, columnType(id, part)]),
    ),
);

/** Those of them that have one value for a subject: not what belongs to a single rating of it. */
export const subjectTypes = once(
  (facts: Facts): ReadonlyMap<string, Type> =>
    new Map([...columnTypes(facts)].filter(([id]) => !isOfRating(facts.columns.get(id)?.part))),
);

function columnType(id: string, part: ColumnPart): Type {
  switch (part.type) {
    case "choice":
      return { kind: "choice", name: id, values: part.values ?? [] };
    case "number":
      return number({ low: part.min, high: part.max });
    case "text":
    case "flag":
    case "date":
      return { kind: part.type };
  }
}

/** Scores by id, in points: those of the rows' own period, or those of one rollup alone. */
export const scoreTypes = (facts: Facts, rollup?: RollupPart): ReadonlyMap<string, Type> =>
  rollup ? scoresIn(facts, rollup) : scoresOfRows(facts);

const scoresIn = (facts: Facts, rollup?: RollupPart): ReadonlyMap<string, Type> =>
  new Map(nodesOf(facts, rollup).map((node) => [node.part.id, number(withZero(nodeRange(facts, node)))]));

const scoresOfRows = once((facts: Facts) => scoresIn(facts));

/** `raw.X`, the cell before its scale, and `full.X`, the max that applies; of the rows' own period or of one rollup alone. */
export const cellTypes = (facts: Facts, rollup?: RollupPart): ReadonlyMap<string, Type> =>
  rollup ? cellsIn(facts, rollup) : cellsOfRows(facts);

const cellsIn = (facts: Facts, rollup?: RollupPart): ReadonlyMap<string, Type> => {
  const nodes = nodesOf(facts, rollup);
  const items = nodes.flatMap((node) => {
    const type = rawType(node.part);
    return type ? [[node.part.id, type] as const] : [];
  });
  const full = nodes.map((node) => [node.part.id, number({ low: 0, high: statedMax(node.part) })] as const);
  return new Map([
    ["raw", record(items)],
    ["full", record(full)],
  ]);
};

const cellsOfRows = once((facts: Facts) => cellsIn(facts));

/** `items(A)` of each area: its applying items with their cells, where these are of one kind (and `cells` are known at all). */
export const itemTypes = (facts: Facts, cells: boolean, rollup?: RollupPart): ReadonlyMap<string, Type> =>
  new Map(
    nodesOf(facts, rollup)
      .filter(({ part }) => part.items !== undefined)
      .map((area) => [area.part.id, { kind: "list", of: itemRecord(facts, leavesOf(area), cells) }]),
  );

/** The same in a rollup, where items have no cells and no max. `scores`: the rolled-up ones. */
export const rolledItemTypes = (facts: Facts, scores: ReadonlyMap<string, Type>): ReadonlyMap<string, Type> =>
  new Map(
    nodesOf(facts)
      .filter(({ part }) => part.items !== undefined)
      .map((area) => [area.part.id, { kind: "list", of: record(itemFields(leavesOf(area), scores)) }]),
  );

function itemRecord(facts: Facts, leaves: readonly NodeEntry[], cells: boolean): RecordType {
  const scores = new Map(leaves.map((leaf) => [leaf.part.id, number(withZero(nodeRange(facts, leaf)))]));
  const maxes = leaves.map(({ part }) => number({ low: 0, high: statedMax(part) }));
  const raws = cells ? leaves.flatMap(({ part }) => rawType(part) ?? []) : [];
  const raw = together(raws);
  return record([
    ...itemFields(leaves, scores),
    ["full", together(maxes) ?? number()],
    ...(raw ? [["raw", raw] as const] : []),
  ]);
}

const itemFields = (leaves: readonly NodeEntry[], scores: ReadonlyMap<string, Type>): (readonly [string, Type])[] => [
  ["id", { kind: "choice", name: "id", values: leaves.map(({ part }) => part.id) }],
  ["score", together(leaves.flatMap(({ part }) => scores.get(part.id) ?? [])) ?? number()],
  ["weight", number({ low: 0, high: undefined })],
];

/** The type of a value that is of one of these; undefined where they are of several kinds. */
const together = ([first, ...others]: readonly Type[]): Type | undefined =>
  others.reduce<Type | undefined>((all, each) => all && (all.kind === each.kind ? unite(all, each) : undefined), first);

const rawType = once((part: NodePart): Type | undefined => {
  switch (scaleKind(part)) {
    case "area":
    case "value":
      return undefined;
    case "points":
      return number({ low: part.min === "none" ? undefined : (part.min ?? 0), high: statedMax(part) });
    case "levels":
      return { kind: "choice", name: part.id, values: Object.keys(part.levels ?? {}) };
    case "yes":
      return { kind: "flag" };
    case "count":
      return number({ low: 0, high: undefined });
    case "ratio":
      return part.ratio?.done === undefined ? number({ low: 0, high: undefined }) : undefined;
    case "table":
      return hasCell(part) ? number() : undefined;
  }
});

/** A node that does not apply or was skipped scores 0. */
const withZero = ({ low, high }: Range): Range => ({
  low: low === undefined ? undefined : isBelow(low, 0) ? low : 0,
  high: high === undefined ? undefined : isAbove(high, 0) ? high : 0,
});

/** The columns of a table; undeclared ones by which its rows are found are required text, as with the subject's. */
export function tableColumns({ rubric }: Pick<Facts, "rubric">, table: TablePart): Map<string, TableColumnPart> {
  const undeclared = ruling(rubric, table).filter((id) => !Object.hasOwn(table.columns, id));
  const text = (id: string): TableColumnPart => {
    const { header } = rubric.columns?.[id] ?? {};
    return { type: "text", required: true, ...(table.of && header && { header }) };
  };
  return new Map([...undeclared.map((id) => [id, text(id)] as const), ...Object.entries(table.columns)]);
}

/** Ids of the columns by which the rows of a table are found: its key, or whose facts they are, and when. */
export const ruling = (rubric: Facts["rubric"], { of, key, period }: TablePart): readonly string[] => [
  ...(of ? keyColumns(rubric) : key === undefined ? [] : [key]),
  ...(period === undefined ? [] : [period]),
];

/** The bands that any period of the rubric has: what a table may say of a finished result. Of one id the first counts. */
export const allBands = ({ rubric }: Pick<Facts, "rubric">): readonly BandPart[] => {
  const bands = [rubric, ...(rubric.rollups ?? [])].flatMap((part) => part.bands ?? []);
  return bands.filter(({ id }, at) => bands.findIndex((band) => band.id === id) === at);
};

/** The tables as expressions see them where `bands` (best first) are those that bands are compared with. */
export const tableTypes = ({ rubric }: Pick<Facts, "rubric">, bands: readonly string[]): Map<string, Type> =>
  new Map(
    Object.entries(rubric.tables ?? {}).map(([id, table]) => {
      const columns = [...tableColumns({ rubric }, table)];
      const row = record(columns.map(([name, column]) => [name, tableColumnType(name, column, bands)]));
      const isLog = table.of !== undefined;
      return [
        id,
        isLog ? { kind: "list", of: row, rows: true } : { kind: "table", keyed: table.key !== undefined, row },
      ];
    }),
  );

const tableColumnType = (id: string, { type, ...column }: TableColumnPart, bands: readonly string[]): Type =>
  type === "band" ? { kind: "band", bands } : columnType(id, { ...column, type });
