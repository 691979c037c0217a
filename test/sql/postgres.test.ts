import { hasPostgres } from "../support/engines/installed.ts";
import { startPostgres } from "../support/engines/postgres.ts";
import { conforms } from "./conformance/conforms.ts";

conforms("postgres", { isThere: hasPostgres, start: startPostgres, random: 30 });
