import type { Rollup } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { mostParts } from "../calendar.ts";
import { constructs } from "../constructs.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { alike, multipleOf, scaled } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";

/** A figure of the parts that is combined: the total, or the score of a node. */
export interface Figure {
  readonly name: string;
  readonly value: Scaled;
  /** Of a node that may be left out. */
  readonly state?: string | undefined;
}

export interface RolledFigure extends Figure {
  /** What is worked out over the parts. */
  readonly aggregates: readonly (readonly [column: string, sql: string])[];
  /** Further stages that it needs, then the figure of the whole, before clamp and rounding. */
  rolled(chain: Chain): Scaled;
  readonly isDivided: boolean;
}

type Score = Rollup["score"];

/** Whether a part counts as 0. */
function zeroSql({ missing }: Rollup): string | undefined {
  const zeros = [
    ...(missing.notRated === "zero" ? ["state = 'not_rated'"] : []),
    ...(missing.absent === "zero" ? ["(state IS NULL AND part IS NOT NULL)"] : []),
  ];
  return zeros.length === 0 ? undefined : zeros.join(" OR ");
}

/** The parts that count, and what they weigh together. */
export function countedParts(rollup: Rollup, { dialect }: Writing): readonly (readonly [string, string])[] {
  const zero = zeroSql(rollup);
  const isCounted = zero === undefined ? "state = 'rated'" : `state = 'rated' OR ${zero}`;
  const sum = (sql: string): string => `CAST(SUM(CASE WHEN ${isCounted} THEN ${sql} ELSE 0 END) AS ${dialect.whole})`;
  const { score } = rollup;
  return [
    ["counted_parts", sum("1")],
    ...(score.kind === "weights" ? [["weight_parts", sum(weightSql(score).sql)] as const] : []),
  ];
}

/** How a rollup combines a figure of its parts. */
export function rollFigure(rollup: Rollup, how: Score["kind"], figure: Figure, writing: Writing): RolledFigure {
  const { name, value } = figure;
  const { whole } = writing.dialect;
  const { score } = rollup;
  const isSum = how === "mean" || how === "sum" || how === "weights";
  const column = `rolled_${name}`;
  const picked = (sql: string, which: string): string => `MAX(CASE WHEN ${which} THEN ${sql} END)`;
  const weight = how === "weights" && score.kind === "weights" ? weightSql(score).sql : undefined;
  if (isSum && value.over !== undefined) return pivoted(rollup, how, figure, weight, writing);
  if (isSum) {
    const each = weight === undefined ? value.sql : `${value.sql} * ${weight}`;
    return {
      ...figure,
      aggregates: [[column, `CAST(SUM(CASE WHEN state = 'rated' THEN ${each} ELSE 0 END) AS ${whole})`]],
      rolled: () => shared(writing, rollup, how, { sql: column, parts: value.parts }),
      isDivided: how !== "sum",
    };
  }
  if (how === "last") {
    const last = "part_at = last_at";
    const over = value.over === undefined ? [] : [[`${column}_over`, picked(value.over, last)] as const];
    return {
      ...figure,
      aggregates: [[column, picked(value.sql, last)], ...over],
      rolled: () => ({
        sql: column,
        parts: value.parts,
        ...(over.length > 0 && { over: `COALESCE(${column}_over, 1)` }),
      }),
      isDivided: over.length > 0,
    };
  }
  if (value.over !== undefined) throw new NotInSql(how, constructs.rollup.refused["best, worst, of fractions"]);
  const zero = zeroSql(rollup);
  const each = `CASE WHEN state = 'rated' THEN ${value.sql}${zero === undefined ? "" : ` WHEN ${zero} THEN 0`} END`;
  return {
    ...figure,
    aggregates: [[column, `${how === "best" ? "MAX" : "MIN"}(${each})`]],
    rolled: () => ({ sql: column, parts: value.parts }),
    isDivided: false,
  };
}

/** A sum over the parts as the mean, or by weights; NULL where nothing counts. */
function shared({ plan }: Writing, rollup: Rollup, how: Score["kind"], sum: Scaled): Scaled {
  const among = how === "weights" ? "weight_parts" : "counted_parts";
  const sql = `CASE WHEN ${among} > 0 THEN ${sum.sql} END`;
  if (how === "sum") return { ...sum, sql };
  const counts = Array.from({ length: mostParts(plan, rollup) }, (_, at) => BigInt(at + 1));
  const fixed = how === "mean" && (sum.over === undefined ? 1n : sum.among);
  const { among: _, ...rest } = sum;
  return {
    ...rest,
    sql,
    over: sum.over === undefined ? among : `${sum.over} * ${among}`,
    ...(fixed && { among: fixed * multipleOf(counts) }),
  };
}

function weightSql({ weights }: Score & { kind: "weights" }): { readonly sql: string } {
  const given = alike(weights.map(({ weight }): Scaled => scaled(weight as Exact)));
  const cases = weights.map(({ part }, at) => `WHEN '${part}' THEN ${given[at]?.sql}`);
  return { sql: `CASE part_name ${cases.join(" ")} ELSE 0 END` };
}

/** A sum of fractions: a column for each part, then what their divisors have in common. */
function pivoted(
  rollup: Rollup,
  how: Score["kind"],
  figure: Figure,
  weight: string | undefined,
  writing: Writing,
): RolledFigure {
  const { dialect } = writing;
  const { name, value } = figure;
  const count = mostParts(writing.plan, rollup);
  const places = Array.from({ length: count }, (_, at) => at + 1);
  const column = (what: string, at: number): string => `${what}_${at}_${name}`;
  const each = weight === undefined ? value.sql : `${value.sql} * ${weight}`;
  const pick = (sql: string, at: number): string =>
    `MAX(CASE WHEN part_at = ${at} AND state = 'rated' THEN ${sql} END)`;
  return {
    ...figure,
    aggregates: places.flatMap((at) => [
      [column("top", at), `COALESCE(${pick(each, at)}, 0)`] as const,
      [column("bottom", at), `COALESCE(${pick(value.over as string, at)}, 1)`] as const,
    ]),
    rolled(chain) {
      let all = column("bottom", 1);
      for (const at of places.slice(1)) {
        const [next, bottom] = [column("common", at), column("bottom", at)];
        chain.add(next, `What the divisors of ${name} have in common, up to part ${at}.`, [
          [next, `${dialect.quotient(all, dialect.common(all, bottom))} * ${bottom}`],
        ]);
        all = next;
      }
      const sum = places.map((at) => `${column("top", at)} * ${dialect.quotient(all, column("bottom", at))}`);
      return shared(writing, rollup, how, { ...value, sql: `(${sum.join(" + ")})`, over: all });
    },
    isDivided: true,
  };
}
