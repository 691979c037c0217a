import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Column, ColumnValues } from "../../model/column.ts";
import { labelOf } from "../../model/column.ts";
import { joinKey, keyParts } from "../../model/keys.ts";
import type { Plan } from "../../model/plan.ts";
import { lookAlike } from "../../text/fold.ts";
import { compareText } from "../../text/order.ts";
import { createAccentWatch } from "./accents.ts";
import { createDayWatch } from "./days.ts";
import type { Pool } from "./look-alikes.ts";
import { createPools } from "./look-alikes.ts";
import { createNumberWatch } from "./numbers.ts";
import { behindName, ownNames } from "./own-name.ts";
import { groupsOf, poolsOf } from "./pools.ts";
import type { PoolColumn, PoolUse } from "./seen.ts";
import { areBesideKeys, askOf, isOfKeys } from "./seen.ts";

/** Finds one thing that is spelled in two ways, where that would make two people, raters or groups of it. */
export interface Spellings {
  /** By plan column; absent for those in which it changes nothing. */
  readonly columns: readonly (Pool | undefined)[];
  /** Of a column of the sheets or a table by its name in {@link poolsOf}. */
  named(name: string): Pool | undefined;
  /** Shown in decisions, which name a subject by its key alone. `ordinals`: of the columns with its parts; one alone has all of them. */
  seeKey(key: string, file: string, line: number, ordinals: readonly number[]): void;
  /** Where look-alikes are one: what a row says, in the spellings that are printed. */
  readonly folds: boolean;
  printedKey(key: string): string;
  printedColumns<T extends ColumnValues>(columns: T): ColumnValues;
}

export function createSpellings(plan: Plan, diagnostics: Diagnostics): Spellings {
  const byName = new Map<string, Pool>();
  for (const names of poolsOf(plan)) {
    const columns = plan.columns.filter(({ id }) => names.has(id));
    const folds = columns.some(({ match }) => match === "fold");
    const own = columns.flatMap(({ id, headers }) => [id, ...headers]);
    const { use, useIn } = usesOf(plan, columns);
    const uses = [...new Set(columns.map(useIn))];
    const pools = (folds ? createFoldingPools : createPools)(own, use, uses, diagnostics);
    for (const name of names) {
      const column = columns.find(({ id }) => id === name);
      byName.set(
        name,
        pools(column ? { label: labelOf(name, column.headers), use: useIn(column) } : { label: name, use }),
      );
    }
  }
  const columns = plan.columns.map(({ id }) => byName.get(id));
  const keyPools = plan.key.map((index) => columns[index]);
  const print = (pool: Pool | undefined, value: string): string => (pool?.folds ? pool.printed(value) : value);
  return {
    columns,
    named: (name) => byName.get(name),
    seeKey(key, file, line, ordinals) {
      for (const [at, part] of keyParts(key).entries()) {
        const pool = keyPools[at];
        if (pool && !pool.folds) pool.see(part, file, line, ordinals[at] ?? ordinals[0] ?? 1);
      }
    },
    folds: columns.some((pool) => pool?.folds),
    printedKey: (key) => joinKey(keyParts(key).map((part, at) => print(keyPools[at], part))),
    printedColumns: (values) =>
      values.map((value, at) => (typeof value === "string" ? print(columns[at], value) : value)),
  };
}

/** What the texts of some columns are together, and each for itself. */
export function usesOf(
  plan: Plan,
  columns: readonly Column[],
): { readonly use: PoolUse; readonly useIn: (column: Column) => PoolUse } {
  const { key, ratings } = plan;
  const groups = new Set(groupsOf(plan).map((at) => plan.columns[at]));
  const isKey = (column: Column): boolean => key.some((at) => plan.columns[at] === column);
  const ofKeys = new Set(columns.filter((column) => isKey(column) && (key.length === 1 || !groups.has(column))));
  const ofKey = key.length === 1 ? "key" : "part";
  const ofOthers = ratings && columns.includes(plan.columns[ratings.by] as Column) ? "raters" : "other";
  return { use: ofKeys.size > 0 ? ofKey : ofOthers, useIn: (column) => (ofKeys.has(column) ? ofKey : ofOthers) };
}

function createFoldingPools(
  names: readonly string[],
  use: PoolUse,
  uses: readonly PoolUse[],
  diagnostics: Diagnostics,
): (column: PoolColumn) => Pool {
  const own = ownNames(names);
  const commonOf = (text: string): string => lookAlike(behindName(text, own));
  const ask = askOf(diagnostics);
  const days = createDayWatch(use, ask);
  const hasWordsOfKeys = areBesideKeys(uses);
  const numbers = createNumberWatch(own, hasWordsOfKeys, ask);
  const accents = createAccentWatch(own, ask);
  const counts = new Map<string, Map<string, number>>();
  const known = new Map<string, string>();

  function printed(text: string): string {
    const common = commonOf(text);
    const before = known.get(common);
    if (before !== undefined) return before;
    const spellings = [...(counts.get(common) ?? [])].sort(([a, m], [b, n]) => n - m || compareText(a, b));
    const printed = spellings[0]?.[0] ?? text;
    known.set(common, printed);
    return printed;
  }

  return (of) => {
    const seen = new Set<string>();
    return {
      folds: true,
      printed,
      seeKept: () => {
        throw new Error("spellings that are counted are shown text by text");
      },
      see(text, file, line, column) {
        const common = commonOf(text);
        if (!seen.has(common)) {
          seen.add(common);
          const found = { text, file, line, column, ...of };
          if (!counts.has(common)) days.see(found);
          numbers.see(found);
          if (!isOfKeys(of.use) || hasWordsOfKeys) accents.see(found);
        }
        const spellings = counts.get(common) ?? new Map<string, number>();
        counts.set(common, spellings);
        spellings.set(text, (spellings.get(text) ?? 0) + 1);
      },
    };
  };
}
