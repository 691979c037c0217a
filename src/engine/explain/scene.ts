import type { Expression } from "../../expression/tree.ts";
import { expressionText } from "../../expression/write.ts";
import type { Condition, Input } from "../../model/derivation-scores.ts";
import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import type { Subject } from "../law/subject.ts";
import { toPoints } from "../law/work.ts";
import type { PreparedStage } from "../stage.ts";
import { inputsOf } from "./inputs.ts";

/** What the steps of one stage are derived with. */
export interface Scene {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly prepared: PreparedStage;
  points(units: Units): Exact;
  inputs(expression: Expression, subject: Subject): Input[];
  /** Whether an expression holds, and why; `text`: as the rubric writes it, where the plan knows. */
  condition(expression: Expression, subject: Subject, text?: string): Condition;
  /** Whether the `when` of an area or item holds. */
  applies(when: Expression, subject: Subject): Condition;
}

export function createScene(plan: Plan, prepared: PreparedStage): Scene {
  const { stage, environment } = prepared;
  const inputs = (expression: Expression, subject: Subject) => inputsOf(plan, environment.compile, expression, subject);
  return {
    plan,
    stage,
    prepared,
    points: (units) => toPoints(units, plan.scale),
    inputs,
    condition(expression, subject, text = expressionText(expression)) {
      const holds = environment.compile(expression)(subject) as boolean | undefined;
      return { expression, text, inputs: inputs(expression, subject), ...(holds !== undefined && { holds }) };
    },
    applies: (when, subject) => ({
      expression: when,
      text: expressionText(when),
      inputs: inputsOf(plan, environment.ofColumns, when, subject),
      holds: environment.condition(when)(subject) === true,
    }),
  };
}
