// LANGUAGE.md 3, monotonicity: more points for one item never make things worse. It holds where nothing turns points
// round: no rule, quota, `require`, `zero_if` or computed item, and nobody is put in order by a falling key.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PeriodReport, Report, Result } from "../../src/model/report.ts";
import { formatDecimal } from "../../src/number/decimal.ts";
import type { Exact } from "../../src/number/exact.ts";
import { compare } from "../../src/number/exact.ts";
import type { NodePart } from "../../src/rubric/2-shape/rubric.generated.ts";
import { compile, compute } from "../reference/compile.ts";
import { drawn } from "../reference/generate/draw.ts";
import type { Spec } from "../reference/generate/rubric.ts";
import { rubricSpec, yaml } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { rowsFor } from "../reference/rows.ts";
import { runs } from "../reference/runs.ts";

/** What can turn points round; `value` items read columns, or an `average` that rises too, so they stay as they are. */
const turning: readonly string[] = ["require", "otherwise", "zero_if"];
const emptied: readonly string[] = ["rules", "quotas", "awards", "alerts"];

function straightened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(straightened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !turning.includes(key))
      .map(([key, inner]) => {
        if (emptied.includes(key)) return [key, []];
        if (key === "by" && Array.isArray(inner)) return [key, ["total"]];
        return [key, straightened(inner)];
      }),
  );
}

test("more points for one item never lower a total, a band or a rank, of any period", () => {
  fc.assert(
    fc.property(
      drawn(rubricSpec),
      drawn((draw) => draw),
      (spec, draw) => {
        const { plan, rubric } = compile(yaml(straightened(spec) as Spec));
        const rows = sheetFor(draw, rubric);
        const items = pointItems(rubric.areas);
        fc.pre(items.length > 0);
        const [at, item] = [draw.int(0, rows.length - 1), draw.one(items)];
        const row = rows[at] as (typeof rows)[number];
        // A blank or a code is no score that could be raised.
        fc.pre(/^\d/.test(row.texts[item.id] ?? ""));
        const raised = { ...row, texts: { ...row.texts, [item.id]: fullText(item) } };
        const [before, after] = [rows, rows.with(at, raised)].map((each) => compute(plan, rowsFor(plan, each)));
        const key = rowsFor(plan, [row])[0]?.key as string;
        for (const [index, period] of (before as Report).periods.entries()) {
          const [lower, higher] = [period, (after as Report).periods[index] as PeriodReport].map((each) =>
            of(each, key),
          );
          if (!lower || !higher) continue;
          expect(higher.state).toBe(lower.state);
          if (lower.total !== undefined) expect(compare(higher.total as Exact, lower.total)).toBeGreaterThanOrEqual(0);
          if (lower.state !== "rated") continue;
          expect(higher.band).toBeLessThanOrEqual(lower.band as number);
          expect(higher.rank).toBeLessThanOrEqual(lower.rank as number);
        }
      },
    ),
    runs(0.5),
  );
});

const of = (period: PeriodReport, key: string): Result | undefined =>
  [...period.results].find((result) => result.key === key);

const pointItems = (parts: readonly NodePart[]): NodePart[] =>
  parts.flatMap((part) => (part.items ? pointItems(part.items) : isPoints(part) ? [part] : []));

const isPoints = ({ max, value }: NodePart): boolean => max !== undefined && !isByColumn(max) && value === undefined;

const isByColumn = (max: NodePart["max"]): boolean => typeof max === "object" && "by" in max;

const fullText = ({ max }: NodePart): string => formatDecimal(max as Exact);
