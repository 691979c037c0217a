import type { Obstacle, Writing } from "../parts.ts";
import { any, listed } from "../parts.ts";
import { withHole } from "../reason-holes.ts";

/** The items whose scores are missing leave somebody without a class. */
export function missingScores(writing: Writing): Obstacle {
  const { stage, scores, dialect } = writing;
  const missing = stage.nodes.flatMap(({ id, body }) => {
    const node = scores.nodes.get(id);
    if (body.kind !== "item" || !node) return [];
    const isMissing = node.state === undefined ? `${node.score.sql} IS NULL` : `${node.state} = 'missing'`;
    return [[isMissing, dialect.literal(id)] as const];
  });
  const reason = withHole(writing, (hole) => ({ kind: "missing_scores", ids: [hole] }), listed(missing, ", "));
  const isAny = any(missing.map(([condition]) => condition));
  return { condition: `total IS NULL AND (${isAny})`, state: "incomplete", reason };
}
