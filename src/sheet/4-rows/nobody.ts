import { periodId } from "../../model/column.ts";
import { clean } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord, TextRows } from "../1-records/records.ts";
import { reportTable } from "../2-header/header.ts";
import type { ReadableTexts } from "../3-cells/parted-numbers.ts";
import type { ScoreReader } from "../3-cells/scores.ts";
import type { SheetReading } from "../3-cells/sheet-reading.ts";
import { askedOf, columnNumbers } from "../column-numbers.ts";
import { unitIn } from "../group-titles.ts";
import { firstText } from "../row-words.ts";
import { totalWords } from "../vocabulary.ts";
import { createClosingLines } from "./closing-lines.ts";
import type { FiguresAbove } from "./figures-above.ts";
import { headCount } from "./head-counts.ts";
import { headsAgain } from "./heads-again.ts";
import { createKeyedTitles } from "./keyed-titles.ts";
import { createMaxima } from "./maxima.ts";
import { createNaming } from "./naming.ts";
import type { SkippedLines, SkippedRow } from "./notes.ts";
import { createNumberedTitles } from "./numbered-titles.ts";
import { titlesPeriod } from "./other-periods.ts";
import { headWithin } from "./second-table.ts";
import { createSkippedRows } from "./skipped-rows.ts";
import { createSummaryRows } from "./summary-rows.ts";
import type { TitleRows } from "./title-rows.ts";
import { createUnnamedPeople } from "./unnamed-people.ts";
import { createUnnumberedPeople, peopleNumberOrdinal } from "./unnumbered-people.ts";
import { unreadTitles } from "./unread-titles.ts";

/**
 * Tells the rows that are nobody's from those of people: numbers of the columns, the head once more, maxima, totals, titles
 * of groups, signatures. Nobody is invented and nobody is dropped: what may have been a person is an error.
 */
export interface NobodyRows {
  /**
   * Is it such a row? Lists it; one that may have been somebody's is `broken`, and reported. A person of whom it says nothing
   * but the key, which is to leave him incomplete, is `blank`.
   */
  take(record: SheetRecord, key: readonly string[]): "skipped" | "broken" | "blank" | undefined;
  /** So many rows of people were taken straight from their bytes. */
  passed(people: number): void;
  /** After the last row. */
  finish(): void;
  /** Was the last row somebody's, and can the next one not be decided by its place, nor be one that was before? */
  readonly isAmongPeople: boolean;
  /** Rows without a key that stand between people and have something where scores stand: broken, and reported. */
  readonly brokenBetween: number;
  readonly skipped: readonly SkippedRow[];
  readonly skippedCount: number;
  readonly skippedLines: SkippedLines;
}

