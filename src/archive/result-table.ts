import { fileBlocks } from "../files/file-blocks.ts";
import { openSheets } from "../sheet/1-records/open-records.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** A file of results that an engine wrote: a head and rows of texts, a blank cell being an empty one. */
export interface ResultTable {
  readonly head: readonly string[];
  /** In batches, each row with the number by which somebody finds it: its line in CSV, its ordinal in Parquet. */
  rows(): AsyncIterable<readonly ResultRow[]>;
  /** For whoever does not want its rows. */
  close(): Promise<void>;
}

interface ResultRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Files of a folder that are read as results. */
export const isResultTable = (name: string): boolean => /\.(?:csv|parquet)$/i.test(name);

/** Opens a file of results; else says why it is none. @throws errors of the file system */
export const openTable = (path: string): Promise<ResultTable | { readonly problem: Bilingual }> =>
  /\.parquet$/i.test(path) ? openParquet(path) : openCsv(path);

async function openCsv(path: string): Promise<ResultTable | { readonly problem: Bilingual }> {
  const [records] = await openSheets({ name: path, open: () => fileBlocks(path) }, ",");
  const [head] = records?.head(1) ?? [];
  if (!records || !head) return { problem: phrase("it has no head") };
  return {
    head,
    close: () => records.close(),
    async *rows() {
      try {
        let isFirst = true;
        for await (const batch of records.rows()) {
          yield isFirst ? batch.slice(1) : batch;
          isFirst = false;
        }
      } finally {
        await records.close();
      }
    },
  };
}

/** Rows that are in memory at a time. */
const batchRows = 10_000;

async function openParquet(path: string): Promise<ResultTable | { readonly problem: Bilingual }> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetRead } = await import("hyparquet");
  const file = await asyncBufferFromFile(path);
  try {
    const metadata = await parquetMetadataAsync(file);
    const read = async (rowStart: number): Promise<readonly unknown[][]> => {
      let rows: readonly unknown[][] = [];
      const onComplete = (found: unknown[][]): void => {
        rows = found;
      };
      await parquetRead({ file, metadata, rowStart, rowEnd: rowStart + batchRows, onComplete });
      return rows;
    };
    // How a file is packed shows only when something of it is read.
    const first = await read(0);
    return {
      head: metadata.schema.filter(({ num_children: parts }) => parts === undefined).map(({ name }) => name),
      close: () => Promise.resolve(),
      async *rows() {
        for (let from = 0; from < metadata.num_rows; from += batchRows) {
          const rows = from === 0 ? first : await read(from);
          yield rows.map((row, at) => ({ line: from + at + 1, cells: row.map((cell) => String(cell ?? "")) }));
        }
      },
    };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { problem: phrase("as Parquet it cannot be read: {text}", { text }) };
  }
}
