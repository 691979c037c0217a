import type { Column } from "../../model/column.ts";
import type { Node, Scale } from "../../model/node.ts";
import { divide, gcd, sign } from "../../number/exact.ts";
import type { Scaled } from "../numbers/values.ts";
import { atLeast, millionths, scaled, timesOf, whole, wholeOf } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { millionthsIn } from "./cells.ts";

type Ratio = Scale & { readonly kind: "ratio" };

/** A percentage in millionths, from a cell with or without its mark. */
export function percentIn(x: string, { unit }: Ratio, writing: Writing): string {
  const { matches } = writing.dialect;
  const bare = millionthsIn(x, writing);
  const marked = millionthsIn(`TRIM(REPLACE(${x}, '%', ''))`, writing);
  const value = unit === "fraction" ? timesOf(bare, "100") : bare;
  return `CASE WHEN ${matches(x, "[^%]*%")} THEN ${marked} ELSE ${value} END`;
}

/** Cells of which nobody can tell whether 0.85 is 0.85 % or 85 %: from 0 to 2, in a column with no more or with marks. */
export function unclearPercent(id: string, from: string): string {
  const isMarked = `x_${id} LIKE '%!%' ESCAPE '!'`;
  const isSmall = `n_${id} > 0 AND n_${id} <= ${2 * millionths}`;
  const all = `SELECT MAX(CASE WHEN n_${id} > ${2 * millionths} THEN 1 ELSE 0 END)`;
  return [
    `NOT (${isMarked}) AND ${isSmall}`,
    ` AND ((${all} FROM ${from} WHERE NOT (${isMarked})) = 0`,
    ` OR EXISTS (SELECT 1 FROM ${from} WHERE ${isMarked}))`,
  ].join("");
}

/** The share of its max that a percentage in millionths gives, as the branches of a CASE. */
export function ratioOfCell(node: Node, scale: Ratio, n: string): Scaled {
  const hundred = 100n * BigInt(millionths);
  const max = wholeOf(scale.max);
  const divisor = gcd(max === 0n ? hundred : max, hundred);
  const parts = hundred / divisor;
  const share = (percent: string): string => timesOf(percent, String(max / divisor));
  const capped = scale.cap === undefined ? [] : [`WHEN ${aboveCap(n, scale)} THEN ${share(capIn(scale))}`];
  return { sql: [...capped, `WHEN ${n} >= 0 THEN ${cutLeast({ sql: share(n), parts }, node).sql}`].join(" "), parts };
}

const aboveCap = (n: string, { cap = 0 }: Ratio): string => {
  const { sql, parts } = scaled(cap);
  return `${timesOf(n, String(parts))} > ${BigInt(sql) * BigInt(millionths)}`;
};

/** A cap in millionths of a percent; the subset has none that these are too coarse for. */
function capIn({ cap = 0 }: Ratio): string {
  const { sql, parts } = scaled(cap);
  return String((BigInt(sql) * BigInt(millionths)) / parts);
}

const cutLeast = (of: Scaled, { min }: Node): Scaled => (min === "none" || min === 0 ? of : atLeast(of, whole(min)));

/** The share of its max that one column is of another; NULL where it is missing. */
export function ratioOfColumns(node: Node, scale: Ratio, { plan, stage }: Writing): Scaled {
  const [done, target] = [scale.done, scale.target].map((at) => plan.columns[at as number]) as [Column, Column];
  const [top, bottom] = [`c_${done.id}`, `c_${target.id}`];
  const mayBeNegative = target.type.kind !== "number" || target.type.min === undefined || sign(target.type.min) < 0;
  const size = mayBeNegative ? `ABS(${bottom})` : bottom;
  const over = `CASE WHEN ${bottom} = 0 THEN 1 ELSE ${size} END`;
  const signed = mayBeNegative ? `CASE WHEN ${bottom} < 0 THEN -${top} ELSE ${top} END` : top;
  const { max } = scale;
  const cap = scale.cap === undefined ? undefined : scaled(divide(scale.cap, 100));
  const parts = cap?.parts ?? 1n;
  const share = timesOf(signed, String(wholeOf(max) * parts));
  const isAbove = cap && `${timesOf(signed, String(parts))} > ${timesOf(size, cap.sql)}`;
  const whenEmpty = { missing: "NULL", zero: "0", full: String(wholeOf(max) * parts) }[scale.empty ?? "missing"];
  const cases = [
    // Without a row of a longer period there is none, though the results show the columns of a part.
    ...(stage.period === plan.stage.period ? [] : ["WHEN has_own IS NULL THEN NULL"]),
    `WHEN ${bottom} = 0 THEN ${whenEmpty === "NULL" ? whenEmpty : `CASE WHEN ${top} = 0 THEN ${whenEmpty} END`}`,
    ...(isAbove ? [`WHEN ${isAbove} THEN ${timesOf(size, String(BigInt(cap.sql) * wholeOf(max)))}`] : []),
    `ELSE ${share}`,
  ];
  return cutLeast({ sql: `CASE ${cases.join(" ")} END`, parts, over }, node);
}
