import { keyAt } from "../model/people.ts";
import type { Results } from "../model/report.ts";
import { pageRows } from "../model/report.ts";

/** The keys of those who may have an award, by place. */
export function* honoured(results: Results): Generator<readonly [place: number, key: string]> {
  const { columns } = results;
  if (!columns) yield* Array.from(results, ({ key }) => key).entries();
  for (let from = 0; columns && from < results.length; from += pageRows) {
    const { count, odd, profiles } = columns.page(from, pageRows);
    for (let at = 0; at < count; at++) {
      if (odd[at] === 1) yield [from + at, keyAt(columns.people, profiles[at] as number)];
    }
  }
}
