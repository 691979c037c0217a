import { startDuckdb } from "../support/engines/duckdb.ts";
import { runs } from "../reference/runs.ts";
import { conforms } from "./conformance.ts";

conforms("duckdb", { isThere: true, start: startDuckdb, random: runs(0.5).numRuns });
