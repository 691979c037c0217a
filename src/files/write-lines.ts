import type { Output } from "./io.ts";

const mostCharacters = 1 << 16;

/** Writes lines in large pieces, as each write to a pipe costs a call of the system. */
export async function writeLines(output: Output, lines: Iterable<string>): Promise<void> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < mostCharacters) continue;
    await output.write(piece);
    piece = "";
  }
  if (piece) await output.write(piece);
}
