import type { Language } from "../text/bilingual.ts";
import { printable } from "../text/visible.ts";
import type { Filling } from "./entry.ts";

const longestParameter = 200;

/** `{name}`, or `{count|cell|cells}`: a word that depends on a count. */
const holes = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/** The names of the parameters that a template asks for. */
export const holesOf = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(holes)].map(([, name = ""]) => name)),
];

/**
 * A template with its holes filled. Parameters come from untrusted files: they are printed in one line, shortened, without control
 * characters. A hole without a parameter stays as it is, so that it is seen.
 */
export function fill(template: string, parameters: Readonly<Record<string, Filling>>, language: Language): string {
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

/** Holes as people write them: `{name}` is `‹name›`, and words for a count are in the plural. Those that only hold a suggestion say nothing here. */
export const openHoles = (template: string): string =>
  template
    .replace(/\{suggestion\}/g, "")
    .replace(holes, (_, name: string, _one?: string, many?: string) => many ?? `‹${name}›`)
    .trim();
