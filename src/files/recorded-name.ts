import { posix } from "node:path";

/**
 * A file name as a receipt may hold it: relative, with `/`. Of an absolute path, or one that leaves the current folder,
 * only the last part stays: the rest says something of a machine and nothing of the file.
 */
export function recordedName(name: string): string {
  const path = posix.normalize(name.replaceAll("\\", "/"));
  const leaves = path.startsWith("/") || path.startsWith("../") || /^[A-Za-z]:/.test(path);
  return leaves ? posix.basename(path) : path;
}
