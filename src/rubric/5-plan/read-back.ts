import type { MissingPolicy, Node } from "../../model/node.ts";
import type { Plan, SummaryPlan } from "../../model/plan.ts";
import { somewhere } from "../../model/somewhere.ts";
import type { Rollup, Stage } from "../../model/stage.ts";

/** Says of each stage what its results must carry to be a history; see {@link Stage.readBack}. */
export function withReadBack(
  rows: Stage,
  rollups: readonly Rollup[],
  { codes, summary }: { readonly codes: Plan["codes"]; readonly summary: SummaryPlan | undefined },
): { stage: Stage; rollups: readonly Rollup[] } {
  const lookingBack = [...rows.bands, ...rows.rules, ...rows.awards, ...rows.alerts].filter((part) =>
    somewhere(part, ({ kind, name }) => kind === "ask" && name === "recent"),
  );
  // Where scores add up the nodes are those of the rows once more.
  const longer = rollups.map(({ nodes, top: _, ...rest }) => ({
    ...rest,
    nodes: rest.score.kind === "value" ? nodes : [],
  }));
  const { names, indexes } = namedIn([lookingBack, longer, rollups.length > 0 && summary]);
  // What was left out of a part counts 0 in the whole, which its blank cell does not say.
  const areAdded = rollups.some(({ score }) => score.kind !== "value");
  const skipsByCode = codes.some(({ policy }) => isSkip(policy));
  const told = <S extends Stage>(stage: S): S => {
    const { nodes, top } = stage;
    const isRead = ({ id }: Node, index: number): boolean =>
      names.has(id) ||
      indexes.has(index) ||
      (areAdded && top.includes(index) && (skipsByCode || mayBeLeftOut(nodes, index)));
    const readBack = nodes.flatMap((node, index) => (isRead(node, index) ? [index] : []));
    return readBack.length > 0 ? { ...stage, readBack } : stage;
  };
  return { stage: told(rows), rollups: rollups.map(told) };
}

const isSkip = (policy: MissingPolicy): boolean => policy === "skip_area" || policy === "skip_total";

/** Whether a node, or one within it, may not apply or may be skipped. */
const mayBeLeftOut = (nodes: readonly Node[], at: number): boolean => {
  const { when, body } = nodes[at] as Node;
  if (when || (body.kind === "item" && isSkip(body.missing))) return true;
  return nodes.some(({ parent }, index) => parent === at && mayBeLeftOut(nodes, index));
};

/**
 * The nodes that expressions over earlier periods may name, and that longer periods put people in order by. Rather one too
 * many than one too few.
 */
function namedIn(readers: readonly unknown[]): {
  readonly names: ReadonlySet<unknown>;
  readonly indexes: ReadonlySet<unknown>;
} {
  const [names, indexes] = [new Set<unknown>(), new Set<unknown>()];
  somewhere(readers, ({ kind, index, field, name }) => {
    if (kind === "node") indexes.add(index);
    names.add(field).add(name);
    return false;
  });
  return { names, indexes };
}
