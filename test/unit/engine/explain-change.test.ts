// What would change the band: each proposal is applied and computed again, and no smaller one may do, tried by brute force.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import { findChange } from "../../../src/engine/explain/change.ts";
import { createWitness } from "../../../src/engine/explain/witness.ts";
import type { Change, SingleChange } from "../../../src/model/derivation.ts";
import type { Plan } from "../../../src/model/plan.ts";
import type { Report, Result } from "../../../src/model/report.ts";
import { parseDecimal } from "../../../src/number/decimal.ts";
import type { Exact } from "../../../src/number/exact.ts";
import { absolute, compare, divide, subtract, toKey } from "../../../src/number/exact.ts";
import { reasonText } from "../../../src/views/reason-text.ts";
import { compile, compute } from "../../reference/compile.ts";
import { rowsFor } from "../../reference/rows.ts";
import { runs } from "../../reference/runs.ts";
import type { PlainRow } from "../../reference/sheet.ts";

/** All scales, an area that is cut, a condition that one item has to meet, and a rule that looks at a cell. */
const rubric = (more: string): string => `
schema: 1
id: thu
version: "1"
period: quarter
decimals: 0
missing: zero
blank_rows: score
subject: { noun: người, key: ma }
areas:
  - id: A
    max: 12
    clamp: true
    items:
      - { id: A1, max: 5, step: 0.5 }
      - { id: A2, levels: { tot: 6, kha: 4, yeu: 0 } }
      - { id: A3, yes: 3 }
  - id: B
    max: 36
    items:
      - { id: B1, count: { base: 6, each: -2, min: 0 } }
      - { id: B2, max: 20 }
      - { id: B3, ratio: { max: 6, cap: 100% } }
      - { id: B4, table: [{ from: 90, points: 4 }, { from: 50, points: 2.5 }, { points: 0 }] }
total: { max: 48, clamp: false }
bands:
  - { id: tot, from: 36, require: ["B2 >= 12"], otherwise: kha }
  - { id: kha, from: 24 }
  - { id: yeu }
rules: [{ id: phe_binh, when: "raw.B1 >= 3", at_most: kha }]
ranking: { within: [], by: [total] }
${more}`;
const quota =
  "quotas: [{ id: q, band: tot, share: 40%, of: rated, basis: before, within: [], round: down, ties: out, then: kha, order: [total] }]";
const year =
  "rollups: [{ period: year, of: quarter, score: mean, missing: { not_rated: skip, absent: zero }, bands: [{ id: tot, from: 36 }, { id: kha, from: 24 }, { id: yeu }] }]";

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, at) => at);
/** Every text that a cell may hold, with the points that it gives. */
const choices: Readonly<Record<string, readonly (readonly [text: string, points: string])[]>> = {
  A1: upTo(10).map((half) => [`${half / 2}`, `${half / 2}`]),
  A2: [
    ["tot", "6"],
    ["kha", "4"],
    ["yeu", "0"],
  ],
  A3: [
    ["x", "3"],
    ["", "0"],
  ],
  B1: upTo(4).map((times) => [`${times}`, `${Math.max(6 - 2 * times, 0)}`]),
  B2: upTo(20).map((points) => [`${points}`, `${points}`]),
  B3: upTo(100).map((percent) => [`${percent}`, `${percent * 6}e-2`]),
  B4: [
    ["95", "4"],
    ["60", "2.5"],
    ["10", "0"],
  ],
};
const ids = Object.keys(choices);
const choicesOf = (id: string) => choices[id] as NonNullable<(typeof choices)[string]>;
const pointsIn = (id: string, text: string | undefined): Exact =>
  parseDecimal(choicesOf(id).find(([each]) => each === (text ?? ""))?.[1] ?? "") as Exact;
const cells = fc.record(
  Object.fromEntries(ids.map((id) => [id, fc.constantFrom(...choicesOf(id).map(([text]) => text))])),
);
const rowOf = (ma: string, period: string, texts: Readonly<Record<string, string>>): PlainRow => ({
  period,
  texts: { ...texts, ma },
});

/** The subject is `nay`. */
interface Scene {
  readonly plan: Plan;
  readonly period: string;
  readonly rows: readonly PlainRow[];
}

const resultOf = ({ plan, period, rows }: Scene): Result => nayOf(compute(plan, rowsFor(plan, rows)), period);

function nayOf({ periods }: Report, period: string): Result {
  const results = periods.find((each) => each.period === period)?.results ?? [];
  return [...results].find(({ key }) => key === "nay") as Result;
}

