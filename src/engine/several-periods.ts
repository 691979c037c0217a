import type { People } from "../model/people.ts";
import { keyIdOf } from "../model/people.ts";
import type { Result, Results } from "../model/report.ts";
import { pagesOf } from "../model/report.ts";
import { textAt } from "../text/texts.ts";

/** The people of those periods whose results are kept column by column. */
export const peopleOf = (periods: readonly Results[]): ReadonlySet<People> =>
  new Set(periods.flatMap(({ columns }) => (columns ? [columns.people] : [])));

/** The results of some keys; no other is made an object. */
export function* resultsWith(results: Results, keys: { has(key: string): boolean }): Generator<Result> {
  const { columns } = results;
  if (!columns) {
    for (const result of results) if (keys.has(result.key)) yield result;
    return;
  }
  const { people } = columns;
  const isMeant = Uint8Array.from({ length: people.keys.count }, (_, id) =>
    keys.has(textAt(people.keys, id)) ? 1 : 0,
  );
  for (const [first, { count, profiles }] of pagesOf(columns, 0, results.length)) {
    // Making a result may overwrite the page.
    const places = Array.from(profiles.subarray(0, count), (profile) => isMeant[keyIdOf(people, profile)]);
    for (const [at, meant] of places.entries()) if (meant) yield results.at(first + at) as Result;
  }
}
