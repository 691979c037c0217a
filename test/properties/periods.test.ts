// LANGUAGE.md 1.8 and 1.9: a longer period does not care which file, or which run, its parts come from.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../reference/runs.ts";
import { readTree, withFolder, writeTree } from "../support/files.ts";
import { runHere } from "../support/run.ts";

const rubric = (roll: string, missing: string) => `schema: 1
id: thu
version: "1"
period: month
missing: incomplete
subject: { key: ma }
columns:
  nghi: { type: flag, default: false }
  to: { type: text, required: true }
areas:
  - id: A
    max: 100
    items: [{ id: A1, max: 60 }, { id: A2, max: 40 }]
total: { max: 100, clamp: false }
bands:
  - { id: tot, title: Tốt, from: 80 }
  - { id: kha, title: Khá, from: 65 }
  - { id: kem, title: Kém }
rules:
  - { id: nghi, when: nghi, not_rated: Nghỉ }
ranking: { within: [to], by: [total] }
rollups:
  - { period: quarter, of: month, score: ${roll}, missing: ${missing} }
  - period: semester
    of: quarter
    score: mean
    missing: { not_rated: skip, absent: zero }
    rules:
      - { id: mot_quy_kem, when: 'periods.exists(p, p.band == "kem" || p.A1 < 20)', at_most: kha }
    quotas:
      - { id: mot_phan_ba, band: tot, share: 0.4, of: rated, basis: before, within: [to], round: down, ties: out, then: kha }
`;

interface Line {
  readonly month: number;
  readonly to: string;
  readonly text: string;
}
const head = "period,ma,to,nghi,A1,A2\n";

/** Somebody's months: some without a row, some on leave. */
const person = (index: number): fc.Arbitrary<Line[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom("scored", "scored", "scored", "leave", "none"),
        a: fc.nat(600),
        b: fc.nat(400),
      }),
      {
        minLength: 6,
        maxLength: 6,
      },
    )
    .map((months) =>
      months.flatMap(({ kind, a, b }, at): Line[] => {
        const to = index % 2 === 0 ? "To1" : "To2";
        const cells = kind === "leave" ? "x,," : `,${a / 10},${b / 10}`;
        return kind === "none" ? [] : [{ month: at + 1, to, text: `2026-0${at + 1},${index},${to},${cells}\n` }];
      }),
    );

const world = fc.record({
  roll: fc.constantFrom("mean", "sum", "last"),
  missing: fc.constantFrom("skip", "zero", "{ not_rated: skip, absent: block }"),
  // Somebody has a row in every month, so that every period exists.
  lines: fc
    .tuple(...[0, 1, 2, 3, 4].map(person))
    .map((people) => [
      ...people.flat(),
      ...[1, 2, 3, 4, 5, 6].map((month) => ({ month, to: "To1", text: `2026-0${month},9,To1,,50,${30 + month}\n` })),
    ]),
});

const sheetOf = (lines: readonly Line[]): Uint8Array => Buffer.from(head + lines.map(({ text }) => text).join(""));

/** Computes sheets in a folder that has `rubric.yaml`; gives the period files. */
async function results(cwd: string, argv: readonly string[], out: string): Promise<Map<string, string>> {
  const { exit, stderr } = await runHere(["compute", "rubric.yaml", ...argv, "--out", out, "--quiet"], { cwd });
  expect(exit, stderr).toBe(0);
  const files = [...readTree(join(cwd, out))].filter(([name]) => /^2026.*\.csv$/.test(name));
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]));
}

test("sheets cut by month or by unit give the same bytes as one sheet", async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ roll, missing, lines }) =>
      withFolder(async (cwd) => {
        const parts = [...new Set(lines.map(({ month, to }) => `${month}-${to}`))];
        writeTree(
          cwd,
          new Map([
            ["rubric.yaml", Buffer.from(rubric(roll, missing))],
            ["all.csv", sheetOf(lines)],
            ...parts.map(
              (part) =>
                [`parts/${part}.csv`, sheetOf(lines.filter(({ month, to }) => part === `${month}-${to}`))] as const,
            ),
          ]),
        );
        expect(await results(cwd, ["parts"], "cut")).toEqual(await results(cwd, ["all.csv"], "whole"));
      }),
    ),
    { ...runs(0.05), endOnFailure: true },
  );
});

test("months of an earlier run give the same result as their sheets", async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.integer({ min: 1, max: 5 }), async ({ roll, missing, lines }, last) =>
      withFolder(async (cwd) => {
        mkdirSync(join(cwd, "past"));
        writeTree(
          cwd,
          new Map([
            ["rubric.yaml", Buffer.from(rubric(roll, missing))],
            ["all.csv", sheetOf(lines)],
            ["before.csv", sheetOf(lines.filter(({ month }) => month <= last))],
            ["now.csv", sheetOf(lines.filter(({ month }) => month > last))],
          ]),
        );
        const whole = await results(cwd, ["all.csv"], "whole");
        await results(cwd, ["before.csv"], "past/before");
        const now = await results(cwd, ["now.csv", "--history", "past"], "now");
        const plain = (text = ""): string => text.replaceAll("from_history", "");
        expect(plain(now.get("2026-H1.csv"))).toBe(whole.get("2026-H1.csv"));
      }),
    ),
    { ...runs(0.05), endOnFailure: true },
  );
});
