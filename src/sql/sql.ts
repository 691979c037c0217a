import type { Plan } from "../model/plan.ts";
import { classify } from "./classify.ts";
import type { Dialect } from "./dialect.ts";
import type { Cte, Writing } from "./parts.ts";
import { applyQuotas } from "./quotas.ts";
import type { Sheet } from "./read.ts";
import { readSheet, refused, unsound } from "./read.ts";
import { resultSql } from "./result.ts";
import { score } from "./score.ts";
import { standing } from "./standing.ts";
import type { Outside } from "./subset.ts";
import { outsideOf } from "./subset.ts";

/** What becomes of the query: itself, a view or table of its rows, or the query of the rows that score refuses. */
export const forms = ["query", "view", "table", "checks"] as const;
export type Form = (typeof forms)[number];

/** A rubric as SQL, or what of it cannot be said there. */
export type Written = { readonly sql: string } | { readonly outside: readonly Outside[] };

/** Writes the results of a rubric's rows as one query, a stage of it for each stage of the language. */
export function writeSql(plan: Plan, dialect: Dialect, sheet: Sheet, form: Form): Written {
  const writing: Writing = { plan, dialect, scale: typeof plan.scale === "number" ? BigInt(plan.scale) : 0n };
  const outside = outsideOf(writing, sheet.period);
  if (outside.length > 0) return { outside };
  const chain = readSheet(writing, sheet);
  const { ordered } = dialect;
  if (form === "checks") {
    const rows = `SELECT * FROM refused\nORDER BY ${["period", "subject", "cell"].map(ordered).join(", ")}`;
    return { sql: `${head(plan)}${withCtes([...chain.ctes, refused(writing)])}${rows};\n` };
  }
  score(chain, writing);
  classify(chain, writing);
  applyQuotas(chain, writing);
  standing(chain, writing);
  const query = `${withCtes([...chain.ctes, unsound(writing)])}${resultSql(writing, chain.last, sheet)}`;
  return { sql: `${head(plan)}${created(plan, dialect, form)}${query};\n` };
}

const head = ({ id, version, title, language }: Plan): string =>
  `-- ${oneLine(title[language])} (${id} ${version})\n-- Points are whole numbers of the finest step: nothing is rounded but where the rubric says so.\n`;

function created({ id }: Plan, { quote }: Dialect, form: Form): string {
  if (form === "view") return `CREATE OR REPLACE VIEW ${quote(`${id}_results`)} AS\n`;
  return form === "table" ? `CREATE TABLE ${quote(`${id}_results`)} AS\n` : "";
}

const withCtes = (ctes: readonly Cte[]): string =>
  `WITH\n${ctes
    .map(
      ({ name, about, select }) => `${about.map((line) => `-- ${oneLine(line)}\n`).join("")}${name} AS (\n${select}\n)`,
    )
    .join(",\n")}\n`;

/** A comment ends with its line, whatever a rubric says. */
const oneLine = (text: string): string => text.replace(/[^\P{Cc}]|\u2028|\u2029/gu, " ");
