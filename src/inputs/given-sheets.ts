import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { GivenSheet } from "../archive/basis.ts";
import { receiptName } from "../archive/receipt.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import { fileBlocks } from "../files/file-blocks.ts";
import {
  bareFolder,
  beginsWith,
  filesIn,
  foldersIn,
  kindNamed,
  kindOf,
  nameIn,
  realPath,
  reportUnreadable,
} from "../files/files.ts";
import { glob, isGlob, reportUnmatched } from "../files/glob.ts";
import { hashing, hashOf } from "../files/hash.ts";
import type { Io } from "../files/io.ts";
import { tabIn, tabName } from "../model/places.ts";
import { parsePeriod } from "../period/parse-period.ts";
import { parseYearless } from "../period/yearless.ts";
import { kindExamples } from "../sheet/2-header/period-words.ts";
import { sheetFile } from "../sheet/misplaced.ts";
import { refuseRubric } from "./refuse-rubric.ts";

/** A file with the period that was written before it, `2026-Q1=q1.csv`. */
interface Given {
  readonly name: string;
  readonly tab?: string;
  readonly period?: string;
}

/** The sheets that arguments name: files, folders, patterns, `PERIOD=FILE` and `-` for stdin. What is wrong is reported. */
export async function givenSheets(
  operands: readonly string[],
  io: Io,
  diagnostics: Diagnostics,
): Promise<GivenSheet[]> {
  const given: Given[] = [];
  for (const operand of operands) given.push(...(await expand(operand, diagnostics)));
  refuseTwice(given, diagnostics);
  const copies = await copiesAmong(given);
  return given.map(({ name, tab, period }) => ({
    ...(name === "-" ? { name: "<stdin>" } : { name, path: resolve(name) }),
    ...(tab !== undefined && { tab }),
    ...(period !== undefined && { period }),
    ...(copies.has(name) && { sameAs: copies.get(name) as string }),
    ...hashing(() => (name === "-" ? io.stdin : fileBlocks(name))),
  }));
}

async function expand(operand: string, diagnostics: Diagnostics): Promise<Given[]> {
  if (operand === "-") return [{ name: "-" }];
  const kind = kindOf(operand);
  if (kind === "file") return refuseRubric(operand, sheetFile.found, diagnostics) ? [] : [{ name: operand }];
  if (kind === "folder") return sheetsIn(operand, diagnostics);
  const equals = operand.indexOf("=");
  if (equals > 0) {
    const [period, name] = [operand.slice(0, equals), operand.slice(equals + 1)];
    if (parsePeriod(period)) return (await expand(name, diagnostics)).map((each) => ({ ...each, period }));
    if (kindOf(name) !== undefined) {
      const example = `${kindExamples[parseYearless(period)?.kind ?? "quarter"]}=${name}`;
      diagnostics.report("C117", { found: period, argument: operand, example });
      return [];
    }
  }
  if (isGlob(operand)) {
    const files = withoutResults(await glob(operand));
    if (files.length === 0) reportUnmatched(operand, diagnostics);
    return files.map((name) => ({ name }));
  }
  const named = tabIn(operand);
  if (named && kindOf(named.workbook) === "file") return [{ name: named.workbook, tab: named.tab }];
  try {
    statSync(operand);
  } catch (error) {
    reportUnreadable(operand, error, diagnostics, kindNamed(operand));
  }
  return [];
}

/** Files in a folder with a receipt are what score made of sheets. */
function withoutResults(files: readonly string[]): string[] {
  const folders = new Map<string, boolean>();
  for (const folder of new Set(files.map(dirname))) folders.set(folder, hasReceipt(folder));
  return files.filter((file) => !folders.get(dirname(file)));
}

/** A name that begins with a dot or `~$` is a program's own note. */
const isSeen = (name: string): boolean => !/^(?:\.|~\$)/.test(name);

const hasReceipt = (folder: string): boolean => kindOf(join(folder, receiptName)) !== undefined;

/** The sheets directly in a folder. */
function sheetsIn(folder: string, diagnostics: Diagnostics): Given[] {
  const bare = bareFolder(folder);
  const files = filesIn(folder, diagnostics);
  if (!files) return [];
  if (files.includes(receiptName)) {
    diagnostics.report("C126", { folder: bare });
    return [];
  }
  const names = files.filter(isSeen);
  const found = sheetNames(bare, names);
  const sheets = withoutSaved(found, bare, diagnostics);
  const passedOver = passedOverIn(bare, files, found);
  const named = passedOver.length > 0 ? firstOf(passedOver) : undefined;
  if (sheets.length === 0) {
    const hasFolders = foldersIn(bare).some(isSeen);
    diagnostics.report("C116", {
      folder: bare,
      files: named,
      pattern: hasFolders ? nameIn(bare, "**/*.csv") : undefined,
    });
  } else if (named !== undefined) diagnostics.report("C231", { folder: bare, files: named });
  return sheets.map((name) => ({ name: nameIn(folder, name) }));
}

