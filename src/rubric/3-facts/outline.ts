import type { ColumnPart, MissingWord, NodePart, RollupPart, Rubric } from "../2-shape/rubric.generated.ts";

/** A rubric's columns and nodes by id and as flat lists, before anything is known of their meaning. */
export interface Outline {
  /** In the order of the rubric, behind key and name columns that are not declared. `period` is none of them. */
  readonly columns: ReadonlyMap<string, ColumnEntry>;
  /** Areas and items, parents before their children; those of the rollups last. */
  readonly nodes: readonly NodeEntry[];
  /** Of two nodes with one id, the first. */
  readonly node: ReadonlyMap<string, NodeEntry>;
}

export interface ColumnEntry {
  readonly id: string;
  readonly part: ColumnPart;
  readonly declared: boolean;
}

export interface NodeEntry {
  readonly part: NodePart;
  readonly parent?: NodeEntry;
  readonly children: readonly NodeEntry[];
  /** The rollup in which alone it is scored; absent for the rows' own period. */
  readonly rollup?: RollupPart;
  /** Its own policy for a missing score, or the nearest one above. */
  readonly missing?: MissingWord;
}

export function outline(rubric: Rubric): Outline {
  const nodes: NodeEntry[] = [];
  for (const part of rubric.areas) enter(part, undefined, rubric.missing, undefined, nodes);
  for (const rollup of rubric.rollups ?? []) {
    for (const part of rollup.areas ?? []) enter(part, undefined, rubric.missing, rollup, nodes);
  }
  const node = new Map<string, NodeEntry>();
  for (const entry of nodes) if (!node.has(entry.part.id)) node.set(entry.part.id, entry);
  return { columns: columnsOf(rubric), nodes, node };
}

/** The nodes that are scored in the rows' own period, or only in one rollup. */
export const nodesOf = ({ nodes }: Pick<Outline, "nodes">, rollup?: RollupPart): readonly NodeEntry[] =>
  nodes.filter((node) => node.rollup === rollup);

/** Is it a part of the sum and the max of what is around it? A bonus comes on top, `counts: false` stands beside them. */
export const isCounted = ({ part }: Pick<NodeEntry, "part">): boolean => !part.bonus && part.counts !== false;

/** The items of an area at any depth, in the order of the rubric. */
export const leavesOf = (area: NodeEntry | undefined): readonly NodeEntry[] =>
  (area?.children ?? []).flatMap((child) => (child.part.items ? leavesOf(child) : [child]));

/** The sheet column that names the period; it is no variable of expressions. */
export const periodColumn = "period";

export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** Whether a column says something of a rating or of its rater, and nothing of the subject. */
export const isOfRating = (part: ColumnPart | undefined): boolean => part?.of === "rating" || part?.of === "rater";

export const keyColumns = (rubric: Rubric): readonly string[] => listOf(rubric.subject.key);

function columnsOf(rubric: Rubric): Map<string, ColumnEntry> {
  const declared = rubric.columns ?? {};
  const columns = new Map<string, ColumnEntry>();
  for (const id of [...keyColumns(rubric), ...listOf(rubric.subject.name)]) {
    if (!Object.hasOwn(declared, id)) columns.set(id, { id, part: { type: "text", required: true }, declared: false });
  }
  for (const [id, part] of Object.entries(declared)) {
    if (id !== periodColumn) columns.set(id, { id, part, declared: true });
  }
  return columns;
}

function enter(
  part: NodePart,
  parent: NodeEntry | undefined,
  above: MissingWord | undefined,
  rollup: RollupPart | undefined,
  into: NodeEntry[],
): NodeEntry {
  const missing = part.missing ?? above;
  const children: NodeEntry[] = [];
  const entry: NodeEntry = {
    part,
    children,
    ...(parent && { parent }),
    ...(rollup && { rollup }),
    ...(missing && { missing }),
  };
  into.push(entry);
  for (const child of part.items ?? []) children.push(enter(child, entry, missing, rollup, into));
  return entry;
}

export const combinesTotals = ({ rubric }: { readonly rubric: Rubric }): boolean => rubric.ratings?.level === "total";
