import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { Waiting } from "../../model/report.ts";
import type { Rollup } from "../../model/stage.ts";
import { hasOwnAreas, stageBelow, stagesOf } from "../../model/stages.ts";
import type { Period } from "../../period/period.ts";
import type { BrokenRows } from "../broken.ts";
import { markBroken } from "../broken.ts";
import type { Setting } from "../columns/conclude.ts";
import { concludeRollup } from "../columns/rollup-columns.ts";
import type { Conclusions } from "../conclusions.ts";
import type { PreparedStage } from "../stage.ts";
import type { Subjects } from "../subjects.ts";
import type { Chronicle } from "./chronicle.ts";
import { createDirect, tellUnlike, withoutParts } from "./direct-rows.ts";
import { outlookOf } from "./outlook.ts";
import type { OwnRows } from "./own-rows.ts";
import { keysInside, partsEntering, partsWithin } from "./parts.ts";
import { createRoller } from "./rollup.ts";
import { leadsTo, parentsOf, tellWaiting } from "./wanted.ts";

/** A kind of longer periods, and the rows that it has of its own. */
export interface Longer {
  readonly rollup: Rollup;
  readonly stage: PreparedStage;
  readonly own: OwnRows;
}

/** What longer periods are concluded from. */
interface Grounds {
  readonly conclusions: Conclusions;
  readonly chronicle: Chronicle;
  readonly subjects: Subjects;
  /** Of periods that are kept as columns, where there may be such. */
  readonly columns: Setting | undefined;
  readonly broken: BrokenRows;
  /** All that have rows. */
  readonly periods: readonly Period[];
  readonly wanted: Period | undefined;
  /** Who has rows of periods that wait for parts, by the name of the period. */
  readonly held: Map<string, readonly string[]>;
  readonly diagnostics: Diagnostics;
}

/** Concludes each period of the kind that can be, in the order of time. Returns those that wait for parts. */
export function concludeLonger(plan: Plan, { rollup, stage, own }: Longer, grounds: Grounds): readonly Waiting[] {
  const { conclusions, chronicle, subjects, columns, broken, periods, wanted, held, diagnostics } = grounds;
  const waiting: Waiting[] = [];
  const number = stagesOf(plan).indexOf(rollup);
  const of = stageBelow(plan, rollup);
  const roll = createRoller(plan, rollup, of, stage, own);
  const direct = createDirect(rollup, of, stage);
  const isProvisional = ({ name }: Period): boolean => conclusions.report(name)?.provisional === true;
  for (const period of parentsOf(plan, rollup, conclusions.inTime(), periods, wanted)) {
    const parts = partsEntering(plan, rollup, period);
    const there = parts.filter((part) => conclusions.report(part.name) || chronicle.past(part));
    const hasRows = periods.some(({ name }) => name === period.name);
    if (there.length === 0 && !hasRows) continue;
    const rows = subjects.scored(period);
    const inside = rows.length > 0 ? keysInside(plan, rollup, chronicle, held, period) : new Set<string>();
    // Where nobody is scored by part, the rows of the whole period are all there is; but not those of its own items.
    const lacksParts = (there.length > 0 || inside.size > 0 || hasOwnAreas(rollup)) && there.length < parts.length;
    const provisional = lacksParts || there.some(isProvisional);
    const waits = provisional && !leadsTo(plan, period, wanted);
    const open = parts.filter((part) => !there.includes(part) || isProvisional(part));
    const missing = open.map(({ name }) => name);
    if (waits && !hasRows) {
      if (!wanted) waiting.push({ period: period.name, missing });
      continue;
    }
    // What is still to come is no gap yet.
    const rolled = roll(period, there, partsWithin(plan, chronicle, period, there, diagnostics));
    const areColumns = ({ name }: Period): boolean => conclusions.report(name)?.results.columns !== undefined;
    const isPlain = chronicle.isPlain && !hasRows && !provisional && there.every(areColumns);
    const found = columns && isPlain && concludeRollup(columns, { rollup, stage, period, parts: there, rolled });
    if (found && broken.within(period, periods).size === 0) {
      conclusions.add(period, { period: period.name, stage: number, provisional: false, ...found, differences: [] });
      continue;
    }
    const byParts = Array.from(rolled.keys(), rolled.of);
    const onContradiction = (key: string): void => broken.add({ key, period: period.name, code: "A202" });
    const whole = withoutParts(plan, period, rows, inside, diagnostics, onContradiction);
    if (waits) {
      held.set(period.name, [...byParts.map(({ classed }) => classed.key), ...rows.map(({ key }) => key)]);
      tellWaiting(period, missing, diagnostics);
      continue;
    }
    if (byParts.length > 0) tellUnlike(plan, rollup, period, whole, diagnostics);
    const scored = [...byParts, ...whole.map((rows) => direct(period, rows))];
    const sound = markBroken(plan, stage, period, scored, broken.within(period, periods));
    conclusions.conclude(
      stage,
      period,
      sound,
      provisional ? (results) => outlookOf(plan, rollup, of, parts, open, results) : undefined,
    );
  }
  return waiting;
}
