import type { Rollup, Stage } from "../../model/stage.ts";

/** Says of each stage what its results must carry to be a history; see {@link Stage.readBack}. */
export function withReadBack(rows: Stage, rollups: readonly Rollup[]): { stage: Stage; rollups: readonly Rollup[] } {
  const lookingBack = [...rows.bands, ...rows.rules, ...rows.awards, ...rows.alerts].filter((part) =>
    some(part, ({ kind, name }) => kind === "ask" && name === "recent"),
  );
  // Where scores add up the nodes are those of the rows once more.
  const longer = rollups.map(({ nodes, top: _, ...rest }) => ({
    ...rest,
    nodes: rest.score.kind === "value" ? nodes : [],
  }));
  const { names, indexes } = namedIn([lookingBack, longer]);
  const told = <S extends Stage>(stage: S): S => {
    const readBack = stage.nodes.flatMap(({ id }, index) => (names.has(id) || indexes.has(index) ? [index] : []));
    return readBack.length > 0 ? { ...stage, readBack } : stage;
  };
  return { stage: told(rows), rollups: rollups.map(told) };
}

/**
 * The nodes that expressions over earlier periods may name, and that longer periods put people in order by. Rather one too
 * many than one too few.
 */
function namedIn(readers: readonly unknown[]): {
  readonly names: ReadonlySet<unknown>;
  readonly indexes: ReadonlySet<unknown>;
} {
  const [names, indexes] = [new Set<unknown>(), new Set<unknown>()];
  some(readers, ({ kind, index, field, name }) => {
    if (kind === "node") indexes.add(index);
    names.add(field).add(name);
    return false;
  });
  return { names, indexes };
}

type Parts = { readonly [key: string]: unknown };

/** Whether `test` holds for some object within `part`; plans are plain data. */
function some(part: unknown, test: (object: Parts) => boolean): boolean {
  if (typeof part !== "object" || part === null) return false;
  return test(part as Parts) || Object.values(part).some((value) => some(value, test));
}
