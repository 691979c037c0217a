import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Disk } from "../../../src/archive/disk.ts";
import type { ReceiptFacts } from "../../../src/archive/receipt.ts";
import { parseReceipt } from "../../../src/archive/receipt.ts";
import type { ResultFile } from "../../../src/archive/write-results.ts";
import { completeResults, writeResults } from "../../../src/archive/write-results.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { breakingDisk, Killed } from "../../support/breaking-disk.ts";

const facts: ReceiptFacts = {
  score: "0.1.0",
  rubric: { id: "thu", version: "1", key: ["ma"], files: [] },
  inputs: [],
  flags: {},
  assumptions: [],
  sheets: [],
  counts: [],
};
const long = "x".repeat(70_000);
const before: readonly ResultFile[] = [
  { name: "2026-Q1.csv", lines: ["old\n"] },
  { name: "2026-Q2.csv", lines: ["old\n"] },
];
const after: readonly ResultFile[] = [
  { name: "2026-Q1.csv", lines: ["new\n", long, long] },
  { name: "2026-Q3.csv", lines: ["new\n"] },
];

let room: string;
let out: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "score-write-"));
  out = join(room, "out");
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

function write(files: readonly ResultFile[], disk = breakingDisk(Number.POSITIVE_INFINITY, "kill").disk) {
  const diagnostics = createDiagnostics();
  const written = writeResults(out, files, facts, diagnostics, disk);
  return { written, codes: diagnostics.list.map(({ code }) => code) };
}

/** The texts of the result files if a receipt vouches for every one of them, else undefined. */
function resultSet(): Record<string, string> | undefined {
  const path = join(out, "receipt.json");
  const receipt = existsSync(path) ? parseReceipt(readFileSync(path, "utf8")) : undefined;
  const texts = receipt?.outputs.map(({ name, sha256 }) => {
    const text = existsSync(join(out, name)) ? readFileSync(join(out, name), "utf8") : "";
    return createHash("sha256").update(text).digest("hex") === sha256 ? ([name, brief(text)] as const) : undefined;
  });
  return texts?.every((each) => each !== undefined) ? Object.fromEntries(texts) : undefined;
}

const brief = (text: string): string => `${text.slice(0, 3)} ${text.length}`;
const setOf = (files: readonly ResultFile[]) =>
  Object.fromEntries(files.map(({ name, lines }) => [name, brief([...lines].join(""))]));
const [oldSet, newSet] = [setOf(before), setOf(after)];

test("results come with a receipt that vouches for them, and nothing else is left behind", () => {
  expect(write(after)).toEqual({ written: true, codes: [] });
  expect(resultSet()).toEqual(newSet);
  expect(readdirSync(out).sort()).toEqual(["2026-Q1.csv", "2026-Q3.csv", "receipt.json"]);
  expect(readdirSync(room)).toEqual(["out"]);
});

test("the same results give the same bytes", () => {
  write(after);
  const first = readFileSync(join(out, "receipt.json"));
  write(after);
  expect(readFileSync(join(out, "receipt.json"))).toEqual(first);
});

test("a new set replaces what the receipt lists, removes what is no longer there, and leaves other files", () => {
  write(before);
  writeFileSync(join(out, "notes.txt"), "mine");
  expect(write(after).written).toBe(true);
  expect(readdirSync(out).sort()).toEqual(["2026-Q1.csv", "2026-Q3.csv", "notes.txt", "receipt.json"]);
  expect(resultSet()).toEqual(newSet);
});

test("missing folders above are made, a link to a folder is followed, litter does not count", () => {
  out = join(room, "a", "b");
  mkdirSync(join(room, "a", "real"), { recursive: true });
  writeFileSync(join(room, "a", "real", ".gitkeep"), "");
  symlinkSync("real", out);
  expect(write(after).written).toBe(true);
  expect(existsSync(join(room, "a", "real", "receipt.json"))).toBe(true);
  out = join(room, "c", "d");
  expect(write(after).written).toBe(true);
});

