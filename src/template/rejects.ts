import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { placeText } from "../diagnostics/findings.ts";
import { messageOf } from "../diagnostics/message.ts";
import { csvLines } from "../document/csv.ts";
import { table, text } from "../document/table.ts";
import type { Cell, Column, Tab } from "../document/xlsx/book.ts";
import type { Plan } from "../model/plan.ts";
import { scoreColumns } from "../sheet/2-header/targets.ts";
import { ownHeads } from "../sheet/4-rows/given-back.ts";
import type { RejectedCell, RejectedColumn, RejectedRow, RejectedRows } from "../sheet/4-rows/rejected-rows.ts";
import { allowedFor, allowedIn } from "./allowed.ts";

/** Rows to be mended, as a form: what is wrong is coloured, and cells have the limits of a template. */
export function rejectsTab(plan: Plan, rejected: RejectedRows): Tab {
  const { columns, beyond } = layoutOf(plan, rejected);
  const widths = [24, 60, 24];
  const said = headsOf(plan).map((head, at): Column => ({ head, width: widths[at] as number }));
  return {
    name: ownHeads(plan).wrong,
    titles: [],
    columns: [
      ...columns.map(({ column }) => formColumn(column, plan)),
      ...said,
      ...beyond.map((head): Column => ({ head })),
    ],
    rows: rejected.rows
      .map((row) => [
        ...columns.map(({ index }) => typedCell(row.cells.get(index))),
        ...sayings(row, plan),
        ...row.beyond,
      ])
      .concat(rejected.others.map((error) => [...columns.map(() => undefined), ...aboutNoRow(error, plan)])),
    wrong: rejected.rows.map(
      ({ wrong }) => new Set(columns.flatMap(({ index }, at) => (wrong.has(index) ? [at] : []))),
    ),
    isForm: true,
  };
}

/** The same as a CSV file. */
export function rejectsCsv(plan: Plan, rejected: RejectedRows): Iterable<string> {
  const { columns, beyond } = layoutOf(plan, rejected);
  const heads = [...columns.map(({ column }) => column.name), ...headsOf(plan), ...beyond];
  const rows = rejected.rows.map((row) => [
    ...columns.map(({ index }) => row.cells.get(index)?.text ?? ""),
    ...sayings(row, plan),
    ...row.beyond,
  ]);
  const others = rejected.others.map((error) => [...columns.map(() => ""), ...aboutNoRow(error, plan)]);
  return csvLines(
    table(
      heads.map((head) => ({ id: head, head, type: text })),
      [...rows, ...others],
    ),
  );
}

/** The columns without those that such a sheet itself has, and as many blank heads as the longest row needs. */
function layoutOf(plan: Plan, rejected: RejectedRows) {
  const own = headsOf(plan);
  return {
    columns: rejected.columns
      .map((column, index) => ({ column, index }))
      .filter(({ column: { name, targets } }) => targets.length > 0 || !own.includes(name)),
    beyond: Array.from({ length: rejected.rows.reduce((most, row) => Math.max(most, row.beyond.length), 0) }, () => ""),
  } as const;
}

function headsOf(plan: Plan): readonly string[] {
  const { place, wrong, mark } = ownHeads(plan);
  return [place, wrong, mark];
}

/** Where a row stands, all that is wrong with it, and its mark. */
function sayings({ file, line, mark, errors }: RejectedRow, { language }: Plan): readonly string[] {
  const own = errors.map((error) => {
    const elsewhere = error.place && (error.place.file !== file || error.place.line !== line);
    const said = `${error.code}: ${messageOf(error, language)}`;
    return elsewhere && error.place ? `${said} (${placeText(error.place)})` : said;
  });
  return [`${file}:${line}`, own.join("\n"), mark];
}

/** The same of an error of a header, a table or a decision: there is no row to give back. */
const aboutNoRow = (error: Diagnostic, { language }: Plan): readonly string[] => [
  error.place ? placeText(error.place) : "",
  `${error.code}: ${messageOf(error, language)}`,
  "",
];

function formColumn({ name, targets }: RejectedColumn, plan: Plan): Column {
  const [target, ...others] = targets;
  const column = target?.kind === "column" ? plan.columns[target.index] : undefined;
  const isCell = target?.kind === "cell" && others.length === 0;
  const node = isCell ? scoreColumns(plan).find(({ cell }) => cell === target.index)?.node : undefined;
  const allowed = column ? allowedIn(column, plan) : node && allowedFor(node, plan);
  const isText = target?.kind === "period" || column?.type.kind === "text";
  return {
    head: name,
    ...(!isText && { places: "general" as const }),
    ...(column?.type.kind === "date" && { isDate: true }),
    ...(allowed && { allowed }),
  };
}

function typedCell(cell: RejectedCell | undefined): Cell {
  if (cell?.isNumber && isDecimal.test(cell.text)) return { number: cell.text };
  return cell?.text || undefined;
}

/** A number as a workbook has it: no date, and no percentage. */
const isDecimal = /^-?\d+(?:\.\d+)?$/;
