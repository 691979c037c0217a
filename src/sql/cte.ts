import type { Dialect } from "./dialect.ts";

/** One stage of a query: its name, what it is for, and what it selects. */
export interface Cte {
  readonly name: string;
  readonly about: readonly string[];
  readonly select: string;
}

/** The stages of a query, one behind the other. */
export function withCtes(ctes: readonly Cte[], { keepsStages }: Dialect): string {
  const isLong = keepsStages && ctes.length > mostInOne;
  const written = ctes.map(({ name, about, select }, at) => {
    const as = isLong && (at + 1) % between === 0 ? "AS MATERIALIZED" : "AS";
    return `${about.map((line) => `-- ${oneLine(line)}\n`).join("")}${name} ${as} (\n${select}\n)`;
  });
  return `WITH\n${written.join(",\n")}\n`;
}

/** So many stages an engine may join into one without its expressions outgrowing every memory. */
const mostInOne = 40;

/** In a longer query each so manieth is worked out by itself; to do so with every one takes nearly twice the time. */
const between = 10;

/** A comment ends with its line, whatever a rubric says; Spark would put a setting in place of `${NAME}`. */
export const oneLine = (text: string): string => text.replace(/[^\P{Cc}]|\u2028|\u2029/gu, " ").replaceAll("${", "$ {");
