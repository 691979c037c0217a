import { formatDecimal } from "../../../src/number/decimal.ts";
import type { Exact } from "../../../src/number/exact.ts";
import { divide, floor, multiply } from "../../../src/number/exact.ts";
import type { ColumnPart, NodePart, PeriodWord, Rubric } from "../../../src/rubric/2-shape/rubric.ts";
import { holds } from "../expression.ts";
import { partsOf } from "../periods.ts";
import type { PlainRow } from "../sheet.ts";
import { columnValues, yes } from "../sheet.ts";
import type { Draw } from "./draw.ts";

/** Rows that fit a rubric: every period that its rollups need, blanks, codes, and people who are equal. */
export function sheetFor(draw: Draw, rubric: Rubric): PlainRow[] {
  const periods = periodsFor(draw, rubric);
  const people = draw.list(1, periods.length > 1 ? (periods.length > 6 ? 3 : 5) : 14, (index) => ({
    ma: `${index}`.padStart(3, "0"),
    ho: draw.one(["a", "b"]),
    ten: "Công",
  }));
  const rows: PlainRow[] = [];
  for (const [index, period] of periods.entries()) {
    const before = rows.length;
    for (const person of people) {
      // The first person is in every period, so that each one has a row.
      if (person !== people[0] && draw.rarely(6)) continue;
      const twin = rows.length > before && draw.rarely(2) ? draw.one(rows.slice(before)) : undefined;
      const last = index > 0 && draw.rarely(2) ? rows.findLast((row) => row.texts.ma === person.ma) : undefined;
      const texts = twin
        ? { ...twin.texts, ...(draw.rarely(3) && attributes(draw, rubric)) }
        : marksOf(draw, rubric, last);
      rows.push({ period, texts: withoutStrangers(rubric, { period, texts: { ...texts, ...person } }) });
    }
  }
  return rows;
}

/** All that its longest rollup needs. */
function periodsFor(draw: Draw, rubric: Rubric): string[] {
  const kinds = [rubric.period, ...(rubric.rollups ?? []).map((rollup) => rollup.period)];
  const isSchool = rubric.period === "semester" && draw.rarely(2);
  const first = { year: "2026", quarter: "2026-Q2", semester: "2026-H1", month: "2026-03", week: "2026-W01" } as const;
  const longest = kinds.at(-1) as PeriodWord;
  let periods: string[] = [isSchool ? "2025-2026" : first[longest]];
  for (let at = kinds.length - 1; at > 0; at--) {
    periods = periods.flatMap((whole) => partsOf(whole, kinds[at] as PeriodWord, kinds[at - 1] as PeriodWord));
  }
  return periods;
}

function marksOf(draw: Draw, rubric: Rubric, last: PlainRow | undefined): Record<string, string> {
  const own = last ? {} : attributes(draw, rubric);
  // Some sheets are half empty: whole areas are skipped then.
  const blanks = draw.one([12, 12, 2]);
  const without = ["", ...Object.keys(rubric.codes ?? {})];
  const cells = items(rubric.areas).map((item) => [
    item.id,
    draw.rarely(blanks) ? draw.one(without) : cell(draw, item),
  ]);
  return { ...last?.texts, ...own, ...Object.fromEntries(cells) };
}

const attributes = (draw: Draw, rubric: Rubric): Record<string, string> =>
  Object.fromEntries(Object.entries(rubric.columns ?? {}).map(([id, part]) => [id, column(draw, id, part)]));

function column(draw: Draw, id: string, part: ColumnPart): string {
  if (!part.required && draw.rarely(3)) return "";
  switch (part.type) {
    case "text":
      return draw.one(["cb1", "cb2"]);
    case "choice":
      return draw.one(part.values ?? []);
    case "flag":
      return draw.one([yes, "không"]);
    default:
      return id === "lam" ? String(draw.int(0, 60) / 2) : String(draw.int(0, part.max as number));
  }
}

const items = (parts: readonly NodePart[]): NodePart[] =>
  parts
    .flatMap((part) => (part.items ? items(part.items) : [part]))
    .filter((part) => part.value === undefined && !part.ratio?.done);

/** Few different values, so that many people are equal. */
function cell(draw: Draw, part: NodePart): string {
  if (part.levels) return draw.one(Object.keys(part.levels));
  if (part.yes !== undefined) return draw.one([yes, "không"]);
  if (part.count) return String(draw.int(0, 5));
  if (part.ratio) return draw.one(["100%", "85", "70.5", "0%", "33.3", "130%"]);
  if (part.table) return draw.one(["95", "90", "70.5", "70.49", "12"]);
  const max = part.max as Exact;
  if (draw.rarely(4)) return formatDecimal(max);
  // Steps of the item, or hundredths.
  const step = part.step ?? divide(1, draw.one([2, 10, 100]));
  return formatDecimal(multiply(draw.int(0, floor(divide(max, step)) as number), step));
}

/** Cells of columns and items that do not apply are blank. */
function withoutStrangers(rubric: Rubric, row: PlainRow): PlainRow["texts"] {
  const columns = columnValues(rubric, row);
  const texts: Record<string, string> = { ...row.texts };
  const holdsHere = (when: string | undefined): boolean =>
    when === undefined || holds(when, (name) => columns.get(name), []);
  for (const [id, { when }] of Object.entries(rubric.columns ?? {})) if (!holdsHere(when)) texts[id] = "";
  const visit = (part: NodePart, around: boolean): void => {
    const applies = around && holdsHere(part.when);
    if (!applies) texts[part.id] = "";
    for (const child of part.items ?? []) visit(child, applies);
  };
  for (const part of rubric.areas) visit(part, true);
  return texts;
}
