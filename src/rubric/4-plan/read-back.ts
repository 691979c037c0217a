import type { Rollup, Stage } from "./plan.ts";

/**
 * The nodes (indexes) that expressions over earlier periods may read, and that longer periods put people in order by: what
 * results must carry to be a history. Rather one too many than one too few.
 */
export function nodesReadBack(rows: Stage, rollups: readonly Rollup[]): readonly number[] {
  const ids = new Map(rows.nodes.map(({ id }, index) => [id, index]));
  const lookingBack = [...rows.bands, ...rows.rules, ...rows.awards, ...rows.alerts].filter((part) =>
    some(part, ({ kind, name }) => kind === "ask" && name === "recent"),
  );
  // Where scores add up the nodes are those of the rows once more.
  const longer = rollups.map(({ nodes, top: _, ...rest }) => ({
    ...rest,
    nodes: rest.score.kind === "value" ? nodes : [],
  }));
  const found = new Set<number>();
  some([lookingBack, longer], ({ kind, index, field, name }) => {
    if (kind === "node") found.add(index as number);
    for (const id of [field, name]) {
      const node = ids.get(id as string);
      if (node !== undefined) found.add(node);
    }
    return false;
  });
  return [...found].sort((a, b) => a - b);
}

type Parts = { readonly [key: string]: unknown };

/** Whether `test` holds for some object within `part`; plans are plain data. */
function some(part: unknown, test: (object: Parts) => boolean): boolean {
  if (typeof part !== "object" || part === null) return false;
  return test(part as Parts) || Object.values(part).some((value) => some(value, test));
}
