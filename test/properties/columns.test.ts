// Rows that are kept as columns, in batches of any size, give what each row gives by itself: the same bytes and diagnostics.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { resultFiles } from "../../src/archive/result-set.ts";
import type { ResultFile } from "../../src/archive/write-results.ts";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { findings } from "../../src/diagnostics/findings.ts";
import { terminalLines } from "../../src/document/terminal.ts";
import { createLibraries } from "../../src/inputs/rubric-library.ts";
import type { Inputs } from "../../src/pipeline.ts";
import { compute } from "../../src/pipeline.ts";
import type { Source } from "../../src/text/source.ts";
import { source } from "../../src/text/source.ts";
import { reportDocument } from "../../src/views/period-document.ts";
import { compile } from "../reference/compile.ts";
import { csvText } from "../reference/csv.ts";
import { drawn } from "../reference/generate/draw.ts";
import { plainCase } from "../reference/generate/plain.ts";
import { plainYear } from "../reference/generate/plain-years.ts";
import { rubricText } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { runs } from "../reference/runs.ts";
import { readCase } from "../support/case-file.ts";
import { caseNames, caseText } from "../support/case-run.ts";
import { readTree, root } from "../support/files.ts";

/** A rubric, which may name files of the repository, and sheets. */
interface Given {
  readonly rubric: Source;
  readonly sheets: readonly (string | Uint8Array)[];
}

/** All that a computation says and writes; rows that have an error are left out as with `--keep-going`. */
async function outcome({ rubric, sheets }: Given, rowsAtOnce: number, cut = 1 << 20) {
  const diagnostics = createDiagnostics();
  const inputs: Inputs = {
    rubric,
    library: createLibraries(root)(rubric.name),
    sheets: sheets.map((content, index) => ({
      name: `${index + 1}.csv`,
      async *open() {
        const bytes = Buffer.from(content);
        for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
      },
    })),
    rowsAtOnce,
  };
  const computed = await compute(inputs, diagnostics);
  const { list, more } = findings(diagnostics);
  const told = { list, more: [...more], notes: computed?.notes };
  if (!computed || diagnostics.stopper) return { told, inColumns: [] };
  const { plan, report } = computed;
  const view = { report, selection: {} };
  const shown = [...terminalLines(reportDocument(report))].join("");
  // Behind the last files nobody looks at results, so that scores may be forgotten while they are written.
  const files = [
    ...textsIn(resultFiles({ view, flags: { excel: true } })),
    ...textsIn(resultFiles({ view, flags: {} }, true)),
  ];
  const inColumns = report.periods.filter(({ results }) => results.columns).map(({ period }) => period);
  return { told, files: [...new Set(files), shown], counts: plan.columns.length, inColumns };
}

/** The texts of files that are made one after the other, by lines and by blocks. */
function* textsIn(files: Iterable<ResultFile>): Generator<string> {
  for (const { name, lines, blocks } of files) {
    yield `${name}\n${[...lines].join("")}`;
    // A block is overwritten by the next one.
    if (blocks) yield `${name}\n${Buffer.concat(Array.from(blocks, (block) => Buffer.from(block))).toString()}`;
  }
}

const without = ({ inColumns: _, ...rest }: Awaited<ReturnType<typeof outcome>>) => rest;

/** @returns the periods that were kept as columns */
async function expectSame(given: Given, cut: number): Promise<readonly string[]> {
  const single = await outcome(given, 0);
  expect(single.inColumns).toEqual([]);
  const whole = await outcome(given, 4096);
  expect(without(whole)).toEqual(without(single));
  expect(without(await outcome(given, 1, cut))).toEqual(without(single));
  return whole.inColumns;
}

const random = (rubric: string, sheets: readonly string[]): Given => ({
  rubric: source("rubric.yaml", rubric),
  sheets,
});

test("on plain rubrics and the sheets of people", async () => {
  let withColumns = 0;
  await fc.assert(
    fc.asyncProperty(drawn(plainCase), fc.integer({ min: 20, max: 400 }), async ({ rubric, sheets }, cut) => {
      if ((await expectSame(random(rubric, sheets), cut)).length > 0) withColumns++;
    }),
    runs(1),
  );
  expect(withColumns).toBeGreaterThan(runs(1).numRuns / 8);
});

test("on months, their quarters and the year that these make", async () => {
  const { numRuns } = runs(1);
  const withColumns = { months: 0, quarters: 0, years: 0 };
  await fc.assert(
    fc.asyncProperty(drawn(plainYear), async ({ rubric, sheets }) => {
      const kept = await expectSame(random(rubric, sheets), 97);
      if (kept.includes("2026-01")) withColumns.months++;
      if (kept.includes("2026-Q1")) withColumns.quarters++;
      if (kept.includes("2026")) withColumns.years++;
    }),
    { numRuns },
  );
  expect(withColumns.months).toBeGreaterThan(numRuns / 2);
  expect(withColumns.quarters).toBeGreaterThan(numRuns / 4);
  expect(withColumns.years).toBeGreaterThan(numRuns / 8);
});

test("on any rubric and sound sheets", async () => {
  let withColumns = 0;
  await fc.assert(
    fc.asyncProperty(
      drawn(rubricText),
      drawn((draw) => draw),
      async (text, draw) => {
        const { rubric } = compile(text);
        const rows = sheetFor(draw, rubric);
        const sheets = rows.length === 0 ? [] : [csvText(draw, rubric, rows)];
        if ((await expectSame(random(text, sheets), 97)).length > 0) withColumns++;
      },
    ),
    runs(0.2),
  );
  expect(withColumns).toBeGreaterThan(runs(0.2).numRuns / 5);
});

