import type { Plan } from "../model/plan.ts";
import type { Stage } from "../model/stage.ts";
import type { Cte } from "./cte.ts";
import type { Dialect } from "./dialect.ts";
import type { Lookups } from "./expressions/lookups.ts";
import { createLookups, rowKeys } from "./expressions/lookups.ts";
import type { Scaled } from "./numbers/values.ts";

/** What every part of a query is written for. */
export interface Writing {
  readonly plan: Plan;
  /** Of the rows, or a rollup. */
  readonly stage: Stage;
  /** What a rollup is made of. */
  readonly below?: Writing | undefined;
  readonly dialect: Dialect;
  /** Units in one point. */
  readonly scale: bigint;
  readonly scores: Scores;
  /** Why somebody has no class though no rule says `not_rated`, the first that holds. */
  readonly obstacles: Obstacle[];
  /** What expressions look up in tables. */
  readonly lookups: Lookups;
  /** Whether there is a table of decisions of the authority. */
  readonly hasDecisions: boolean;
  /** Whether there is a table of the results of earlier runs. */
  readonly hasEarlier: boolean;
  /** Aggregates over the parts of a rollup that its expressions ask for, by what they are called. */
  readonly asked: Map<string, string>;
}

/** Where a query has the figures of its stage, in units. */
export interface Scores {
  readonly nodes: Map<string, NodeSql>;
  total: Scaled;
  unclamped: Scaled;
  /** Of the parts of a rollup. */
  average?: Scaled;
}

export interface NodeSql {
  /** NULL where it is missing. */
  readonly score: Scaled;
  /** Whether it was scored, where another total has taken the place of all scores since. */
  readonly known?: string;
  /** `counts`, `missing`, `none`, `skip_area` or `skip_total`; absent: it always applies and is never skipped. */
  readonly state?: string;
  /** The max that applies; 0 where it is left out. */
  readonly full: string;
  /** Its max, whether it is left out or not. */
  readonly max: string;
  /** By how much `skip_total` lowers the max above it; absent: never. */
  readonly removed?: string;
  /** Whether that is so while it counts, too: of an area whose children add up. */
  readonly isLowered?: true;
}

export interface Obstacle {
  readonly condition: string;
  readonly state: "incomplete" | "not_rated";
  /** A text as SQL. */
  readonly reason: string;
}

type Around = Partial<Pick<Writing, "below" | "lookups" | "hasDecisions" | "hasEarlier">>;

export const writingOf = (
  plan: Plan,
  stage: Stage,
  dialect: Dialect,
  {
    below,
    lookups = below?.lookups ?? createLookups(dialect),
    hasDecisions = below?.hasDecisions === true,
    hasEarlier = below?.hasEarlier === true,
  }: Around,
): Writing => ({
  plan,
  stage,
  below,
  dialect,
  lookups,
  hasDecisions,
  hasEarlier,
  scale: typeof plan.scale === "number" ? BigInt(plan.scale) : 0n,
  scores: { nodes: new Map(), total: { sql: "total", parts: 1n }, unclamped: { sql: "unclamped", parts: 1n } },
  obstacles: [],
  asked: new Map(),
});

type Columns = Iterable<readonly [name: string, sql: string]>;

/** Collects the stages, each of which adds columns to all that are there. */
export interface Chain {
  readonly ctes: readonly Cte[];
  /** The name of the last one. */
  readonly last: string;
  /** Adds a stage with further columns: SQL by name. */
  add(name: string, about: string | readonly string[], columns: Columns): void;
  /** Adds a stage that is something else; a prefix stands before the names of those that are added to it. */
  begin(cte: Cte, prefix?: string): void;
}

/** Stands before the stages in which each rating is scored for itself. */
export const ratingPrefix = "rating_";

export function createChain(first: Cte, { plan, dialect: { fence }, lookups }: Writing): Chain {
  const ctes: Cte[] = [first];
  /** Ids may begin or end like a name of score's own, and engines take names that differ only in case for one. */
  const free = (name: string): string => {
    const taken = ctes.map((cte) => cte.name.toLowerCase());
    let [found, number] = [name, 1];
    while (taken.includes(found.toLowerCase())) found = `${name}_${++number}`;
    return found;
  };
  let before = "";
  const last = (): string => (ctes.at(-1) as Cte).name;
  return {
    ctes,
    get last() {
      return last();
    },
    begin(cte, further) {
      if (further !== undefined) before = further;
      lookups.demandNone();
      ctes.push({ ...cte, name: free(cte.name) });
    },
    add(name, about, columns) {
      const entries = [...columns];
      if (entries.length === 0) return;
      for (const cte of lookups.stages(last(), rowKeys(plan, before === ratingPrefix), free)) ctes.push(cte);
      const from = last();
      const lines = entries.map(([column, sql]) => `    ${sql} AS ${column}`).join(",\n");
      const select = `  SELECT ${from}.*,\n${lines}\n  FROM ${from}${fence}`;
      ctes.push({ name: free(`${before}${name}`), about: [about].flat(), select });
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

export const all = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "TRUE" : conditions.join(" AND ");

/** The columns that tell whose row it is, of which period. */
export const person = ({ plan }: Pick<Writing, "plan">): readonly string[] => [
  "period",
  ...plan.key.map((at) => `c_${plan.columns[at]?.id}`),
];

/** A key as people write it; `prefix`: what stands before the ids of its columns. */
export const keyText = ({ plan }: Pick<Writing, "plan">, prefix: string): string =>
  plan.key.map((at) => `${prefix}${plan.columns[at]?.id}`).join(" || ' / ' || ");

/** The windows of a period's groups. */
export const partition = (...by: readonly string[]): string => `PARTITION BY ${["period", ...by].join(", ")}`;
