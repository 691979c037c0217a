import { spawnSync } from "node:child_process";

/** Whether a program is installed; under REQUIRE_ALL=1 tests that want it run, and fail, all the same. */
const isThere = (command: string): boolean =>
  process.env.REQUIRE_ALL === "1" || spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;

/** Why tests that want a program are skipped; undefined where they run. */
export const whyNot = (command: string): string | undefined =>
  isThere(command) ? undefined : `${command} is not installed`;
