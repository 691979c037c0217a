/** The bytes of a text: `\xNN` is one byte, a `\` at the end of a line joins it to the next, all else is UTF-8. */
export function fromNotation(text: string): Uint8Array {
  const parts = text.split(/(\\x[0-9A-Fa-f]{2}|\\\n)/);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 0 ? Buffer.from(part, "utf8") : Buffer.from(part.slice(2), "hex"))),
  );
}

/** What may be unseen or misread: a space or `\` at the end of a line, a `\` that would begin a byte, all but ASCII. */
const doubtful = / (?=\n|$)|\\(?=\n|$|x[0-9A-Fa-f]{2})|[\xc0-\xf7][\x80-\xbf]{1,3}|[^\n -~]/g;
/** One character that an editor shows and keeps: no control, no space, no mark that joins the letter before. */
const seen = /^[^\p{C}\p{M}\p{Z}\uFFFD\\]$/u;

/** The text for bytes from which `fromNotation` makes the same bytes again. */
export function toNotation(bytes: Uint8Array): string {
  const byByte = Buffer.from(bytes).toString("latin1");
  return byByte.replace(doubtful, (piece) => {
    const encoded = Buffer.from(piece, "latin1");
    const character = encoded.toString("utf8");
    return seen.test(character) ? character : encoded.toString("hex").replace(/../g, "\\x$&");
  });
}
