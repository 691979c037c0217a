import { decidedColumns, decidedIds, decidedStage } from "../1-rows/decisions.ts";
import type { Scaled } from "../numbers/values.ts";
import { timesOf } from "../numbers/values.ts";
import type { Chain, NodeSql, Writing } from "../parts.ts";
import { keyText } from "../parts.ts";

/** Puts what was decided of each beside his scores. */
export function joinDecisions(chain: Chain, writing: Writing): void {
  if (!writing.hasDecisions) return;
  const { last } = chain;
  const columns = [`${last}.*`, ...decidedIds(writing).map((id) => `${decidedStage}.${id}`)];
  chain.begin({
    name: `${writing.stage.period}_decided`,
    about: ["With what was decided of each."],
    select: [
      `  SELECT ${columns.join(", ")}`,
      `  FROM ${last}`,
      `  LEFT JOIN ${decidedStage} ON decision_period = ${last}.period AND decision_key = ${keyText(writing, `${last}.c_`)}`,
    ].join("\n"),
  });
}

/** A total, or the one that another body gave in its place. */
export function orDecided(of: Scaled, { hasDecisions }: Pick<Writing, "hasDecisions">): Scaled {
  if (!hasDecisions) return of;
  const { total } = decidedColumns;
  const given = timesOf(total, String(of.parts));
  return {
    ...of,
    sql: `CASE WHEN ${total} IS NOT NULL THEN ${given} ELSE ${of.sql} END`,
    ...(of.over !== undefined && { over: `CASE WHEN ${total} IS NOT NULL THEN 1 ELSE ${of.over} END` }),
  };
}

/** No scores stand behind a total that another body gave. @returns the columns in their place */
export function withoutScores({
  scores: { nodes },
  hasDecisions,
}: Pick<Writing, "scores" | "hasDecisions">): readonly (readonly [column: string, sql: string])[] {
  if (!hasDecisions) return [];
  const columns: (readonly [string, string])[] = [];
  for (const [id, node] of nodes) {
    const { sql } = node.score;
    columns.push([`stands_${id}`, `CASE WHEN ${decidedColumns.total} IS NULL THEN ${sql} END`]);
    nodes.set(id, {
      ...node,
      known: `${sql} IS NOT NULL`,
      score: { ...node.score, sql: `stands_${id}` },
    } satisfies NodeSql);
  }
  return columns;
}

/** What keeps somebody from a class unless a decision stands above it: one with a total, or one that he is rated. */
export const unless = (decided: "total" | "isRated", condition: string, { hasDecisions }: Writing): string =>
  hasDecisions ? `${decidedColumns[decided]} IS NULL AND (${condition})` : condition;
