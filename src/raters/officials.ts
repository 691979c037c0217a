import { rank } from "../engine/law/ranking.ts";
import { scopeId } from "../model/groups.ts";
import type { Units } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Result } from "../model/report.ts";
import { parseDecimal, toDouble } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { divide, multiply } from "../number/exact.ts";
import type { Officially } from "./analyse.ts";
import type { Official } from "./fair.ts";

/** Totals and ranks of the periods that are scored, and how ranks would be with other totals. */
export function officialRanks(
  plan: Plan,
  reports: readonly PeriodReport[],
): Pick<Officially, "officials" | "renumber"> {
  const byPeriod = new Map(reports.map((report) => [report.period, report.results]));
  return {
    officials: reports.flatMap(({ period, results }) =>
      [...results].flatMap((result) => officialOf(plan, period, result)),
    ),
    renumber(period, totals) {
      const others = Array.from(byPeriod.get(period) ?? [], (result): Result => {
        const points = totals.get(result.key);
        if (points === undefined || result.rank === undefined) return result;
        const total = unitsOf(plan, points);
        return { ...result, total, unclamped: total };
      });
      return new Map(
        rank(others, plan.stage.ranking).flatMap(({ of, rank: number }) =>
          number === undefined ? [] : [[of.key, number]],
        ),
      );
    },
  };
}

function officialOf(plan: Plan, period: string, { key, total, rank, columns }: Result): Official[] {
  if (total === undefined || rank === undefined) return [];
  const group = scopeId(plan.stage.ranking.within.map((column) => columns[column] ?? ""));
  return [{ period, subject: key, group, total: pointsOf(plan, total), rank }];
}

export const pointsOf = (plan: Plan, units: Units): number => toDouble(divide(units, plan.scale));

/** Doubles that differ by less than what nine places show are equal. */
const unitsOf = (plan: Plan, points: number): Units => multiply(parseDecimal(points.toFixed(9)) as Exact, plan.scale);
