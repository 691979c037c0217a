// Texts that look alike in SQL are those that do so in the program.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { lookAlike } from "../../src/text/fold.ts";
import { defuse } from "../../src/text/formula.ts";
import { compareText } from "../../src/text/order.ts";
import { compile } from "../reference/compile.ts";
import { runs } from "../reference/runs.ts";
import { startDuckdb } from "../support/engines/duckdb.ts";
import type { Engine } from "../support/engines/engine.ts";

const rubric = (match: string): string => `schema: 1
id: giong
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma }
columns:
  don_vi: { type: text, required: true${match} }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 50 }, { id: kem, title: Kém }]
ranking: { within: [don_vi], by: [total], number: standard }
`;

let engine: Engine;
beforeAll(async () => {
  engine = await startDuckdb();
});
afterAll(() => engine.stop());

/** What a query says of people in units of such names. */
async function ask(match: string, form: Form, names: readonly string[]) {
  const written = writeSql(
    compile(rubric(match)).plan,
    dialectOf("duckdb"),
    { table: "sheet", names: new Map() },
    form,
  );
  if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
  const rows = names.map((name, at) => [`${100 + at}`, "2026-Q1", name, "50"]);
  await engine.load("sheet", [["ma", "period", "don_vi", "A"], ...rows]);
  return engine.run(written.sql);
}

/** Letters with and without tones, in both cases, kinds of dashes, `Đ` and spaces, letters of other alphabets and widths. */
const letter = fc.constantFrom(..."aAoOòÒóỌeẾệyỳnNhH1-–−ĐðđaоООΑаＡ.“…_+ ".normalize("NFC"));
const text = fc
  .array(letter, { minLength: 1, maxLength: 5 })
  .map((letters) => letters.join("").replace(/ +/g, " ").trim())
  .filter((name) => name !== "");
const names = fc.array(text, { minLength: 2, maxLength: 25 });

/** The names by what those that look alike have in common, each with how often it is there. */
function groupsOf(all: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of all) groups.set(lookAlike(name), [...(groups.get(lookAlike(name)) ?? []), name]);
  return [...groups.values()];
}

test("names that look alike are listed, and the query of the results stops", async () => {
  const property = fc.asyncProperty(names, async (all) => {
    const expected = groupsOf(all)
      .map((group) => [...new Set(group)].sort(compareText))
      .filter((group) => group.length > 1)
      .map((group) => `${group[0]} / ${group.at(-1)}`);
    const found = await ask("", "checks", all);
    expect(found.map(([, , cell, each, problem]) => [cell, each, problem])).toEqual(
      expected.sort(compareText).map((each) => ["don_vi", each, "look alike"]),
    );
    if (expected.length > 0) await expect(ask("", "query", all)).rejects.toThrow("rows that score refuses");
  });
  await fc.assert(property, { ...runs(0.3), endOnFailure: true });
});

test("under match: fold they are one unit, in the more frequent spelling, then by code point", async () => {
  const property = fc.asyncProperty(names, async (all) => {
    const printed = new Map(
      groupsOf(all).flatMap((group) => {
        const times = (name: string): number => group.filter((each) => each === name).length;
        const [first = ""] = group.toSorted((a, b) => times(b) - times(a) || compareText(a, b));
        return group.map((name) => [name, first] as const);
      }),
    );
    const found = await ask(", match: fold", "query", all);
    expect(new Map(found.map((row) => [row[2], row[3]]))).toEqual(
      new Map(all.map((name, at) => [`${100 + at}`, defuse(printed.get(name) ?? "")])),
    );
  });
  await fc.assert(property, { ...runs(0.3), endOnFailure: true });
});

test("a letter of which no query knows what it looks like is listed under match: fold", async () => {
  const found = await ask(", match: fold", "checks", ["Tổ 1", "Tổ ß", "Tổ  2"]);
  expect(found.map((row) => row.slice(2))).toEqual(
    [
      ["don_vi", "Tổ  2", "not what the column holds"],
      ["don_vi", "Tổ  2", "not what the column holds"],
      ["don_vi", "Tổ ß", "not what the column holds"],
    ].sort(),
  );
});
