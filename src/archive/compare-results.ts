import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { tally } from "../files/hash.ts";
import { version } from "../model/version.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Place } from "../text/source.ts";
import type { OpenResults } from "./open-results.ts";
import type { ReceiptOutput } from "./receipt.ts";
import { isRecord, ownHash, parseJson, receiptText } from "./receipt.ts";
import type { ResultSet } from "./result-set.ts";
import { receiptFacts, resultFiles } from "./result-set.ts";
import type { ResultFile } from "./write-results.ts";

/**
 * Compares results with a set that was computed again, byte for byte; every file that differs is reported, and every part of
 * the receipt. Another version of score may say its assumptions in other words: its bytes are those of the other files.
 */
export function compareResults(
  { directory, receipt, text }: OpenResults,
  set: ResultSet,
  diagnostics: Diagnostics,
): void {
  const isOther = receipt.score !== version;
  if (isOther) diagnostics.report("C149", { recorded: receipt.score, version });
  const outputs: ReceiptOutput[] = [];
  let isSame = true;
  for (const file of resultFiles(set)) {
    const output = hashedFile(file);
    outputs.push(output);
    const recorded = receipt.outputs.find(({ name }) => name === file.name);
    if (!recorded || recorded.sha256 === output.sha256) continue;
    isSame = false;
    const path = join(directory, file.name);
    diagnostics.report(
      "C158",
      { file: path, recorded: receipt.score, version },
      firstDifference(path, readFileSync(path, "utf8"), linesAgain(set, file.name)),
    );
  }
  const expected = receiptText(receiptFacts(set, receipt.score), outputs);
  const parts = differingParts(text, expected).filter((part) => {
    if (part === "assumptions" || part === "sheets") return !isOther;
    // A file that differs was told already, and the hash of the receipt follows from the other parts.
    return part === "outputs" ? isSame : part !== "sha256";
  });
  if (parts.length === 0 && receipt.sha256 !== ownHash(receipt)) parts.push("sha256");
  for (const part of parts) diagnostics.report("C159", { directory, part: part === layout ? layoutWords : part });
}

function hashedFile({ name, lines, blocks }: ResultFile): ReceiptOutput {
  const made = tally();
  for (const part of blocks ?? lines) made.add(Buffer.from(part));
  return { name, ...made.total() };
}

/** Lines can be taken once: those of one file are made again. */
function linesAgain(set: ResultSet, name: string): Iterable<string> {
  for (const file of resultFiles(set)) if (file.name === name) return file.lines;
  return [];
}

/** Where a text leaves the expected lines, which hold their line ends. */
function firstDifference(file: string, text: string, lines: Iterable<string>): Place {
  let [line, start] = [1, 0];
  let expected = "";
  for (expected of lines) {
    if (!text.startsWith(expected, start)) break;
    start += expected.length;
    expected = "";
    line++;
  }
  const found = text.slice(start);
  let column = 1;
  while (column <= expected.length && expected[column - 1] === found[column - 1]) column++;
  return { file, line, column, endLine: line, endColumn: column + 1 };
}

const layout = Symbol("layout");
const layoutWords: Bilingual = phrase("spaces, or another order of its parts");

/** The parts in which two receipts differ, also those that only one of them has. */
function differingParts(found: string, expected: string): (string | typeof layout)[] {
  if (found === expected) return [];
  const [one, other] = [parseJson(found), parseJson(expected)];
  if (!isRecord(one) || !isRecord(other)) return [layout];
  const names = [...new Set([...Object.keys(other), ...Object.keys(one)])];
  const differing = names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  return differing.length > 0 ? differing : [layout];
}
