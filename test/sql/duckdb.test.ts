import { startDuckdb } from "../support/engines/duckdb.ts";
import { conforms, randomRubrics } from "./conformance/conforms.ts";

conforms("duckdb", { isThere: true, start: startDuckdb, random: randomRubrics(50) });
