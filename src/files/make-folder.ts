import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a folder with those above it, where it is not there. @throws with the code of the system that tells why it cannot be. */
export function makeFolder(folder: string, mkdir: typeof mkdirSync = mkdirSync): void {
  try {
    mkdir(folder, { recursive: true });
  } catch (error) {
    // On a read-only disk Node says that the folder does not exist, which is why it was to be made.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") mkdir(firstMissing(folder));
    throw error;
  }
}

function firstMissing(folder: string): string {
  const above = dirname(folder);
  return above === folder || existsSync(above) ? folder : firstMissing(above);
}
