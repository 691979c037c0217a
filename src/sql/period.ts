import type { PeriodKind } from "../period/period.ts";
import { periodWords } from "../period/spoken-period.ts";
import { boundsOf, periodsLike } from "./day-span.ts";
import { NotInSql } from "./not-in-sql.ts";
import type { Writing } from "./parts.ts";

/** The name of a period of this kind as people say it; `name` is the expression of its canonical name. */
export function periodWordsSql(name: string, kind: PeriodKind, { dialect, plan }: Writing): string {
  const cases = periodsLike(kind).map(({ like, period }) => {
    const pieces = periodWords(period.name)[plan.language].split(/(2009|2010)/);
    const said = pieces.flatMap((piece) => (piece === "" ? [] : (years[piece]?.(name) ?? dialect.literal(piece))));
    return `WHEN ${name} LIKE '${like}' THEN ${said.join(" || ")}`;
  });
  return `CASE ${cases.join(" ")} ELSE ${name} END`;
}

/** The years of a name that stand for the sample year and the one after it. */
const years: Readonly<Record<string, (name: string) => string>> = {
  2009: (name) => `SUBSTR(${name}, 1, 4)`,
  2010: (name) => `SUBSTR(${name}, 6, 4)`,
};

/** `period`, and the dates `period_start` and `period_end`, from the name of a row's period; undefined for another name. */
export function periodSql(name: string, writing: Writing): string | undefined {
  if (name === "period") return "period";
  if (name !== "period_start" && name !== "period_end") return undefined;
  const kind = writing.stage.period;
  // A week's days follow no pattern that its name shows.
  if (kind === "week") throw new NotInSql(name);
  return `CASE ${boundsOf("period", kind, name === "period_start" ? "first" : "last", writing).join(" ")} END`;
}
