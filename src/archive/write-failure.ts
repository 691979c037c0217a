import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { SystemError } from "./disk.ts";
import { isSystemError } from "./disk.ts";
import { HalfSwapped } from "./swap.ts";

const reasons: ReadonlyMap<string, Bilingual> = new Map([
  ["ENOSPC", phrase("the disk is full")],
  ["EDQUOT", phrase("the disk quota is used up")],
  ["EFBIG", phrase("the file is too large for this disk")],
  ["EACCES", phrase("permission denied")],
  ["EPERM", phrase("not permitted, or open in another program")],
  ["EBUSY", phrase("open in another program")],
  ["EROFS", phrase("the disk is read-only")],
  ["EISDIR", phrase("a folder stands in its place")],
  ["ENOTDIR", phrase("a file stands where a folder is needed")],
  ["EEXIST", phrase("a file stands where a folder is needed")],
  ["ENAMETOOLONG", phrase("the name is too long")],
  ["EMFILE", phrase("too many open files")],
  ["EIO", phrase("the disk reports an error")],
]);

/** Why the system refused, in words where it is a common reason. */
const reasonOf = ({ code }: SystemError): Bilingual => reasons.get(code) ?? { en: code, vi: code };

/** Tells why results could not be written. @throws what is no failure of the system: a bug of ours. */
export function reportFailure(error: unknown, directory: string, diagnostics: Diagnostics): void {
  if (error instanceof HalfSwapped) diagnostics.report("C206", { directory, reason: reasonOf(error.reason) });
  else if (isSystemError(error)) diagnostics.report("C204", { directory, reason: reasonOf(error) });
  else throw error;
}
