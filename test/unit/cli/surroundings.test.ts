import { expect, test } from "vitest";
import { bugReport } from "../../../src/cli/bug.ts";
import { run } from "../../../src/cli/run.ts";
import { languageOf, wantsColour } from "../../../src/cli/surroundings.ts";
import type { Io, Output } from "../../../src/files/io.ts";
import { ReaderGone } from "../../../src/files/io.ts";
import { writeLines } from "../../../src/files/write-lines.ts";

const output = (isTTY: boolean): Output => ({ isTTY, write: async () => undefined });

test.each([
  [undefined, { LANG: "vi_VN.UTF-8" }, "vi"],
  [undefined, { LANG: "vi" }, "vi"],
  [undefined, { LANG: "vie" }, "en"],
  [undefined, { LANG: "vi_VN", LC_MESSAGES: "en_US" }, "en"],
  [undefined, { LANG: "en_US", LC_ALL: "vi_VN" }, "vi"],
  [undefined, { LANG: "vi_VN", LC_ALL: "" }, "vi"],
  ["en", { LANG: "vi_VN" }, "en"],
])("the language of --lang %s with %j is %s", (flag, env, expected) => {
  const other = expected === "vi" ? "en-US" : "vi-VN";
  expect(languageOf(flag, env, () => other)).toBe(expected);
});

test("where no variable says a language, it is that of the system", () => {
  expect(languageOf(undefined, { LANG: "" }, () => "vi-VN")).toBe("vi");
  expect(languageOf(undefined, {}, () => "vi")).toBe("vi");
  expect(languageOf(undefined, {}, () => "en-US-u-va-posix")).toBe("en");
});

test.each([
  [undefined, {}, true, true],
  [undefined, {}, false, false],
  ["auto", { NO_COLOR: "1" }, true, false],
  ["auto", { NO_COLOR: "" }, true, true],
  ["auto", { TERM: "dumb" }, true, false],
  ["auto", { FORCE_COLOR: "1" }, false, true],
  ["auto", { FORCE_COLOR: "1", NO_COLOR: "" }, false, true],
  ["auto", { FORCE_COLOR: "1", NO_COLOR: "1" }, true, false],
  ["auto", { FORCE_COLOR: "0" }, true, false],
  ["always", { NO_COLOR: "1" }, false, true],
  ["never", { FORCE_COLOR: "1" }, true, false],
])("--color %s with %j on a terminal (%s): %s", (flag, env, isTTY, expected) => {
  expect(wantsColour(flag, env, output(isTTY))).toBe(expected);
});

test("a reader that goes away ends the run quietly", async () => {
  const gone = { isTTY: false, write: () => Promise.reject(new ReaderGone()) };
  const io: Io = { stdin: (async function* () {})(), stdout: gone, stderr: gone, env: {} };
  expect(await run(["--help"], io)).toBe(0);
});

test("lines are written in pieces, all of them, in order", async () => {
  const pieces: string[] = [];
  const lines = Array.from({ length: 30_000 }, (_, i) => `line ${i}\n`);
  await writeLines({ isTTY: false, write: async (data) => void pieces.push(String(data)) }, lines);
  expect(pieces.join("")).toBe(lines.join(""));
  expect(pieces.length).toBeLessThan(10);
});

test("a bug report has the frames of the stack and not the message, which may quote the input", () => {
  const error = new TypeError("cannot read this:\n    at Nguyễn Văn A");
  expect(bugReport(error, false)).not.toContain("Nguyễn");
  expect(bugReport(error, false)).toContain("surroundings.test.ts");
  expect(bugReport(error, true)).toContain("Nguyễn");
});
