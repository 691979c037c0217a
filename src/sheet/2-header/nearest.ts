import { clean, fold, foldedWords } from "../../text/fold.ts";
import { suggest } from "../../text/suggest.ts";
import { isAboutElse } from "./framed-name.ts";
import { isRowNumberName } from "./row-number-name.ts";
import type { Target } from "./targets.ts";

/** The column that is offered for a missing one: for an item none that says that it holds something else, unless the item is called so itself. */
export function offered(target: Target, unknown: readonly string[]): string | undefined {
  const isPlain = target.kind === "cell" && !target.names.some(isAboutElse);
  const fitting = isPlain ? unknown.filter((name) => !isAboutElse(name)) : unknown;
  return nearest(target, fitting) ?? shortened(target, fitting);
}

/**
 * A column of the sheet that may be the missing one under another name: nearly the same, or with words before or behind it.
 * Ids of two letters are all near each other, and a short word begins many names: where something must be asked anyway, it is
 * enough that one column alone fits.
 */
export function nearest({ names, isCompared, required }: Target, unknown: readonly string[]): string | undefined {
  for (const name of names) {
    const found = fold(name).length > 2 ? suggest(name, unknown) : undefined;
    const near =
      found ?? (isCompared ? undefined : unknown.find((other) => isPartOf(name, other) || isPartOf(other, name)));
    if (near !== undefined) return near;
  }
  const [id = "", ...heads] = names;
  const known = heads.length > 0 ? heads : [id];
  const fitting = unknown.filter(
    (other) => !isRowNumberName(other) && known.some((name) => isPartOf(name, other, 1) || isPartOf(other, name, 1)),
  );
  return required && fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * The column whose name may be short for that of a missing one, the longest of several: `ĐĐLS`, `Đạo đức LS` or `Đ.đức` for `Đạo đức, lối sống`. A name for
 * numbers of the rows is such where another column has these.
 */
function shortened({ names, required }: Target, unknown: readonly string[]): string | undefined {
  const isNumbered = unknown.filter(isRowNumberName).length > 1;
  const fitting = unknown.filter(
    (other) => (isNumbered || !isRowNumberName(other)) && names.some((name) => isShortFor(other, name)),
  );
  const [longest, other] = fitting.toSorted((a, b) => b.length - a.length);
  return required && longest?.length !== other?.length ? longest : undefined;
}

/** Is it made of the beginnings of the words of a name, two of them at least? */
function isShortFor(short: string, name: string): boolean {
  const letters = foldedWords(short).join("");
  let ends: readonly number[] = [0];
  for (const [at, word] of foldedWords(name).slice(0, mostWords).entries()) {
    const next = new Set<number>();
    for (const end of ends)
      for (let length = 1; length <= word.length && letters.startsWith(word.slice(0, length), end); length++)
        next.add(end + length);
    if (at > 0 && next.has(letters.length)) return true;
    ends = [...next];
  }
  return false;
}

const mostWords = 20;

/** A column that may as well be what another one was taken for by a part of its name. */
export function rivalOf(target: Target, unknown: readonly string[]): string | undefined {
  const others = unknown.filter((name) => !isAboutElse(name));
  const id = fold(target.names[0] ?? "");
  return nearest(target, others) ?? others.find((name) => foldedWords(name).includes(id));
}

/** Do all words of a name, together no short one, stand in the other? Accents may be left out. */
const isPartOf = (name: string, other: string, short = 5): boolean =>
  fold(name).length > short && inWords(other).includes(inWords(name));

/** `Kỷ` and `kỉ` are one word. */
const inWords = (text: string): string =>
  ` ${clean(text)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => fold(word).replace(/(?<=[b-df-hj-np-tv-z])y$/, "i"))
    .filter(Boolean)
    .join(" ")} `;
