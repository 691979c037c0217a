// Folders are made with those above them, and a system that says no is believed at once.
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../../src/files/make-folder.ts";

const fresh = (): string => mkdtempSync(join(tmpdir(), "folder-"));

test("folders above are made too, and one that is there is kept", () => {
  const path = join(fresh(), "a", "b", "c");
  makeFolder(path, mkdirSync, 0o700);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test("a file in the way is an error", () => {
  const root = fresh();
  writeFileSync(join(root, "a"), "");
  expect(() => makeFolder(join(root, "a"))).toThrow("EEXIST");
  expect(() => makeFolder(join(root, "a", "b"))).toThrow("ENOTDIR");
});

test("a folder that may have nothing in it is told of, not tried for ever", () => {
  const root = fresh();
  let tries = 0;
  const missing = (path: string): void => {
    if (++tries > 100) throw new Error("for ever");
    if (path === root) mkdirSync(path);
    throw Object.assign(new Error("ENOENT"), { code: "ENOENT" });
  };
  expect(() => makeFolder(join(root, "a", "b"), missing as typeof mkdirSync)).toThrow("ENOENT");
});
