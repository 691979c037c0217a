import { startDuckdb } from "../support/engines/duckdb.ts";
import { conforms } from "./conformance/conforms.ts";

conforms("duckdb", { isThere: true, start: startDuckdb, random: 50 });
