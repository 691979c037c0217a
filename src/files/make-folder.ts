import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { kindOf } from "./files.ts";

/**
 * Makes a folder with those above it, where it is not there. Node's own `recursive` does not do: on a read-only disk it says that the
 * folder does not exist, which is why it was to be made, and where the system says so of one in a folder that is there (below `/proc`, in
 * a current folder that was removed) it goes round for ever.
 *
 * @throws with the code of the system that tells why it cannot be
 */
export function makeFolder(folder: string, mkdir: typeof mkdirSync = mkdirSync, mode?: number): void {
  const make = (): void => {
    try {
      mkdir(folder, mode);
    } catch (error) {
      if (kindOf(folder) !== "folder") throw error;
    }
  };
  try {
    make();
  } catch (error) {
    const above = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || above === folder) throw error;
    makeFolder(above, mkdir, mode);
    make();
  }
}
