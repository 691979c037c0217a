import { keyAt } from "../model/people.ts";
import type { Results } from "../model/report.ts";
import { pagesOf } from "../model/report.ts";

/** The keys of those who may have an award, by place. */
export function* honoured(results: Results): Generator<readonly [place: number, key: string]> {
  const { columns } = results;
  if (!columns) return yield* Array.from(results, ({ key }) => key).entries();
  for (const [first, { count, odd, profiles }] of pagesOf(columns, 0, results.length)) {
    for (let at = 0; at < count; at++) {
      if (odd[at] === 1) yield [first + at, keyAt(columns.people, profiles[at] as number)];
    }
  }
}
