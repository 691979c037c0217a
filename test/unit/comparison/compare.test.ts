import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Receipt } from "../../../src/archive/receipt.ts";
import { classChanges, compareSnapshots, isSame } from "../../../src/comparison/compare.ts";
import { snapshotOfTable } from "../../../src/comparison/of-files.ts";
import type { Path, Snapshot, Subject } from "../../../src/comparison/snapshot.ts";
import { subjectOf } from "../../../src/comparison/snapshot.ts";
import { sourceChanges } from "../../../src/comparison/source-changes.ts";
import { transitionTable } from "../../../src/comparison/tables.ts";

const bands = [
  { id: "good", title: "Good" },
  { id: "poor", title: "Poor" },
];
const subject = (cells: Readonly<Record<string, string>>, path?: Path): Subject =>
  subjectOf(
    new Map(Object.entries({ code: "1", name: "An", rank: "1", state: "rated", ...cells })),
    ["code"],
    "name",
    path,
  );
const snapshot = (name: string, subjects: readonly Subject[], period = "2026-Q1"): Snapshot => ({
  name,
  periods: new Map([
    [period, { bands, titles: new Map(), subjects: new Map(subjects.map((each) => [each.key, each])) }],
  ]),
});
const changeOf = (old: Subject, now: Subject) => {
  const [period] = compareSnapshots(snapshot("old", [old]), snapshot("new", [now])).periods;
  return period?.changes[0];
};

describe("the reason of a change is what differs on the way to it", () => {
  const by = (natural: string, ...quotas: string[]): Path => ({ natural, quotas });
  test.each<[string, Subject, Subject, readonly object[]]>([
    [
      "scores",
      subject({ A: "50", total: "50", band: "good" }),
      subject({ A: "49", total: "49", band: "poor" }),
      [
        { kind: "cells", shifts: [{ id: "A", old: "50", new: "49" }] },
        { kind: "total", old: "50", new: "49" },
      ],
    ],
    [
      "bounds",
      subject({ total: "50", band: "good" }, by("good")),
      subject({ total: "50", band: "poor" }, by("poor")),
      [{ kind: "bounds", old: "good", new: "poor" }],
    ],
    [
      "rules",
      subject({ total: "50", band: "good", rules: "a b" }, by("good")),
      subject({ total: "50", band: "poor", rules: "b c" }, by("good")),
      [{ kind: "rules", gained: ["c"], lost: ["a"] }],
    ],
    [
      "quotas",
      subject({ total: "50", band: "good" }, by("good")),
      subject({ total: "50", band: "poor" }, by("good", "few")),
      [{ kind: "quotas", gained: ["few"], lost: [] }],
    ],
    [
      "conditions, where all else is the same",
      subject({ total: "50", band: "good" }, by("good")),
      subject({ total: "50", band: "poor" }, by("good")),
      [{ kind: "conditions" }],
    ],
    [
      "something in the bands, where files do not tell",
      subject({ total: "50", band: "good" }),
      subject({ total: "50", band: "poor" }),
      [{ kind: "bands" }],
    ],
    [
      "the reason for having none",
      subject({ total: "50", band: "good" }),
      subject({ total: "50", state: "not_rated", reason: "new here" }),
      [{ kind: "words", old: "", new: "new here" }],
    ],
    [
      "others, for a rank alone",
      subject({ total: "50", band: "good", rank: "1" }),
      subject({ total: "50", band: "good", rank: "2" }),
      [{ kind: "others" }],
    ],
    [
      "an award alone",
      subject({ total: "50", band: "good" }),
      subject({ total: "50", band: "good", awards: "flag" }),
      [{ kind: "awards", gained: ["flag"], lost: [] }],
    ],
  ])("%s", (_, old, now, reasons) => expect(changeOf(old, now)?.reasons).toEqual(reasons));
});

test("columns that only one side has are no change", () => {
  expect(changeOf(subject({ band: "good", unit: "U" }), subject({ band: "good", A: "50" }))).toBeUndefined();
});

