import type { AlertStep, AwardStep } from "../../model/derivation-class.ts";
import type { Condition } from "../../model/derivation-scores.ts";
import type { PeriodReport, Result } from "../../model/report.ts";
import { periodNamed } from "../../period/parse-period.ts";
import { compareText } from "../../text/order.ts";
import { streakOf } from "../law/streak.ts";
import type { Subject } from "../law/subject.ts";
import type { Scene } from "./scene.ts";

/** `subject`: with its final band. */
export const awardSteps = (scene: Scene, report: PeriodReport, result: Result, subject: Subject): AwardStep[] =>
  [...scene.stage.awards]
    .sort((a, b) => compareText(a.id, b.id))
    .map((award) => {
      const { size } = award;
      const { chronicle } = scene.prepared.surroundings;
      const when = award.when && scene.condition(award.when, subject);
      const period = periodNamed(report.period);
      const streak = size.kind === "streak" ? streakOf(size, chronicle, period, result) : undefined;
      const passed = (award.except ?? []).filter((id) => mayHold(report, result, id));
      const outcome = outcomeOf(report, result, award, when);
      return { award, outcome, ...(when && { when }), ...(streak && { streak }), ...(passed.length > 0 && { passed }) };
    });

/** Whether somebody holds an award, or is a candidate of it left open. */
const mayHold = ({ awards }: PeriodReport, { key, awards: won }: Result, id: string): boolean =>
  won.includes(id) || awards.some(({ award, open }) => award === id && open.includes(key));

function outcomeOf(
  { awards }: PeriodReport,
  { key, state, awards: won }: Result,
  { id, size }: AwardStep["award"],
  when: Condition | undefined,
): AwardStep["outcome"] {
  if (won.includes(id)) return "won";
  if (awards.some(({ award, open }) => award === id && open.includes(key))) return "open";
  return state === "rated" && size.kind !== "streak" && (!when || when.holds === true) ? "candidate" : "no_candidate";
}

/** The alerts that the subject raised. */
export const alertSteps = (scene: Scene, result: Result, subject: Subject): AlertStep[] =>
  [...scene.stage.alerts]
    .sort((a, b) => compareText(a.id, b.id))
    .filter(({ id }) => result.alerts.includes(id))
    .map((alert) => ({ alert, when: scene.condition(alert.when, subject) }));
