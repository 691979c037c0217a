import { namesIn } from "../../expression/names.ts";
import type { Expression } from "../../expression/tree.ts";
import type { CellValue } from "../../model/column.ts";
import { sameValue } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import { rollupOf, stageBelow } from "../../model/stages.ts";
import { comparePeriods } from "../../period/calendar.ts";
import { periodNamed } from "../../period/parse-period.ts";
import type { Period } from "../../period/period.ts";
import type { Decisions } from "../decisions.ts";
import type { Origin, Standing } from "../law/subject.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Records } from "./period-records.ts";

export type StandingOf = (period: Period, origin: Origin, columns: Result["columns"]) => Standing | undefined;

/** Gives nothing for a stage that looks at nothing but the rows of its period, so that a plain rubric pays nothing. */
export function createStandings(
  plan: Plan,
  stage: Stage,
  chronicle: Chronicle,
  decisions: Decisions,
  records: Records,
): StandingOf | undefined {
  const needed =
    !decisions.isEmpty ||
    (plan.tables?.length ?? 0) > 0 ||
    expressionsOf(stage).some((expression) => namesIn(expression).has("recent")) ||
    stage.rules.some(({ once }) => once !== undefined) ||
    stage.awards.some(({ size }) => size.kind === "streak");
  if (!needed) return undefined;
  const rollup = rollupOf(plan, stage);
  const of = rollup && stageBelow(plan, rollup);
  return (period, origin, columns) => {
    const own = decisions.of(period.name, origin.key);
    const rate = own.find(({ action }) => action === "rate");
    const exempt = new Set(own.filter(({ action }) => action === "exempt").map(({ value }) => value));
    return {
      period,
      origin,
      decisions: own,
      decidedTotal: rate?.total,
      isRated: rate !== undefined,
      isExempt: (rule) => exempt.has(rule),
      hadBefore: (column) => hadBefore(plan, chronicle, period, origin.key, column, columns[column]),
      firstParts(column) {
        const parts = origin.parts.filter(({ period: part, result }) => {
          const value = result.columns[column];
          return !hadBefore(plan, chronicle, periodNamed(part), origin.key, column, value);
        });
        return records.rollup(of ?? stage, parts, { columns: [] }, undefined);
      },
      recent: (subject, count) =>
        chronicle.last(period, count).flatMap((each) => {
          if (each.name === period.name) return [records.current(stage, period, subject)];
          const result = chronicle.resultOf(each, origin.key, period);
          return result ? [records.part(stage, { period: each.name, result })] : [];
        }),
    };
  };
}

/** The expressions that may look at earlier periods. */
const expressionsOf = ({ bands, rules, awards, alerts }: Stage): readonly Expression[] => [
  ...bands.flatMap(({ require }) => require.map(({ expression }) => expression)),
  ...[...rules, ...awards, ...alerts].flatMap(({ when }) => when ?? []),
];

/** A blank cell names no offence. */
function hadBefore(
  plan: Plan,
  chronicle: Chronicle,
  period: Period,
  key: string,
  column: number,
  value: CellValue | undefined,
): boolean {
  if (value === undefined || value === "") return false;
  return chronicle
    .known(period.kind)
    .some(
      (each) =>
        comparePeriods(each, period, plan.year) < 0 &&
        sameValue(chronicle.resultOf(each, key, period)?.columns[column], value),
    );
}
