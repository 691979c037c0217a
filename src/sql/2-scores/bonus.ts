import type { Node } from "../../model/node.ts";
import type { Stage } from "../../model/stage.ts";
import type { Chain, Writing } from "../parts.ts";

/** An area that is skipped is skipped with its bonus, and with all that the bonus is made of. */
export function leaveOutBonus(chain: Chain, { stage, scores }: Writing): void {
  for (const [index, { id, body }] of stage.nodes.entries()) {
    const area = scores.nodes.get(id);
    if (body.kind !== "area" || area?.state === undefined || area.removed === undefined) continue;
    const inside = body.children.flatMap((child) => (stage.nodes[child]?.bonus ? [child, ...below(stage, child)] : []));
    const isSkipped = `${area.state} IN ('skip_area', 'skip_total')`;
    const columns = inside.flatMap((at) => {
      const { id: of } = stage.nodes[at] as Node;
      const known = scores.nodes.get(of);
      if (!known) return [];
      const { score, state = `CASE WHEN ${score.sql} IS NULL THEN 'missing' ELSE 'counts' END` } = known;
      const named = {
        score: `scoreof_${of}_${index}`,
        state: `stateof_${of}_${index}`,
        full: `fullin_${of}_${index}`,
      };
      scores.nodes.set(of, { ...known, score: { ...score, sql: named.score }, state: named.state, full: named.full });
      return [
        [named.score, `CASE WHEN ${isSkipped} THEN 0 ELSE ${score.sql} END`] as const,
        [named.state, `CASE WHEN ${isSkipped} THEN ${area.state} ELSE ${state} END`] as const,
        [named.full, `CASE WHEN ${isSkipped} THEN 0 ELSE ${known.full} END`] as const,
      ];
    });
    chain.add(`bonus_of_${id}`, "What is skipped is skipped with its bonus.", columns);
  }
}

const below = ({ nodes }: Stage, at: number): readonly number[] => {
  const { body } = nodes[at] as Node;
  return body.kind === "item" ? [] : body.children.flatMap((child) => [child, ...below({ nodes } as Stage, child)]);
};
