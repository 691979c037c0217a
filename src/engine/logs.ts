import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Dated, Fact } from "../model/given.ts";
import { listsBy } from "../model/groups.ts";
import { showKey } from "../model/keys.ts";
import type { Results } from "../model/report.ts";
import type { Extent, YearTerms } from "../period/calendar.ts";
import { extentOf } from "../period/calendar.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Whose } from "./law/work.ts";
import { nearKey } from "./near-keys.ts";
import type { Chronicle } from "./periods/chronicle.ts";

/** Logs by id, asked for the facts of a subject in a period. */
export interface Logs {
  of(id: string, whose: Whose): readonly Fact[] | undefined;
  /** Lists the rows of subjects that have no result in the period of the row, and those of no period that was computed. */
  check(computed: ReadonlyMap<string, Results>, diagnostics: Diagnostics): void;
}

export function createLogs(given: ReadonlyMap<string, readonly Fact[]>, chronicle: Chronicle, terms?: YearTerms): Logs {
  const logs = new Map([...given].map(([id, facts]) => [id, listsBy(facts, ({ key }) => key)]));
  return {
    of(id, { key, period }) {
      const log = logs.get(id);
      if (!log) return undefined;
      const whole = periodNamed(period);
      const extent = extentOf(whole, terms);
      // A subject has had the facts under its former keys too.
      return chronicle
        .keysUntil(whole, key)
        .flatMap((each) => log.get(each) ?? [])
        .filter((fact) => lies(fact, extent) && chronicle.ownerOf(fact.key, fact.first, whole) === key);
    },
    check(computed, diagnostics) {
      if (given.size === 0) return;
      const periods = [...computed].map(([name, results]) => {
        const whole = periodNamed(name);
        return { whole, extent: extentOf(whole, terms), keys: new Set(Array.from(results, ({ key }) => key)) };
      });
      for (const [table, facts] of given) {
        for (const fact of facts) {
          const around = periods.filter(({ extent }) => lies(fact, extent));
          if (around.length === 0) continue;
          if (around.some(({ whole, keys }) => keys.has(chronicle.ownerOf(fact.key, fact.first, whole)))) continue;
          // Of the many that are only counted nobody reads whom they may mean.
          const isRead = diagnostics.keeps("D507", fact.place.file);
          const suggestion = isRead
            ? nearKey(
                fact.key,
                around.flatMap(({ keys }) => [...keys]),
              )
            : undefined;
          diagnostics.report("D507", { table, key: showKey(fact.key), suggestion }, fact.place);
        }
        tellOutside(
          table,
          facts,
          periods.map(({ extent }) => extent),
          diagnostics,
        );
      }
    },
  };
}

/** Lists the rows of a log or table that lie in none of these periods. */
export function tellOutside(
  table: string,
  rows: readonly Dated[],
  periods: readonly Extent[],
  diagnostics: Diagnostics,
): void {
  const outside = rows.filter((row) => !periods.some((extent) => lies(row, extent)));
  const [first] = outside;
  if (first) diagnostics.report("D508", { table, count: outside.length, lines: linesOf(outside) }, first.place);
}

const lies = (row: Dated, { first, last }: Extent): boolean => first <= row.first && row.last <= last;

const mostLines = 10;

const linesOf = (facts: readonly Dated[]): string =>
  facts
    .slice(0, mostLines)
    .map(({ place }) => `${place.file}:${place.line}`)
    .join(", ") + (facts.length > mostLines ? ", …" : "");
