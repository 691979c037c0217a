import type { Plan } from "../model/plan.ts";
import type { Dialect } from "./dialect.ts";

/** What every part of a query is written for. */
export interface Writing {
  readonly plan: Plan;
  readonly dialect: Dialect;
  /** Units in one point. */
  readonly scale: bigint;
}

/** One stage of a query: its name, what it is for, and what it selects. */
export interface Cte {
  readonly name: string;
  readonly about: readonly string[];
  readonly select: string;
}

/** Collects the stages, each of which adds columns to all that are there. */
export interface Chain {
  readonly ctes: readonly Cte[];
  /** The name of the last one. */
  readonly last: string;
  /** Adds a stage with further columns: SQL by name. */
  add(name: string, about: string | readonly string[], columns: Iterable<readonly [name: string, sql: string]>): void;
}

export function createChain(first: Cte): Chain {
  const ctes: Cte[] = [first];
  return {
    ctes,
    get last() {
      return (ctes.at(-1) as Cte).name;
    },
    add(name, about, columns) {
      const entries = [...columns];
      if (entries.length === 0) return;
      const from = (ctes.at(-1) as Cte).name;
      const lines = entries.map(([column, sql]) => `    ${sql} AS ${column}`).join(",\n");
      ctes.push({ name, about: [about].flat(), select: `  SELECT ${from}.*,\n${lines}\n  FROM ${from}` });
    },
  };
}

/** A list of texts of which some stand: those whose condition holds, with a separator between. */
export function listed(parts: readonly (readonly [condition: string, text: string])[], separator: string): string {
  if (parts.length === 0) return "''";
  const texts = parts.map(([condition, text]) => `CASE WHEN ${condition} THEN '${separator}' || ${text} ELSE '' END`);
  return `SUBSTR(${texts.join(" || ")}, ${separator.length + 1})`;
}

export const any = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "FALSE" : conditions.join(" OR ");

/** The windows of a period's groups. */
export const partition = (...by: readonly string[]): string => `PARTITION BY ${["period", ...by].join(", ")}`;
