import type { Bilingual, Language } from "./bilingual.ts";
import { printable } from "./visible.ts";

/** What fills a hole of a text: text that is the same in every language, or in both, or several of them. */
export type Filling = string | number | Bilingual | readonly (string | Bilingual)[];
export type Fillings = Readonly<Record<string, Filling | undefined>>;

/** `{name}`; `{count|cell|cells}`, a word that depends on a count; `{names|or}`, a list and the word before its last. */
const holes = /\{(\w+)(?:\|([^|}]*)(?:\|([^|}]*))?)?\}/g;

/** `[ of {period}]`: what is left out where one of its holes has no parameter; brackets around no hole are brackets. */
const optionalParts = /\[([^[\]]*\{\w+[|}][^[\]]*)\]/g;

/** The names of the parameters that a template asks for, each with whether it can do without. */
export function holesOf(template: string): ReadonlyMap<string, { readonly isOptional: boolean }> {
  const needed = namesIn(template.replace(optionalParts, ""));
  return new Map(namesIn(template).map((name) => [name, { isOptional: !needed.includes(name) }]));
}

const namesIn = (template: string): readonly string[] => [...template.matchAll(holes)].map(([, name = ""]) => name);

/**
 * A template with its holes filled. Parameters come from untrusted files: they are printed in one line, shortened, without control
 * characters, unless `show` says otherwise. A hole without a parameter stays as it is, so that it is seen.
 */
export function fill(template: string, parameters: Fillings, language: Language, show = printable): string {
  const given = (name: string): Filling | undefined => (Object.hasOwn(parameters, name) ? parameters[name] : undefined);
  const whole = template.replace(optionalParts, (_, part: string) =>
    namesIn(part).every((name) => given(name) !== undefined) ? part : "",
  );
  return whole.replace(holes, (hole, name: string, word?: string, many?: string) => {
    const value = given(name);
    if (value === undefined) return hole;
    if (word !== undefined && many !== undefined) return print(value, "en", undefined, show) === "1" ? word : many;
    return print(value, language, word, show);
  });
}

const longestParameter = 200;
/** Text of ours, around names that are not. */
const longestText = 2000;

function print(value: Filling, language: Language, lastWord: string | undefined, show: typeof printable): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return show(value, longestParameter);
  if ("en" in value) return show(value[language], longestText);
  const texts = value.map((each) => (typeof each === "string" ? each : each[language]));
  const [head, last] = [texts.slice(0, -1).join(", "), texts.at(-1) ?? ""];
  const between = lastWord === undefined ? ", " : ` ${lastWord} `;
  return show(texts.length > 1 ? head + between + last : last, longestText);
}

/** Holes as people write them: `{name}` is `‹name›`, and words for a count are in the plural. What may be left out is left out. */
export const openHoles = (template: string, called = (name: string): string => name): string =>
  template
    .replace(optionalParts, "")
    .replace(holes, (_, name: string, _word?: string, many?: string) => many ?? `‹${called(name)}›`)
    .trim();
