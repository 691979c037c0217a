import type { Document } from "../document/block.ts";
import { writeLines } from "../files/write-lines.ts";
import type { Session } from "./session.ts";

/** A document on stdout, as Markdown where `--format md` asks for it, else for the terminal. */
export async function printDocument(document: Document, { io, flags, painterOf }: Session): Promise<void> {
  if (flags.format?.[0] === "md") {
    const { markdownLines } = await import("../document/markdown.ts");
    return writeLines(io.stdout, markdownLines(document));
  }
  const { terminalLines } = await import("../document/terminal.ts");
  const width = io.stdout.isTTY ? io.stdout.columns : undefined;
  const options = { painter: painterOf(io.stdout), ...(width !== undefined && { width }) };
  return writeLines(io.stdout, terminalLines(document, options));
}
