// Rows that are kept as columns, in batches of any size, give what each row gives by itself: the same bytes and diagnostics.
import fc from "fast-check";
import { expect, test } from "vitest";
import { resultFiles } from "../../src/archive/result-set.ts";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { findings } from "../../src/diagnostics/findings.ts";
import type { Inputs } from "../../src/pipeline.ts";
import { compute } from "../../src/pipeline.ts";
import { source } from "../../src/text/source.ts";
import { compile } from "../reference/compile.ts";
import { csvText } from "../reference/csv.ts";
import { drawn } from "../reference/generate/draw.ts";
import { plainCase } from "../reference/generate/plain.ts";
import { rubricText } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { runs } from "../reference/runs.ts";

/** All that a computation says and writes; rows that have an error are left out as with `--keep-going`. */
async function outcome(rubric: string, sheets: readonly string[], rowsAtOnce: number, cut = 1 << 20) {
  const diagnostics = createDiagnostics();
  const inputs: Inputs = {
    rubric: source("rubric.yaml", rubric),
    sheets: sheets.map((text, index) => ({
      name: `${index + 1}.csv`,
      async *open() {
        const bytes = Buffer.from(text);
        for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
      },
    })),
    rowsAtOnce,
  };
  const computed = await compute(inputs, diagnostics);
  const { list, more } = findings(diagnostics);
  const told = { list, more: [...more], notes: computed?.notes };
  if (!computed || diagnostics.stopsEverything) return { told, usesColumns: false };
  const { plan, report } = computed;
  const files = [false, true].flatMap((excel) => {
    const set = {
      computed,
      basis: {} as never,
      flags: excel ? { excel } : {},
      view: { report, selection: {} },
    } as const;
    return [...resultFiles(set)].flatMap(({ name, lines, blocks }) => {
      const text = [...lines].join("");
      // A block is overwritten by the next one.
      const copied = blocks && Buffer.concat(Array.from(blocks, (block) => Buffer.from(block))).toString();
      return [`${name}\n${text}`, ...(copied === undefined ? [] : [`${name}\n${copied}`])];
    });
  });
  const usesColumns = report.periods.some(({ results }) => results.columns !== undefined);
  return { told, files: [...new Set(files)], counts: plan.columns.length, usesColumns };
}

const without = ({ usesColumns: _, ...rest }: Awaited<ReturnType<typeof outcome>>) => rest;

async function expectSame(rubric: string, sheets: readonly string[], cut: number): Promise<boolean> {
  const single = await outcome(rubric, sheets, 0);
  expect(single.usesColumns).toBe(false);
  const whole = await outcome(rubric, sheets, 4096);
  expect(without(whole)).toEqual(without(single));
  expect(without(await outcome(rubric, sheets, 1, cut))).toEqual(without(single));
  return whole.usesColumns;
}

test("on plain rubrics and the sheets of people", async () => {
  let withColumns = 0;
  await fc.assert(
    fc.asyncProperty(drawn(plainCase), fc.integer({ min: 20, max: 400 }), async ({ rubric, sheets }, cut) => {
      if (await expectSame(rubric, sheets, cut)) withColumns++;
    }),
    runs(1),
  );
  expect(withColumns).toBeGreaterThan(runs(1).numRuns / 8);
});

test("on any rubric and sound sheets", async () => {
  await fc.assert(
    fc.asyncProperty(
      drawn(rubricText),
      drawn((draw) => draw),
      async (text, draw) => {
        const { rubric } = compile(text);
        const rows = sheetFor(draw, rubric);
        await expectSame(text, rows.length === 0 ? [] : [csvText(draw, rubric, rows)], 97);
      },
    ),
    runs(0.2),
  );
});
