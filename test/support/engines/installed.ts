import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Tests that want an engine are skipped where it is not installed; under REQUIRE_ALL=1 they run, and fail, all the same. */
const isWanted = (path: string): boolean => process.env.REQUIRE_ALL === "1" || existsSync(path);

/** Where `.ci/run` puts the engines that no package of Debian or npm brings; a second run finds them there. */
const folder =
  process.env.SCORE_ENGINES ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "score-engines");

/** The Python that has pyspark. */
export const python = join(folder, "python/bin/python");
export const hasSpark = isWanted(python);

/** The jars of a Trino server in `lib`, its connectors in `plugin`. */
export const trino = join(folder, "trino");
export const hasTrino = isWanted(trino);

/** Where Debian puts the programs of PostgreSQL's server, a folder for each version. */
const versions = "/usr/lib/postgresql";
export const postgres = existsSync(versions)
  ? join(versions, readdirSync(versions).sort().at(-1) ?? "", "bin")
  : versions;
export const hasPostgres = isWanted(join(postgres, "initdb"));
