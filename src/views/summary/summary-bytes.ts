import type { ByteBlock, Pieces } from "../../document/byte-block.ts";
import {
  addText,
  blockBytes,
  createBlock,
  createPieces,
  endPiece,
  pieceStart,
  putNumber,
  putPiece,
  putText,
  taken,
} from "../../document/byte-block.ts";
import { marked } from "../../document/cell-text.ts";
import { csvLine } from "../../document/csv-bulk.ts";
import type { Dialect } from "../../document/csv-dialect.ts";
import { quotientText, shareText } from "../../document/number-text.ts";
import type { Plan } from "../../model/plan.ts";
import type { Report } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import { stageAt, stagesOf } from "../../model/stages.ts";
import { totalType } from "../fields.ts";
import type { Style } from "../style.ts";
import { states } from "../words.ts";
import type { PeriodLine } from "./summary.ts";
import { linesBehindGroups, summaryOf } from "./summary.ts";
import type { CountedCut } from "./summary-counts.ts";
import { countedCuts } from "./summary-counts.ts";
import { countedLines, groupLines } from "./summary-groups.ts";
import type { Line } from "./summary-line.ts";

/**
 * The summary as a CSV file, in blocks of bytes: a block is overwritten when the next one is asked for. Groups that are counted in
 * columns, by the thousand, are written without an object for each of their lines; what else there is, by lines.
 */
export function* summaryBytes(report: Report, style: Style, dialect: Dialect): Generator<Uint8Array> {
  const { plan, periods } = report;
  const { columns } = summaryOf(report, style);
  const print = csvLine.of(columns, dialect);
  const block = createBlock();
  yield* putText(block, csvLine.head(columns, dialect));
  for (const period of periods) {
    const stage = stageAt(plan, period);
    const { results } = period;
    const text = (lines: Iterable<Line>) => textOf(lines, period.period, print);
    if (results.columns) {
      const put = groupPutter(plan, stage, columns, dialect);
      for (const cut of countedCuts(plan, stage, results, results.columns, style)) {
        for (const group of cut.order) {
          if (!put(block, period.period, cut, group))
            yield* putText(block, text(countedLines(plan, stage, style, cut, group)));
          if (block.at >= blockBytes) yield taken(block);
        }
      }
    } else yield* putText(block, text(groupLines(plan, stage, period, style)));
    for (const line of linesBehindGroups(plan, period, style)) {
      yield* putText(block, print({ period: period.period, line }));
      if (block.at >= blockBytes) yield taken(block);
    }
  }
  yield taken(block);
}

function textOf(lines: Iterable<Line>, period: string, print: (line: PeriodLine) => string): string {
  let text = "";
  for (const line of lines) text += print({ period, line });
  return text;
}

/** Most characters of what stands before the counts of a group; others are written as text. */
const longestFront = 1024;

/** Puts the lines of a group: each band, then all who are rated. @returns false for one of which more is to be said */
function groupPutter(
  plan: Plan,
  { bands }: Stage,
  columns: ReturnType<typeof summaryOf>["columns"],
  dialect: Dialect,
): (block: ByteBlock, period: string, cut: CountedCut, group: number) => boolean {
  const at = (id: string): number => columns.findIndex((column) => column.id === id);
  /** Prints the cells from one column up to another, with a delimiter behind the last. */
  const printer = (from: string, to?: string): ((line: PeriodLine) => string) => {
    const print = csvLine.of(columns.slice(at(from), to === undefined ? undefined : at(to)), dialect);
    return (line) => print(line).slice(0, -1) + dialect.delimiter;
  };
  const front = printer("period", "kind");
  const label = printer("kind", "count");
  const labels = createPieces();
  const add = (pieces: Pieces, text: string): number => endPiece(pieces, addText(pieces, pieceStart(pieces), text));
  for (const { id, title } of bands)
    add(labels, label({ period: "", line: { kind: "band", id, title: title[plan.language] } }));
  add(labels, label({ period: "", line: { kind: "rated", title: states.rated[plan.language] } }));
  const mark = dialect.delimiter.charCodeAt(0);
  const rest = columns.length - 1 - at("mean");
  const shareOf = shareText();
  const { scale, bounds } = totalType(plan, stagesOf(plan));
  const meanText = quotientText(scale ?? 1, bounds);
  const meanOf = (sum: number, count: number): string => (count > 0 ? meanText(sum, count) : "");
  const lead = createPieces();
  const size = bands.length;

  function putLine(block: ByteBlock, of: number, count: number, whole: number, mean: string): void {
    const { bytes, view } = block;
    let to = putPiece(labels, of, view, putPiece(lead, 0, view, block.at));
    to = putNumber(bytes, to, count);
    bytes[to++] = mark;
    if (whole > 0) to = putDecimal(bytes, to, shareOf(count, whole));
    bytes[to++] = mark;
    to = putDecimal(bytes, to, mean);
    for (let blank = 0; blank < rest; blank++) bytes[to++] = mark;
    bytes[to++] = lineFeed;
    block.at = to;
  }

  function putDecimal(bytes: Uint8Array, at: number, decimal: string): number {
    const text = marked(decimal, dialect.decimalMark);
    for (let place = 0; place < text.length; place++) bytes[at + place] = text.charCodeAt(place);
    return at + text.length;
  }

  return (block, period, { within, values, counts, sums, per, apart }, group) => {
    if (apart.has(group)) return false;
    const scope = within.length === 0 ? {} : { within, scope: values[group] };
    const text = front({ period, line: { kind: "band", ...scope } });
    if (text.length > longestFront) return false;
    lead.count = 0;
    add(lead, text);
    let [people, points] = [0, 0];
    const start = group * size;
    for (let band = start; band < start + size; band++) people += counts[band] as number;
    for (let band = 0; band < size; band++) {
      const sum = sums[start + band] as number;
      const count = counts[start + band] as number;
      putLine(block, band, count, people, meanOf(sum, count * per));
      points += sum;
    }
    putLine(block, size, people, people, meanOf(points, people * per));
    return true;
  };
}

const lineFeed = 0x0a;
