import fc from "fast-check";
import { expect, test } from "vitest";
import { rerank } from "../../../src/engine/law/ranking.ts";
import type { Report, Result } from "../../../src/model/report.ts";
import type { Ranking } from "../../../src/model/stage.ts";
import { incomplete, periodReport, plan, report, result, stage } from "../../support/report.ts";

const ranking: Ranking = { within: [2], by: [{ by: { kind: "total" }, ascending: false }], number: "standard" };
const ranked = (results: readonly Result[]): Report => {
  const of = plan({ stage: stage({ ranking }) });
  return rerank(report([periodReport(results)], of));
};
const people = fc
  .uniqueArray(
    fc.record({ key: fc.string(), group: fc.constantFrom("a", "b", "c"), total: fc.option(fc.integer({ max: 5 })) }),
    {
      selector: ({ key }) => key,
    },
  )
  .map((list) =>
    list.map(({ key, group, total }) => {
      const columns = [key, "", group];
      return total === null ? incomplete(key, { columns }) : result(key, { columns, total, rank: undefined });
    }),
  );

test("nothing changes without other columns and with the same keys", () => {
  fc.assert(
    fc.property(people, (results) => {
      const before = ranked(results);
      expect(rerank(before)).toEqual(before);
    }),
  );
});

test("everybody together: a rank is one more than the number of better totals, and the first report stays as it was", () => {
  fc.assert(
    fc.property(people, (results) => {
      const before = ranked(results);
      const copy = structuredClone(before.periods);
      const after = rerank(before, []);
      expect(before.periods).toEqual(copy);
      expect(after.plan.stage.ranking.within).toEqual([]);
      const all = [...(after.periods[0]?.results ?? [])];
      for (const { rank: place, total } of all) {
        const better = all.filter((other) => total !== undefined && (other.total as number) > (total as number));
        expect(place).toBe(total === undefined ? undefined : better.length + 1);
      }
    }),
  );
});
