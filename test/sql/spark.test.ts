import { expect, test } from "vitest";
import { dialectOf } from "../../src/sql/dialect.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { compile } from "../reference/compile.ts";
import type { Engine } from "../support/engines/engine.ts";
import { hasSpark } from "../support/engines/installed.ts";
import { startSpark } from "../support/engines/spark.ts";
import { conforms } from "./conformance/conforms.ts";
import { patience } from "./conformance/trial.ts";

const rubric = (within: string): string => `schema: 1
id: nho
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma, name: ten }
columns:
  chi_bo: { type: text, required: true }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 50 }, { id: kem, title: Kém }]
quotas: [{ id: mot, band: tot, share: 20%, of: rated, basis: before, round: down, within: ${within}, ties: out, then: kem }]
ranking: { within: ${within}, by: [total], number: standard }
`;

/** How Spark works a query out. */
async function planOf(engine: Engine, text: string): Promise<string> {
  const { plan } = compile(text);
  const written = writeSql(plan, dialectOf("spark"), { table: "sheet", names: new Map() }, "query");
  if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
  const [[explained] = []] = await engine.run(`EXPLAIN ${written.sql}`);
  return explained ?? "";
}

/** By which columns rows are brought together, in the order of a plan; the different texts of a column, which may look alike, are no rows. */
function shufflesIn(plan: string): readonly string[] {
  const found = [...plan.matchAll(/Exchange hashpartitioning\(([^)]*)\)/g)];
  const shuffles = found.map(([, columns = ""]) => columns.replace(/#\d+/g, "").replace(/, \d+$/, ""));
  return shuffles.filter((columns) => !/^(alike|text)$/.test(columns));
}

/** A stage is written into the next while it is parsed, and nothing is compiled, spread or planned anew for a few rows. */
const quick = {
  "spark.sql.legacy.ctePrecedencePolicy": "LEGACY",
  "spark.sql.lightweightPlanChangeValidation": false,
  "spark.sql.adaptive.enabled": false,
  "spark.sql.codegen.wholeStage": false,
  "spark.sql.codegen.factoryMode": "NO_CODEGEN",
  "spark.sql.shuffle.partitions": 1,
};

conforms("spark", {
  isThere: hasSpark,
  start: startSpark,
  random: 4,
  isSlow: true,
  golden: 12,
  longer: 4,
  longest: 60_000,
  quick: Object.entries(quick).map(([name, value]) => `SET ${name}=${value}`),
  more(engine) {
    test(
      "a quota and ranks within units bring the rows of a unit together, once",
      async () => {
        await engine.load("sheet", [
          ["ma", "ten", "chi_bo", "period", "A"],
          ["1", "An", "c1", "2026-Q1", "80"],
        ]);
        const keys = "period, x_ma";
        const within = await planOf(engine, rubric("[chi_bo]"));
        expect(shufflesIn(within)).toEqual(["period, c_chi_bo", keys]);
        // A cell is understood once for the results, and once for their check.
        expect(within.split("[0-9]{1,7}")).toHaveLength(3);
        // Over everybody, those of a period.
        expect(shufflesIn(await planOf(engine, rubric("[]")))).toEqual(["period", keys]);
      },
      patience,
    );
  },
});
