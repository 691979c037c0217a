import { fold, spelling, withoutAccents } from "./fold.ts";

/**
 * The candidate that a person most likely meant by `word`, or undefined when none is near. Case and accents left out cost
 * nothing; a word that only has other accents is another one.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word).slice(0, 60);
  // One letter in place of another is no mistake that people make when the word has no other letters.
  const limit = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (hasOtherAccents(word, candidate)) continue;
    const distance = editDistance(wanted, fold(candidate).slice(0, 60));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Do only accents tell them apart, and neither has just some of the other's: `Vắng` and `Vàng`? */
function hasOtherAccents(one: string, other: string): boolean {
  const [a, b] = [spelling(one), spelling(other)];
  if (a === b || withoutAccents(a) !== withoutAccents(b)) return false;
  const [accents, others] = [accentsIn(a), accentsIn(b)];
  return accents.some((own, at) => {
    const foreign = others[at] ?? "";
    return ![...own].every((mark) => foreign.includes(mark)) && ![...foreign].every((mark) => own.includes(mark));
  });
}

/** The accents of each letter. */
const accentsIn = (spelled: string): readonly string[] =>
  (spelled.match(/\P{Mn}\p{Mn}*/gu) ?? []).map((letter) => letter.replace(/\P{Mn}/gu, ""));

/** Insertions, deletions, replacements and swaps of neighbours between two texts (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (twoBack[j - 2] as number) + 1);
      row.push(cost);
    }
    [twoBack, previous] = [previous, row];
  }
  return previous[b.length] as number;
}
