import type { Plan } from "../../../src/model/plan.ts";
import type { Sheet } from "../../../src/sql/1-rows/table-layout.ts";
import type { DialectName } from "../../../src/sql/dialect.ts";
import type { Form, Given } from "../../../src/sql/sql.ts";
import type { Engine } from "../../support/engines/engine.ts";

/** An engine that is tried, and how much of it. */
export interface Trial {
  readonly name: DialectName;
  readonly engine: Engine;
  /** How many random rubrics of each kind are tried. */
  readonly random: number;
  /** Whether a query takes the engine seconds, however few rows there are: then a random rubric and its sheet are asked about once. */
  readonly isSlow: boolean;
  /** How many golden cases are tried, spread over all of them, and how many of longer periods. */
  readonly golden: number;
  readonly longer: number;
  /** The most characters of a query that the engine can plan in its memory, where it is one of a longer period or random. */
  readonly longest: number;
  sqlOf(plan: Plan, form: Form, sheet: Partial<Sheet>, of?: Given): string;
}

/** Within this time an engine of many processes answers, while other tests run. */
export const patience = 900_000;
