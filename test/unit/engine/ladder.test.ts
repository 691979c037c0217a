// What a cell could hold instead, from the nearest score to the farthest.
import { expect, test } from "vitest";
import { ladderFrom } from "../../../src/engine/explain/ladder.ts";
import { createEnvironment } from "../../../src/engine/law/environment.ts";
import { pointsOf } from "../../../src/engine/law/item.ts";
import { startWork } from "../../../src/engine/law/work.ts";
import type { Item, Node } from "../../../src/model/node.ts";
import { compile } from "../../reference/compile.ts";

/** The scores of the ladder from a cell of the one item of a rubric, in points. */
function scores(scale: string, cell: number, direction: "up" | "down"): readonly number[] {
  const { plan } = compile(`schema: 1
id: r
version: "1"
subject: { key: ma }
period: year
missing: incomplete
areas: [{ id: A, ${scale} }]
total: { max: 8, clamp: false }
bands: [{ id: tot, from: 4 }, { id: kem }]
`);
  const [node] = plan.stage.nodes as readonly [Node];
  const item = node.body as Item;
  const points = pointsOf(plan, node, item, createEnvironment(plan, plan.stage));
  const work = startWork(plan.stage, [], [cell]);
  const ladder = ladderFrom(plan, item, node.max, (value) => points(value, { work }), cell, direction);
  return Array.from({ length: ladder?.size ?? 0 }, (_, rung) => ladder?.score(rung + 1) as number);
}

test.each([
  [
    "levels in any order of the rubric, up from the lowest",
    "levels: { yeu: 0, tot: 8, tb: 4, kha: 6 }",
    0,
    "up",
    [4, 6, 8],
  ],
  ["and down from the highest", "levels: { yeu: 0, tot: 8, tb: 4, kha: 6 }", 1, "down", [6, 4, 0]],
  ["levels of equal score once", "levels: { a: 8, b: 4, c: 4, d: 0 }", 3, "up", [4, 8]],
  ["nothing above the best", "levels: { a: 8, b: 0 }", 0, "up", []],
] as const)("%s", (_, scale, cell, direction, expected) => {
  expect(scores(scale, cell, direction)).toEqual(expected);
});
