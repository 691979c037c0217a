import type { Column } from "../../model/column.ts";
import { keyIds } from "../../model/keys.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { earlierOf, toldOnce } from "../1-rows/earlier-results.ts";
import type { Chain, Writing } from "../parts.ts";

/** The columns with the ids of what counts once, in a stage and in the rollups above. */
export const offencesIn = (plan: Plan, stages: readonly Stage[]): readonly Column[] =>
  plan.columns.filter((_, at) => stages.some(({ rules }) => rules.some(({ once }) => once === at)));

export const hadBefore = ({ id }: Pick<Column, "id">): string => `hadbefore_${id}`;

/** Whether somebody had the same value in an earlier period already; a blank cell names no offence. */
export function addOnce(chain: Chain, writing: Writing, columns: readonly Column[]): void {
  const { plan, dialect } = writing;
  const period = dialect.ordered("period");
  const keys = keyIds(plan).map((id) => `c_${id}`);
  const told = writing.hasEarlier ? toldOnce(plan).filter((column) => columns.includes(column)) : [];
  joinEarlier(chain, writing, keys, told);
  chain.add(
    "earlier",
    "Whether an offence that counts once was there in an earlier period.",
    columns.map((column) => {
      const { id, type } = column;
      const isBlank = type.kind === "text" ? ` AND c_${id} <> ''` : "";
      const first = `MIN(${period}) OVER (PARTITION BY ${[...keys, `c_${id}`].join(", ")})`;
      const isPast = told.includes(column) ? ` OR COALESCE(${firstTold(id)} < ${period}, FALSE)` : "";
      return [hadBefore(column), `c_${id} IS NOT NULL${isBlank} AND (${first} < ${period}${isPast})`];
    }),
  );
}

const firstTold = (id: string): string => `told_${id}`;

/** Puts beside each row since when results of earlier runs tell the same of somebody. */
function joinEarlier(chain: Chain, writing: Writing, keys: readonly string[], told: readonly Column[]): void {
  if (told.length === 0) return;
  const { last } = chain;
  const joins = told.map(({ id }) => {
    const same = [...keys, `c_${id}`];
    const first = [
      ...same.map((column, at) => `${column} AS same_${at}`),
      `MIN(${writing.dialect.ordered("period")}) AS ${firstTold(id)}`,
    ];
    const found = `SELECT ${first.join(", ")} FROM (\n${earlierOf(writing, last, [`c_${id}`])}\n  ) AS past GROUP BY ${same.join(", ")}`;
    const on = same.map((column, at) => `of_${id}.same_${at} = ${last}.${column}`);
    return `  LEFT JOIN (${found}) AS of_${id} ON ${on.join(" AND ")}`;
  });
  chain.begin({
    name: "told_earlier",
    about: ["Since when results of earlier runs tell the same offence."],
    select: [
      `  SELECT ${[`${last}.*`, ...told.map(({ id }) => firstTold(id))].join(", ")}`,
      `  FROM ${last}`,
      ...joins,
    ].join("\n"),
  });
}
