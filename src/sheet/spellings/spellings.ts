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
import { createPool } from "./look-alikes.ts";
import { createNumberWatch } from "./numbers.ts";
import { behindName, ownNames } from "./own-name.ts";
import { groupsOf, poolsOf } from "./pools.ts";
import type { PoolUse } from "./seen.ts";
import { askOf, isOfKeys } from "./seen.ts";

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
    const [first = ""] = [...columns.map(({ id, headers }) => labelOf(id, headers)), ...names];
    const own = columns.flatMap(({ id, headers }) => [id, ...headers]);
    const use = useOf(plan, (at) => columns.includes(plan.columns[at] as Column));
    const pool = (folds ? createFoldingPool : createPool)(first, own, use, diagnostics);
    for (const name of names) byName.set(name, pool);
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

/** What the texts of some plan columns are in a key. */
export function useOf(plan: Plan, isOne: (column: number) => boolean): PoolUse {
  const { key, ratings } = plan;
  if (!key.some(isOne)) return ratings && isOne(ratings.by) ? "raters" : "other";
  if (key.length === 1) return "key";
  return groupsOf(plan).some(isOne) ? "other" : "part";
}

function createFoldingPool(name: string, names: readonly string[], use: PoolUse, diagnostics: Diagnostics): Pool {
  const own = ownNames(names);
  const commonOf = (text: string): string => lookAlike(behindName(text, own));
  const ask = askOf(name, diagnostics);
  const days = createDayWatch(use, ask);
  const numbers = createNumberWatch(use, own, ask);
  const accents = isOfKeys(use) ? undefined : createAccentWatch(own, ask);
  const counts = new Map<string, Map<string, number>>();
  const known = new Map<string, string>();
  return {
    folds: true,
    seeKept: () => {
      throw new Error("spellings that are counted are shown text by text");
    },
    see(text, file, line, column) {
      const common = commonOf(text);
      if (!counts.has(common)) {
        const seen = { text, file, line, column };
        days.see(seen);
        numbers.see(seen);
        accents?.see(seen);
      }
      const spellings = counts.get(common) ?? new Map<string, number>();
      counts.set(common, spellings);
      spellings.set(text, (spellings.get(text) ?? 0) + 1);
    },
    printed(text) {
      const common = commonOf(text);
      const before = known.get(common);
      if (before !== undefined) return before;
      const spellings = [...(counts.get(common) ?? [])].sort(([a, m], [b, n]) => n - m || compareText(a, b));
      const printed = spellings[0]?.[0] ?? text;
      known.set(common, printed);
      return printed;
    },
  };
}
