import { operandsOf } from "../../expression/operands.ts";
import type { Expression } from "../../expression/tree.ts";
import type { Stage } from "../../model/stage.ts";

/** The conditions of a stage beside those of its nodes. */
export const conditionsOf = (stage: Stage): readonly Expression[] => saidIn(stage).map(({ e }) => e);

/** The same, each with the id of the part that says it. */
export const saidIn = ({ bands, rules, quotas, awards, alerts }: Stage): readonly Said[] => [
  ...unguardedIn({ bands, quotas }),
  ...[...rules, ...awards, ...alerts].flatMap(({ id, when: e }) => (e ? [{ id, e }] : [])),
  ...rules.flatMap(({ id, effect }) =>
    effect.kind !== "not_rated" && typeof effect.band !== "number" ? [{ id, e: effect.band }] : [],
  ),
];

/** Those of which only the course of things shows for whom they are worked out. */
export const unguardedIn = ({ bands, quotas }: Pick<Stage, "bands" | "quotas">): readonly Said[] => [
  ...bands.flatMap(({ id, require }) => require.map(({ expression: e }) => ({ id, e }))),
  ...quotas.flatMap(({ id, size }) => (size.kind === "share" && size.raise ? [{ id, e: size.raise.when }] : [])),
  ...quotas.flatMap(({ id, when: e }) => (e ? [{ id, e }] : [])),
];

/** Whether an expression needs a row of a table. */
export const looksUp = (e: Expression): boolean => e.kind === "index" || operandsOf(e).some(looksUp);

/** Whether it looks at earlier periods. */
export const looksBack = (e: Expression): boolean =>
  (e.kind === "ask" && e.name === "recent") || operandsOf(e).some(looksBack);

interface Said {
  readonly id: string;
  readonly e: Expression;
}

/** What of an expression is never written in SQL, by name. */
export function unwrittenIn(e: Expression): readonly string[] {
  const own = e.kind === "ask" && !["items", "recent"].includes(e.name) ? [e.name] : [];
  return [...own, ...operandsOf(e).flatMap(unwrittenIn)];
}
