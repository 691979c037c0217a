import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluator } from "../../../src/expression/evaluate.ts";
import type { Fields, Value } from "../../../src/expression/tree.ts";
import { fraction } from "../../../src/number/exact.ts";
import type { Values } from "./fixture.ts";
import { compile, evaluate, record, show, table } from "./fixture.ts";

const quarter = (index: number, total: number, band: string): Fields => record({ "#index": index, total, band });
const subject: Values = {
  A: 8,
  B: fraction(9n, 2n),
  n: 0,
  late: 0,
  months: 12,
  discipline: "none",
  joined: Date.UTC(2024, 1, 28) / 86_400_000,
  leader: false,
  band: "good",
  name: "x",
  raw: record({ A: 7 }),
  periods: [quarter(5, 80, "good"), quarter(6, 90, "excellent"), quarter(8, 70, "good")],
};

test("the examples of the documentation", () => {
  const page = readFileSync(new URL("../../../docs/expressions.md", import.meta.url), "utf8");
  const [, rows = ""] = /\| expression \| value \|\n\| --- \| --- \|\n((?:\|.*\n)+)/.exec(page) ?? [];
  const examples = [...rows.matchAll(/^\| `(.+)` \| (.+) \|$/gm)].map(([, text, value]) => [
    text?.replaceAll("\\|", "|"),
    value,
  ]);
  expect(examples.length).toBe(rows.trim().split("\n").length);
  expect(examples.map(([text]) => [text, show(evaluate(text ?? "", subject))])).toEqual(examples);
});

describe("three-valued logic", () => {
  const values: Value[] = [true, false, undefined];
  const text = (value: Value): string => (value === undefined ? "C > 5" : String(value));
  const and = (a: Value, b: Value): Value =>
    a === false || b === false ? false : a === true && b === true ? true : undefined;
  const not = (a: Value): Value => (a === undefined ? undefined : a === false);
  test.each(values.flatMap((a) => values.map((b) => [a, b])))("%s and %s", (a, b) => {
    const value = (expression: string) => evaluate(expression, subject);
    expect(value(`${text(a)} && ${text(b)}`)).toBe(and(a, b));
    expect(value(`${text(a)} || ${text(b)}`)).toBe(not(and(not(a), not(b))));
    expect(value(`!(${text(a)})`)).toBe(not(a));
    // The same over a list with these two as elements.
    const both = `[1, 2].map(x, x == 1 ? ${text(a)} : ${text(b)})`;
    expect(value(`${both}.all(y, y)`)).toBe(and(a, b));
    expect(value(`${both}.exists(y, y)`)).toBe(not(and(not(a), not(b))));
  });
});

describe("missing", () => {
  test.each([
    "A + C",
    "-C",
    "C == C",
    "C < 5 ? 1 : 2",
    "round(C, 0.1)",
    "max(A, C)",
    "sum([A, C])",
    "mean([A, C])",
    "count([A, C], x, x > 1)",
    "[A, C].exists_one(x, x > 1)",
    "size([A, C].filter(x, x > 1))",
    "B in [A, C]",
    "unit[name].rate + 1",
    "sum(recent(n + 1 + C > 0 ? 1 : 2), total)",
  ])("%s", (text) => {
    expect(evaluate(text, { ...subject, unit: table({}) }, { ask: () => () => [] })).toBeUndefined();
  });

  test("of nothing", () => {
    const none = { ...subject, periods: [] };
    expect(["sum", "mean", "min", "max"].map((f) => evaluate(`${f}(periods, total)`, none))).toEqual([
      0,
      undefined,
      undefined,
      undefined,
    ]);
    expect(evaluate("periods.all(p, p.total > 1)", none)).toBe(true);
    expect(evaluate("periods.exists(p, p.total > 1)", none)).toBe(false);
    expect(evaluate("consecutive(periods, p, p.total > 1)", none)).toBe(0);
  });

  test("found in spite of what is missing", () => {
    expect(evaluate("A in [C, A]", subject)).toBe(true);
  });
});

describe("hooks", () => {
  test("a division by zero is told, and missing", () => {
    // Only a divisor that is shown to be other than 0 compiles; a plan from elsewhere may hold any.
    const divide = { kind: "binary", operator: "/", left: name("A"), right: name("n"), operands: "number" } as const;
    let zeros = 0;
    const run = evaluator<Values>(divide, (of) => (env) => env[of], { onZero: () => zeros++ });
    expect([run(subject), zeros]).toEqual([undefined, 1]);
    expect([run({ ...subject, n: 3 }), zeros]).toEqual([fraction(8n, 3n), 1]);
  });

  test("a row that a table does not have is told; a guard keeps it from being asked for", () => {
    const asked: string[] = [];
    const hooks = { onMissingRow: (_: Values, of: string, key: string) => asked.push(`${of} ${key}`) };
    const unit = table({ y: { rate: 3 } });
    expect(evaluate("unit[name].rate", { ...subject, unit }, hooks)).toBeUndefined();
    expect(asked).toEqual(["unit x"]);
    expect(evaluate("name in unit ? unit[name].rate : 0", { ...subject, unit }, hooks)).toBe(0);
    expect(evaluate("name in unit ? unit[name].rate : 0", { ...subject, name: "y", unit }, hooks)).toBe(3);
    expect(asked).toEqual(["unit x"]);
  });

  test("a function of the scope gets its arguments", () => {
    const ask = (of: string) => (env: Values, given: readonly Value[]) => [
      record({ total: given[0] }),
      env[of] as Fields,
    ];
    const periods = { ...subject, recent: record({ total: 5 }) };
    expect(evaluate("sum(recent(A + 1), total)", periods, { ask })).toBe(14);
  });
});

test("an expression may be evaluated again while it is being evaluated", () => {
  const { checked } = compile("count(periods, p, p.total > 50)");
  const run = evaluator<Values>(checked!.expression, (of) => (env) => env[of]);
  const inner = { periods: [record({ total: 60 }), record({ total: 70 })] };
  const computed: Fields = { field: () => (run(inner) as number) * 30 };
  expect(run({ periods: [computed, record({ total: 1 }), computed] })).toBe(2);
  expect(run({ periods: [computed] })).toBe(1);
});

test("a field of a record", () => {
  expect(evaluate("raw.A + 1", subject)).toBe(8);
});

test("macros within macros keep their variables apart", () => {
  expect(evaluate("periods.map(p, count(periods, q, q.total < p.total))", subject)).toEqual([1, 2, 0]);
  expect(evaluate("sum([1, 2, 3].map(x, sum([x, 10].map(y, x * y))))", subject)).toBe(74);
});

const name = (of: string) => ({ kind: "name", name: of }) as const;
