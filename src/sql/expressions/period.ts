import { stagesOf } from "../../model/stages.ts";
import type { PeriodKind } from "../../period/period.ts";
import { periodKinds } from "../../period/period.ts";
import { looksLike } from "../1-rows/row-period.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Writing } from "../parts.ts";
import { boundDays, boundsOf, thursdayOf } from "./day-span.ts";

/** `period`, and the dates `period_start` and `period_end`, from the name of a row's period; undefined for another name. */
export function periodSql(name: string, writing: Writing): string | undefined {
  if (name === "period") return "period";
  if (name !== "period_start" && name !== "period_end") return undefined;
  const { plan, stage, below } = writing;
  // A row may cover a longer period too, whose days it is asked about.
  const kinds = below ? [stage.period] : stagesOf(plan).map(({ period }) => period);
  const bounds = kinds.flatMap((kind) => {
    // A week's days follow no pattern that its name shows.
    if (kind === "week") throw new NotInSql(name);
    return boundsOf("period", kind, name === "period_start" ? "first" : "last", writing);
  });
  return `CASE ${bounds.join(" ")} END`;
}

/** The number of a row's period among those of its kind: neighbours differ by one. NULL of a row of another kind. */
export function periodNumber({ stage: { period: kind }, dialect }: Pick<Writing, "stage" | "dialect">): string {
  const part = (at: number, length: number): string => `CAST(SUBSTR(period, ${at}, ${length}) AS INTEGER)`;
  const year = part(1, 4);
  const numbers: Readonly<Record<PeriodKind, string>> = {
    year,
    month: `${year} * 12 + ${part(6, 2)}`,
    quarter: `${year} * 4 + ${part(7, 1)}`,
    // The number stands last, in school years too.
    semester: `${year} * 2 + CAST(SUBSTR(period, LENGTH(period), 1) AS INTEGER)`,
    week: dialect.quotient(`(${thursdayOf("period", dialect)})`, "7"),
  };
  // Whenever an engine works it out.
  return `CASE WHEN ${looksLike("period", kind, dialect)} THEN ${numbers[kind]} END`;
}

/** A text by which periods of all kinds stand in the order of time: by their end, a longer one behind the last of its parts. */
export function periodOrder(writing: Writing): string {
  const { stage, dialect } = writing;
  const kind = stage.period;
  const day = kind === "week" ? thursdayOf("period", dialect) : boundDays("period", kind, "last", writing);
  return `CAST(${day} + 2000000 AS ${dialect.text}) || '${periodKinds.indexOf(kind)}' || period`;
}
