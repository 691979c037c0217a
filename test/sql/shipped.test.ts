// The shipped rubrics are SQL.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { readWrittenRubric } from "../../src/inputs/read-rubric.ts";
import { createLibraries } from "../../src/inputs/rubric-library.ts";
import { compileRubric } from "../../src/rubric/compile.ts";
import { dialectOf } from "../../src/sql/dialect.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { root } from "../support/files.ts";

test("shipped rubrics are written as SQL", async () => {
  const found: Record<string, readonly string[]> = {};
  const stdin = { async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {} };
  const io = { stdin, env: {} } as unknown as Parameters<typeof readWrittenRubric>[1];
  let written = 0;
  for (const name of readdirSync(join(root, "rubrics")).filter((each) => each.endsWith(".yaml"))) {
    const file = join(root, "rubrics", name);
    const diagnostics = createDiagnostics();
    const source = await readWrittenRubric(file, io, diagnostics);
    const plan = source && compileRubric(source, diagnostics, { library: createLibraries()(file) });
    // An abstract one is computed with those that extend it.
    if (!plan || diagnostics.hasErrors) continue;
    const sql = writeSql(plan, dialectOf("duckdb"), { table: "sheet", names: new Map() }, "query");
    if ("sql" in sql) written++;
    else found[name] = sql.outside.map(({ construct, reason }) => `${construct}: ${reason.en}`);
  }
  expect(found).toEqual({});
  expect(written).toBeGreaterThan(25);
});