/** Those that rest on nothing but a rubric and sheets, and that ask for nothing else. */
function goldenCases(): Given[] {
  return caseNames.flatMap((name) =>
    readCase(caseText(name)).steps.flatMap(({ command, files }): Given[] => {
      const [, rubric = "", given = ""] =
        /^score compute (\S+\.yaml)((?: \S+\.csv)+)(?: --quiet| --(?:format|out|lang) \S+)*$/.exec(command) ?? [];
      const [text, ...sheets] = [rubric, ...given.trim().split(" ")].map((path) => {
        const file = files.get(path);
        return file && "from" in file ? readFileSync(join(root, file.from)) : file;
      });
      if (!text || sheets.some((sheet) => !sheet)) return [];
      return [{ rubric: source(rubric, text.toString()), sheets: sheets as Uint8Array[] }];
    }),
  );
}

test("on the golden cases", async () => {
  let withColumns = 0;
  for (const given of goldenCases()) if ((await expectSame(given, 97)).length > 0) withColumns++;
  expect(withColumns).toBeGreaterThan(20);
}, 120_000);

/** The commands of the examples' pages that rest on sheets alone: files, patterns and folders. */
function examples(): Given[] {
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const pages = [...readTree(join(root, "examples"))].filter(([path]) => path.endsWith("README.md"));
  const command = /score compute (\S+\.yaml)((?: examples\/\S+)+)(?: --out \S+)?\s*(?:#.*)?$/gm;
  return pages.flatMap(([, page]) =>
    [...page.toString().matchAll(command)].map(([, rubric = "", given = ""]): Given => {
      const patterns = given.trim().split(" ");
      const names = patterns.map((path) => (path.endsWith(".csv") ? path : `${path}/*.csv`));
      return {
        rubric: source(join(root, rubric), read(rubric)),
        sheets: globSync(names, { cwd: root }).sort().map(read),
      };
    }),
  );
}

test("on the examples", async () => {
  expect(examples().length).toBeGreaterThan(10);
  for (const given of examples()) await expectSame(given, 97);
}, 120_000);

const twoAreas = readFileSync(join(root, "test/cases/shared/two-areas.yaml"), "utf8");

test("on texts that are longer than a block of bytes", async () => {
  const rows = [`1,${"Én ".repeat(100_000)}Én,2026-Q1,50,20`, `${"2".repeat(300_000)},An,2026-Q1,40,20`];
  expect(await expectSame(random(twoAreas, [`ma,ho_ten,period,A,B\n${rows.join("\n")}\n`]), 1 << 16)).not.toEqual([]);
});

test("on a second row of somebody with a number that has no room in a column", async () => {
  const rubric = twoAreas.replace(
    "max: 40 }",
    "max: 40, items: [{ id: B1, title: Muộn, count: { base: 40, each: -2, min: 0 } }] }",
  );
  const rows = ["1,Én,2026-Q1,50,3", "2,An,2026-Q1,40,1", "1,Én,2026-Q1,50,40000", "3,Ba,2026-Q1,30,70000"];
  await expectSame(random(rubric, [`ma,ho_ten,period,A,B1\n${rows.join("\n")}\n`]), 97);
});

test("on scores that have no room in the columns of a longer period", async () => {
  const rubric = `${twoAreas
    .replace("period: quarter", "period: month")
    .replaceAll(/max: (60|40)/g, "max: 10000000")
    .replace("max: 100,", "max: 20000000,")}
rollups:
  - { period: quarter, of: month, score: sum, missing: skip, total: { max: 100, clamp: true } }
  - { period: year, of: quarter, parts: [Q1], score: sum, missing: skip }
`;
  const rows = ["1,Én,10000000,2", "2,An,4,10000000", "3,Ba,3,4"].flatMap((row) =>
    ["01", "02", "03"].map((month) => `2026-${month},${row}`),
  );
  const kept = await expectSame(random(rubric, [`period,ma,ho_ten,A,B\n${rows.join("\n")}\n`]), 97);
  expect(kept).toEqual(["2026-01", "2026-02", "2026-03", "2026-Q1", "2026"]);
});

test("on more people than results and quotas are kept of, and quarters that begin alike", async () => {
  const rubric = `${twoAreas}
columns: { to: { type: text, required: true } }
quotas: [{ id: q, band: tot, share: 20%, of: [tot], basis: before, within: [to], round: down, ties: open, then: dat }]
ranking: { within: [to], by: [total] }
`;
  const rows = [20_001, 300, 300].flatMap((people, quarter) =>
    Array.from({ length: people }, (_, at) => {
      // The last quarter begins as the first does.
      const person = quarter > 0 && (quarter === 1 || at >= 150) ? 500 - at : at;
      const luck = Math.imul(person + 7, 2_654_435 + quarter) >>> 8;
      return `${person},Én ${person % 97},to ${luck % 40},2026-Q${quarter + 1},${luck % 61},${luck % 41}`;
    }),
  );
  expect(await expectSame(random(rubric, [`ma,ho_ten,to,period,A,B\n${rows.join("\n")}\n`]), 1 << 16)).not.toEqual([]);
}, 60_000);
