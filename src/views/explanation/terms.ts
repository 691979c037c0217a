/** Numbers in words as a sum: one below zero is taken away. */
export const added = ([first = "", ...others]: readonly string[]): string =>
  others.reduce((sum, term) => (term.startsWith("-") ? `${sum} - ${term.slice(1)}` : `${sum} + ${term}`), first);