/** A `.txt` is a sheet where it is the "Unicode Text" of Excel, which begins with the mark of UTF-16: others are notes of people. */
function sheetNames(folder: string, names: readonly string[]): readonly string[] {
  const sheets: string[] = [];
  for (const name of names) {
    const isText = /\.txt$/i.test(name) && beginsWith(nameIn(folder, name), [0xff, 0xfe]);
    if (isText || /\.(?:csv|tsv)$/i.test(name) || isWorkbook(name)) sheets.push(name);
  }
  return sheets;
}

/** By its name. One that cannot be read is refused, and not passed over: its people would be missing. */
const isWorkbook = (name: string): boolean => isNumbers(name) || /\.(?:xls[xmb]?|ods)$/i.test(name);
const isNumbers = (name: string): boolean => /\.numbers$/i.test(name);

/** What was saved of a workbook under its name is read in its place: nobody is to be there twice. */
function withoutSaved(names: readonly string[], folder: string, diagnostics: Diagnostics): readonly string[] {
  const savedOf = (is: (name: string) => boolean): ReadonlySet<string> =>
    new Set(names.filter((name) => !is(name)).map(stem));
  const [texts, exports] = [savedOf(isWorkbook), savedOf(isNumbers)];
  const left = names.filter((name) =>
    (isNumbers(name) ? exports : isWorkbook(name) ? texts : undefined)?.has(stem(name)),
  );
  if (left.length > 0) {
    diagnostics.report("C119", { folder, files: firstOf(left) });
  }
  return names.filter((name) => !left.includes(name));
}

/** What may hold somebody's scores and is not read: a document, an archive, a text, a workbook still in the cloud, a folder with sheets. */
function passedOverIn(folder: string, files: readonly string[], sheets: readonly string[]): readonly string[] {
  const isSheet = new Set(sheets);
  const others = files.filter((name) => !isSheet.has(name) && !holdsNoScores.test(name));
  const folders = foldersIn(folder).filter((name) => isSeen(name) && hasSheets(nameIn(folder, name)));
  return [...others, ...folders.map((name) => `${name}/`)];
}

/** Rubrics, settings, programs, and what systems keep in a folder. */
const holdsNoScores =
  /\.(?:ya?ml|json|md|sql|sarif|ini|db|lnk|url|log|lock|cmd|bat|ps1|sh|py|[cm]?[jt]s|css|svg)$|^\.(?!.*\.icloud$)|^~\$/i;

function hasSheets(folder: string): boolean {
  const files = filesIn(folder, createDiagnostics()) ?? [];
  return !files.includes(receiptName) && sheetNames(folder, files).length > 0;
}

const firstOf = (names: readonly string[]): string => names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");

const stem = (name: string): string => name.replace(/\.[^.]*$/, "").toLowerCase();

/** Files with the bytes of an earlier one, and its name. Only files of one size are read for that. */
async function copiesAmong(given: readonly Given[]): Promise<ReadonlyMap<string, string>> {
  const sizes = new Map<number, Set<string>>();
  for (const { name } of given) {
    const size = name === "-" ? undefined : statSync(name, { throwIfNoEntry: false })?.size;
    if (size) sizes.set(size, (sizes.get(size) ?? new Set()).add(name));
  }
  const copies = new Map<string, string>();
  for (const names of sizes.values()) {
    if (names.size === 1) continue;
    const first = new Map<string, string>();
    for (const name of names) {
      const hash = await hashOf(name).catch(() => name);
      if (first.has(hash)) copies.set(name, first.get(hash) as string);
      else first.set(hash, name);
    }
  }
  return copies;
}

/** One file may be named in two ways, as by a folder and by itself, or by its workbook and by its tab. */
export function refuseTwice(given: readonly Pick<Given, "name" | "tab">[], diagnostics: Diagnostics): void {
  const seen = new Map<string, readonly (string | undefined)[]>();
  for (const { name, tab } of given) {
    const path = name === "-" ? name : realPath(name);
    const tabs = seen.get(path) ?? [];
    if (tabs.some((other) => tab === undefined || other === undefined || other === tab)) {
      diagnostics.report("C118", { file: tab === undefined ? name : tabName(name, tab) });
    }
    seen.set(path, [...tabs, tab]);
  }
}
