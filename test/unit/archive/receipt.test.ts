import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ReceiptFacts } from "../../../src/archive/receipt.ts";
import { countsOf, isResultName, parseReceipt, receiptText } from "../../../src/archive/receipt.ts";
import { recordedName } from "../../../src/files/recorded-name.ts";
import { incomplete, periodReport, report, result } from "../../support/report.ts";

const hash = "a".repeat(64);
const facts: ReceiptFacts = {
  score: "0.1.0",
  rubric: { id: "thu", version: "1", key: ["ma"], files: [{ name: "./rubrics/thu.yaml", sha256: hash }] },
  inputs: [
    { kind: "sheet", name: "q2.csv", sha256: hash, rows: 3 },
    { kind: "sheet", name: "/home/an/q1.csv", sha256: hash, rows: 2, period: "2026-Q1" },
  ],
  flags: { strict: true, set: ["a=1"] },
  assumptions: ["b", "a"],
  sheets: [
    { name: "q2.csv", rows: 3 },
    { name: "/home/an/q1.csv", rows: 2 },
  ],
  counts: countsOf(report([periodReport([result("1"), incomplete("2")])])),
};
const outputs = [
  { name: "summary.csv", bytes: 2, sha256: hash },
  { name: "2026-Q1.csv", bytes: 1, sha256: hash },
];

test("the order of inputs, flags, assumptions and outputs does not matter", () => {
  const shuffled = {
    ...facts,
    inputs: facts.inputs.toReversed(),
    flags: { set: ["a=1"], strict: true as const },
    assumptions: ["a", "b"],
    sheets: facts.sheets.toReversed(),
  };
  expect(receiptText(shuffled, outputs.toReversed())).toBe(receiptText(facts, outputs));
});

test("it says what went in and came out, and nothing of the machine", () => {
  const text = receiptText(facts, outputs);
  expect(text).not.toContain("/home");
  const { sha256, ...said } = JSON.parse(text);
  expect(sha256).toBe(createHash("sha256").update(JSON.stringify(said)).digest("hex"));
  expect(said).toEqual({
    receipt: 1,
    score: "0.1.0",
    rubric: { id: "thu", version: "1", key: ["ma"], files: [{ name: "rubrics/thu.yaml", sha256: hash }] },
    inputs: [
      { kind: "sheet", period: "2026-Q1", name: "q1.csv", sha256: hash, rows: 2 },
      { kind: "sheet", name: "q2.csv", sha256: hash, rows: 3 },
    ],
    flags: { set: ["a=1"], strict: true },
    assumptions: ["a", "b"],
    sheets: [
      { name: "q1.csv", rows: 2 },
      { name: "q2.csv", rows: 3 },
    ],
    counts: [{ period: "2026-Q1", rated: 1, not_rated: 0, incomplete: 1, differences: 0 }],
    outputs: [outputs[1], outputs[0]],
  });
  expect(parseReceipt(text)?.outputs).toHaveLength(2);
});

test.each([
  ["q1.csv", "q1.csv"],
  ["./q1.csv", "q1.csv"],
  ["a\\b\\q1.csv", "a/b/q1.csv"],
  ["a/../q1.csv", "q1.csv"],
  ["../secret/q1.csv", "q1.csv"],
  ["C:\\Users\\An\\q1.xlsx", "q1.xlsx"],
  ["-", "-"],
])("%s is recorded as %s", (name, recorded) => {
  expect(recordedName(name)).toBe(recorded);
});

describe("a receipt that is none of ours", () => {
  test.each(["", "[]", "null", "{", '{"receipt":2,"outputs":[]}', '{"receipt":1}', '{"receipt":1,"outputs":[null]}'])(
    "%s",
    (text) => {
      expect(parseReceipt(text)).toBeUndefined();
    },
  );

  test.each(["../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "..", ".bashrc", "", "a\0b"])("lists %j", (name) => {
    expect(isResultName(name)).toBe(false);
    expect(parseReceipt(JSON.stringify({ receipt: 1, outputs: [{ name, sha256: hash }] }))).toBeUndefined();
  });
});
