import { cellPlace, tabName } from "../../../model/places.ts";
import { phrase } from "../../../text/phrase.ts";
import type { Records, SheetRecord, WorkbookProblem } from "../records.ts";
import { tamedStream } from "./biff.ts";
import { rootStreams } from "./compound.ts";
import { odsTabs } from "./ods.ts";
import { sheetjsTabs } from "./sheetjs.ts";
import type { Tab } from "./tab.ts";
import { unzip, zipped } from "./zip.ts";

/** What turns the texts of a tab into Unicode, where they are of old fonts. */
type ConverterOf = (texts: Iterable<string>) => ((text: string) => string) | undefined;

/** The tabs of a workbook, each as records, or why there are none. `only`: the one that is wanted. */
export function workbookRecords(
  name: string,
  file: Buffer,
  only: string | undefined,
  converterOf: ConverterOf = () => undefined,
): readonly Records[] | WorkbookProblem {
  const tabs = tabsOf(file, only);
  if ("kind" in tabs) return tabs;
  if (tabs.length === 0) return { kind: "damaged" };
  if (only === undefined) return tabs.map((tab) => tabRecords(name, tab, converterOf));
  const wanted = tabs.find((tab) => tab.name === only) ?? tabs.find((tab) => tab.name.trim() === only.trim());
  return wanted
    ? [tabRecords(name, wanted, converterOf)]
    : { kind: "tab", tab: only, tabs: tabs.map((tab) => tab.name) };
}

