import type { Award } from "../../model/stage.ts";
import { periodNumber } from "../expressions/period.ts";
import type { Chain, Writing } from "../parts.ts";
import { person } from "../parts.ts";

/**
 * Who has held a band, or a better one, in so many years that follow each other: a run of years of one person has one difference
 * between the year and its number among those that hold. @returns whether the award is earned, and whether the run may have begun
 * before the first year that is known
 */
export function addStreak(
  chain: Chain,
  writing: Writing,
  { id }: Pick<Award, "id">,
  { band, years, notRated, again }: Extract<Award["size"], { kind: "streak" }>,
): { readonly isEarned: string; readonly isOpenAtStart: string } {
  const [, ...keys] = person(writing);
  const skipped = notRated === "skips" ? "TRUE" : "FALSE";
  chain.add(`award_${id}_goes_on`, "Whether the year goes on with a streak.", [
    [`goes_${id}`, `CASE state WHEN 'rated' THEN band_at <= ${band} WHEN 'not_rated' THEN ${skipped} ELSE FALSE END`],
    [`year_${id}`, periodNumber(writing)],
  ]);
  const window = (...further: readonly string[]): string =>
    `PARTITION BY ${[...keys, "LENGTH(period)", `goes_${id}`, ...further].join(", ")}`;
  chain.add(`award_${id}_runs`, "Years that follow each other have the same difference from their number.", [
    [`run_${id}`, `year_${id} - ROW_NUMBER() OVER (${window()} ORDER BY year_${id})`],
    [`known_${id}`, `MIN(year_${id}) OVER ()`],
  ]);
  const run = window(`run_${id}`);
  chain.add(`award_${id}_years`, "How many rated years there are in a run, and where it began.", [
    [`years_${id}`, `SUM(CASE WHEN state = 'rated' THEN 1 ELSE 0 END) OVER (${run} ORDER BY year_${id})`],
    [`began_${id}`, `MIN(year_${id}) OVER (${run})`],
  ]);
  const held = `goes_${id} AND years_${id} > 0`;
  const isDue = again === "every" ? `years_${id} % ${years} = 0` : `years_${id} = ${years}`;
  return { isEarned: `${held} AND ${isDue}`, isOpenAtStart: `${held} AND began_${id} = known_${id}` };
}

/** Awards for years in a row of the stages that are written. */
export const hasStreak = ({ awards }: { readonly awards: readonly Award[] }): boolean =>
  awards.some(({ size }) => size.kind === "streak");