describe("nothing is written", () => {
  test("into a folder of somebody else", () => {
    mkdirSync(out);
    writeFileSync(join(out, "letter.txt"), "mine");
    expect(write(after)).toEqual({ written: false, codes: ["C201"] });
    expect(readdirSync(room)).toEqual(["out"]);
    expect(readdirSync(out)).toEqual(["letter.txt"]);
  });

  test("over a file that the receipt does not list", () => {
    write(before);
    writeFileSync(join(out, "2026-Q3.csv"), "mine");
    expect(write(after)).toEqual({ written: false, codes: ["C202"] });
    expect(readFileSync(join(out, "2026-Q3.csv"), "utf8")).toBe("mine");
    expect(resultSet()).toEqual(oldSet);
  });

  test("where a receipt lists files outside the folder", () => {
    mkdirSync(out);
    writeFileSync(join(room, "precious.txt"), "mine");
    writeFileSync(
      join(out, "receipt.json"),
      JSON.stringify({ receipt: 1, outputs: [{ name: "../precious.txt", sha256: "" }] }),
    );
    expect(write(after)).toEqual({ written: false, codes: ["C201"] });
    expect(readFileSync(join(room, "precious.txt"), "utf8")).toBe("mine");
  });

  test("where a file stands", () => {
    writeFileSync(out, "");
    expect(write(after)).toEqual({ written: false, codes: ["C203"] });
    out = join(out, "below");
    expect(write(after)).toEqual({ written: false, codes: ["C204"] });
  });

  test("over a folder that took the place of a result", () => {
    write(before);
    rmSync(join(out, "2026-Q1.csv"));
    mkdirSync(join(out, "2026-Q1.csv"));
    expect(write(after)).toEqual({ written: false, codes: ["C204"] });
    expect(readdirSync(out).sort()).toEqual(["2026-Q1.csv", "2026-Q2.csv", "receipt.json"]);
  });

  test("while another process does, until that is gone", () => {
    const lock = join(room, ".out.score-work", "lock");
    mkdirSync(lock, { recursive: true });
    writeFileSync(join(lock, String(process.ppid)), "");
    expect(write(after)).toEqual({ written: false, codes: ["C205"] });
    expect(readdirSync(lock)).toEqual([String(process.ppid)]);
    rmSync(join(lock, String(process.ppid)));
    writeFileSync(join(lock, "2147483646"), ""); // above every process number that Linux gives
    writeFileSync(join(lock, "nonsense"), "");
    expect(write(after)).toEqual({ written: true, codes: [] });
  });

  test("beside one that finishes just now: whoever goes last leaves no working folder", () => {
    const lock = join(room, ".out.score-work", "lock");
    mkdirSync(lock, { recursive: true });
    writeFileSync(join(lock, String(process.ppid)), "");
    const { disk } = breakingDisk(Number.POSITIVE_INFINITY, "kill");
    const finishing = new Proxy(disk, {
      get: (target, name: keyof Disk) =>
        name !== "readdirSync"
          ? target[name]
          : (folder: string) => {
              const names = target.readdirSync(folder);
              rmSync(join(lock, String(process.ppid)));
              return names;
            },
    });
    expect(write(after, finishing)).toEqual({ written: false, codes: ["C205"] });
    expect(readdirSync(room)).toEqual([]);
  });

  test("while somebody on another machine may", () => {
    const lock = join(room, ".out.score-work", "lock");
    mkdirSync(lock, { recursive: true });
    const [theirs, gone] = ["2147483646@elsewhere", `2147483646@${encodeURIComponent(hostname())}`];
    writeFileSync(join(lock, theirs), "");
    expect(write(after)).toEqual({ written: false, codes: ["C205"] });
    expect(readdirSync(lock)).toEqual([theirs]);
    rmSync(join(lock, theirs));
    writeFileSync(join(lock, gone), "");
    expect(write(after)).toEqual({ written: true, codes: [] });
  });

  test("when making the lines fails, which is a bug of ours", () => {
    write(before);
    const failing = [
      {
        name: "2026-Q1.csv",
        lines: (function* () {
          yield long;
          throw new TypeError("bug");
        })(),
      },
    ];
    expect(() => write(failing)).toThrow("bug");
    expect(resultSet()).toEqual(oldSet);
    expect(readdirSync(room)).toEqual(["out"]);
  });
});

test.each(["../x.csv", "receipt.json", "a/b.csv", ""])("a result is never called %j", (name) => {
  expect(() => write([{ name, lines: [] }])).toThrow();
});

/** Steps of a run over an old set, to break at each of them. */
function countSteps(): number {
  write(before);
  const { disk, steps } = breakingDisk(Number.POSITIVE_INFINITY, "kill");
  write(after, disk);
  rmSync(out, { recursive: true });
  return steps();
}