test("who appears or disappears changes class; who loses the band does too", () => {
  const [one, two] = [subject({ code: "1", band: "good" }), subject({ code: "2", band: "good" })];
  const gone = compareSnapshots(snapshot("old", [one, two]), snapshot("new", [one]));
  expect(classChanges(gone)).toBe(1);
  expect(gone.periods[0]?.changes).toMatchObject([{ key: "2", ofClass: true }]);
  expect(
    classChanges(compareSnapshots(snapshot("old", [one]), snapshot("new", [subject({ state: "incomplete" })]))),
  ).toBe(1);
});

test("a period that only one side has is a difference, in order of time", () => {
  const one = snapshot("old", [], "2026-Q2");
  const both: Snapshot = { name: "new", periods: new Map([...one.periods, ...snapshot("", [], "2026-Q1").periods]) };
  const comparison = compareSnapshots(one, both);
  expect(comparison.periods.map(({ period, only }) => [period, only])).toEqual([
    ["2026-Q1", "new"],
    ["2026-Q2", undefined],
  ]);
  expect(isSame(comparison)).toBe(false);
  expect(isSame(compareSnapshots(one, both, { old: "2026-Q2", new: "2026-Q2" }))).toBe(true);
});

test("everybody stands in the matrix once, and the diagonal are those who stay", () => {
  const classes = fc.constantFrom("good", "poor", "");
  const side = fc.dictionary(fc.constantFrom("1", "2", "3", "4", "5"), classes, { noNullPrototype: true });
  const subjects = (of: Record<string, string>) =>
    Object.entries(of).map(([code, band]) => subject({ code, band, state: band ? "rated" : "incomplete" }));
  fc.assert(
    fc.property(side, side, (old, now) => {
      const comparison = compareSnapshots(snapshot("old", subjects(old)), snapshot("new", subjects(now)));
      const [period] = comparison.periods;
      if (!period) throw new Error("no period");
      const { columns, parts } = transitionTable(period, "en");
      const rows = parts
        .flatMap((part) => [...part.rows])
        .map(([title, ...counts]) => ({ title, counts: counts as number[] }));
      const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
      const all = sum(rows.flatMap(({ counts }) => counts));
      const stayed = sum(
        rows.flatMap(({ title, counts }) => counts.filter((_, at) => columns[at + 1]?.head === title)),
      );
      expect(all).toBe(period.count);
      expect(all - stayed).toBe(classChanges(comparison));
    }),
  );
});

test("a result file is read by its heads, whatever its columns are called", () => {
  const table = [
    ["rank", "code", "unit", "__proto__", "total", "band", "state", "rules"],
    ["1", "001", "U", "7", "50", "good", "rated", "a b"],
  ];
  const read = snapshotOfTable(table, { bands, titles: new Map() }, ["unit", "code"], undefined).subjects.get(
    "U / 001",
  );
  expect(read).toMatchObject({ class: "good", rank: "1", total: "50", rules: ["a", "b"], name: "" });
  expect([...(read?.cells ?? [])]).toEqual([["__proto__", "7"]]);
});

describe("what two receipts rest on", () => {
  const receipt = (part: object): Receipt =>
    ({ score: "1", rubric: { id: "r", version: "1", key: ["k"], files: [] }, inputs: [], flags: {}, ...part }) as never;
  const file = (name: string, sha256: string) => ({ kind: "sheet", name, sha256 });
  test.each<[string, object, object, readonly object[]]>([
    ["nothing", {}, {}, []],
    ["a file changed", { inputs: [file("a", "1")] }, { inputs: [file("a", "2")] }, [{ kind: "changed", file: "a" }]],
    ["a file renamed", { inputs: [file("a", "1")] }, { inputs: [file("b", "1")] }, []],
    [
      "files added and removed",
      { inputs: [file("a", "1")] },
      { inputs: [file("b", "2")] },
      [
        { kind: "added", file: "b" },
        { kind: "removed", file: "a" },
      ],
    ],
    ["a flag", {}, { flags: { "keep-going": true } }, [{ kind: "flag", flag: "keep-going", old: "", new: "yes" }]],
    ["a flag of printing", {}, { flags: { format: ["json"] } }, []],
    ["the version of score", {}, { score: "2" }, [{ kind: "score", old: "1", new: "2" }]],
  ])("%s", (_, old, now, changes) => expect(sourceChanges(receipt(old), receipt(now))).toEqual(changes));
});
