// What takes the place of a file: never half of it, and neither a link nor a pipe.
import { execFileSync, spawn } from "node:child_process";
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { writeFile } from "../../../src/files/write-file.ts";

const folder = mkdtempSync(join(tmpdir(), "score-write-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isWindows = process.platform === "win32";

test.skipIf(isWindows)("a link stays, and leads to what was written", () => {
  writeFileSync(at("real.csv"), "old");
  symlinkSync("real.csv", at("link.csv"));
  writeFile(at("link.csv"), ["new"]);
  expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
  expect(readFileSync(at("real.csv"), "utf8")).toBe("new");
});

test.skipIf(isWindows)("a link to nothing stays too", () => {
  symlinkSync("later.csv", at("early.csv"));
  writeFile(at("early.csv"), ["new"]);
  expect(lstatSync(at("early.csv")).isSymbolicLink()).toBe(true);
  expect(readFileSync(at("later.csv"), "utf8")).toBe("new");
});

test.skipIf(isWindows)("a file keeps who may read it", () => {
  writeFileSync(at("own.csv"), "old", { mode: 0o600 });
  writeFile(at("own.csv"), ["new"]);
  expect(statSync(at("own.csv")).mode & 0o777).toBe(0o600);
});

test.skipIf(isWindows)("a pipe is written into", async () => {
  execFileSync("sh", ["-c", "mkfifo pipe"], { cwd: folder });
  const reader = spawn("cat", [at("pipe")]);
  const read = text(reader.stdout);
  writeFile(at("pipe"), ["new"]);
  expect(await read).toBe("new");
  expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
});

test("what fails leaves what stood there, and nothing beside it", () => {
  writeFileSync(at("kept.csv"), "old");
  const failing = function* (): Generator<string> {
    yield "half";
    throw new Error("no more");
  };
  expect(() => writeFile(at("kept.csv"), failing())).toThrow("no more");
  expect(readFileSync(at("kept.csv"), "utf8")).toBe("old");
  expect(readdirSync(folder).filter((name) => name.includes("draft"))).toEqual([]);
});
