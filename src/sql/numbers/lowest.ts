import type { Chain, Writing } from "../parts.ts";
import type { Scaled } from "./values.ts";
import { divisor, divisorAmong } from "./values.ts";

/** A figure, and what its column is to be called; one that divides has another, its divisor. */
export interface Divided {
  readonly column: string;
  readonly over: string;
  readonly of: Scaled;
}

/** What a figure is once it is worked out: in lowest terms where it divides. */
export function settled({ column, over, of }: Divided): Scaled {
  const among = divisorAmong(of);
  if (of.over === undefined) return { sql: column, parts: of.parts };
  return { sql: column, parts: 1n, over, ...(among !== undefined && { among }) };
}

/** Works figures out, fractions in lowest terms: how else could one see that two are equal. */
export function addLowest(
  chain: Chain,
  name: string,
  about: string,
  figures: readonly Divided[],
  { dialect }: Pick<Writing, "dialect">,
): void {
  const fractions = figures.filter(({ of }) => of.over !== undefined);
  chain.add(
    `${name}_exact`,
    "Fractions as they come.",
    fractions.flatMap(({ column, over, of }) => [
      [`${column}_top`, of.sql] as const,
      [`${over}_bottom`, divisor(of)] as const,
    ]),
  );
  chain.add(
    name,
    about,
    figures.flatMap(({ column, over, of }) => {
      if (of.over === undefined) return [[column, of.sql] as const];
      return lowest(`${column}_top`, `${over}_bottom`, dialect).map(
        (sql, at) => [at === 0 ? column : over, sql] as const,
      );
    }),
  );
}

/** A fraction of two names in lowest terms; the divisor is 1 where there is none. */
function lowest(top: string, bottom: string, { common, quotient }: Writing["dialect"]): readonly [string, string] {
  const shared = common(top, bottom);
  return [quotient(top, shared), `COALESCE(${quotient(bottom, shared)}, 1)`];
}
