import type { Rollup } from "../../model/stage.ts";
import { isOfKind } from "../1-rows/row-period.ts";
import { subjectColumnsIn } from "../1-rows/table-layout.ts";
import type { Whole } from "../calendar.ts";
import type { Dialect } from "../dialect.ts";
import type { Scaled } from "../numbers/values.ts";
import { divisor, divisorAmong, multipleOf } from "../numbers/values.ts";
import type { Chain, Obstacle, Scores, Writing } from "../parts.ts";

/** A figure that those with parts have one way, and those with a row of the whole period another. */
export interface Either {
  readonly column: string;
  readonly over: string;
  readonly ofParts: Scaled;
  readonly ofRow: Scaled;
}

/** Both as columns of one name: with a divisor where they do not count the same parts. */
export function eitherOf(
  { column, over, ofParts, ofRow }: Either,
  { whole }: Pick<Dialect, "whole">,
): {
  readonly of: Scaled;
  readonly ofParts: Columns;
  readonly ofRow: Columns;
} {
  const isPlain = ofParts.over === undefined && ofRow.over === undefined && ofParts.parts === ofRow.parts;
  const both = (each: Scaled): Columns => [
    [column, each.sql],
    ...(isPlain ? [] : [[over, `CAST(${divisor(each)} AS ${whole})`] as const]),
  ];
  const [ofPart, ofWhole] = [ofParts, ofRow].map(divisorAmong);
  const among = ofPart && ofWhole && multipleOf([ofPart, ofWhole]);
  return {
    of: isPlain
      ? { sql: column, parts: ofParts.parts }
      : { sql: column, parts: 1n, over, ...(among !== undefined && { among }) },
    ofParts: both(ofParts),
    ofRow: both(ofRow),
  };
}

type Columns = readonly (readonly [column: string, sql: string])[];

/** What rows of the whole period come from. */
export interface Direct {
  /** The stage with all rows, scored. */
  readonly rows: string;
  /** The stage with all rows as they were read: of what a rollup scores alone too. */
  readonly read: string;
  readonly scores: Scores;
  /** Why such a row has no total. */
  readonly lack: Obstacle;
}

/** Puts those whose rows cover the whole period beside those who have parts. `ofParts`, `ofRow`: the same columns. */
export function addDirect(
  chain: Chain,
  writing: Writing,
  { period: kind }: Rollup,
  { rows, lack }: Direct,
  ofParts: Columns,
  ofRow: Columns,
  computed: Whole,
): void {
  const columns = subjectColumnsIn(writing.plan).map(({ id }) => `c_${id}`);
  const written = (list: Columns): string => list.map(([column, sql]) => `    ${sql} AS ${column}`).join(",\n");
  const last = chain.last;
  const isWaiting = "waits.whole IS NOT NULL";
  chain.begin({
    name: `${kind}_all`,
    about: ["With those whose rows cover the whole period."],
    select: [
      `  SELECT period, ${["is_provisional", ...columns].join(", ")}, CAST(NULL AS ${writing.dialect.text}) AS direct_lack,`,
      written(ofParts),
      `  FROM ${last}`,
      "  UNION ALL",
      `  SELECT period, ${isWaiting}, ${columns.join(", ")}, CASE WHEN ${lack.condition} THEN ${lack.reason} END,`,
      written(ofRow),
      `  FROM ${rows}`,
      `  LEFT JOIN ${kind}_waits AS waits ON waits.whole = period`,
      `  WHERE (${isOfKind(writing, kind)})\n    AND NOT (${computed.isWaiting(isWaiting, "period")})`,
    ].join("\n"),
  });
}
