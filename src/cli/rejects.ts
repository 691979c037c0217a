import { extname } from "node:path";
import type { Basis } from "../archive/basis.ts";
import { fileNames } from "../archive/basis.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { fileBlocks } from "../files/file-blocks.ts";
import { reportUnwritable } from "../files/files.ts";
import { writeFile } from "../files/write-file.ts";
import type { Read } from "../pipeline.ts";
import { phrase } from "../text/phrase.ts";
import { reportOverwriting } from "./output-file.ts";
import type { Session } from "./session.ts";

/** Sheets of which the bad rows may be given back: they are read, and then read again. */
export interface Rejects {
  /** To be read first. */
  readonly sheets: Basis["sheets"];
  /** Writes the rows with errors into the file that was named; where it cannot, says so. */
  write(read: Read, diagnostics: Diagnostics): Promise<void>;
}

/** Undefined where nobody asked for it; what is wrong with the name is reported. */
export function rejectsOf(
  basis: Basis,
  { io, flags, language }: Session,
  diagnostics: Diagnostics,
): Rejects | undefined {
  const { rejects: file } = flags;
  if (file === undefined) return undefined;
  const kind = extname(file).toLowerCase();
  if (kind !== ".csv" && kind !== ".xlsx") diagnostics.report("C189", { file });
  const { sheets } = basis;
  reportOverwriting(file, "--rejects", fileNames(basis), diagnostics);
  const kept: Uint8Array[] = [];
  return {
    sheets: sheets.map((sheet) => (sheet.name === "<stdin>" ? { ...sheet, open: () => keeping(sheet.open()) } : sheet)),
    async write(read, found) {
      const { rejectedRows } = await import("../sheet/4-rows/rejected-rows.ts");
      const { rejectsCsv, rejectsTab } = await import("../template/rejects.ts");
      // Not by what hashes their bytes, which does so once.
      const again = sheets.map((sheet) => ({
        ...sheet,
        open: () => (sheet.name === "<stdin>" ? replay() : fileBlocks(sheet.name)),
      }));
      const { plan } = read;
      const rejected = await rejectedRows(plan, again, read, found.list);
      try {
        if (kind === ".csv") writeFile(file, rejectsCsv(plan, rejected));
        else {
          const { bookBytes } = await import("../document/xlsx/write-book.ts");
          writeFile(file, [await bookBytes({ title: plan.title[plan.language], tabs: [rejectsTab(plan, rejected)] })]);
        }
      } catch (error) {
        return reportUnwritable(file, error, found);
      }
      if (flags.quiet) return;
      const others = rejected.others.length || undefined;
      const said = phrase(
        "{file}: {count} {count|row|rows} to be mended[; errors that are about no row of a sheet: {others}]",
        {
          file,
          count: rejected.rows.length,
          others,
        },
      );
      await io.stderr.write(`${said[language]}\n`);
    },
  };

  async function* keeping(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      kept.push(Uint8Array.from(piece));
      yield piece;
    }
  }

  async function* replay(): AsyncGenerator<Uint8Array> {
    yield* kept;
  }
}
