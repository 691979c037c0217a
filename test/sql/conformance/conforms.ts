// A rubric as SQL gives in an engine the very bytes that the program writes.
import { afterAll, beforeAll, describe } from "vitest";
import type { DialectName } from "../../../src/sql/dialect.ts";
import { dialectOf } from "../../../src/sql/dialect.ts";
import { writeSql } from "../../../src/sql/sql.ts";
import { runs } from "../../reference/runs.ts";
import type { Engine } from "../../support/engines/engine.ts";
import { tablesAndDecisions } from "./beside.ts";
import { earlierResults } from "./earlier.ts";
import { goldenCases } from "./golden.ts";
import { randomOnes } from "./random.ts";
import { sheetsOfAnyLayout } from "./sheets.ts";
import type { Trial } from "./trial.ts";
import { patience } from "./trial.ts";

/**
 * So many random rubrics of each kind are tried, in a deep search more, or as many as `SCORE_SQL_RUNS` says: in a slow engine those are
 * all kinds together.
 */
function randomRubrics(usual: number, isSlow: boolean): number {
  const asked = process.env.SCORE_SQL_RUNS;
  if (asked !== undefined) return Math.ceil(Number(asked) / (isSlow ? kinds : 1));
  return Math.min(runs(usual / 100).numRuns, isSlow ? 30 : 1000);
}

/** Five that are tried so many times, and four a third as often. */
const kinds = 6;

interface Conforming extends Pick<Trial, "random">, Partial<Pick<Trial, "isSlow" | "golden" | "longer" | "longest">> {
  readonly isThere: boolean;
  readonly start: () => Promise<Engine>;
  /**
   * Statements after which a session takes less time for a query of a few rows. The many queries of random and golden ones run
   * after them, the others as the engine comes.
   */
  readonly quick?: readonly string[];
  /** Tests of this engine alone, which share it. */
  readonly more?: (engine: Engine) => void;
}

export function conforms(
  name: DialectName,
  {
    isThere,
    start,
    random: usual,
    isSlow = false,
    golden = Infinity,
    longer = Infinity,
    longest = Infinity,
    quick = [],
    more,
  }: Conforming,
): void {
  describe.skipIf(!isThere)(name, () => {
    let started: Engine;
    beforeAll(async () => {
      started = await start();
    }, patience);
    afterAll(() => started?.stop(), patience);
    const engine: Engine = {
      load: (...given) => started.load(...given),
      run: (statement) => started.run(statement),
      stop: () => started.stop(),
    };
    const sqlOf: Trial["sqlOf"] = (plan, form, sheet, of) => {
      const written = writeSql(plan, dialectOf(name), { table: "sheet", names: new Map(), ...sheet }, form, of);
      if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
      return written.sql;
    };
    const random = randomRubrics(usual, isSlow);
    const trial: Trial = { name, engine, random, isSlow, golden, longer, longest, sqlOf };
    more?.(engine);
    earlierResults(trial);
    sheetsOfAnyLayout(trial);
    tablesAndDecisions(trial);
    describe("many", () => {
      beforeAll(async () => {
        for (const statement of quick) await started.run(statement);
      }, patience);
      randomOnes(trial);
      goldenCases(trial);
    });
  });
}
