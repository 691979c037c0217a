import { operandsOf } from "../expression/operands.ts";
import type { Expression } from "../expression/tree.ts";
import type { Stage } from "../model/stage.ts";

/** The conditions of a stage beside those of its nodes. */
export const conditionsOf = (stage: Stage): readonly Expression[] => saidIn(stage).map(({ e }) => e);

/** The same, each with the id of the part that says it. */
export const saidIn = ({ bands, rules, quotas, awards, alerts }: Stage): readonly Said[] => [
  ...bands.flatMap(({ id, require }) => require.map(({ expression: e }) => ({ id, e }))),
  ...quotas.flatMap(({ id, size }) => (size.kind === "share" && size.raise ? [{ id, e: size.raise.when }] : [])),
  ...[...rules, ...quotas, ...awards, ...alerts].flatMap(({ id, when: e }) => (e ? [{ id, e }] : [])),
];

interface Said {
  readonly id: string;
  readonly e: Expression;
}

/** What of an expression is never written in SQL, by name. */
export function unwrittenIn(e: Expression): readonly string[] {
  const own = e.kind === "ask" && e.name !== "items" ? [e.name] : [];
  return [...own, ...operandsOf(e).flatMap(unwrittenIn)];
}
