import { describe, expect, test } from "vitest";
import { passed, run, test1 } from "./run.ts";

const outcome = async (fragment: string) => (await run(fragment)).outcomes[0];

describe("items that do not apply", () => {
  const rubric = `columns:
  leader: { type: flag, default: false }
areas:
  - { id: A, max: 70, items: [{ id: A1, max: 70, when: leader }, { id: A2, max: 70, when: "!leader", column: A1 }] }
  - { id: B, max: 30, when: leader, items: [{ id: B1, max: 30 }] }
  - { id: C, max: 30, when: "!leader" }
`;
  test("stay blank under fill: full, and a test may say 0 or nothing of them", async () => {
    expect(await outcome(rubric + test1("fill: full", 'A1: "", A2: 70, B1: "", total: 100'))).toEqual(passed);
    expect(await outcome(rubric + test1("fill: full", "A1: 0, A2: 70, B1: 0, C: 30, total: 100"))).toEqual(passed);
    expect(await outcome(rubric + test1("fill: full, leader: true", "A1: 70, A2: 0, B1: 30, total: 100"))).toEqual(
      passed,
    );
  });
});

test("what is not given is blank", async () => {
  expect(await outcome(test1("fill: none", 'state: incomplete, band: "", total: "", rank: ""'))).toEqual(passed);
  expect(await outcome(test1('code: "7"', "state: incomplete"))).toEqual(passed);
  expect(await outcome(test1('fill: full, A: ""', "state: incomplete"))).toEqual(passed);
});

describe("columns that are not given", () => {
  const columns = (part: string) => `columns: { unit: ${part} }\n`;

  test.each(["choice, values: [a, b]", "number", "date", "flag"])("of type %s are asked for", async (type) => {
    const fragment = columns(`{ type: ${type}, required: true }`) + test1("fill: full", "total: 100");
    expect((await outcome(fragment))?.codes).toEqual(["R961 unit"]);
  });

  test("that are text get a stand-in, unless an expression reads them", async () => {
    const fragment = columns("{ type: text, required: true }") + test1("fill: full", "total: 100");
    expect(await outcome(fragment)).toEqual(passed);
    const deciding = "rules: [{ id: r, when: 'unit == \"X\"', set: poor }]\n";
    expect((await outcome(deciding + fragment))?.codes).toEqual(["R961 unit"]);
    expect(
      await outcome(deciding + columns("{ type: text, required: true }") + test1("fill: full, unit: X", "rules: r")),
    ).toEqual(passed);
  });

  test("that are required on a condition are asked for only where it holds", async () => {
    const fragment = (given: string) =>
      `columns:
  leader: { type: flag, default: false }
  e: { type: number, required: true, when: leader }
${test1(given, "total: 100")}`;
    expect(await outcome(fragment("fill: full"))).toEqual(passed);
    expect((await outcome(fragment("fill: full, leader: x")))?.codes).toEqual(["R961 e"]);
    expect(await outcome(fragment("fill: full, leader: x, e: 3"))).toEqual(passed);
    expect((await outcome(fragment("fill: full, e: 3")))?.codes).toEqual(["D211"]);
  });

  test("take their default", async () => {
    const rubric = `${columns("{ type: number, default: 3 }")}areas: [{ id: A, max: 100, min: 0, value: unit }]\n`;
    expect(await outcome(rubric + test1("fill: full", "A: 3"))).toEqual(passed);
    expect(await outcome(rubric + test1("fill: full, unit: 12.5", "A: 12.5"))).toEqual(passed);
  });
});

test.each([
  ["week", "2026-12-30, to: 2027-02-01"],
  ["month", "2026-03-31, to: 2026-12-31"],
  ["quarter", "2026-12-31, to: 2027-12-31"],
  ["year", "2026-06-01, to: 2026-06-30"],
])("the period is one that the rubric is valid for: %s", async (period, from) => {
  const fragment = `period: ${period}\nvalid: { from: ${from} }\n${test1("fill: full", "total: 100")}`;
  expect(await outcome(fragment)).toEqual(passed);
});

test("a number with three decimals is never taken for thousands, whatever the mark of the sheets", async () => {
  for (const mark of ["", 'decimal_mark: ","\n', 'decimal_mark: "."\n']) {
    const rubric = `${mark}columns: { x: { type: number, default: 0 } }\nareas: [{ id: A, max: 100, min: 0, value: x }]\n`;
    expect(await outcome(rubric + test1("x: 1.125", "A: 1.125"))).toEqual(passed);
  }
});

