import { hasPostgres } from "../support/engines/installed.ts";
import { startPostgres } from "../support/engines/postgres.ts";
import { conforms, randomRubrics } from "./conformance/conforms.ts";

conforms("postgres", { isThere: hasPostgres, start: startPostgres, random: randomRubrics(30) });
