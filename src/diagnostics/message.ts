import type { Bilingual, Language } from "../text/bilingual.ts";
import { catalogue } from "./catalogue/index.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import type { Entry } from "./entry.ts";
import { shorten, visible } from "./visible.ts";

/** What went wrong, in one line: what was found, what was expected. */
export const messageOf = (diagnostic: Diagnostic, language: Language): string =>
  fill(entryOf(diagnostic).message[language], diagnostic.parameters, language);

/** What to do about it; undefined where the catalogue has no advice. */
export function hintOf(diagnostic: Diagnostic, language: Language): string | undefined {
  const { hint } = entryOf(diagnostic);
  return hint && (fill(hint[language], diagnostic.parameters, language) || undefined);
}

export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  error: { en: "error", vi: "lỗi" },
  warning: { en: "warning", vi: "cảnh báo" },
  note: { en: "note", vi: "lưu ý" },
};

const longestParameter = 200;

/** `{name}`, or `{count|cell|cells}`: a word that depends on a count. */
const holes = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/**
 * A template with its holes filled. Parameters come from untrusted files: they are printed in one line, shortened, without control
 * characters. A hole without a parameter stays as it is, so that it is seen.
 */
export function fill(template: string, parameters: Diagnostic["parameters"], language: Language): string {
  const filled = template.replace(holes, (hole, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) return hole;
    if (one !== undefined && many !== undefined) return String(value) === "1" ? one : many;
    if (typeof value === "number") return String(value);
    // A suggestion in two languages is text of ours, around a name that is not.
    return typeof value === "string" ? printable(value, longestParameter) : printable(value[language], 2000);
  });
  return filled.trim();
}

/** Untrusted text as one safe line. */
export const printable = (text: string, length: number): string => visible(shorten(text, length).replaceAll("\t", " "));

function entryOf(diagnostic: Diagnostic): Entry {
  return catalogue[diagnostic.code];
}

/** Holes as people write them: `{name}` is `‹name›`, and words for a count are in the plural. Those that only hold a suggestion say nothing here. */
export const openHoles = (template: string): string =>
  template
    .replace(/\{suggestion\}/g, "")
    .replace(holes, (_, name: string, _one?: string, many?: string) => many ?? `‹${name}›`)
    .trim();
