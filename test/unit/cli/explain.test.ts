// The shipped rubric and its sheets: totals that miss a band by a hundredth, and the ways to name a subject.
import { expect, test } from "vitest";
import { root } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const explain = (...words: string[]) =>
  runHere(["explain", "rubrics/tam-diep.yaml", "examples/tam-diep", "--quiet", ...words], { cwd: root });

test("a hundredth below the best band is told in plain words", async () => {
  const { stdout, exit } = await explain("--subject", "0201", "--period", "2026-Q1", "--lang", "vi");
  expect(exit).toBe(0);
  expect(stdout).toContain("chưa đạt mức từ 90 của Hoàn thành xuất sắc nhiệm vụ, thiếu 0,01");
  // The quota of the branch is full: the points alone would do.
  expect(stdout).toMatch(/đủ điểm cho Hoàn thành xuất sắc nhiệm vụ: \w+: thêm 0,01 điểm \(ô [A-Z]+\d+: /);
});

test("every period that a subject has comes in the order of time, the year last", async () => {
  const { stdout } = await explain("--subject", "0401", "--lang", "en");
  const heads = stdout.split("\n").filter((each) => each.includes(" · 0401 "));
  expect(heads.map((head) => /: (.*?) ·/.exec(head)?.[1])).toEqual([
    "Quarter 1, 2026",
    "Quarter 2, 2026",
    "Quarter 3, 2026",
    "Quarter 4, 2026",
    "Year 2026",
  ]);
});

test.each([
  [["--subject", "Bùi Văn Tong"], "did you mean 0108 (Bùi Văn Tổng)?"],
  [["--subject", "108"], "did you mean 0108?"],
  [["--subject", "zzz", "--period", "2026"], "there is no result of zzz in 2026"],
])("%j exits 1: %s", async (words, message) => {
  const { stdout, stderr, exit } = await explain(...words, "--lang", "en");
  expect([exit, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(message);
});

test.each([[["0108"]], [["Bùi Văn Tổng"]], [["bui van tong"]]])("%j is one subject", async ([subject = ""]) => {
  const { stdout, exit } = await explain("--subject", subject, "--period", "2026-Q1", "--lang", "en");
  expect(exit).toBe(0);
  expect(stdout.match(/ · 0108 /g)).toHaveLength(1);
});

test("several subjects are explained in the order in which they are asked for, each once", async () => {
  const words = ["--subject", "0201, Bùi Văn Tổng", "--subject", "0201", "--period", "2026-Q1"];
  const { stdout, exit } = await explain(...words, "--lang", "en");
  expect(exit).toBe(0);
  expect(stdout.match(/(?<= · )0\d\d\d(?= )/g)).toEqual(["0201", "0108"]);
});

test("who is not there does not keep the others from being explained", async () => {
  const { stdout, stderr, exit } = await explain("--subject", "0201,zzz", "--period", "2026-Q1", "--lang", "en");
  expect(exit).toBe(1);
  expect(stdout).toContain(" · 0201 ");
  expect(stderr).toContain("there is no result of zzz");
});

test("a period asked for too early is explained as provisional", async () => {
  const argv = ["explain", "rubrics/tam-diep.yaml", "examples/tam-diep/2026-Q1.csv", "examples/tam-diep/2026-Q2.csv"];
  const flags = ["--subject", "0102", "--period", "2026", "--lang", "en", "--quiet"];
  const { stdout } = await runHere([...argv, ...flags], { cwd: root });
  expect(stdout).toContain("Year 2026 (provisional)");
});

test("a code is explained although the environment names a subject", async () => {
  const { stdout, exit } = await runHere(["explain", "R301"], { cwd: root, env: { SCORE_SUBJECT: "0102" } });
  expect(exit).toBe(0);
  expect(stdout).toContain("R301");
});
