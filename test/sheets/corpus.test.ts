// Every file of a folder of the corpus was made by another program from the same table, and reads as that table.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { keyParts } from "../../src/model/keys.ts";
import { formatDecimal } from "../../src/number/decimal.ts";
import { divide } from "../../src/number/exact.ts";
import type { Days } from "../../src/period/date.ts";
import { formatDate } from "../../src/period/date.ts";
import { planOf } from "../../src/pipeline.ts";
import { source } from "../../src/text/source.ts";
import { root } from "../support/files.ts";
import { readAll } from "../support/sheet.ts";

const corpus = join(root, "test/sheets/corpus");
const folders = readdirSync(corpus);
const rubric = source("rubric.yaml", readFileSync(join(root, "test/sheets/rubric.yaml"), "utf8"));

/** The rows that a file gives, in its order, and what is wrong in it. */
async function readingOf(path: string): Promise<string> {
  const plan = await planOf(rubric, createDiagnostics());
  if (!plan) throw new Error("the rubric of the corpus has mistakes");
  const { rows, errors } = await readAll(plan, { [path]: readFileSync(join(corpus, path)) });
  const lines = rows.map(({ period, key, columns: [, name, unit, joined, isLeader], cells: [points, percent] }) => {
    const texts = [keyParts(key).join("/"), name, unit, formatDate(joined as Days), isLeader];
    const scores = [points, percent].map((cell, at) =>
      typeof cell === "string" ? cell : formatDecimal(divide(cell ?? 0, at === 0 ? plan.scale : 1)),
    );
    return [period, ...texts, ...scores].join(" | ");
  });
  return `${[...lines, ...errors].join("\n")}\n`;
}

test("there are files of many programs", () => {
  expect(folders.flatMap((folder) => readdirSync(join(corpus, folder))).length).toBeGreaterThanOrEqual(60);
});

describe.each(folders)("%s", (folder) => {
  test.each(readdirSync(join(corpus, folder)))("%s", async (file) => {
    const expected = readFileSync(join(root, "test/sheets/expected", `${folder}.txt`), "utf8");
    expect(await readingOf(`${folder}/${file}`)).toBe(expected);
  });
});
