import * as fs from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { reasonOf } from "../files/files.ts";
import { attempt, ifThere, isSystemError } from "./disk.ts";

/** Whether a map is not published together with the results that it is to keep apart from their people; else it is reported. */
export function isMapOutside(file: string, directory: string, diagnostics: Diagnostics): boolean {
  const target = ifThere(() => fs.realpathSync(directory)) ?? resolve(directory);
  const path = join(realFolder(file), basename(file));
  const way = relative(target, path);
  const isInside = way !== ".." && !way.startsWith(`..${sep}`) && !way.startsWith(sep) && !/^[A-Za-z]:/.test(way);
  if (isInside) diagnostics.report("C170", { file, directory });
  return !isInside;
}

/** The folder of a file, whose name may be a link. */
function realFolder(file: string): string {
  const real = ifThere(() => fs.realpathSync(file)) ?? resolve(file);
  return ifThere(() => fs.realpathSync(dirname(real))) ?? dirname(real);
}

/**
 * Writes a map that only its owner may read, whole or not at all. The draft beside it also keeps a second run out, which
 * would give other people the same codes.
 * @param before what stood in the file when it was read; undefined for a new one
 * @returns whether it is written; if not, a diagnostic says why
 */
export function saveCodeMap(file: string, text: string, before: string | undefined, diagnostics: Diagnostics): boolean {
  const target = ifThere(() => fs.realpathSync(file)) ?? file;
  const draft = `${target}.score-draft`;
  let made = false;
  try {
    const handle = fs.openSync(draft, "wx", 0o600);
    made = true;
    try {
      fs.writeFileSync(handle, text);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    if (ifThere(() => fs.readFileSync(target, "utf8")) === before) {
      fs.renameSync(draft, target);
      return true;
    }
    diagnostics.report("C172", { file, draft });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (!made && error.code === "EEXIST") diagnostics.report("C172", { file, draft });
    else diagnostics.report("C173", { file, reason: reasonOf(error.code) });
  }
  if (made) attempt(() => fs.unlinkSync(draft));
  return false;
}
