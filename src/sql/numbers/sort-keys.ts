import type { Column } from "../../model/column.ts";
import type { Node } from "../../model/node.ts";
import type { SortKey } from "../../model/stage.ts";
import type { Chain, NodeSql, Writing } from "../parts.ts";
import type { Scaled } from "./values.ts";
import { divisor } from "./values.ts";

/** Whole numbers by which fractions stand in their order: two of them differ by more than a 10^24th. */
export function addKeys(chain: Chain, writing: Writing): void {
  const { stage, scores } = writing;
  const keys = [
    stage.ranking.by,
    ...stage.quotas.map(({ order }) => order),
    ...stage.awards.map(({ by }) => by),
  ].flat();
  const fractions = new Map<string, Scaled>();
  const enter = (name: string, of: Scaled | undefined): void => {
    if (of?.over !== undefined) fractions.set(name, of);
  };
  for (const { by } of keys as readonly SortKey[]) {
    if (by.kind === "total" || by.kind === "unclamped") enter(by.kind, scores[by.kind]);
    if (by.kind !== "node") continue;
    const { id } = stage.nodes[by.index] as Node;
    enter(id, scores.nodes.get(id)?.score);
  }
  chain.add(
    "keys",
    "Fractions as whole numbers that stand in the same order; divisors beyond 10^12 stop the query.",
    [...fractions].map(([name, of]) => [`key_${name}`, keyOf(of, writing)]),
  );
}

const grains = `1${"0".repeat(24)}`;

function keyOf(of: Scaled, { dialect }: Writing): string {
  const over = `(${divisor(of)})`;
  const size = `ABS(${of.sql})`;
  const rest = dialect.quotient(`(${size} % ${over} * ${grains})`, over);
  const sound = dialect.demand(`${over} <= 1000000000000`, "a fraction has a divisor beyond 10^12");
  return `CASE WHEN ${of.sql} < 0 THEN -1 ELSE 1 END * (${dialect.quotient(size, over)} * ${grains} + ${rest}) * ${sound}`;
}

/** What people are grouped by: a text that is not there is an empty one. */
export const columnsOf = ({ plan }: Writing, within: readonly number[]): readonly string[] =>
  within.map((at) => {
    const { id, type, when } = plan.columns[at] as Column;
    const mayLack = type.kind === "text" && (when !== undefined || plan.blankRows === "incomplete");
    return mayLack ? `COALESCE(c_${id}, '')` : `c_${id}`;
  });

/** What is sorted by: a name, also where it is a fraction. */
export function keySql({ by }: SortKey, { plan, stage, scores }: Writing): string {
  switch (by.kind) {
    case "band":
      return "-band_at";
    case "total":
    case "unclamped":
      return scores[by.kind].over === undefined ? by.kind : `key_${by.kind}`;
    case "node": {
      const { id } = stage.nodes[by.index] as Node;
      const score = (scores.nodes.get(id) as NodeSql).score;
      return score.over === undefined ? score.sql : `key_${id}`;
    }
    case "column":
      return `c_${plan.columns[by.index]?.id}`;
  }
}

/** The better first; a missing value is the worst. */
export const orderBy = (keys: readonly SortKey[], writing: Writing): string =>
  keys.length === 0
    ? " ORDER BY 1"
    : ` ORDER BY ${keys.map((key) => `${keySql(key, writing)} ${key.ascending ? "ASC" : "DESC"} NULLS LAST`).join(", ")}`;
