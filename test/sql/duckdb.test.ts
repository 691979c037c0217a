import { runs } from "../reference/runs.ts";
import { startDuckdb } from "../support/engines/duckdb.ts";
import { conforms, randomRubrics } from "./conformance.ts";

conforms("duckdb", { isThere: true, start: startDuckdb, random: randomRubrics(runs(0.5).numRuns) });
