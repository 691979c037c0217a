import { longestTitle, lookAlike, withoutAccents } from "../../text/fold.ts";

/** The names of a column, with and without accents, as {@link behindName} compares them. */
export function ownNames(names: readonly string[]): ReadonlySet<string> {
  const own = names.map(lookAlike);
  return new Set([...own, ...own.map(withoutAccents)]);
}

/** What a value says behind the name of its column, which adds nothing there: `10A1` of `Lớp 10A1` and `LỚP: 10A1`; else the value. */
export function behindName(text: string, names: ReadonlySet<string>): string {
  for (const { 0: gap, index } of text.slice(0, longestTitle).matchAll(/[ :]+/g)) {
    const value = text.slice(index + gap.length);
    if (value !== "" && names.has(lookAlike(text.slice(0, index)))) return value;
  }
  return text;
}