test("the period may be given", async () => {
  const fragment = `valid: { from: 2026-01-01, to: 2026-12-31 }\n${test1("fill: full, period: Quý I/2025", "total: 100")}`;
  expect((await outcome(fragment))?.codes).toEqual(["D213"]);
});

test("a quota does not act on one subject alone, an award does", async () => {
  const quota = `quotas: [{ id: q, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }]
awards: [{ id: best, top: 1, when: 'band == "good"', ties: open }]
`;
  expect(await outcome(quota + test1("fill: full", "band: good, awards: [best]"))).toEqual(passed);
});

test("lists are compared as sets, numbers as numbers", async () => {
  const rules = `rules:
  - { id: b, when: A > 1, at_most: good }
  - { id: a, when: A > 2, at_most: good }
`;
  expect(await outcome(rules + test1("A: 50.50", "rules: [b, a], total: 50.5, A: 50.500"))).toEqual(passed);
  expect(await outcome(rules + test1("A: 50.5", "rules: [b]"))).toEqual({ differences: [["rules", "a b"]], codes: [] });
});

describe("ratings", () => {
  test("the test gives one of them", async () => {
    const ratings = (least: number) => `columns: { rater: { type: text, of: rating, required: true } }
ratings: { by: rater, level: item, blank: incomplete, combine: mean, at_least: ${least} }
`;
    expect(await outcome(ratings(1) + test1("A: 80", "total: 80, band: good"))).toEqual(passed);
    expect(await outcome(ratings(2) + test1("A: 80", "state: incomplete"))).toEqual(passed);
  });

  describe("of a wide sheet", () => {
    const ratings = (absent: string, least = 1, blank = "incomplete") => `columns:
  office: { type: flag, default: false }
areas:
  - { id: A, max: 60 }
  - { id: B, max: 40 }
ratings:
  sources: { self: (self), board: (board) }
  level: item
  blank: ${blank}
  combine: { weights: { self: 1, board: 3 } }
  absent: ${absent}
  at_least: ${least}
`;

    test.each([
      ["say what is given for all", "fill: full, A: 40", "A: 40, B: 40, total: 80"],
      ["say something of their own", "fill: full, A: 40, sources: { board: { A: 60, B: 20 } }", "A: 55, B: 25"],
      ["leave out a cell that is given for all", 'fill: full, sources: { self: { B: "" } }', "state: incomplete"],
      ["say nothing else with a fill of their own", "A: 40, B: 40, sources: { self: { fill: full } }", "A: 45, B: 40"],
      ["do not score where all is blank", "A: 40, B: 20, sources: { self: { fill: none } }", "state: incomplete"],
      ["have the period of the test", "fill: full, period: 2026-Q3, sources: { self: { A: 0 } }", "A: 45"],
    ])("sources %s", async (_, given, expected) => {
      expect(await outcome(ratings("incomplete") + test1(given, expected))).toEqual(passed);
    });

    test("a source that does not score leaves its weight to the others", async () => {
      const given = "fill: full, sources: { self: { fill: none, B: 20 }, board: { fill: none } }";
      const rest = ratings("renormalise", 1, "leave_out") + test1(given, "A: 0, B: 20, total: 20");
      expect(await outcome(`missing: zero\n${rest}`)).toEqual(passed);
    });

    test("a subject that nobody scored is incomplete, also where a blank cell is 0", async () => {
      const given = test1("fill: none", 'state: incomplete, total: ""');
      expect(await outcome(`missing: zero\n${ratings("renormalise")}${given}`)).toEqual(passed);
    });

    test("what cannot be read is told where it is said, and once", async () => {
      const given = test1("A: 90, office: perhaps, sources: { self: { B: 41 }, board: { A: 1 } }", "total: 1");
      expect((await outcome(ratings("incomplete") + given))?.codes).toEqual(["D207", "D203", "D203"]);
    });
  });
});

test("a table that only others need is not asked for", async () => {
  const rubric = `columns: { unit: { type: text, default: "-" }, head: { type: flag, default: false } }
tables: { units: { key: unit_id, columns: { band: { type: band, required: true } } } }
rules: [{ id: cap, when: head, at_most: "=units[unit].band" }]
`;
  expect(await outcome(rubric + test1("fill: full", "rules: []"))).toEqual(passed);
  expect((await outcome(rubric + test1("fill: full, head: true", "rules: [cap]")))?.codes).toEqual(["D501"]);
});
