import type { Cte } from "./cte.ts";
import { withCtes } from "./cte.ts";
import type { Dialect } from "./dialect.ts";

/** So many stages are worked out by one statement. */
const mostStages = 15;

/**
 * The stages of a query as statements, which an engine plans one by one: what is read more than once becomes a table of its own,
 * and of a long chain each so manieth. The tables are dropped once the last statement, `begin` and `results`, has made its own.
 */
export function scriptOf(
  ctes: readonly Cte[],
  { begin, results }: { readonly begin: string; readonly results: string },
  prefix: string,
  dialect: Dialect,
): string {
  const earlier = ctes.map(({ select }, at) => namedIn(select, ctes.slice(0, at)));
  const last = namedIn(results, ctes);
  const reads = [...earlier, last].flat();
  const kept = new Set<Cte>();
  const since = new Map<Cte, number>();
  for (const [at, cte] of ctes.entries()) {
    const open = (earlier[at] ?? []).filter((each) => !kept.has(each));
    const length = 1 + Math.max(0, ...open.map((each) => since.get(each) ?? 0));
    since.set(cte, length);
    const isRead = reads.filter((each) => each === cte).length;
    if (isRead > 1 || length >= mostStages) kept.add(cte);
  }
  const table = ({ name }: Cte): string => dialect.quote(`${prefix}_${name}`);
  /** All that a statement names, up to what is a table already. */
  const needed = (names: readonly Cte[]): readonly Cte[] => {
    const found = new Set<Cte>();
    const enter = (cte: Cte): void => {
      if (found.has(cte)) return;
      found.add(cte);
      if (!kept.has(cte)) for (const each of earlier[ctes.indexOf(cte)] ?? []) enter(each);
    };
    for (const each of names) enter(each);
    return ctes.filter((cte) => found.has(cte));
  };
  const withNeeded = (names: readonly Cte[]): string => {
    const stages = needed(names).map((cte) =>
      kept.has(cte) ? { name: cte.name, about: [], select: `  SELECT * FROM ${table(cte)}` } : cte,
    );
    return stages.length === 0 ? "" : withCtes(stages, dialect);
  };
  const statements = [...kept].map((cte) => {
    const about = cte.about.map((line) => `-- ${line}\n`).join("");
    return `${about}CREATE TABLE ${table(cte)} AS\n${withNeeded(earlier[ctes.indexOf(cte)] ?? [])}${cte.select}`;
  });
  const drops = [...kept].map((cte) => `DROP TABLE ${table(cte)}`);
  return [...statements, `${begin}${withNeeded(last)}${results}`, ...drops].map((each) => `${each};\n`).join("\n");
}

/** The stages that a text names. */
function namedIn(text: string, ctes: readonly Cte[]): readonly Cte[] {
  const words = text.match(/\b[A-Za-z_]\w*\b/g) ?? [];
  return ctes.flatMap((cte) => words.flatMap((word, at) => (word === cte.name && isRead(words, at) ? [cte] : [])));
}

/** A stage is read behind `FROM` or `JOIN`; elsewhere the name stands before a column of it. */
const isRead = (words: readonly string[], at: number): boolean => ["FROM", "JOIN"].includes(words[at - 1] ?? "");
