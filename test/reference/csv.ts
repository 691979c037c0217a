import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import type { Report } from "../../src/model/report.ts";
import { compute } from "../../src/pipeline.ts";
import type { SheetInput } from "../../src/sheet/4-rows/sheet-input.ts";
import { source } from "../../src/text/source.ts";
import { refuse } from "./compile.ts";
import type { Draw } from "./generate/draw.ts";
import type { PlainRow } from "./sheet.ts";
import { yes } from "./sheet.ts";

/** The report of the whole program on rows that are written as CSV files, in an order and a style that `draw` chooses. */
export async function computeCsv(draw: Draw, rubric: string, rows: readonly PlainRow[]): Promise<Report> {
  const diagnostics = createDiagnostics();
  const sheets = csvSheets(draw, rows);
  const computed = await compute({ rubric: source("rubric.yaml", rubric), sheets }, diagnostics);
  refuse(diagnostics);
  if (!computed) throw new Error("the rubric was refused without a reason");
  return computed.report;
}

/** One or two files that hold the rows, each with its columns, rows, delimiter and decimal mark in its own way. */
function csvSheets(draw: Draw, rows: readonly PlainRow[]): SheetInput[] {
  const mixed = shuffled(draw, rows);
  const cut = draw.int(0, mixed.length - 1);
  return [mixed.slice(0, cut), mixed.slice(cut)]
    .filter((part) => part.length > 0)
    .map((part, index) => {
      const bytes = Buffer.from(csvText(draw, part));
      const middle = draw.int(0, bytes.length);
      return {
        name: `${index + 1}.csv`,
        async *open() {
          yield bytes.subarray(0, middle);
          yield bytes.subarray(middle);
        },
      };
    });
}

/**
 * Beside the columns of the rows stands one that no rubric knows; blank, it may be left out at the end of a row. Rows that are
 * nobody's stand where offices have them: they change no result.
 */
export function csvText(draw: Draw, rows: readonly PlainRow[]): string {
  const columns = shuffled(draw, ["period", ...new Set(rows.flatMap(({ texts }) => Object.keys(texts)))]);
  const delimiter = draw.one([",", ";", "\t"]);
  const lineEnd = draw.one(["\n", "\r\n"]);
  const marks = columns.map(() => draw.one([".", ","]));
  const lines = rows.map(({ period, texts }) => [
    ...columns.map((column, at) => {
      const text = column === "period" ? period : (texts[column] ?? "");
      return draw.rarely(6) ? respelt(draw, text, marks[at] as string) : marked(text, marks[at] as string);
    }),
    ...draw.one([[""], [], ['vắng "phép" 1']]),
  ]);
  const head = [...columns, "Ghi chú"];
  const body = lines.flatMap((line) => [...nobodysRow(draw, head), line]);
  return [...aboveHead(draw), head, ...belowHead(draw, head), ...body, ...belowPeople(draw, head)]
    .map((cells) => cells.map(quoted).join(delimiter) + lineEnd)
    .join("");
}

/** What offices write above the head of a table. */
const aboveHead = (draw: Draw): string[][] => (draw.rarely(4) ? [["BẢNG CHẤM ĐIỂM"], [""]] : []);

/** The numbers of the columns, which are nobody's scores. */
const belowHead = (draw: Draw, head: readonly string[]): string[][] =>
  head.length > 4 && draw.rarely(4) ? [head.map((_, at) => `${at + 1}`)] : [];

/** Between people: the head once more, as on a new printed page, or a row with nothing in it. */
const nobodysRow = (draw: Draw, head: readonly string[]): string[][] =>
  draw.rarely(12) ? [draw.one([[...head], head.map(() => "")])] : [];

/** A total and who signed, which no key stands beside. */
function belowPeople(draw: Draw, head: readonly string[]): string[][] {
  const alone = (text: string): string[] => head.map((_, at) => (at === head.length - 1 ? text : ""));
  return draw.rarely(4) ? [alone("Tổng cộng"), alone("Người lập biểu")] : [];
}

const isDecimal = (text: string): boolean => /^-?\d+\.\d+%?$/.test(text);
const marked = (text: string, mark: string): string => (isDecimal(text) ? text.replace(".", mark) : text);

/** The same text as people and other programs write it. */
function respelt(draw: Draw, text: string, mark: string): string {
  const decimal = marked(text, mark);
  if (text === yes) return draw.one(["X", "✓", "1.0", "có"]);
  if (!isDecimal(text)) return text === "" ? "" : `="${text}"`;
  const spellings = [
    decimal.replace(/^(-?)0(?=[.,])/, "$1"),
    decimal.replace("-", "\u2212"),
    decimal.replace(/[\d%]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
    decimal.replace(/%?$/, (percent) => `e0${percent}`),
    decimal.replace(/%?$/, (percent) => `0000${percent}`),
  ];
  return draw.one(spellings);
}

/** Quotation marks around a cell where it needs them: those inside a cell that begins otherwise are letters. */
const quoted = (text: string): string => (/^[\w.]*$|^vắng/.test(text) ? text : `"${text.replaceAll('"', '""')}"`);

/** The same things in any order. */
export function shuffled<T>(draw: Draw, things: readonly T[]): T[] {
  const rest = [...things];
  return things.map(() => rest.splice(draw.int(0, rest.length - 1), 1)[0] as T);
}
