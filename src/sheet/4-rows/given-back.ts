import { createHash } from "node:crypto";
import { asNumber, isShortened } from "../../model/keys.ts";
import type { Plan } from "../../model/plan.ts";
import { dateOf } from "../../period/date.ts";
import { shownDay } from "../../period/shown-day.ts";
import { compareText } from "../../text/order.ts";
import { cellText, keyText, textAt } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { Target } from "../2-header/targets.ts";
import { isMadeOf } from "../3-cells/date-cell.ts";
import { givenBackHeads } from "../vocabulary.ts";

/** The heads of {@link givenBackHeads} in the language of the rubric. */
export const ownHeads = ({ language }: Plan) =>
  ({
    place: givenBackHeads.place[language],
    wrong: givenBackHeads.wrong[language],
    mark: givenBackHeads.mark[language],
  }) as const;

/** The text of a cell as it is given back. */
export const givenBack = (record: SheetRecord, ordinal: number, targets: readonly Target[], plan: Plan): string =>
  (isText(targets, plan) ? keyText : textAt)(record, ordinal);

/**
 * Has somebody changed what was given back? Not where `007` comes back as 7, nor a long number with zeros for its last digits, nor
 * a date for `3-5`, nor `2010-02-01` for `1/2/2010`: a spreadsheet has done that, and it would be another person.
 */
export const isChanged = (given: string, back: string, targets: readonly Target[], plan: Plan): boolean =>
  back !== given &&
  !(isText(targets, plan) && (isAsNumber(given, back) || isMadeOf(given, back) || isSameDay(given, back)));

function isSameDay(given: string, back: string): boolean {
  const day = shownDay(given);
  return day !== undefined && day === shownDay(back);
}

/** Is it the same date with the month in place of the day? A spreadsheet of another country reads `1/2/2026` so. */
export function isTurned(given: string, back: string): boolean {
  const [one, other] = [shownDay(given), shownDay(back)];
  if (one === undefined || other === undefined || one === other) return false;
  const [was, is] = [dateOf(one), dateOf(other)];
  return was.year === is.year && was.month === is.day && was.day === is.month;
}

const isAsNumber = (given: string, back: string): boolean =>
  (!/^0\d/.test(back) && asNumber(back) === asNumber(given)) || isShortened(given, back);

/** Is it a key, a name or a period, in which a number of a workbook stands for its digits? */
export function isText([target]: readonly Target[], { columns }: Plan): boolean {
  if (target?.kind !== "column") return target?.kind === "period";
  return columns[target.index]?.type.kind === "text";
}

/**
 * Tells a row by its cells and by what is given back beside them (the period, the title of its group): 64 bits of their SHA-256,
 * in groups of four digits, as a spreadsheet would take some of them for numbers.
 */
export function rowMark({ cells, numbers }: SheetRecord, beside: ReadonlyMap<string, string>): string {
  const texts = cells.map((cell, at) => [cellText(cell), numbers?.has(at) ? numbers.shown(at) : ""]);
  const last = texts.findLastIndex(([text]) => text !== "");
  const around = [...beside].sort(([a], [b]) => compareText(a, b));
  const hash = createHash("sha256").update(JSON.stringify([texts.slice(0, last + 1), around]));
  return (hash.digest("hex").slice(0, 16).match(/.{4}/g) ?? []).join("-");
}
