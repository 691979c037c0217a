// Keys that a spreadsheet may have changed from one period to the next.
import { describe, expect, test } from "vitest";
import { nearKey } from "../../../src/engine/near-keys.ts";
import { withFolder, writeTree } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const rubric = (key: string): string => `schema: 1
id: thu
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ${key} }
areas: [{ id: D, max: 10 }]
total: { max: 10, clamp: false }
bands: [{ id: a, from: 8 }, { id: c }]
`;

/** Keys by quarter, and the warnings about them. */
async function warnings(...quarters: readonly (readonly string[])[]): Promise<readonly string[]> {
  return withFolder(async (cwd) => {
    const key = quarters[0]?.[0]?.includes(",") ? "to,ma" : "ma";
    const rows = quarters.flatMap((keys, at) => keys.map((each) => `${each},2026-Q${at + 1},8`));
    writeTree(cwd, [
      ["r.yaml", rubric(`[${key}]`)],
      ["s.csv", `${key},period,D\n${rows.join("\n")}\n`],
    ]);
    const { stderr } = await runHere(["compute", "r.yaml", "s.csv", "--lang", "en"], { cwd });
    return [...stderr.matchAll(/^s.csv:(\S+): warning A120: the keys (.*) never/gm)].map(
      ([, at, keys]) => `${at} ${keys}`,
    );
  });
}

describe("a warning names both", () => {
  test.each([
    ["007", "7"],
    ["1001", "1001.0"],
    ["007", "0007"],
    ["a,007", "a,7"],
  ])("%s and %s", async (one, other) => {
    const [found] = await warnings([one], [other]);
    for (const key of [one, other]) expect(found).toContain(key.replace(",", " / "));
    expect(await warnings([other], [one])).toHaveLength(1);
  });
});

describe("no warning", () => {
  test.each([
    ["where they meet in a period", [["007", "7"], ["007"]]],
    ["where they meet in another period than the first", [["007"], ["7"], ["007", "7"]]],
    ["in one period alone", [["007", "7"]]],
    [
      "of other keys",
      [
        ["007", "70"],
        ["700", "0", "NV07"],
        ["NV7", "a7"],
      ],
    ],
    ["of the same key", [["007"], ["007"]]],
  ])("%s", async (_, quarters) => expect(await warnings(...quarters)).toEqual([]));
});

test.each([
  ["10-A", "10A"],
  ["010A", "10A"],
  ["1", "001"],
  ["U2", undefined],
  ["10B", undefined],
])("%s may be meant for %s", (key, expected) => {
  expect(nearKey(key, ["U1", "10A", "001", "100A"])).toBe(expected);
});
