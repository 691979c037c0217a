import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { reasonOf } from "../files/files.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { SystemError } from "./disk.ts";
import { isSystemError } from "./disk.ts";
import { HalfSwapped } from "./swap.ts";

/** What a code means where something is written, besides what it means of any file. */
const reasons: ReadonlyMap<string, Bilingual> = new Map([
  ["EDQUOT", phrase("the disk quota is used up")],
  ["EFBIG", phrase("the file is too large for this disk")],
  ["EPERM", phrase("not permitted, or open in another program")],
  ["EBUSY", phrase("open in another program")],
  ["EISDIR", phrase("a folder stands in its place")],
  ["ENOTDIR", phrase("a file stands where a folder is needed")],
  ["EEXIST", phrase("a file stands where a folder is needed")],
  ["EIO", phrase("the disk reports an error")],
]);

const whyNot = ({ code }: SystemError): Bilingual => reasons.get(code) ?? reasonOf(code);

/** Tells why results could not be written. @throws what is no failure of the system: a bug of ours. */
export function reportFailure(error: unknown, directory: string, diagnostics: Diagnostics): void {
  if (error instanceof HalfSwapped) diagnostics.report("C206", { directory, reason: whyNot(error.reason) });
  else if (isSystemError(error)) diagnostics.report("C204", { directory, reason: whyNot(error) });
  else throw error;
}
