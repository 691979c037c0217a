import type { Plan } from "../../model/plan.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import type { ScoreReader } from "../3-cells/scores.ts";
import { isClosing, isPost } from "../closing-words.ts";
import { firstText } from "../row-words.ts";
import { headCount } from "./head-counts.ts";

/**
 * The lines that close a table: place and date, who prepared it, who signs, and the names of both. They stand in whatever columns there
 * are, also in that of the key, and would otherwise be people without readable scores.
 */
export interface ClosingLines {
  /** Looks at a row that is nobody's by other signs. @returns what it says, where it, or one before behind the last person, is one of them */
  see(record: SheetRecord): string | undefined;
  /** Is a row with a whole key one of them? Only behind people, and where nothing in it could be a score. */
  has(record: SheetRecord): boolean;
  /** The row of somebody. */
  somebody(record: SheetRecord): void;
}

export function createClosingLines(
  plan: Plan,
  { layout, names }: BoundHeader,
  scores: Pick<ScoreReader, "heldBy">,
): ClosingLines {
  const ordinalOf = (index: number | undefined): number => (index === undefined ? 0 : (layout.columns[index] ?? 0));
  const textAt = ({ cells }: SheetRecord, ordinal: number): string => cellText(cells[ordinal - 1] ?? "");
  const name = plan.key.includes(plan.name ?? -1) ? 0 : ordinalOf(plan.name);
  /** A remark on somebody may speak of a date as well. */
  const speaking = [...plan.key.map(ordinalOf), name, ...layout.cells];
  const rowNumber = names.findIndex(isRowNumberName) + 1;
  const isNumbered = (record: SheetRecord): boolean => /\d/.test(textAt(record, rowNumber));
  let arePeopleNumbered = false;
  let hasPeople = false;
  let isClosed = false;
  /** By somebody's post, which may be the title of a group as well. */
  let isSigned = false;

  return {
    see({ cells }) {
      if (!hasPeople) return undefined;
      const texts = cells.map(cellText);
      const [line, post] = [texts.find(isClosing), texts.find(isPost)];
      isClosed ||= line !== undefined;
      isSigned ||= post !== undefined;
      return line ?? post ?? (isClosed || isSigned ? firstText(cells) : undefined);
    },
    has(record) {
      if (!hasPeople || isNumbered(record)) return false;
      const begins =
        headCount(record.cells) !== undefined || speaking.some((ordinal) => isClosing(textAt(record, ordinal)));
      const isNamed = !arePeopleNumbered && !begins && textAt(record, name) !== "";
      if (isNamed || !(begins || isClosed) || scores.heldBy(record) === "score") return false;
      isClosed = true;
      return true;
    },
    somebody(record) {
      hasPeople = true;
      isClosed = false;
      isSigned = false;
      arePeopleNumbered = isNumbered(record);
    },
  };
}
