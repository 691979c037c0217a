import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import type { Report } from "../../src/model/report.ts";
import { compute } from "../../src/pipeline.ts";
import type { SheetInput } from "../../src/sheet/4-rows/sheet-input.ts";
import { source } from "../../src/text/source.ts";
import { refuse } from "./compile.ts";
import type { Draw } from "./generate/draw.ts";
import type { PlainRow } from "./sheet.ts";

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

export function csvText(draw: Draw, rows: readonly PlainRow[]): string {
  const columns = shuffled(draw, ["period", ...new Set(rows.flatMap(({ texts }) => Object.keys(texts)))]);
  const [delimiter, mark] = draw.one([
    [",", "."],
    [";", "."],
    [";", ","],
    ["\t", ","],
  ] as const);
  const lineEnd = draw.one(["\n", "\r\n"]);
  const lines = rows.map(({ period, texts }) =>
    columns.map((column) => {
      const text = column === "period" ? period : (texts[column] ?? "");
      return /^-?\d+\.\d+%?$/.test(text) ? text.replace(".", mark) : text;
    }),
  );
  return [columns, ...lines].map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join("");
}

const quoted = (text: string): string => (/^[\w.]*$/.test(text) ? text : `"${text}"`);

/** The same things in any order. */
export function shuffled<T>(draw: Draw, things: readonly T[]): T[] {
  const rest = [...things];
  return things.map(() => rest.splice(draw.int(0, rest.length - 1), 1)[0] as T);
}
