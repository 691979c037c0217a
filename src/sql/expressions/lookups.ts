import type { Plan } from "../../model/plan.ts";
import type { Cte } from "../cte.ts";
import type { Dialect } from "../dialect.ts";
import { NotInSql } from "../not-in-sql.ts";

/**
 * What the columns of a stage look up in tables: collected while their expressions are written, and worked out in stages
 * before it. Each joins the rows of a table, and keeps one row of everybody.
 */
export interface Lookups {
  /** An aggregate over the rows of a table for which a condition holds. @returns its column */
  ask(table: string, on: string, aggregate: string): string;
  /** Says that a row of a table is needed, by its key, where a condition holds. @param found whether it is there */
  need(table: string, key: string, condition: string, found: string): void;
  /** Forgets what was asked since the last stage: it was written to be counted alone. */
  forget(): void;
  /** Nothing may be asked for where a stage is no further columns. */
  demandNone(): void;
  /** The stages that were asked for, after one of that name, whose rows are told apart by these columns. */
  stages(from: string, keys: readonly string[], free: (name: string) => string): Iterable<Cte>;
  /** Where people stand for whom a row was needed and is not there. */
  readonly wanting: Wanting[];
}

/** A stage with a column that holds what somebody lacks; NULL of others. */
interface Wanting {
  readonly stage: string;
  readonly column: string;
  /** The table or rule that it is about. */
  readonly cell: string;
  readonly problem: string;
}

interface Need {
  readonly table: string;
  readonly column: string;
  readonly sql: string;
}

export function createLookups({ fence, whole }: Pick<Dialect, "fence" | "whole">): Lookups {
  const lists = new Map<
    string,
    { readonly table: string; readonly on: string; readonly figures: Map<string, string> }
  >();
  const needs = new Map<string, Need>();
  const wanting: Wanting[] = [];
  let [figures, wants, joins] = [0, 0, 0];
  const forget = (): void => {
    lists.clear();
    needs.clear();
  };
  return {
    wanting,
    forget,
    ask(table, on, aggregate) {
      const list = lists.get(`${table} ${on}`) ?? { table, on, figures: new Map<string, string>() };
      lists.set(`${table} ${on}`, list);
      const column = list.figures.get(aggregate) ?? `found_${++figures}`;
      list.figures.set(aggregate, column);
      return column;
    },
    need(table, key, condition, found) {
      const sql = `CASE WHEN ${condition} AND NOT (${found}) THEN ${key} END`;
      const column = needs.get(sql)?.column ?? `sought_${++wants}`;
      needs.set(sql, { table, column, sql });
    },
    demandNone() {
      if (lists.size > 0) throw new NotInSql([...lists.values()][0]?.table ?? "");
    },
    *stages(from, keys, free) {
      const same = `PARTITION BY ${["period", ...keys].join(", ")}`;
      let last = from;
      for (const { table, on, figures: asked } of lists.values()) {
        const each = `each_${++joins}`;
        const windows = [...asked].map(
          ([sql, column]) => `      ${counted(`${sql} OVER (${same})`, whole)} AS ${column},\n`,
        );
        const select = [
          "  SELECT *",
          "  FROM (",
          `    SELECT ${last}.*,\n${windows.join("")}      ROW_NUMBER() OVER (${same} ORDER BY period) AS ${each}`,
          `    FROM ${last}`,
          `    LEFT JOIN ${tableStage(table)} ON ${on}`,
          "  ) AS looked_up",
          `  WHERE ${each} = 1${fence}`,
        ].join("\n");
        last = free(`with_${table}`);
        yield { name: last, about: [`What the table ${table} says of each; one row of everybody stays.`], select };
      }
      if (needs.size > 0) {
        const columns = [...needs.values()];
        const lines = columns.map(({ column, sql }) => `    ${sql} AS ${column}`).join(",\n");
        const name = free("needed_rows");
        const about = ["Rows of tables that are needed and not there, by their key."];
        yield { name, about, select: `  SELECT ${last}.*,\n${lines}\n  FROM ${last}${fence}` };
        for (const { table, column } of columns)
          wanting.push({ stage: name, column, cell: table, problem: "no such row of the table" });
      }
      forget();
    },
  };
}

/** A sum in the type that figures are counted in: engines give it a wider one. */
export const counted = (aggregate: string, whole: string): string =>
  aggregate.startsWith("SUM(") ? `CAST(${aggregate} AS ${whole})` : aggregate;

/** What the stage with the rows of a table is called. */
export const tableStage = (table: string): string => `table_${table}`;

/** What tells the rows of a stage apart beside the period: the person, and who scores while each rating stands for itself. */
export const rowKeys = ({ ratings, columns, key }: Plan, isRating: boolean): readonly string[] =>
  [...key, ...(ratings && isRating ? [ratings.by] : [])].map((at) => `c_${columns[at]?.id}`);
