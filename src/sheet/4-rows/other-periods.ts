import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { findPeriods, parsePeriod } from "../../period/parse-period.ts";
import type { Period } from "../../period/period.ts";
import { parseYearless } from "../../period/yearless.ts";
import { beginsWith, clean, longestTitle } from "../../text/fold.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { saysPurpose } from "../2-header/groups-above.ts";
import type { BoundHeader } from "../2-header/header.ts";
import type { Mention, Title } from "../2-header/mentions.ts";
import { contradictedBy, findMentions } from "../2-header/mentions.ts";
import { kindsOf } from "../3-cells/row-period.ts";
import { sheetWords } from "../vocabulary.ts";
import { headWithin } from "./second-table.ts";

/** Asks of whom a sheet scores below a line that names another period than its own: `Tháng 4/2026` between people of March. */
export interface OtherPeriods {
  /** A row that is nobody's. */
  see(record: SheetRecord): void;
  /** Somebody follows. @returns whether he stands below such a line; the first of them is reported */
  stands(): boolean;
  /** Is that so of all who follow? */
  readonly areBelow: boolean;
}

/** `period`: that of the sheet, where nothing else says which one its rows have. */
export function createOtherPeriods(
  plan: Plan,
  period: Period,
  header: BoundHeader,
  diagnostics: Diagnostics,
): OtherPeriods {
  const headIn = headWithin(header);
  let other: Mention | undefined;
  let [isTitle, areBelow] = [false, false];

  return {
    get areBelow() {
      return areBelow;
    },
    see({ line, cells }) {
      const text = cells.map(clean).filter(Boolean).join(" ");
      if (text === "" || text.length > longestTitle) return;
      const found = otherIn({ line, text });
      other = found ?? other;
      isTitle ||= found ? isPeriod(text) || isOfSheet(text) : headIn(cells) !== undefined && other !== undefined;
    },
    stands() {
      if (other && isTitle && !areBelow) {
        areBelow = true;
        const { text, line } = other;
        diagnostics.report("D246", { text, found: other.period.name, period: period.name }, header.place(line));
      }
      [other, isTitle] = [undefined, false];
      return areBelow;
    },
  };

  function otherIn(title: Title): Mention | undefined {
    const own = { line: 0, text: period.name };
    const { periods } = findMentions("", [own, title], kindsOf(plan), plan.year);
    return contradictedBy(
      period,
      periods.filter(({ line }) => line === title.line),
    );
  }
}

/** Is a text the title of a sheet for some period: `QUÝ II NĂM 2026`, `Bảng điểm tháng 4/2026`? */
export const titlesPeriod = (text: string): boolean =>
  text.length <= longestTitle && (isPeriod(text) || (isOfSheet(text) && findPeriods(text).length > 0));

const isOfSheet = (text: string): boolean => saysPurpose(text) || sheetWords.some((word) => beginsWith(text, word));

/** `II. Tháng 4/2026`. Codes may be called T3 or 2026. */
const isPeriod = (text: string): boolean =>
  [text, text.replace(/^(?:[IVX]{1,4}|\d{1,2}|[A-D])[.)]? /, "")].some(
    (each) => each.includes(" ") && (parsePeriod(each) !== undefined || parseYearless(each) !== undefined),
  );
