import type { PeriodReport } from "../../model/report.ts";
import type { Rollup } from "../../model/stage.ts";
import type { Period } from "../../period/period.ts";
import type { RolledUp } from "../periods/rollup.ts";
import type { PreparedStage } from "../stage.ts";
import type { Setting } from "./conclude.ts";
import { concludeColumns } from "./conclude.ts";
import { isPlainRollup } from "./plain-plan.ts";
import type { Part } from "./rollup-roster.ts";
import { createRollupRoster } from "./rollup-roster.ts";
import { createRollupScoring, settleRollup } from "./rollup-scoring.ts";
import { keyOfRow } from "./roster.ts";

/** A longer period whose parts are all there. */
interface LongerPeriod {
  readonly rollup: Rollup;
  readonly stage: PreparedStage;
  readonly period: Period;
  /** Oldest first. */
  readonly parts: readonly Period[];
  /** What the law makes of each of its subjects. */
  readonly rolled: RolledUp;
}

/** Concludes a longer period from the columns of its parts. Gives nothing where it has to be concluded from objects. */
export function concludeRollup(
  setting: Setting,
  { rollup, stage: prepared, period, parts, rolled }: LongerPeriod,
): Pick<PeriodReport, "results" | "quotas" | "awards"> | undefined {
  const { decisions, chronicle } = prepared.surroundings;
  if (decisions.in(period.name).length > 0 || !isPlainRollup(rollup)) return undefined;
  const known = parts.flatMap((part): Part[] => {
    const [columns, results] = [setting.concluded.get(part.name), chronicle.computed(part)];
    return columns && results ? [{ ...columns, period: part, results }] : [];
  });
  const roster = known.length === parts.length ? createRollupRoster(rollup, known) : undefined;
  if (!roster) return undefined;
  const judge = (row: number) => rolled.of(keyOfRow(roster, row));
  if (!settleRollup(rollup, roster, judge)) return undefined;
  const scoring = createRollupScoring(rollup, roster);
  return concludeColumns(setting, { prepared, period, roster, scoring, judge, forgetScores: () => undefined });
}
