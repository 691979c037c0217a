import type { Exact } from "../../number/exact.ts";
import type { Chain, Writing } from "../parts.ts";
import type { Scaled } from "./values.ts";
import { divisor, timesOf, wholeOf } from "./values.ts";

/** A figure in points that may have no finite decimal. */
interface Figure {
  readonly id: string;
  readonly of: Scaled;
  /** In units: what a number printed to six places must not seem to reach. */
  readonly bounds: readonly Exact[];
}

/** So many places of a finite decimal are printed; one with more stops the query. */
const mostPlaces = 24;
const power = (places: number): string => `1${"0".repeat(places)}`;

/**
 * Adds texts as result files have them: a finite decimal whole, another one to 6 places (half up), with as few more as keep it
 * from seeming to reach a bound. @returns the SQL of each text by id
 */
export function addFractionTexts(
  chain: Chain,
  writing: Writing,
  figures: readonly Figure[],
): ReadonlyMap<string, string> {
  const { dialect, scale } = writing;
  const { quotient, text, wide } = dialect;
  const half = (id: string, top: string): string => quotient(`(${top} * 2 + parts_${id})`, `(parts_${id} * 2)`);
  const sixth = (id: string): string => `sixth_${id}`;
  chain.add(
    "divided",
    "Figures that may have no finite decimal: whole part, rest, divisor.",
    figures.flatMap(({ id, of }) => [
      [`parts_${id}`, `CAST(${divisor(of)} AS ${wide})`] as const,
      [`size_${id}`, `CAST(ABS(${of.sql}) AS ${wide})`] as const,
    ]),
  );
  chain.add(
    "shares",
    "Each to six places, and whether it has a finite decimal.",
    figures.flatMap(({ id, of }) => [
      [
        sixth(id),
        `CASE WHEN ${of.sql} < 0 THEN -1 ELSE 1 END * (${quotient(`size_${id}`, `parts_${id}`)} * ${power(6)} + ${half(id, `(size_${id} % parts_${id} * ${power(6)})`)})`,
      ] as const,
      [`rest_${id}`, `size_${id} % parts_${id}`] as const,
      [
        `is_finite_${id}`,
        `size_${id} % parts_${id} * ${power(mostPlaces)} % parts_${id} = 0 AND ${dialect.demand(`COALESCE(parts_${id}, 1) <= ${power(12)}`, "a fraction has a divisor beyond 10^12")} = 1`,
      ] as const,
    ]),
  );
  chain.add(
    "places",
    "Their decimal places: more than six where they would seem to reach a bound.",
    figures.map(({ id, of, bounds }) => {
      const near = [...new Set(bounds.map((bound) => String((wholeOf(bound) * 1_000_000n) / scale)))];
      const signed = `CASE WHEN ${of.sql} < 0 THEN -size_${id} ELSE size_${id} END`;
      const apart = `ABS((${signed}) * ${power(6)} - ${sixth(id)} * parts_${id})`;
      const needed = `LENGTH(CAST(${quotient(`(parts_${id} * ${power(6)} - 1)`, `(${apart} * 2)`)} AS ${text}))`;
      const more = near.length === 0 ? "" : `WHEN ${sixth(id)} IN (${near.join(", ")}) THEN ${needed} `;
      return [`places_${id}`, `CAST(CASE WHEN is_finite_${id} THEN ${mostPlaces} ${more}ELSE 6 END AS INTEGER)`];
    }),
  );
  chain.add(
    "digits",
    "What stands behind the decimal point.",
    figures.map(({ id }) => [
      `digits_${id}`,
      half(id, timesOf(`rest_${id}`, `CAST(RPAD('1', places_${id} + 1, '0') AS ${wide})`)),
    ]),
  );
  return new Map(
    figures.map(({ id, of }) => {
      const full = `CAST(RPAD('1', places_${id} + 1, '0') AS ${wide})`;
      const carried = `${quotient(`size_${id}`, `parts_${id}`)} + CASE WHEN digits_${id} = ${full} THEN 1 ELSE 0 END`;
      const padded = `LPAD(CAST(digits_${id} AS ${text}), places_${id}, '0')`;
      return [
        id,
        [
          `CASE WHEN ${of.sql} < 0 THEN '-' ELSE '' END`,
          `CAST(${carried} AS ${text})`,
          `CASE WHEN digits_${id} = 0 OR digits_${id} = ${full} THEN '' ELSE '.' || TRIM(TRAILING '0' FROM ${padded}) END`,
        ].join(" || "),
      ];
    }),
  );
}
