import type { Area } from "../../model/node.ts";
import { isCounted } from "../../model/stages.ts";
import type { Exact } from "../../number/exact.ts";
import type { Scaled } from "../numbers/values.ts";
import { alike, scaled, timesOf } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { all } from "../parts.ts";
import type { Child } from "./skip.ts";
import { isCounting } from "./skip.ts";

/** A sum of scores; undefined of none. */
export function addedUp(children: readonly Child[]): Scaled | undefined {
  if (children.length === 0) return undefined;
  const [first, ...others] = alike(children.map(({ sql }) => sql.score)) as [Scaled, ...Scaled[]];
  return { ...first, sql: [first, ...others].map(({ sql }) => sql).join(" + ") };
}

/** The children that count as the area combines them; NULL where one that does not count is missing. */
export function combine({ combine: how }: Area, children: readonly Child[], writing: Writing): Scaled {
  const counted = children.filter((child) => isCounted(child.node));
  const joined = counted.length === 0 ? { sql: "0", parts: 1n } : join(how, counted, writing);
  const needed = children.filter((child) => child.node.counts === false);
  if (needed.length === 0) return joined;
  const known = all(needed.map(({ sql }) => `${sql.score.sql} IS NOT NULL`));
  return { ...joined, sql: `CASE WHEN ${known} THEN ${joined.sql} END` };
}

function join(how: Area["combine"], children: readonly Child[], { dialect }: Writing): Scaled {
  if (how === "sum") return addedUp(children) as Scaled;
  if (how === "best") return best(children);
  const weights = children.map((_, at): Exact => (how === "mean" ? 1 : (how.weights[at] as Exact)));
  const given = alike(weights.map(scaled));
  const scores = alike(children.map(({ sql }) => sql.score));
  const sum = scores.map((score, at) => timesOf(score.sql, given[at]?.sql ?? "1")).join(" + ");
  const { parts, over } = scores[0] as Scaled;
  if (children.every(({ sql }) => sql.state === undefined)) {
    const all = given.reduce((total, weight) => total + BigInt(weight.sql), 0n);
    return { sql: sum, parts: parts * all, ...(over !== undefined && { over }) };
  }
  const there = children
    .map((child, at) => `CASE WHEN ${isCounting(child)} THEN ${given[at]?.sql} ELSE 0 END`)
    .join(" + ");
  const among = `CAST(CASE WHEN ${there} = 0 THEN 1 ELSE ${there} END AS ${dialect.whole})`;
  return { sql: sum, parts, over: over === undefined ? among : `${over} * ${among}` };
}

/** The largest of those that count. */
function best(children: readonly Child[]): Scaled {
  const scores = alike(children.map(({ sql }) => sql.score));
  const cases = children.map((child, at) => {
    const others = children.flatMap((other, index) => {
      if (index === at) return [];
      const beats = `${scores[at]?.sql} >= ${scores[index]?.sql}`;
      return other.sql.state === undefined
        ? [beats]
        : [`(${other.sql.state} NOT IN ('counts', 'missing') OR ${beats})`];
    });
    const own = child.sql.state === undefined ? [] : [`${child.sql.state} = 'counts'`];
    return `WHEN ${all([...own, ...others])} THEN ${scores[at]?.sql}`;
  });
  return { ...(scores[0] as Scaled), sql: `CASE ${cases.join(" ")} END` };
}