function changeOf({ plan, period, rows }: Scene): Change | undefined {
  const witness = createWitness({ reasonText }, () => true);
  const engine = createEngine(plan, createDiagnostics(), { reasonText, ...witness.hooks });
  for (const row of rowsFor(plan, rows)) engine.add(row);
  return findChange(plan, witness, period, nayOf(engine.finish(), period));
}

/** One cell of one row of the subject with another text. */
interface Attempt {
  readonly points: Exact;
  readonly result: Result;
}

function* attempts(scene: Scene, direction: "up" | "down"): Generator<Attempt> {
  for (const row of scene.rows.filter(({ texts }) => texts.ma === "nay")) {
    for (const id of ids) {
      const now = pointsIn(id, row.texts[id]);
      for (const [text] of choicesOf(id)) {
        const points = subtract(pointsIn(id, text), now);
        if (direction === "up" ? compare(points, 0) <= 0 : compare(points, 0) >= 0) continue;
        const other = { ...row, texts: { ...row.texts, [id]: text } };
        const rows = scene.rows.map((each) => (each === row ? other : each));
        yield { points: absolute(points), result: resultOf({ ...scene, rows }) };
      }
    }
  }
}

function check(scene: Scene): void {
  const before = resultOf(scene);
  const change = changeOf(scene);
  expect(before.state).toBe("rated");
  for (const direction of ["up", "down"] as const) {
    const works = ({ band }: Result): boolean =>
      band !== undefined && (direction === "up" ? band < (before.band ?? 0) : band > (before.band ?? 0));
    const all = [...attempts(scene, direction)].filter(({ result }) => works(result));
    const [least] = all.map(({ points }) => points).sort(compare);
    const found = change?.[direction];
    expect(found ? toKey(moved(found)) : "none").toBe(least === undefined ? "none" : toKey(least));
    if (!found) continue;
    const applied = resultOf({ ...scene, rows: scene.rows.map((row) => withChange(row, found)) });
    expect([applied.band, toKey(divide(applied.total as Exact, scene.plan.scale))]).toEqual([
      found.band,
      toKey(found.total as Exact),
    ]);
    expect(works(applied)).toBe(true);
  }
}

const moved = ({ scores: [now, then] }: SingleChange): Exact => absolute(subtract(then, now));

function withChange(row: PlainRow, { node, cell, scores }: SingleChange): PlainRow {
  if (row.texts.ma !== "nay" || row.period !== cell.row.period) return row;
  expect(toKey(pointsIn(node.id, row.texts[node.id]))).toBe(toKey(scores[0]));
  const text = choicesOf(node.id).find(([each]) => toKey(pointsIn(node.id, each)) === toKey(scores[1]))?.[0];
  return { ...row, texts: { ...row.texts, [node.id]: text as string } };
}

const alone = compile(rubric("")).plan;
const limited = compile(rubric(quota)).plan;
const yearly = compile(rubric(year)).plan;

test("of one subject: the smallest change up and down", () => {
  fc.assert(
    fc.property(cells, (picked) => check({ plan: alone, period: "2026-Q1", rows: [rowOf("nay", "2026-Q1", picked)] })),
    runs(0.6),
  );
});

test("with a quota: against everybody else", () => {
  fc.assert(
    fc.property(cells, fc.array(cells, { minLength: 2, maxLength: 4 }), (picked, others) => {
      const rows = [picked, ...others].map((each, at) => rowOf(at === 0 ? "nay" : `${at}`, "2026-Q1", each));
      check({ plan: limited, period: "2026-Q1", rows });
    }),
    runs(0.3),
  );
});

test("of a year: a cell of one of its quarters", () => {
  fc.assert(
    fc.property(cells, fc.option(cells), cells, (first, third, others) => {
      const own = [rowOf("nay", "2026-Q1", first), ...(third ? [rowOf("nay", "2026-Q3", third)] : [])];
      const rows = [...own, ...[1, 2, 3, 4].map((quarter) => rowOf("khac", `2026-Q${quarter}`, others))];
      check({ plan: yearly, period: "2026", rows });
    }),
    runs(0.15),
  );
});

test("with more people than can be tried the quotas are left out, and said to be", () => {
  const best = { A1: "5", A2: "tot", A3: "x", B1: "0", B2: "20", B3: "100", B4: "95" };
  const rows = upTo(2100).map((at) =>
    rowOf(at === 0 ? "nay" : `${at}`, "2026-Q1", { ...best, B2: at === 0 ? "12" : "20" }),
  );
  const change = changeOf({ plan: limited, period: "2026-Q1", rows });
  expect(change?.basis).toBe("points");
  expect(change?.up).toBeUndefined();
  expect(change?.down?.node.id).toBe("B2");
});
