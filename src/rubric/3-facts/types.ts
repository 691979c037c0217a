import type { Type } from "../../expression/tree.ts";
import type { ColumnPart, NodePart, RollupPart } from "../2-shape/rubric.ts";
import type { Context } from "../4-check/context.ts";
import { nodesOf } from "./outline.ts";
import { nodeRange } from "./ranges.ts";
import type { Range } from "./scale.ts";
import { isAbove, isBelow, scaleKind, statedMax } from "./scale.ts";

export type RecordType = Type & { readonly kind: "record" };

export const number = ({ low, high }: Range = { low: undefined, high: undefined }): Type => ({
  kind: "number",
  ...(low !== undefined && { min: low }),
  ...(high !== undefined && { max: high }),
});

/** A record without inherited fields: an id such as `constructor` is a field only when it is one. */
export const record = (fields: Iterable<readonly [string, Type]>): RecordType => ({
  kind: "record",
  fields: Object.assign(Object.create(null), Object.fromEntries(fields)),
});

/** The columns that expressions may read: all but those that are only compared. */
export const columnTypes = ({ columns }: Context): Map<string, Type> =>
  new Map(
    [...columns]
      .filter(([, { part }]) => part.compare === undefined)
      .map(([id, { part }]) => [id, columnType(id, part)]),
  );

/** Those of them that have one value for a subject: not what belongs to a single rating of it. */
export const subjectTypes = (context: Context): Map<string, Type> =>
  new Map([...columnTypes(context)].filter(([id]) => context.columns.get(id)?.part.of !== "rating"));

export function columnType(id: string, part: ColumnPart): Type {
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
export const scoreTypes = (context: Context, rollup?: RollupPart): Map<string, Type> =>
  new Map(nodesOf(context, rollup).map((node) => [node.part.id, number(withZero(nodeRange(context, node)))]));

/** `raw.X`, the cell before its scale, and `full.X`, the max that applies; of the rows' own period or of one rollup alone. */
export const cellTypes = (context: Context, rollup?: RollupPart): Map<string, Type> => {
  const nodes = nodesOf(context, rollup);
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

function rawType(part: NodePart): Type | undefined {
  switch (scaleKind(part)) {
    case "area":
    case "value":
      return undefined;
    case "points":
      return number({ low: part.min === "none" ? undefined : (part.min ?? 0), high: part.max });
    case "levels":
      return { kind: "choice", name: part.id, values: Object.keys(part.levels ?? {}) };
    case "yes":
      return { kind: "flag" };
    case "count":
      return number({ low: 0, high: undefined });
    case "ratio":
      return part.ratio?.done === undefined ? number({ low: 0, high: undefined }) : undefined;
    case "table":
      return number();
  }
}

/** A node that does not apply or was skipped scores 0. */
const withZero = ({ low, high }: Range): Range => ({
  low: low === undefined ? undefined : isBelow(low, 0) ? low : 0,
  high: high === undefined ? undefined : isAbove(high, 0) ? high : 0,
});
