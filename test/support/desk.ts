import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { runHere } from "./run.ts";

/** A folder of its own for each test of a file, in which the program runs. */
export function createDesk() {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "score-desk-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    put(name: string, content: string | Uint8Array): void {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
    },
    textOf: (name: string): string => readFileSync(path(name), "utf8"),
    score: (...argv: string[]) => runHere(argv, { cwd: folder }),
  };
}
