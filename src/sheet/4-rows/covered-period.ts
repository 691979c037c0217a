import type { Period } from "../../period/period.ts";
import { phrase } from "../../text/phrase.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { Mention } from "../2-header/mentions.ts";
import { contradictedBy } from "../2-header/mentions.ts";
import { expectedKinds } from "../2-header/period-words.ts";
import type { Fault } from "../3-cells/fault.ts";
import { cellReader, isFault } from "../3-cells/fault.ts";
import { kindsOf, rowPeriod } from "../3-cells/row-period.ts";
import type { SheetReading } from "../3-cells/sheet-reading.ts";

/** What the rows of a sheet cover. */
export interface CoveredPeriods {
  /** The period of a row; undefined, and reported, where nothing sound says it. */
  of(record: SheetRecord): Period | undefined;
  /** The name of the period that a text in the `period` column would mean, if any. */
  named(raw: string): string | undefined;
  /** That of all rows, where no column says another. */
  readonly always: Period | undefined;
  /** The period that a text was read as before; undefined where the rows' own column does not decide alone. */
  remembered(raw: string): Period | undefined;
}

/**
 * `period`: of every row, or of those whose period column is blank and whatever it says must be that. `mentions`: periods
 * that the file speaks of besides; a column that says others is noted.
 */
export function createCoveredPeriods(
  { plan, header, complaints, diagnostics }: SheetReading,
  period: Period | undefined,
  mentions: readonly Mention[],
): CoveredPeriods {
  const read = cellReader((text) => rowPeriod(text, plan));
  const expected = expectedKinds(kindsOf(plan));
  const compared = new Set<string>();

  /** Undefined where nothing says it. */
  function periodIn({ line, cells }: SheetRecord): Period | Fault | undefined {
    if (header.period === 0) return period;
    const found = read(cells[header.period - 1] ?? "", { line, column: header.period }) ?? period;
    if (!found || isFault(found) || !period || period.name === found.name) return found;
    return { code: "D214", expected: { en: period.name, vi: period.name } };
  }

  /** Each period once, in its first row. */
  function compareWithMentions(found: Period, line: number): void {
    if (mentions.length === 0 || compared.has(found.name)) return;
    compared.add(found.name);
    const other = contradictedBy(found, mentions);
    if (!other) return;
    const where = phrase("the period column");
    const parameters = { where, found: found.name, stated: other.period.name, text: other.text };
    diagnostics.report("D118", parameters, header.place(line, header.period));
  }

  return {
    of(record) {
      const found = periodIn(record);
      if (!found) complaints.blank(expected, header.period);
      else if (isFault(found)) complaints.cell(found, header.period, record.cells[header.period - 1] ?? "");
      else {
        compareWithMentions(found, record.line);
        return found;
      }
      return undefined;
    },
    always: header.period === 0 ? period : undefined,
    remembered: (raw) => (period ? undefined : (read.remembered(raw) ?? undefined)),
    named(raw) {
      if (header.period === 0 || period) return period?.name;
      const found = read(raw, { line: 0, column: header.period });
      return found === null || isFault(found) ? undefined : found.name;
    },
  };
}
