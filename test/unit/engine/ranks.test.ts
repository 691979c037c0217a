import fc from "fast-check";
import { expect, test } from "vitest";
import { createRanks, turn } from "../../../src/engine/columns/ranks.ts";
import { rankBehind } from "../../../src/engine/law/ranking.ts";

/** Groups of runs of equals, and how many without a rank stand behind them. */
const groups = fc.array(
  fc.record({
    runs: fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 300 })), { maxLength: 8 }),
    unranked: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 6 },
);

test("ranks are the same from whatever place they are asked for", () => {
  const number = fc.constantFrom("standard" as const, "dense" as const);
  fc.assert(
    fc.property(groups, number, fc.nat(), fc.integer({ min: 1, max: 40 }), (given, number, somewhere, length) => {
      const turns: number[] = [];
      const ranks: number[] = [];
      for (const { runs, unranked } of given) {
        let [before, rank] = [0, 0];
        for (const size of runs) {
          rank = rankBehind(rank, before, number);
          for (let at = 0; at < size; at++) {
            turns.push(at > 0 ? turn.none : before === 0 ? turn.group : turn.run);
            ranks.push(rank);
          }
          before += size;
        }
        for (let at = 0; at < unranked; at++) {
          turns.push(turn.unranked);
          ranks.push(0);
        }
      }
      const put = createRanks(Uint8Array.from(turns), number);
      const whole = new Int32Array(turns.length);
      put(0, whole);
      expect([...whole]).toEqual(ranks);
      const from = somewhere % (turns.length + 1);
      const some = new Int32Array(Math.min(length, turns.length - from));
      put(from, some);
      expect([...some]).toEqual(ranks.slice(from, from + some.length));
    }),
  );
});
