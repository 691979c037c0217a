import type { Language } from "../text/bilingual.ts";

/** The language of messages: what the flag says, else that of the locale, which POSIX reads in this order. */
export function languageOf(flag: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const wanted = flag ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || "");
  return /^vi\b|^vi_/i.test(wanted) ? "vi" : "en";
}
