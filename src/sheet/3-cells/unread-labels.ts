import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { labelOf, wordsOf } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import { fold, foldedWords, longestTitle, spelling } from "../../text/fold.ts";
import { noWords, yesWords } from "../../text/vocabulary.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { absentColumn, shownValue } from "../2-header/absent-column.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { endedWords, notYetWords, wordsOfImposing } from "../vocabulary.ts";

/** Watches the columns that nobody reads for labels of a column that the sheet lacks, which may be that one under another name, or whose cell is blank. */
export interface UnreadLabels {
  /** A row of somebody. */
  see(record: SheetRecord, key: string): void;
  /** Is what stands there (UTF-8) such a label? Absent where there is none to watch for. */
  readonly leaves: ((bytes: Uint8Array, start: number, end: number) => boolean) | undefined;
}

/** `common`: words that other columns say too, such as the classes. */
export function createUnreadLabels(
  plan: Plan,
  { absent, unused, names, place, layout }: Pick<BoundHeader, "absent" | "unused" | "names" | "place" | "layout">,
  common: readonly string[],
  diagnostics: Diagnostics,
): UnreadLabels {
  const ordinary = new Set([...common, ...yesWords, ...noWords].map(fold));
  const labels = plan.columns.flatMap((column, index) => {
    const ordinal = layout.columns[index] ?? 0;
    const given =
      ordinal > 0 ? !column.when && absentColumn(column, plan.language) : absent.find(({ id }) => id === column.id);
    if (column.type.kind !== "choice" || !given || given.isGroup || given.hasNear) return [];
    const values = column.type.values.filter(({ id }) => id !== column.default);
    const of = { column: labelOf(column.id, column.headers), value: shownValue(given) };
    const isImposed = imposes([column.id, ...column.headers]);
    return values.flatMap((value) =>
      wordsOf(value)
        .filter((word) => /\p{L}{2}/u.test(word) && !ordinary.has(fold(word)))
        .map((word) => ({ word, label: value.label ?? value.id, of, ordinal, stands: standsIn(word, isImposed) })),
    );
  });
  const beginnings = new Set(labels.flatMap(({ word }) => beginningsOf(word)));
  const told = new Set<object>();

  const labelsOf = (found: string) => (found === "" ? [] : labels.filter(({ stands }) => stands(found)));

  return {
    see({ line, cells }, key) {
      if (labels.length === 0) return;
      for (const at of unused) {
        const found = cellText(cells[at - 1] ?? "");
        const said = labelsOf(found).find(({ ordinal }) => ordinal === 0 || cellText(cells[ordinal - 1] ?? "") === "");
        if (said === undefined) continue;
        const { of, label, ordinal } = said;
        const parameters = { ...of, found, label, header: names[at - 1] ?? "" };
        if (ordinal > 0) diagnostics.report("D163", { ...parameters, key }, place(line, at));
        else if (!told.has(of)) diagnostics.report("D162", parameters, place(line, at));
        told.add(of);
      }
    },
    leaves:
      labels.length === 0
        ? undefined
        : (bytes, start, end) => {
            for (let at = start; at + 1 < end; at++)
              if (beginnings.has(pairAt(bytes, at)))
                return labelsOf(cellText(Buffer.from(bytes.subarray(start, end)).toString())).length > 0;
            return false;
          },
  };
}

/**
 * Does a text say a label? One of several words as words of its own, `Bị khiển trách theo QĐ 12`, unless it did not come to that or is over; a
 * single word alone or before what a mark parts from it, `Vắng (ốm)`: `Tốt nghiệp` says another thing.
 */
function standsIn(word: string, isImposed: (before: string, behind: string) => boolean): (text: string) => boolean {
  const [label, words] = [fold(word), foldedWords(word).join(" ")];
  if (!words.includes(" "))
    return (text) =>
      fold(text) === label ||
      [...text.slice(0, longestTitle).matchAll(/ ?[(:,;–-]/g)].some(
        ({ index }) => fold(text.slice(0, index)) === label,
      );
  return (text) => {
    const said = ` ${foldedWords(text).join(" ")} `;
    const at = said.indexOf(` ${words} `);
    return fold(text) === label || (at >= 0 && isImposed(said.slice(0, at), said.slice(at + words.length + 1)));
  };
}

/** Does what stands before a label and behind it let it hold? Not in `không bị kỷ luật khiển trách`, nor in `khiển trách, đã xóa`. `names`: those of the column. */
function imposes(names: readonly string[]): (before: string, behind: string) => boolean {
  const passed = new Set([...wordsOfImposing, ...names].flatMap(foldedWords));
  const notYet = new Set(notYetWords.map(fold));
  const ended = endedWords.map((each) => ` ${foldedWords(each).join(" ")} `);
  return (before, behind) => {
    const last = before
      .trim()
      .split(" ")
      .findLast((each) => !passed.has(each));
    return !notYet.has(last ?? "") && !ended.some((each) => behind.includes(each));
  };
}

/** Two bytes, letters without their case. */
const pairAt = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] as number) | 0x20) << 8) | ((bytes[at + 1] as number) | 0x20);

/** Those with which it begins however it is typed. */
const beginningsOf = (word: string): readonly number[] =>
  [word, fold(word), spelling(word)]
    .flatMap((each) => [each, each.toUpperCase(), each.toLowerCase()])
    .flatMap((each) => [each.normalize("NFC"), each.normalize("NFD")])
    .map((each) => pairAt(Buffer.from(each), 0));
