import type { Award } from "../../model/stage.ts";
import { words } from "../1-rows/cells.ts";
import { earlierOf } from "../1-rows/earlier-results.ts";
import { periodNumber } from "../expressions/period.ts";
import type { Chain, Writing } from "../parts.ts";
import { person } from "../parts.ts";

/** What a streak comes to in each period, as conditions. */
interface Streak {
  readonly isEarned: string;
  /** Whether it may have begun before the first year that is known. */
  readonly isOpenAtStart: string;
  /** Whether years of earlier runs are among it; absent: there are none. */
  readonly isPast?: string;
}

/**
 * Who has held a band, or a better one, in so many years that follow each other: a run of years of one person has one difference
 * between the year and its number among those that hold.
 */
export function addStreak(
  chain: Chain,
  writing: Writing,
  { id }: Pick<Award, "id">,
  { band, years, notRated, again }: Extract<Award["size"], { kind: "streak" }>,
): Streak {
  const same = person(writing);
  const [, ...keys] = same;
  const skipped = notRated === "skips" ? "TRUE" : "FALSE";
  const goesOn = (state: string, isHeld: string): string =>
    `CASE ${state} WHEN 'rated' THEN ${isHeld} WHEN 'not_rated' THEN ${skipped} ELSE FALSE END`;
  chain.add(`award_${id}_goes_on`, "Whether the year goes on with a streak.", [
    [`goes_${id}`, goesOn("state", `band_at <= ${band}`)],
    [`year_${id}`, periodNumber(writing)],
  ]);
  const computed = chain.last;
  if (writing.hasEarlier) {
    const held = writing.stage.bands.slice(0, band + 1).map((each) => each.id);
    const past = goesOn("x_state", `x_band IN (${words(held, writing.dialect)})`);
    chain.begin({
      name: `award_${id}_known`,
      about: ["With the classes of earlier runs, where the sheet has none."],
      select: [
        `  SELECT ${same.join(", ")}, state, goes_${id}, year_${id}, 0 AS past_${id}\n  FROM ${computed}`,
        earlierOf(writing, computed, ["x_state", past, periodNumber(writing), "1"]),
      ].join("\n  UNION ALL\n"),
    });
  }
  const window = (...further: readonly string[]): string =>
    `PARTITION BY ${[...keys, "LENGTH(period)", `goes_${id}`, ...further].join(", ")}`;
  chain.add(`award_${id}_runs`, "Years that follow each other have the same difference from their number.", [
    [`run_${id}`, `year_${id} - ROW_NUMBER() OVER (${window()} ORDER BY year_${id})`],
    [`known_${id}`, `MIN(year_${id}) OVER ()`],
  ]);
  const run = window(`run_${id}`);
  const figures = [
    [`years_${id}`, `SUM(CASE WHEN state = 'rated' THEN 1 ELSE 0 END) OVER (${run} ORDER BY year_${id})`],
    [`began_${id}`, `MIN(year_${id}) OVER (${run})`],
    ...(writing.hasEarlier ? [[`rests_${id}`, `MAX(past_${id}) OVER (${run} ORDER BY year_${id})`] as const] : []),
  ] as const;
  chain.add(`award_${id}_years`, "How many rated years there are in a run, and where it began.", figures);
  if (writing.hasEarlier) {
    const told = chain.last;
    const found = [...figures.map(([name]) => name), `known_${id}`].map((name) => `${told}.${name}`);
    chain.begin({
      name: `award_${id}_told`,
      about: ["What that comes to in the periods of the sheet."],
      select: [
        `  SELECT ${[`${computed}.*`, ...found].join(", ")}`,
        `  FROM ${computed}`,
        `  INNER JOIN ${told} ON ${same.map((column) => `${told}.${column} = ${computed}.${column}`).join(" AND ")}`,
      ].join("\n"),
    });
  }
  const held = `goes_${id} AND years_${id} > 0`;
  const isDue = again === "every" ? `years_${id} % ${years} = 0` : `years_${id} = ${years}`;
  return {
    isEarned: `${held} AND ${isDue}`,
    isOpenAtStart: `${held} AND began_${id} = known_${id}`,
    ...(writing.hasEarlier && { isPast: `rests_${id} = 1` }),
  };
}

/** Awards for years in a row of the stages that are written. */
export const hasStreak = ({ awards }: { readonly awards: readonly Award[] }): boolean =>
  awards.some(({ size }) => size.kind === "streak");
