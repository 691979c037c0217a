import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { SystemError } from "./disk.ts";
import { isSystemError } from "./disk.ts";
import { HalfSwapped } from "./swap.ts";

const reasons: ReadonlyMap<string, Bilingual> = new Map([
  ["ENOSPC", { en: "the disk is full", vi: "đĩa đã đầy" }],
  ["EDQUOT", { en: "the disk quota is used up", vi: "đã hết dung lượng được cấp trên đĩa" }],
  ["EFBIG", { en: "the file is too large for this disk", vi: "tệp quá lớn đối với đĩa này" }],
  ["EACCES", { en: "permission denied", vi: "không có quyền ghi" }],
  [
    "EPERM",
    { en: "not permitted, or open in another program", vi: "không được phép, hoặc đang mở trong chương trình khác" },
  ],
  ["EBUSY", { en: "open in another program", vi: "đang mở trong chương trình khác" }],
  ["EROFS", { en: "the disk is read-only", vi: "đĩa chỉ cho phép đọc" }],
  ["EISDIR", { en: "a folder stands in its place", vi: "chỗ đó đang có một thư mục" }],
  ["ENOTDIR", { en: "a file stands where a folder is needed", vi: "chỗ cần thư mục đang có một tệp" }],
  ["EEXIST", { en: "a file stands where a folder is needed", vi: "chỗ cần thư mục đang có một tệp" }],
  ["ENAMETOOLONG", { en: "the name is too long", vi: "tên quá dài" }],
  ["EMFILE", { en: "too many open files", vi: "có quá nhiều tệp đang mở" }],
  ["EIO", { en: "the disk reports an error", vi: "đĩa báo lỗi" }],
]);

/** Why the system refused, in words where it is a common reason. */
const reasonOf = ({ code }: SystemError): Bilingual => reasons.get(code) ?? { en: code, vi: code };

/** Tells why results could not be written. @throws what is no failure of the system: a bug of ours. */
export function reportFailure(error: unknown, directory: string, diagnostics: Diagnostics): void {
  if (error instanceof HalfSwapped) diagnostics.report("C206", { directory, reason: reasonOf(error.reason) });
  else if (isSystemError(error)) diagnostics.report("C204", { directory, reason: reasonOf(error) });
  else throw error;
}
