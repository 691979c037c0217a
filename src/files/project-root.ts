import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The file that marks the root of a project; it may hold defaults of flags. */
export const configName = "score.config.yaml";

/** The nearest folder that is marked as the root of a project, upwards from this one. */
export function projectRoot(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, configName))) return at;
    if (dirname(at) === at) return undefined;
  }
}