export function createNobodyRows(
  { plan, header, diagnostics, complaints }: SheetReading,
  scores: Pick<ScoreReader, "heldBy">,
  readable: ReadableTexts,
  titles: TitleRows | undefined,
  isOfOthers: (record: SheetRecord) => boolean,
  figures: FiguresAbove | undefined,
): NobodyRows {
  const { columns, cells: itemOrdinals } = header.layout;
  const keyOrdinals = plan.key.map((index) => columns[index] ?? 0).filter((ordinal) => ordinal > 0);
  const nameOrdinal = plan.name === undefined ? 0 : (columns[plan.name] ?? 0);
  const naming = createNaming(plan, header, keyOrdinals, readable, isOfOthers, figures);
  /** Columns that say something of somebody besides. */
  const telling = [
    ...itemOrdinals,
    ...plan.columns.flatMap(({ compare, id }, at) =>
      compare || plan.key.includes(at) || at === plan.name || id === periodId ? [] : [columns[at] ?? 0],
    ),
  ].filter((ordinal) => ordinal > 0);
  const repeatsHead = headsAgain(header, keyOrdinals);
  /** The rows that number the columns, which a printed page may have again. */
  const numberings: TextRows[number][] = [];
  const maxima = createMaxima(plan, header, diagnostics);
  const skipped = createSkippedRows();
  const unnamed = createUnnamedPeople(header, nameOrdinal, isOfOthers, diagnostics);
  const unnumbered = createUnnumberedPeople(header, peopleNumberOrdinal(plan, header), diagnostics, complaints);
  const closing = createClosingLines(plan, header, scores);
  const summary = createSummaryRows(plan, header, diagnostics);
  const keyed = createKeyedTitles(plan, header);
  const numbered = titles && createNumberedTitles(header, nameOrdinal || (keyOrdinals[0] ?? 1), diagnostics);
  const seeTitle = unreadTitles(plan, header, diagnostics);
  let brokenBetween = 0;
  const headIn = headWithin(header);
  let isBelowHead = true;
  /** Behind the head of another table nobody knows what stands in which column. */
  let isCut = false;
  let [hasPeople, isBehindSomebody] = [false, false];

  const textAt = (cells: readonly string[], ordinal: number): string => cellText(cells[ordinal - 1] ?? "");

  function skip(line: number, why: SkippedRow["why"], text: string): "skipped" {
    skipped.add(line, why, text);
    isBehindSomebody = false;
    gap();
    return "skipped";
  }

  function gap(): void {
    summary.gap();
    figures?.gap();
  }

  function takeKeyless(record: SheetRecord, key: readonly string[]): "skipped" | "broken" {
    const { line, cells } = record;
    const text = firstText(cells);
    const found = closing.see(record);
    const complain = (): void =>
      found === undefined ? complainOfKey() : diagnostics.report("D243", { found }, header.place(line));
    const complainOfKey = (): void => {
      const ordinal = keyOrdinals[Math.max(0, key.indexOf(""))] ?? 1;
      const [name = "", found] = [header.names[ordinal - 1], textAt(cells, ordinal) || undefined];
      const parameters = { header: name, found, words: totalWords, title: unitIn(cells) };
      diagnostics.report("D215", parameters, header.place(line, ordinal));
    };
    const held = scores.heldBy(record);
    const isNamed = textAt(cells, nameOrdinal) !== "";
    if (held === "score" || (held === "text" && isNamed && (!hasPeople || unnamed.isNumbered(record)))) {
      complainOfKey();
      return "broken";
    }
    if (held === "text" && hasPeople) {
      skipped.addUnlessBetween(line, text, complain);
      unnamed.seeWords(record, found === undefined);
      return "skipped";
    }
    if (held === undefined && plan.blankRows !== "skip") unnamed.leftOut(record, found === undefined);
    seeTitle(record);
    return skip(line, "no key", text);
  }

  return {
    get skipped() {
      return skipped.list;
    },
    get skippedCount() {
      return skipped.count;
    },
    get skippedLines() {
      return skipped.lines;
    },
    passed: summary.others,
    finish() {
      unnamed.finish();
      unnumbered.finish();
    },
    get isAmongPeople() {
      const isWaiting = [skipped, unnamed, unnumbered].some((each) => each.isWaiting);
      return isBehindSomebody && !summary.isBehindGap && !isWaiting && numberings.length === 0;
    },
    get brokenBetween() {
      return brokenBetween;
    },
    take(record, key) {
      const { line, cells } = record;
      if (isBelowHead && key.includes("") && maxima.areWeights(record)) {
        maxima.checkWeights(record);
        return skip(line, "weights", firstText(cells));
      }
      if (isBelowHead) {
        const numbers = columnNumbers(cells);
        if (numbers === "certainly") {
          numberings.push(cells.map(clean));
          return skip(line, "column numbers", firstText(cells));
        }
        if (numbers === "perhaps") {
          diagnostics.report("D123", askedOf(cells.map(cellText), phrase("somebody")), header.place(line));
          return "broken";
        }
      }
      if (isCut) return "broken";
      if (numberings.some((texts) => isSameRow(texts, cells))) return skip(line, "column numbers", firstText(cells));
      const head = repeatsHead(key, cells) ? "same" : headIn(cells);
      if (typeof head === "number") {
        reportTable(cells.map(cellText), head, header.place(line, head), diagnostics);
        isCut = true;
        return "broken";
      }
      if (head === "same") {
        isBelowHead = true;
        return skip(line, "head", firstText(cells));
      }
      if (scores.heldBy(record) === undefined && headCount(cells) === "all")
        return skip(line, "total", firstText(cells));
      const about = naming.aboutOf(record, key);
      if (about?.kind === "perhaps") {
        const blank = key.includes("") ? header.names[(keyOrdinals[key.indexOf("")] ?? 1) - 1] : undefined;
        const found = textAt(cells, about.ordinal);
        diagnostics.report("D137", { found, blank }, header.place(line, about.ordinal));
        return "broken";
      }
      if (about?.kind === "maxima") maxima.check(record, hasPeople);
      if (about?.kind === "weights") maxima.checkWeights(record);
      if (about) return skip(line, about.kind, firstText(cells));
      if (isBelowHead && key.includes("") && maxima.areIn(record)) return skip(line, "maxima", firstText(cells));
      const title = titles?.take(record);
      if (title?.kind === "title" && !title.wider) return skip(line, "title", title.text);
      if (title?.kind === "remark") return skip(line, "no key", title.text);
      if (title) {
        const [found, place] = [title.text, header.place(line, title.ordinal)];
        const complain = () =>
          title.wider
            ? diagnostics.report("D253", { found, ...title.wider }, place)
            : diagnostics.report("D132", { found }, place);
        const isOne = title.kind === "doubted" ? () => titles?.wentOn === true : undefined;
        skipped.addUnlessBetween(line, title.text, complain, isOne);
        if (plan.blankRows !== "skip") unnamed.seeTitle(record, closing.see(record) === undefined);
        return "skipped";
      }
      if (key.includes("") && firstText(cells) !== "") return takeKeyless(record, key);
      if (key.includes("")) {
        gap();
        return "skipped";
      }
      if (closing.has(record)) {
        const complain = () => diagnostics.report("D243", { found: firstText(cells) }, header.place(line));
        skipped.addUnlessBetween(line, firstText(cells), complain);
        return "skipped";
      }
      if (summary.has(record)) return "broken";
      const hasNothing = telling.every((ordinal) => textAt(cells, ordinal) === "");
      if (hasNothing && titlesPeriod(firstText(key))) return skip(line, "no key", firstText(cells));
      if (hasNothing && keyed.has(record)) {
        const [found, place] = [firstText(key), header.place(line, keyOrdinals[0])];
        const complain = () => diagnostics.report("D132", { found }, place);
        skipped.addUnlessBetween(line, found, complain, () => keyed.isLikePeople);
        seeTitle(record);
        return "skipped";
      }
      if (hasNothing && plan.blankRows === "skip") return skip(line, "nothing but a key", firstText(cells));
      isBelowHead = false;
      hasPeople = true;
      isBehindSomebody = true;
      summary.somebody(record);
      titles?.somebody(record);
      numbered?.somebody(record, hasNothing);
      keyed.somebody(record);
      unnamed.somebody(record);
      unnumbered.somebody(record, hasNothing);
      closing.somebody(record);
      brokenBetween += skipped.somebody();
      return hasNothing && plan.blankRows === "incomplete" ? "blank" : undefined;
    },
  };
}

/** `texts`: cleaned. */
const isSameRow = (texts: readonly string[], cells: readonly string[]): boolean =>
  cells.every((raw, at) => clean(raw) === (texts[at] ?? "")) && texts.slice(cells.length).every((text) => text === "");
