import type { CellValue } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, Result } from "../../model/report.ts";
import type { Exact } from "../../number/exact.ts";
import { divide } from "../../number/exact.ts";
import { compareText } from "../../text/order.ts";
import { columnText } from "../columns.ts";
import type { Style } from "../style.ts";

export const numbers = ["count", "share", "mean", "denominator", "room", "kept", "moved", "open", "sum"] as const;

/** One line of the summary: what was counted (`kind`, `id`), of whom (`within`, `scope`), and what came out. */
export interface Line extends Readonly<Partial<Record<(typeof numbers)[number], Exact | undefined>>> {
  readonly kind:
    | "band"
    | "rated"
    | "not_rated"
    | "incomplete"
    | "quota"
    | "award"
    | "award_open"
    | "alert"
    | "decision"
    | "missing"
    | "reach"
    | "difference"
    | "sum";
  readonly id?: string;
  readonly title?: string;
  readonly note?: string;
  /** Plan columns that make the scope, and their texts. */
  readonly within?: readonly number[] | undefined;
  readonly scope?: readonly string[] | undefined;
}

/** Between keys of a note: a key may hold a space. */
const separator = "; ";

/** How many people there are of a whole, and who. */
export const listed = (keys: readonly string[], whole: number, style: Style) => ({
  count: keys.length,
  share: share(keys.length, whole),
  note: noteOf(keys, style),
});

function noteOf(keys: readonly string[], { most = Number.POSITIVE_INFINITY }: Style): string {
  const sorted = keys.toSorted(compareText);
  const rest = keys.length - most;
  return rest > 0 ? `${sorted.slice(0, most).join(separator)} … (+${rest})` : sorted.join(separator);
}

export const share = (part: number, whole: number): Exact | undefined =>
  whole === 0 ? undefined : divide(part, whole);

/** What prints the key of a subject, and the name where the style asks for it. */
export function keyText(plan: Plan, style: Style): (result: Result) => string {
  const { naming } = style;
  const texts = groupText(plan, plan.key, style);
  const names = groupText(plan, naming === undefined ? [] : [naming], style);
  return (result) => [texts(result).join(" / "), ...names(result)].filter((text) => text !== "").join(" ");
}

/** What prints the values of some columns of a subject. */
export function groupText(plan: Plan, columns: readonly number[], style: Style): (result: Result) => string[] {
  const texts = scopeText(plan, columns, style);
  return (result) => texts(columns.map((at) => result.columns[at]));
}

export function scopeText(
  plan: Plan,
  columns: readonly number[],
  style: Style,
): (values: readonly (CellValue | undefined)[]) => string[] {
  const texts = columns.map((at) => columnText(plan, at, style));
  return (values) => texts.map((text, at) => text(values[at]));
}

/** What prints some keys of a period as a note; keys of several parts as people read them. */
export function namedKeys(plan: Plan, period: PeriodReport, style: Style): (keys: readonly string[]) => string {
  let texts: ReadonlyMap<string, string> | undefined;
  const textsOf = (): ReadonlyMap<string, string> => {
    const print = keyText(plan, style);
    return new Map(Array.from(period.results, (result) => [result.key, print(result)]));
  };
  const [only, ...others] = plan.key.map((at) => plan.columns[at]?.type.kind);
  return (keys) => {
    if (keys.length === 0) return "";
    // The only text of a key is printed as it is.
    if (only === "text" && others.length === 0 && style.naming === undefined) return noteOf(keys, style);
    texts ??= textsOf();
    return noteOf(
      keys.map((key) => texts?.get(key) ?? key),
      style,
    );
  };
}
