import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { wordsOf } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import { wholeNumber } from "../../period/date.ts";
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
  /** So many more people stand there. */
  others(count: number): void;
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
  let people = 0;
  let isBehindGap = false;
  let arePeopleNumbered = false;
  /** The number of the first of the people, and the parts of his key. */
  let first: readonly string[] = [];
  /** Where one row is one person, those without a number are told as such (D244). */
  const areUnnumberedTold = peopleNumberOrdinal(plan, header) > 0;
  const textAt = ({ cells }: SheetRecord, ordinal: number): string => cellText(cells[ordinal - 1] ?? "");
  const isGroup = (text: string): boolean => groups.some((group) => groupsIn([text], group).length > 0);
  const numberOf = (record: SheetRecord): string => textAt(record, numbers + 1);
  const counting = [numbers + 1, ...plan.key.map((index) => layout.columns[index] ?? 0)];
  const countsIn = (record: SheetRecord): readonly string[] => counting.map((ordinal) => textAt(record, ordinal));

  return {
    get isBehindGap() {
      return isBehindGap;
    },
    gap() {
      isBehindGap = true;
    },
    has(record) {
      const number = numberOf(record);
      if (people === 0 || !(isBehindGap || beginsAnew.test(number))) return false;
      if (areUnnumberedTold && arePeopleNumbered && number === "") return false;
      const areUnits = areCalledSo || countsIn(record).some((text, at) => goesOn(first[at] ?? "", text, people));
      for (const ordinal of naming) {
        const found = textAt(record, ordinal);
        if (!classes.has(spelling(found)) && (areUnits || !isGroup(found))) continue;
        diagnostics.report("D245", { found }, place(record.line, ordinal));
        isBehindGap = true;
        return true;
      }
      return false;
    },
    somebody(record) {
      arePeopleNumbered = numberOf(record) !== "";
      if (people === 0) {
        areCalledSo = naming.some((ordinal) => isGroup(textAt(record, ordinal)));
        first = countsIn(record);
      }
      people++;
      isBehindGap = false;
    },
    others(count) {
      people += count;
    },
  };
}

/** May a number or a code be the one behind so many people: `4` or `DV12` behind three, of whom the first has `1` or `DV9`? */
function goesOn(first: string, text: string, people: number): boolean {
  const [one, other] = [first, text].map((each) => /^(.*?)0*(\d{1,9})\.?$/.exec(each));
  return one?.[1] === other?.[1] && wholeNumber(other?.[2]) >= wholeNumber(one?.[2]) + people;
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
