import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { stretchesText } from "../../text/stretches.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import type { Complaints } from "../3-cells/complaints.ts";
import { isOrdinal, isPartMark, unitIn } from "../group-titles.ts";

/**
 * Watches for rows that have a key but no number, below people who all have one, or right above the first of a group: a summary of groups or
 * classes, or the average of the group, stands there like people. Where the numbers go on behind them they are people whose numbers were
 * forgotten, unless they have those of groups; otherwise they are asked about.
 */
export interface UnnumberedPeople {
  /** The row of somebody; `isBlank`: that says nothing of him, as a title does not. */
  somebody(record: Pick<SheetRecord, "line" | "cells">, isBlank: boolean): void;
  /** Are there rows of which the number of the next person decides? */
  readonly isWaiting: boolean;
  /** After the last row. */
  finish(): void;
}

/** `ordinal`: of the column that numbers the rows, 0 for none. */
export function createUnnumberedPeople(
  { names, place }: Pick<BoundHeader, "names" | "place">,
  ordinal: number,
  diagnostics: Diagnostics,
  complaints: Pick<Complaints, "holdBack" | "settle">,
): UnnumberedPeople {
  /** All people so far, from where the numbers began. */
  let areNumbered: boolean | undefined;
  let waiting: number[] = [];
  let titles: string[] = [];
  /** Has one of them the number of a group, or a mark: `II | Khối Đảng`? */
  let isGroupWaiting = false;

  function settle(arePeople: boolean): void {
    const [first] = waiting;
    if (first === undefined) return;
    const parameters = {
      header: names[ordinal - 1] ?? "",
      lines: stretchesText(waiting),
      titles: titles.length > 0 ? titles : undefined,
    };
    if (!arePeople) diagnostics.report("D244", parameters, place(first, ordinal));
    complaints.settle(arePeople);
    waiting = [];
    titles = [];
    isGroupWaiting = false;
  }

  return {
    somebody({ line, cells }, isBlank) {
      if (ordinal === 0) return;
      const number = cellText(cells[ordinal - 1] ?? "");
      if (!isRowNumber.test(number)) {
        areNumbered ??= false;
        if (!areNumbered && isBlank) return;
        waiting.push(line);
        const title = unitIn(cells);
        if (title !== undefined && titles.length < mostTitles) titles.push(title);
        isGroupWaiting ||= isOrdinal(number) || isPartMark(number);
        complaints.holdBack();
      } else if (beginsAnew.test(number)) {
        settle(false);
        areNumbered = true;
      } else {
        const arePeople = !(areNumbered && isGroupWaiting);
        areNumbered = areNumbered !== false && (waiting.length === 0 || !arePeople);
        settle(arePeople);
      }
    },
    get isWaiting() {
      return waiting.length > 0;
    },
    finish: () => settle(areNumbered !== true),
  };
}

/** Of the column that numbers the people and is nothing else, 0 for none: somebody's further rows need no number of their own. */
export function peopleNumberOrdinal(plan: Plan, { names, ordinals, period }: BoundHeader): number {
  const ordinal = names.findIndex(isRowNumberName) + 1;
  const hasFurtherRows = period > 0 || plan.ratings !== undefined;
  return hasFurtherRows || [...ordinals.values()].includes(ordinal) ? 0 : ordinal;
}

/** More are not told. */
const mostTitles = 3;

/** `1`, `01.`, `1.2`, `(3)`, `4a`. */
const isRowNumber = /^\(?\d+(?:[.,/-]\d+)*[a-z]?[.)]*$/i;
export const beginsAnew = /^\(?0*1[.)]*$/;
