import type { Bilingual, Language } from "../text/bilingual.ts";
import { catalogue } from "./catalogue.generated.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { fill } from "./template.ts";

/** What went wrong, in one line: what was found, what was expected. */
export const messageOf = ({ code, parameters }: Diagnostic, language: Language): string =>
  fill(catalogue[code].message[language], parameters, language);

/** What to do about it; undefined where the catalogue has no advice. */
export function hintOf({ code, parameters }: Diagnostic, language: Language): string | undefined {
  const { hint } = catalogue[code];
  return hint && (fill(hint[language], parameters, language) || undefined);
}

export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  error: { en: "error", vi: "lỗi" },
  warning: { en: "warning", vi: "cảnh báo" },
  note: { en: "note", vi: "lưu ý" },
};
