import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { wordsOf } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import { spelling } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { groupsIn } from "../2-header/groups-above.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { scoreColumns } from "../2-header/targets.ts";
import { peopleNumberOrdinal } from "./unnumbered-people.ts";

/**
 * Asks about a summary below people, in the same columns: rows that are called as classes or groups are, behind a gap or numbered anew,
 * would be people with classes and ranks.
 */
export interface SummaryRows {
  /** A row of nobody's. */
  gap(): void;
  readonly isBehindGap: boolean;
  /** Is a row with a key the first of a summary? It is reported. */
  has(record: SheetRecord): boolean;
  somebody(record: SheetRecord): void;
}

export function createSummaryRows(plan: Plan, header: BoundHeader, diagnostics: Diagnostics): SummaryRows {
  const { layout, names, place } = header;
  const naming = [...plan.key, plan.name ?? -1].map((index) => layout.columns[index] ?? 0).filter(Boolean);
  const numbers = names.findIndex(isRowNumberName);
  const classes = new Set(classWords(plan).map(spelling));
  const groups = plan.columns.flatMap(({ type, id, headers }, index) =>
    type.kind === "text" && !plan.key.includes(index) && index !== plan.name ? [[id, ...headers]] : [],
  );
  /** The first of the people is called so as well, who are units then. */
  let areCalledSo = false;
  let hasPeople = false;
  let isBehindGap = false;
  let arePeopleNumbered = false;
  /** Where one row is one person, those without a number are told as such (D244). */
  const areUnnumberedTold = peopleNumberOrdinal(plan, header) > 0;
  const textAt = ({ cells }: SheetRecord, ordinal: number): string => cellText(cells[ordinal - 1] ?? "");
  const isGroup = (text: string): boolean => groups.some((group) => groupsIn([text], group).length > 0);
  const numberOf = (record: SheetRecord): string => textAt(record, numbers + 1);

  return {
    get isBehindGap() {
      return isBehindGap;
    },
    gap() {
      isBehindGap = true;
    },
    has(record) {
      const number = numberOf(record);
      if (!hasPeople || !(isBehindGap || beginsAnew.test(number))) return false;
      if (areUnnumberedTold && arePeopleNumbered && number === "") return false;
      for (const ordinal of naming) {
        const found = textAt(record, ordinal);
        if (!classes.has(spelling(found)) && (areCalledSo || !isGroup(found))) continue;
        diagnostics.report("D245", { found }, place(record.line, ordinal));
        isBehindGap = true;
        return true;
      }
      return false;
    },
    somebody(record) {
      arePeopleNumbered = numberOf(record) !== "";
      if (!hasPeople) areCalledSo = naming.some((ordinal) => isGroup(textAt(record, ordinal)));
      hasPeople = true;
      isBehindGap = false;
    },
  };
}

const beginsAnew = /^\(?0*1[.)]*$/;

/** What bands and levels are called. Some letters may be anybody's code. */
export function classWords(plan: Plan): readonly string[] {
  const bands = [plan.stage, ...plan.rollups].flatMap((stage) =>
    stage.bands.flatMap(({ id, title }) => [id, title.vi, title.en]),
  );
  const levels = scoreColumns(plan).flatMap(({ item: { scale } }) =>
    scale.kind === "levels" ? scale.levels.flatMap(wordsOf) : [],
  );
  return [...new Set([...bands, ...levels])].filter((word) => word.length > 2 && !/\d/.test(word));
}
