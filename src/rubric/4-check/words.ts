export { suggestion as didYouMean } from "../../expression/words.ts";

/** `a`, `b`, `c`: the choices that a rubric's author has. */
export const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(", ");
