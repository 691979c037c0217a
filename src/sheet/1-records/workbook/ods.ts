import type { WorkbookProblem } from "../records.ts";
import type { OdsCell } from "./ods-cell.ts";
import { odsCell, writtenIn } from "./ods-cell.ts";
import type { DownMerge, Tab } from "./tab.ts";
import { attributeOf, xmlPieces } from "./xml.ts";

/** As many as spreadsheets have. */
const [mostRows, mostColumns] = [1 << 20, 1 << 14];
/** Most cells of all tabs, those that a file repeats counted as often as it does. */
const mostCells = 20_000_000;

/** What stands inside of tables and is no cell of theirs. */
const asides = new Set(["office:annotation", "table:shapes", "table:tracked-changes", "draw:frame"]);

interface OpenTab {
  readonly name: string;
  readonly isHidden: boolean;
  /** By their index; blank ones are holes. */
  readonly rows: OdsCell[][];
  readonly merges: DownMerge[];
  nextRow: number;
  nextColumn: number;
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
}

/**
 * The tabs of an OpenDocument spreadsheet, from its `content.xml`. It says of every cell both its value and how it is shown, so that
 * no format has to be understood. What it repeats to the end of the sheet is counted before it is kept.
 */
export function odsTabs(content: string): readonly Tab[] | WorkbookProblem {
  const hiddenStyles = new Set<string>();
  const tabs: OpenTab[] = [];
  let tab: OpenTab | undefined;
  let cells: OdsCell[] = [];
  let [style, rowTag, cellTag, nextCell, count] = ["", "", "", 0, 0];
  /** Of the cell that is read. */
  let text: string | undefined;
  let saysText = false;
  let aside = { name: "", depth: 0 };

  function endCell(into: OpenTab): boolean {
    const cell = odsCell(cellTag, saysText ? text : undefined);
    const times = timesIn(cellTag, "table:number-columns-repeated");
    const height = timesIn(cellTag, "table:number-rows-spanned");
    text = undefined;
    if (height > 1) into.merges.push({ first: into.nextRow, last: into.nextRow + height - 1, column: nextCell });
    if (cell) count += times;
    if (cell && (nextCell + times > mostColumns || count > mostCells)) return false;
    if (cell) for (let at = 0; at < times; at++) cells[nextCell + at] = cell;
    nextCell += times;
    return true;
  }

  function endRow(into: OpenTab): boolean {
    const times = timesIn(rowTag, "table:number-rows-repeated");
    const first = into.nextRow;
    into.nextRow += times;
    if (cells.length === 0) return true;
    count += cells.length * (times - 1);
    if (count > mostCells || into.nextRow > mostRows) return false;
    const isHidden = isUnseen(rowTag);
    for (let row = first; row < into.nextRow; row++) {
      into.rows[row] = cells;
      if (isHidden) into.hiddenRows.push(row + 1);
    }
    return true;
  }

  for (const piece of xmlPieces(content)) {
    if (aside.depth > 0) {
      if (piece.name === aside.name && piece.kind !== "empty") aside.depth += piece.kind === "open" ? 1 : -1;
      continue;
    }
    const { kind, name, attributes } = piece;
    const [begins, ends] = [kind === "open" || kind === "empty", kind === "close" || kind === "empty"];
    if (kind === "open" && asides.has(name)) aside = { name, depth: 1 };
    else if (name === "style:style") style = attributeOf(attributes, "style:name") ?? style;
    else if (name === "style:table-properties") {
      if (attributeOf(attributes, "table:display") === "false") hiddenStyles.add(style);
    } else if (name === "table:table" && begins) {
      tab = openTab(attributes, hiddenStyles);
      tabs.push(tab);
    } else if (!tab) continue;
    else if (name === "table:table-column" && begins) takeColumns(tab, attributes);
    else if (name === "table:table-row") {
      if (begins) [rowTag, cells, nextCell] = [attributes, [], 0];
      if (ends && !endRow(tab)) return { kind: "large", limit: mostCells };
    } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
      if (begins) [cellTag, text, saysText] = [attributes, "", false];
      if (ends && !endCell(tab)) return { kind: "large", limit: mostCells };
    } else if (text !== undefined) {
      text += writtenIn(piece, text);
      saysText ||= name === "text:p";
    }
  }
  return tabs.map(finished);
}

const openTab = (attributes: string, hiddenStyles: ReadonlySet<string>): OpenTab => ({
  name: attributeOf(attributes, "table:name") ?? "",
  isHidden: hiddenStyles.has(attributeOf(attributes, "table:style-name") ?? ""),
  rows: [],
  merges: [],
  nextRow: 0,
  nextColumn: 0,
  hiddenRows: [],
  hiddenColumns: [],
});

function takeColumns(tab: OpenTab, attributes: string): void {
  const end = Math.min(mostColumns, tab.nextColumn + timesIn(attributes, "table:number-columns-repeated"));
  if (isUnseen(attributes)) for (let at = tab.nextColumn; at < end; at++) tab.hiddenColumns.push(at + 1);
  tab.nextColumn = end;
}

const isUnseen = (attributes: string): boolean =>
  /^(?:collapse|filter)$/.test(attributeOf(attributes, "table:visibility") ?? "");

function timesIn(attributes: string, name: string): number {
  const written = attributeOf(attributes, name) ?? "1";
  return /^\d{1,8}$/.test(written) ? Number.parseInt(written, 10) : 1;
}

const finished = ({ name, rows, merges, isHidden, hiddenRows, hiddenColumns }: OpenTab): Tab => ({
  name,
  row: (row) => {
    const cells = rows[row] ?? [];
    return {
      text: (at) => cells[at]?.text ?? "",
      isNumber: (at) => cells[at]?.isNumber === true,
      shown: (at) => cells[at]?.shown ?? "",
    };
  },
  rows: rows.length,
  *texts() {
    for (const row of rows) for (const cell of row ?? []) if (cell && !cell.isNumber) yield cell.text;
  },
  merges: merges.map((merge) => ({ ...merge, last: Math.min(merge.last, rows.length - 1) })),
  width: rows.reduce((width, row) => Math.max(width, row.length), 0),
  hidden: { isTab: isHidden, rows: hiddenRows, columns: hiddenColumns },
});
