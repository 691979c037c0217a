/** A word of a command line as shells take it for one. */
export function shellWord(word: string): string {
  if (!/[\s"'`$&|;<>()*?!#]/.test(word)) return word;
  return /["`$!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
