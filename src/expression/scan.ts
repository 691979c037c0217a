/** What the package's parser is given in place of an expression, and what it does not count. */
interface Scanned {
  /** As long as the text itself, so that all positions stay. */
  readonly text: string;
  /** The most signs `!` and `-` in a row. */
  readonly signs: number;
}

const quote = /[bBrR]{0,2}("""|'''|"|')/y;
const lexeme = /\/\/[^\r\n]*|[A-Za-z_]\w*|(0[xX][\da-fA-F]+|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?)(?!\w)|[\s\S]/y;

/**
 * The package knows no `.5` and no form feed, and keeps whole numbers to 64 bits. Its numbers are not used, only where they
 * stand: every number is replaced by a decimal of the same length, which the parser reads.
 */
export function scan(text: string): Scanned {
  let [result, signs, row] = ["", 0, 0];
  for (let at = 0; at < text.length; ) {
    const end = textEnd(text, at);
    lexeme.lastIndex = at;
    const [written = "", number] = end === undefined ? (lexeme.exec(text) ?? []) : [text.slice(at, end)];
    if (number !== undefined) result += sameLength(number.length);
    else result += written === "\f" ? " " : written;
    if (/^[!-]$/.test(written)) row++;
    else if (!/^\s|^\/\//.test(written)) row = 0;
    signs = Math.max(signs, row);
    at += written.length;
  }
  return { text: result, signs };
}

const sameLength = (length: number): string => (length < 3 ? "1".repeat(length) : `1.${"1".repeat(length - 2)}`);

/** Where a text in quotes that begins here ends; undefined where none begins. */
function textEnd(text: string, start: number): number | undefined {
  quote.lastIndex = start;
  const [opening, mark] = quote.exec(text) ?? [];
  if (opening === undefined || mark === undefined) return undefined;
  for (let at = start + opening.length; at < text.length; at++) {
    if (text.startsWith(mark, at)) return at + mark.length;
    // In a raw text too: the package reads `r"\\""` as one text.
    if (text[at] === "\\") at++;
  }
  return text.length;
}
