import type { Exact } from "../number/exact.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { PeriodKind } from "../period/period.ts";
import type { Node } from "./node.ts";
import type { Plan } from "./plan.ts";
import type { Row } from "./row.ts";
import type { Award, Rollup, Stage } from "./stage.ts";

/** All that is classed: the rows' own period, then the rollups, shorter periods first. */
export const stagesOf = (plan: Pick<Plan, "stage" | "rollups">): readonly Stage[] => [plan.stage, ...plan.rollups];

/** The stage of a kind of period; undefined where the rubric has none. */
export const stageOfKind = (plan: Pick<Plan, "stage" | "rollups">, kind: PeriodKind): Stage | undefined =>
  stagesOf(plan).find(({ period }) => period === kind);

/** The stage by its number in a report: 0 for the rows' own period, else 1 + index into `plan.rollups`. */
export const stageAt = (plan: Plan, { stage }: { readonly stage: number }): Stage => stagesOf(plan)[stage] as Stage;

/** What a rollup is made of: the rows' own period or an earlier rollup. */
export const stageBelow = (plan: Plan, { of }: Rollup): Stage => stageOfKind(plan, of) as Stage;

/** The rollup that a stage is; undefined for the rows' own period. */
export const rollupOf = (plan: Plan, stage: Stage): Rollup | undefined => plan.rollups.find((each) => each === stage);

/** The stage whose items a row has. */
export const stageOfRow = (plan: Plan, { period }: Row): Stage =>
  plan.rollups.find((rollup) => hasOwnAreas(rollup) && rollup.period === periodNamed(period).kind) ?? plan.stage;

/** Is a node a part of the sum and the max of what is around it? */
export const isCounted = ({ bonus, counts }: Node): boolean => !bonus && counts !== false;

/** What a node weighs in the mean of the area around it; 1 where nothing weighs it. */
export function weightIn({ nodes }: Pick<Stage, "nodes">, at: number): Exact {
  const node = nodes[at];
  const around = nodes[node?.parent ?? -1]?.body;
  if (!node || around?.kind !== "area" || typeof around.combine !== "object" || !isCounted(node)) return 1;
  const counted = around.children.filter((child) => isCounted(nodes[child] as Node));
  return around.combine.weights[counted.indexOf(at)] as Exact;
}

/** Each award after those whose holders it passes over. */
export function inTurn(awards: readonly Award[]): readonly Award[] {
  const turn = new Set<Award>();
  const enter = (award: Award): void => {
    for (const other of awards) if (award.except?.includes(other.id) && !turn.has(other)) enter(other);
    turn.add(award);
  };
  for (const award of awards) enter(award);
  return [...turn];
}

/** Whether `unclamped`, areas and items roll up in the same way as the total; else `unclamped` is the total. */
export const addsUp = ({ score: { kind } }: Rollup): boolean => kind !== "best" && kind !== "worst" && kind !== "value";

/** Whether a rollup has areas that are scored only in it, by rows of its own period. Only an expression can count them. */
export const hasOwnAreas = ({ score, nodes }: Rollup): boolean => score.kind === "value" && nodes.length > 0;