describe("after a kill at any step", () => {
  test("the old or the new set is whole at once or completed by the next reading command", () => {
    const seen = { old: 0, new: 0 };
    const total = countSteps();
    expect(total).toBeGreaterThan(30);
    for (let step = 0; step < total; step++) {
      write(before);
      expect(() => write(after, breakingDisk(step, "kill").disk), `step ${step}`).toThrow(Killed);
      const atOnce = resultSet();
      if (atOnce) expect([oldSet, newSet], `step ${step}`).toContainEqual(atOnce);
      const diagnostics = createDiagnostics();
      expect(completeResults(out, diagnostics)).toBe(true);
      const found = resultSet();
      expect([oldSet, newSet], `step ${step}`).toContainEqual(found);
      if (atOnce && "2026-Q3.csv" in atOnce) expect(found).toEqual(newSet);
      seen["2026-Q3.csv" in (found ?? {}) ? "new" : "old"]++;
      expect(readdirSync(room), `step ${step}`).toEqual(["out"]);
      rmSync(out, { recursive: true });
    }
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(5);
  });

  test("the next run succeeds, and says so where it completed the earlier one", () => {
    let completed = 0;
    const total = countSteps();
    for (let step = 0; step < total; step++) {
      write(before);
      expect(() => write(after, breakingDisk(step, "kill").disk)).toThrow(Killed);
      const { written, codes } = write(before);
      expect(written, `step ${step}`).toBe(true);
      // Where nothing was left to complete the old set or the new one stood there whole.
      expect([[], ["C208"], ["C207", "C208"]]).toContainEqual(codes);
      if (codes.includes("C207")) completed++;
      expect(resultSet()).toEqual(oldSet);
      expect(readdirSync(room)).toEqual(["out"]);
      rmSync(out, { recursive: true });
    }
    expect(completed).toBeGreaterThan(5);
  });

  test("a second kill while completing changes nothing", () => {
    const total = countSteps();
    for (let step = 0; step < total; step += 3) {
      for (let second = 0; second < 20; second += 3) {
        write(before);
        expect(() => write(after, breakingDisk(step, "kill").disk)).toThrow(Killed);
        try {
          completeResults(out, createDiagnostics(), breakingDisk(second, "kill").disk);
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
        }
        completeResults(out, createDiagnostics());
        expect([oldSet, newSet], `steps ${step}, ${second}`).toContainEqual(resultSet());
        rmSync(out, { recursive: true });
      }
    }
  });
});

describe("a failure of the system at any step", () => {
  test.each(["ENOSPC", "EACCES", "EBUSY"])("%s leaves the old set whole, or the new one", (code) => {
    const total = countSteps();
    let failed = 0;
    for (let step = 0; step < total; step++) {
      write(before);
      const { written, codes } = write(after, breakingDisk(step, { code }).disk);
      expect(codes, `step ${step}`).toEqual(written ? ["C208"] : ["C204"]);
      expect(resultSet(), `step ${step}`).toEqual(written ? newSet : oldSet);
      if (!written) failed++;
      expect(write(after).written, `step ${step}`).toBe(true);
      expect(readdirSync(room), `step ${step}`).toEqual(["out"]);
      rmSync(out, { recursive: true });
    }
    expect(failed).toBeGreaterThan(15);
  });

  test("that lasts until the end is told, and the next run completes or repeats", () => {
    const total = countSteps();
    let half = 0;
    for (let step = 0; step < total; step++) {
      write(before);
      const { written, codes } = write(after, breakingDisk(step, { code: "EIO", times: 1000 }).disk);
      if (codes[0] === "C206") half++;
      else expect(resultSet(), `step ${step}`).toEqual(written ? newSet : oldSet);
      completeResults(out, createDiagnostics());
      expect([oldSet, newSet], `step ${step}`).toContainEqual(resultSet());
      rmSync(out, { recursive: true });
    }
    expect(half).toBeGreaterThan(2);
  });
});

test("a journal that names other files is thrown away", () => {
  const work = join(room, ".out.score-work");
  mkdirSync(join(work, "new"), { recursive: true });
  mkdirSync(out);
  writeFileSync(join(room, "precious.txt"), "mine");
  writeFileSync(join(work, "new", "receipt.json"), "");
  writeFileSync(join(work, "ready.json"), JSON.stringify({ files: [], remove: ["../precious.txt"] }));
  expect(write(after).written).toBe(true);
  expect(readFileSync(join(room, "precious.txt"), "utf8")).toBe("mine");
});

test("where nothing was interrupted there is nothing to complete", () => {
  expect(completeResults(out, createDiagnostics())).toBe(true);
  expect(existsSync(out)).toBe(false);
});
