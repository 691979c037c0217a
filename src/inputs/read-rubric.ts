import { readFileSync, statSync } from "node:fs";
import type { RubricFile } from "../archive/basis.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { reportUnreadable } from "../files/files.ts";
import { sha256 } from "../files/hash.ts";
import type { Io } from "../files/io.ts";
import { isPlanFile } from "../model/plan-file.ts";
import { createTextCheck } from "../sheet/1-records/encoding.ts";
import { kindOfJson, reportMisplaced, resultsFile, rubricFile } from "../sheet/misplaced.ts";
import { phrase } from "../text/phrase.ts";
import { source } from "../text/source.ts";
import { refuseSheet } from "./refuse-sheet.ts";

/** No rubric that people write is near to it; a larger file was named by mistake. */
export const mostBytes = 16 * 1024 * 1024;

/** The text of a rubric file, or of the plan that `score compile` made of one, or of stdin for `-`; undefined, with a diagnostic, where there is none. */
export async function readRubric(name: string, io: Io, diagnostics: Diagnostics): Promise<RubricFile | undefined> {
  if (await refuseSheet(name, diagnostics)) return undefined;
  const bytes = name === "-" ? await readStream(io.stdin) : await readBytes(name, diagnostics);
  if (!bytes) return undefined;
  if (bytes.length > mostBytes) {
    const reason = phrase("it is larger than 16 MB, which no rubric needs");
    diagnostics.report("C112", { file: name, reason });
    return undefined;
  }
  const read = rubricOf(name === "-" ? "<stdin>" : name, bytes);
  if ("badByte" in read) diagnostics.report("C113", { file: name, byte: read.badByte });
  else if (kindOfJson(read.text) !== resultsFile) return read;
  else reportMisplaced(read.name, resultsFile, rubricFile.found, diagnostics);
  return undefined;
}

/** A rubric of these bytes, or the first of them, counted from 1, that is no text in UTF-8. */
export function rubricOf(name: string, bytes: Uint8Array): RubricFile | { readonly badByte: number } {
  const bad = firstBadByte(bytes);
  if (bad !== undefined) return { badByte: bad + 1 };
  let hash: string | undefined;
  return {
    ...source(name, new TextDecoder().decode(bytes)),
    // Many may take from one file.
    get sha256() {
      hash ??= sha256(bytes);
      return hash;
    },
  };
}

/** The same, but no plan: for commands that speak about what people wrote. */
export async function readWrittenRubric(
  name: string,
  io: Io,
  diagnostics: Diagnostics,
): Promise<RubricFile | undefined> {
  const rubric = await readRubric(name, io, diagnostics);
  if (!rubric || !isPlanFile(rubric.text)) return rubric;
  diagnostics.report("C134", { file: rubric.name });
  return undefined;
}

async function readBytes(name: string, diagnostics: Diagnostics): Promise<Uint8Array | undefined> {
  try {
    // A regular file is read at once: a thread of its own takes longer to begin than such a file to read.
    const found = statSync(name);
    if (found.isDirectory()) {
      diagnostics.report("C111", { file: name.replace(/[/\\]+$/, "") });
      return undefined;
    }
    // One byte too many is enough to refuse the file.
    return found.size > mostBytes ? new Uint8Array(mostBytes + 1) : readFileSync(name);
  } catch (error) {
    reportUnreadable(name, error, diagnostics);
    return undefined;
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) break;
  }
  return Buffer.concat(chunks);
}

/** Index of the first byte that is no part of UTF-8 text (a NUL is none either), or undefined. */
function firstBadByte(bytes: Uint8Array): number | undefined {
  const check = createTextCheck();
  // At the end a character may be cut off.
  return check(bytes)?.offset ?? (check() && bytes.length - 1);
}
