import type { CellValue } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { Classed, PeriodReport } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import { compareTexts } from "../../text/texts.ts";
import { rankBehind } from "../law/ranking.ts";
import type { ColumnClasses } from "./column-classes.ts";
import type { Grouped } from "./column-groups.ts";
import { groupsOf } from "./column-groups.ts";
import { applyColumnQuotas } from "./column-quotas.ts";
import { createColumnResults } from "./column-results.ts";
import { areEqual, eachRun, sortedBy } from "./counting-sort.ts";
import { gather } from "./gather.ts";
import type { Kernels } from "./kernels.ts";
import type { Ledger } from "./ledger.ts";
import { noBand } from "./ledger.ts";
import { createSortKeys } from "./sort-keys.ts";

/**
 * Quotas and ranking of the rows of one period, as the law has them, on numbers of rows; changes `bands`. `classedOf` is the law's
 * own word on one row. Gives nothing where a key to sort by is no whole number for everybody.
 */
export function concludeColumns(
  plan: Plan,
  ledger: Ledger,
  kernels: Kernels,
  rows: Int32Array,
  { natural, bands, own, notRated }: ColumnClasses,
  classedOf: (row: Row) => Classed,
): Pick<PeriodReport, "results" | "quotas" | "awards" | "differences"> | undefined {
  const { ranking, quotas } = plan.stage;
  const keys = createSortKeys(ledger, kernels, rows, classedOf);
  const profiles = gather(ledger.profile, rows, new Int32Array(rows.length));
  const groupings = new Map<string, Grouped>();
  const groupsBy = (within: readonly number[]): Grouped => {
    const id = within.join();
    const grouped = groupings.get(id) ?? groupsOf(ledger.people, profiles, within);
    groupings.set(id, grouped);
    return grouped;
  };
  const grouped = groupsBy(ranking.within);
  const settled = applyColumnQuotas(
    plan.stage,
    bands,
    (order) => keys.of(order, bands),
    groupsBy,
    (at) => ledger.people.keyOf[profiles[at] as number] as number,
    ledger.people.keys,
  );
  const by = keys.of(ranking.by, bands);
  if (!settled || !by) return undefined;
  const without = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) without[at] = bands[at] === noBand ? 1 : 0;
  const leading = [grouped.of, without];
  const order = sortedBy(rows.length, [...leading, ...by]);
  const keyOf = (at: number): number => ledger.people.keyOf[profiles[at] as number] as number;
  const { keys: texts } = ledger.people;
  eachRun(order, [...leading, ...by], (from, to) => {
    if (to - from > 1) sortRun(order, from, to, (a, b) => compareTexts(texts, keyOf(a), keyOf(b)));
  });
  const ranks = numbered(order, grouped.of, without, by, ranking.number);
  return {
    results: createColumnResults(plan, ledger, kernels, classedOf, {
      rows: gather(rows, order, new Int32Array(order.length)),
      ranks,
      natural: gather(natural, order, new Uint8Array(order.length)),
      bands: gather(bands, order, new Uint8Array(order.length)),
      moves: gather(settled.moves, order, new Uint8Array(order.length)),
      own: gather(own, order, new Uint8Array(order.length)),
      notRated,
      groups: rangesOf(order, grouped),
    }),
    quotas: quotas.length === 0 ? [] : settled.outcomes,
    awards: [],
    differences: [],
  };
}

function numbered(
  order: Int32Array,
  groups: Int32Array,
  without: Int32Array,
  by: readonly Int32Array[],
  number: "standard" | "dense",
): Int32Array {
  const ranks = new Int32Array(order.length);
  let [first, current] = [0, 0];
  for (let place = 0; place < order.length; place++) {
    const at = order[place] as number;
    const before = place > 0 ? (order[place - 1] as number) : -1;
    if (before < 0 || groups[before] !== groups[at]) [first, current] = [place, 0];
    if (without[at] === 1) continue;
    if (current === 0 || !areEqual(by, before, at)) current = rankBehind(current, place - first, number);
    ranks[place] = current;
  }
  return ranks;
}

function rangesOf(order: Int32Array, { of, values }: Grouped) {
  const ranges: { readonly values: readonly CellValue[]; readonly from: number; readonly to: number }[] = [];
  eachRun(order, [of], (from, to) => {
    ranges.push({ values: values[of[order[from] as number] as number] as readonly CellValue[], from, to });
  });
  return ranges;
}

/** A short run that may be in order already. */
function sortRun(order: Int32Array, from: number, to: number, compare: (a: number, b: number) => number): void {
  for (let at = from + 1; at < to; at++) {
    if (compare(order[at - 1] as number, order[at] as number) <= 0) continue;
    order.subarray(from, to).sort(compare);
    return;
  }
}
