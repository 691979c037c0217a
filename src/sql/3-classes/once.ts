import type { Column } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import type { Chain, Writing } from "../parts.ts";

/** The columns with the ids of what counts once, in a stage and in the rollups above. */
export const offencesIn = (plan: Plan, stages: readonly Stage[]): readonly Column[] =>
  plan.columns.filter((_, at) => stages.some(({ rules }) => rules.some(({ once }) => once === at)));

export const hadBefore = ({ id }: Pick<Column, "id">): string => `hadbefore_${id}`;

/** Whether somebody had the same value in an earlier period already; a blank cell names no offence. */
export function addOnce(chain: Chain, { plan, dialect }: Writing, columns: readonly Column[]): void {
  const keys = plan.key.map((at) => `c_${plan.columns[at]?.id}`);
  const earliest = (id: string): string =>
    `MIN(${dialect.ordered("period")}) OVER (PARTITION BY ${[...keys, `c_${id}`].join(", ")})`;
  chain.add(
    "earlier",
    "Whether an offence that counts once was there in an earlier period.",
    columns.map(({ id, type }) => {
      const isBlank = type.kind === "text" ? ` AND c_${id} <> ''` : "";
      return [hadBefore({ id }), `c_${id} IS NOT NULL${isBlank} AND ${earliest(id)} < ${dialect.ordered("period")}`];
    }),
  );
}
