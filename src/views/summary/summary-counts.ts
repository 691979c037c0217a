import { listsBy } from "../../model/groups.ts";
import type { Plan } from "../../model/plan.ts";
import type { Result, ResultColumns, ResultPage, Results } from "../../model/report.ts";
import { pagesOf } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import { reasonText } from "../reason-text.ts";
import type { Style } from "../style.ts";
import { inOrder, pagesBy } from "../text-groups.ts";
import { keyText, scopeText } from "./summary-line.ts";
import { cutsOf } from "./summary-sums.ts";

/** What is counted of the groups that some columns make. */
export interface CountedCut {
  /** None for everybody, who are one group. */
  readonly within: readonly number[];
  /** By group the texts of what its people share. */
  readonly values: readonly string[][];
  /** The groups in code-point order of these texts. */
  readonly order: readonly number[];
  /** People by group, then by band. */
  readonly counts: Float64Array;
  /** Their totals together, of which so many are a unit. */
  readonly sums: Float64Array;
  readonly per: number;
  /** By group those of whom more is to be said; absent: nobody. */
  readonly apart: ReadonlyMap<number, readonly Apart[]>;
}

/** Somebody without a class, or with alerts. */
interface Apart {
  readonly place: number;
  readonly key: string;
  readonly leftOut: readonly LeftOut[];
  readonly alerts: readonly string[];
}

/** Somebody who has no class, with the reason where he is not rated. */
export interface LeftOut {
  readonly key: string;
  readonly reason: string | undefined;
}

export function leftOut(plan: Plan, result: Result, keyOf: (result: Result) => string): readonly LeftOut[] {
  const { state } = result;
  if (state === "rated") return [];
  return [{ key: keyOf(result), reason: state === "not_rated" ? reasonText(plan, result.reason) : undefined }];
}

/** Everybody first, then each cut of the summary. */
export function* countedCuts(
  plan: Plan,
  stage: Stage,
  results: Results,
  columns: ResultColumns,
  style: Style,
): Generator<CountedCut> {
  const size = stage.bands.length;
  const apart = lookedAt(plan, size, results, columns, keyText(plan, style));
  for (const within of [[], ...cutsOf(plan, stage)]) {
    const { values, of } = pagesBy(columns, within, scopeText(plan, within, style));
    const counts = new Float64Array(values.length * size);
    const sums = new Float64Array(values.length * size);
    for (const [, page] of pagesOf(columns, 0, results.length)) addPage(page, of(page), counts, sums, size);
    yield {
      within,
      values,
      order: inOrder(values),
      counts,
      sums,
      per: columns.per,
      apart: listsBy(apart, ({ place }) => of(columns.page(place, 1))[0] as number),
    };
  }
}

/** Those without a class or with alerts, in the order of their places. */
function lookedAt(
  plan: Plan,
  size: number,
  results: Results,
  { page, odd, alertsAt }: ResultColumns,
  keyOf: (result: Result) => string,
): readonly Apart[] {
  const found: Apart[] = [];
  for (const place of odd) {
    const alerts = alertsAt(place);
    if ((page(place, 1).bands[0] as number) < size && alerts.length === 0) continue;
    const result = results.at(place) as Result;
    found.push({ place, key: keyOf(result), leftOut: leftOut(plan, result, keyOf), alerts });
  }
  return found;
}

/** Adds results to what is counted by group, then by band. @param of the group of each */
function addPage(
  { count, bands, totals }: ResultPage,
  of: Int32Array,
  counts: Float64Array,
  sums: Float64Array,
  size: number,
): void {
  for (let at = 0; at < count; at++) {
    const band = bands[at] as number;
    if (band >= size) continue;
    const to = (of[at] as number) * size + band;
    counts[to] = (counts[to] as number) + 1;
    sums[to] = (sums[to] as number) + (totals[at] as number);
  }
}
