import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import type { Report } from "../../src/model/report.ts";
import { compute } from "../../src/pipeline.ts";
import type { Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { SheetInput } from "../../src/sheet/4-rows/sheet-input.ts";
import type { GivenInputs } from "../../src/sheet/lists/read-given.ts";
import { source } from "../../src/text/source.ts";
import type { Beside, PlainFact } from "./around.ts";
import { refuse } from "./compile.ts";
import type { PlainDecision } from "./decisions.ts";
import type { Draw } from "./generate/draw.ts";
import type { Table } from "./generate/nobody.ts";
import { aboveHead, belowHead, belowPeople, betweenPeople } from "./generate/nobody.ts";
import { headOf, wordOf } from "./generate/words.ts";
import type { PlainRow } from "./sheet.ts";

/** A file in memory. */
interface TextFile extends SheetInput {
  readonly text: string;
}

/** What a computation is given. */
export interface Files {
  readonly sheets: readonly TextFile[];
  readonly tables: readonly (TextFile & { readonly table: string })[];
  readonly decisions: readonly TextFile[];
}

/** The report of the whole program on rows that are written as CSV files, in an order and a style that `draw` chooses. */
export const computeCsv = (
  draw: Draw,
  { text, rubric }: { readonly text: string; readonly rubric: Rubric },
  rows: readonly PlainRow[],
  beside: Beside = {},
): Promise<Report> => computeFiles(text, filesFor(draw, rubric, rows, beside));

/** The report of the whole program on some files, perhaps with earlier results. */
export async function computeFiles(
  text: string,
  { sheets, ...lists }: Files,
  history?: GivenInputs["history"],
): Promise<Report> {
  const diagnostics = createDiagnostics();
  const beside = { ...lists, ...(history && { history }) };
  const computed = await compute({ rubric: source("rubric.yaml", text), sheets, beside }, diagnostics);
  refuse(diagnostics);
  if (!computed) throw new Error("the rubric was refused without a reason");
  return computed.report;
}

export function filesFor(
  draw: Draw,
  rubric: Rubric,
  rows: readonly PlainRow[],
  { facts = [], tables = {}, decisions = [] }: Beside,
): Files {
  const ofTables = Object.entries(tables).map(([id, lines]) => [id, tableText(draw, lines)] as const);
  const given = rubric.tables ? [["so", logText(draw, facts)] as const, ...ofTables] : [];
  return {
    sheets: csvSheets(draw, rubric, rows),
    tables: given.map(([table, content]) => ({ table, ...fileOf(draw, `${table}.csv`, content) })),
    decisions: decisions.length > 0 ? [fileOf(draw, "quyet-dinh.csv", decisionsText(draw, decisions))] : [],
  };
}

/** The rows of the log in any order; a subject has one key column or two. */
function logText(draw: Draw, facts: readonly PlainFact[]): string {
  const lines = shuffled(draw, facts).map(({ key, texts }) => {
    const [ma = "", ho = ""] = key.split("\u001F");
    return [ma, ho, texts.ngay, texts.loi, texts.diem].join(",");
  });
  return ["ma,ho,ngay,loi,diem", ...lines].join("\n");
}

/** A file needs a head, also where it has no rows. */
function tableText(draw: Draw, rows: readonly PlainFact["texts"][]): string {
  const [first = {}] = rows;
  const columns = shuffled(draw, Object.keys(first));
  return [columns, ...shuffled(draw, rows).map((texts) => columns.map((id) => texts[id] ?? ""))]
    .map((cells) => cells.join(","))
    .join("\n");
}

function decisionsText(draw: Draw, decisions: readonly PlainDecision[]): string {
  const lines = shuffled(draw, decisions).map(({ key, period, action, value }) =>
    [key.replace("\u001F", " / "), period, action, value, "lý do", "cấp ủy"].join(","),
  );
  return ["key,period,action,value,reason,authority", ...lines].join("\n");
}

/** One or two files that hold the rows, each with its columns, rows, delimiter and decimal mark in its own way. */
function csvSheets(draw: Draw, rubric: Rubric, rows: readonly PlainRow[]): TextFile[] {
  const mixed = shuffled(draw, rows);
  const cut = draw.int(0, mixed.length - 1);
  return [mixed.slice(0, cut), mixed.slice(cut)]
    .filter((part) => part.length > 0)
    .map((part, index) => fileOf(draw, `${index + 1}.csv`, csvText(draw, rubric, part)));
}

export function fileOf(draw: Draw, name: string, text: string): TextFile {
  const bytes = Buffer.from(text);
  const middle = draw.int(0, bytes.length);
  return {
    name,
    text,
    async *open() {
      yield bytes.subarray(0, middle);
      yield bytes.subarray(middle);
    },
  };
}

/**
 * Beside the columns of the rows stands one that no rubric knows; blank cells at the end of a row may be left out where that column
 * or one with a default has them. Rows that are nobody's stand where offices have them: they change no result.
 */
export function csvText(draw: Draw, rubric: Rubric, rows: readonly PlainRow[]): string {
  const columns = columnsOf(draw, rubric, rows);
  const delimiter = draw.one([",", ";", "\t"]);
  const lineEnd = draw.one(["\n", "\r\n"]);
  const marks = columns.map(() => draw.one([".", ","]));
  const table: Table = { rubric, columns, marks, head: headRows(draw, rubric, columns) };
  const lines = rows.map(({ period, texts }) => {
    const cells = columns.map((column, at) => {
      const text = column === "period" ? period : (texts[column] ?? "");
      const mark = marks[at] as string;
      if (!draw.rarely(6)) return marked(text, mark);
      return isDecimal(text) ? respelt(draw, text, mark) : asText(draw, wordOf(draw, rubric, column, text));
    });
    return withoutEnd(draw, rubric, columns, [...cells, draw.one(["", "", 'vắng "phép" 1'])]);
  });
  const body = lines.flatMap((line) => [...betweenPeople(draw, table), line]);
  return [...aboveHead(draw), ...table.head, ...belowHead(draw, table), ...body, ...belowPeople(draw, table)]
    .map((cells) => cells.map(quoted).join(delimiter) + lineEnd)
    .join("");
}

/** In any order; one whose default everybody has may be left out. */
function columnsOf(draw: Draw, rubric: Rubric, rows: readonly PlainRow[]): string[] {
  const all = [...new Set(rows.flatMap(({ texts }) => Object.keys(texts)))];
  const isUnsaid = (id: string): boolean =>
    hasDefault(rubric, id) && rows.every(({ texts }) => (texts[id] ?? "") === "");
  return shuffled(draw, ["period", ...all.filter((id) => !(isUnsaid(id) && draw.rarely(2)))]);
}

const hasDefault = ({ columns }: Rubric, id: string): boolean =>
  columns?.[id]?.default !== undefined && columns[id].is === undefined;

/** Programs leave out blank cells at the end of a row. */
function withoutEnd(draw: Draw, rubric: Rubric, columns: readonly string[], cells: readonly string[]): string[] {
  const mayEnd = cells.findLastIndex(
    (text, at) => text !== "" || (at < columns.length && !hasDefault(rubric, columns[at] as string)),
  );
  return cells.slice(0, draw.one([cells.length, cells.length, draw.int(mayEnd + 1, cells.length)]));
}

/** The names of the columns in one row, or in two where some of them stand below a common name. */
function headRows(draw: Draw, rubric: Rubric, columns: readonly string[]): string[][] {
  const names = [...columns.map((id) => headOf(draw, rubric, id)), "Ghi chú"];
  if (names.length < 6 || !draw.rarely(4)) return [names];
  const start = draw.int(0, names.length - 4);
  const end = start + draw.int(2, names.length - start - 2);
  const isBelow = (at: number): boolean => at >= start && at < end;
  return [
    names.map((name, at) => (at === start ? "Nội dung chấm" : isBelow(at) ? "" : name)),
    names.map((name, at) => (isBelow(at) ? name : "")),
  ];
}

const isDecimal = (text: string): boolean => /^-?\d+\.\d+%?$/.test(text);
const marked = (text: string, mark: string): string => (isDecimal(text) ? text.replace(".", mark) : text);

/** A text as programs write it that keep others from taking it for something else. */
const asText = (draw: Draw, text: string): string =>
  text === "" ? "" : draw.one([text, text, `="${text}"`, /^\d+$/.test(text) ? `'${text}` : text]);

/** The same number as people and other programs write it. */
function respelt(draw: Draw, text: string, mark: string): string {
  const decimal = marked(text, mark);
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