function tabsOf(file: Buffer, only: string | undefined): readonly Tab[] | WorkbookProblem {
  if (file[0] === 0xd0) return compoundTabs(file, only);
  const parts = unzip(file);
  if ("kind" in parts) return parts;
  const content = parts.get("content.xml");
  if (content) {
    if (parts.get("META-INF/manifest.xml")?.includes("encryption-data")) return { kind: "protected" };
    return content.includes("<office:spreadsheet") ? odsTabs(content.toString("utf8")) : notASheet;
  }
  if (parts.has("xl/workbook.bin")) return { kind: "foreign", found: phrase("a binary workbook (.xlsb)") };
  if (parts.has("Index/Document.iwa") || parts.has("Index.zip")) {
    return { kind: "foreign", found: phrase("a document of Apple Numbers (.numbers)") };
  }
  if (!parts.has("[Content_Types].xml") || ![...parts.keys()].some((part) => /^xl\//i.test(part))) return notASheet;
  const sheets = [...parts].filter(([part]) => /\/worksheets\/[^/]+\.xml$/i.test(part));
  if (!sheets.every(([, part]) => part.subarray(-100).includes("worksheet>"))) return { kind: "damaged" };
  return sheetjsTabs(zipped(tamed(parts)), only);
}

const notASheet: WorkbookProblem = { kind: "foreign", found: phrase("no workbook, but another kind of document") };

/**
 * Without what makes much of little. Only that there is a formula matters: what it says may be long, and stand for thousands of cells;
 * and a sheet has no more than 16,384 columns, whatever it says of their widths.
 */
function tamed(parts: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  return new Map([...parts].map(([name, part]) => [name, /\/worksheets\//i.test(name) ? tamedSheet(part) : part]));
}

const widths = /(<(?:\w+:)?col\s[^>]*?\bmax=["'])\d{6,}/g;
const formula = /<((?:\w+:)?)f(?:\s[^>]*)?(?:\/>|>[^<]*<\/\1f>)/g;

/** Sheets are large, and most have no formula: the cells of such a one are not looked at. */
function tamedSheet(part: Buffer): Buffer {
  const cells = part.indexOf("sheetData");
  const [head, rest] = [part.subarray(0, Math.max(0, cells)), part.subarray(Math.max(0, cells))];
  const isPlain = !["f", "col"].some((tag) => hasTag(rest, tag)) && !hasTag(head, "f");
  if (!isPlain) return tamedText(part);
  const tamedHead = tamedText(head);
  return tamedHead.equals(head) ? part : Buffer.concat([tamedHead, rest]);
}

const tamedText = (part: Buffer): Buffer =>
  Buffer.from(
    part
      .toString("latin1")
      .replace(formula, "<$1f>1</$1f>")
      .replace(widths, (_, before: string) => `${before}16384`),
    "latin1",
  );

function hasTag(part: Buffer, name: string): boolean {
  return ["<", ":"].some((before) => {
    const tag = `${before}${name}`;
    for (let at = part.indexOf(tag); at >= 0; at = part.indexOf(tag, at + 1)) {
      if (/[\s/>]/.test(String.fromCharCode(part[at + tag.length] ?? 0))) return true;
    }
    return false;
  });
}

/** Old Excel files, and protected new ones, are compound files. Only the stream of the workbook is read, not what stands beside it. */
function compoundTabs(file: Buffer, only: string | undefined): readonly Tab[] | WorkbookProblem {
  const streams = rootStreams(file);
  if (!streams) return { kind: "damaged" };
  if (streams("ENCRYPTEDPACKAGE")) return { kind: "protected" };
  const stream = streams("WORKBOOK");
  if (!stream) {
    return streams("BOOK") ? { kind: "foreign", found: phrase("a workbook of Excel 95 or older") } : notASheet;
  }
  if (stream === "damaged") return { kind: "damaged" };
  if (isProtected(stream)) return { kind: "protected" };
  const tamed = tamedStream(stream);
  // Programs in which somebody sees the cells describe what they save; a library that does not compute leaves that out.
  return tamed ? sheetjsTabs(tamed, only, streams("\u0005SUMMARYINFORMATION") === undefined) : { kind: "damaged" };
}

/** Whether one of the first records of an old workbook says that the others are encrypted ([MS-XLS] 2.4.117, FilePass). */
function isProtected(stream: Buffer): boolean {
  for (let at = 0, seen = 0; at + 4 <= stream.length && seen < 10; seen++) {
    if (stream.readUInt16LE(at) === 0x2f) return true;
    at += 4 + stream.readUInt16LE(at + 2);
  }
  return false;
}

const batchRows = 1024;
/** Most cells that are merged with one above: a file may merge what it has not. */
const mostMerged = 1 << 20;

/** By row and column: the row with what a merged cell shows. */
function rowsAbove({ merges, rows }: Tab): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const above = new Map<number, Map<number, number>>();
  let count = 0;
  for (const { first, last, column } of merges) {
    count += Math.max(0, last - first);
    if (count > mostMerged) break;
    for (let row = first + 1; row <= last && row < rows; row++) {
      const columns = above.get(row) ?? new Map<number, number>();
      above.set(row, columns);
      columns.set(column, first);
    }
  }
  return above;
}

function tabRecords(name: string, tab: Tab, converterOf: ConverterOf): Records {
  const file = tabName(name, tab.name);
  const above = rowsAbove(tab);
  const convert = converterOf(tab.texts());
  const record = (at: number): SheetRecord => {
    const row = tab.row(at);
    const cells: string[] = [];
    for (let column = 0; column < tab.width; column++)
      cells.push(convert ? convert(row.text(column)) : row.text(column));
    const merged = above.get(at);
    return {
      line: at + 1,
      cells,
      numbers: { has: row.isNumber, shown: row.shown },
      ...(merged && { merged: new Map([...merged].map(([column, first]) => [column, record(first)])) }),
    };
  };
  const from = (first: number, end: number): SheetRecord[] =>
    Array.from({ length: Math.max(0, Math.min(end, tab.rows) - first) }, (_, at) => record(first + at));
  return {
    name: file,
    tab: { name: tab.name, hidden: tab.hidden },
    head: (n) => from(0, n).map(({ cells }) => cells),
    async *rows() {
      for (let row = 0; row < tab.rows; row += batchRows) yield from(row, row + batchRows);
    },
    problem: tab.width === 0 ? { kind: "blank" } : undefined,
    place: (line, column) => cellPlace(file, line, column),
    close: async () => undefined,
  };
}
