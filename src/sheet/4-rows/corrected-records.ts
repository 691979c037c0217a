import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { CellAt } from "../../model/row.ts";
import { phrase } from "../../text/phrase.ts";
import { textAt } from "../1-records/cell-text.ts";
import { filledDown } from "../1-records/merged.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { bindNames } from "../2-header/bind-names.ts";
import { findHeader, headerRows } from "../2-header/find-header.ts";
import type { WideRecords } from "../2-header/long-form.ts";
import type { Target, Targets } from "../2-header/targets.ts";
import type { Correction, CorrectionSheet, Corrections } from "./corrections.ts";
import { fromPlace, reportNowhere, takenFrom } from "./corrections.ts";
import { givenBack, isChanged, rowMark } from "./given-back.ts";

/** Records in which rows may be replaced. */
export interface CorrectedRecords extends WideRecords {
  /** By the line of the row in whose place it went; filled while they are read. */
  readonly replaced?: ReadonlyMap<number, Correction>;
}

/** A column of a sheet. `from`: its ordinal among those of a row that comes back; 0 where it was left out there. */
interface SheetColumn {
  readonly ordinal: number;
  readonly targets: readonly Target[];
  readonly from: number;
}

/**
 * The same records, but that a row which comes back mended stands in place of its own. Cells that nobody changed stay as they are.
 * One whose own row is not there any more, or is another by now, is reported.
 */
export function withCorrections(
  plan: Plan,
  targets: Targets,
  records: WideRecords,
  corrections: Corrections | undefined,
  diagnostics: Diagnostics,
): CorrectedRecords {
  const wanted = corrections?.of(records.name);
  const header = wanted && wanted.size > 0 ? findHeader(records.head(headerRows), targets) : undefined;
  if (!wanted || !header) return records;
  const { names } = header;
  const replaced = new Map<number, Correction>();
  const met = new Set<Correction>();
  const columnsOf = new Map<CorrectionSheet, readonly SheetColumn[]>();

  function columnsIn(sheet: CorrectionSheet): readonly SheetColumn[] {
    const columns = columnsOf.get(sheet) ?? columnsBetween(names, targets, sheet);
    columnsOf.set(sheet, columns);
    return columns;
  }

  function mended(raw: SheetRecord, headLine: number): SheetRecord {
    const correction = wanted?.get(`${raw.line}`);
    if (!correction) return raw;
    met.add(correction);
    const columns = columnsIn(correction.sheet);
    const shown = filledDown(raw, headLine);
    if (rowMark(shown, besideIn(correction, columns)) !== correction.mark) {
      const parameters = { found: takenFrom(correction), columns: besideNames(correction, columns) };
      diagnostics.report("D155", parameters, fromPlace(correction), [
        { place: records.place(raw.line), message: phrase("what stands there now") },
      ]);
      return raw;
    }
    replaced.set(raw.line, correction);
    return mendedRow(plan, raw, shown, correction, columns, names.length);
  }

  const at = (line: number, column: number): CellAt => {
    const correction = replaced.get(line);
    if (!correction) return records.at?.(line, column) ?? { line, column };
    const { sheet, record } = correction;
    return { sheet, line: record.line, column: columnsIn(sheet)[column - 1]?.from || sheet.from };
  };
  return {
    ...records,
    get problem() {
      return records.problem;
    },
    replaced,
    at,
    async *rows() {
      let [index, headLine] = [-1, 0];
      for await (const batch of records.rows()) {
        yield batch.map((record) => {
          index++;
          if (index <= header.last) headLine = record.line;
          return index > header.last ? mended(record, headLine) : record;
        });
      }
      for (const correction of wanted.values()) if (!met.has(correction)) reportNowhere(correction, diagnostics);
    },
    place(line, column) {
      const correction = replaced.get(line);
      if (!correction) return records.place(line, column);
      return correction.sheet.place(correction.record.line, at(line, column ?? 0).column);
    },
  };
}

/** The columns of a sheet: by what they mean, else by their names. */
function columnsBetween(
  names: readonly string[],
  targets: Targets,
  { ordinals, names: heads }: CorrectionSheet,
): readonly SheetColumn[] {
  const bound = bindNames(names, targets).ordinals;
  const taken = new Set(ordinals.values());
  return names.map((name, at) => {
    const own = [...bound].flatMap(([target, ordinal]) => (ordinal === at + 1 ? [target] : []));
    const [target] = own;
    const isNamed = target === undefined && name !== "" && names.lastIndexOf(name) === at;
    const found = isNamed ? heads.indexOf(name) + 1 : 0;
    const from = target ? (ordinals.get(target.label) ?? 0) : taken.has(found) ? 0 : found;
    return { ordinal: at + 1, targets: own, from };
  });
}

/** What is given back beside the cells of a row: texts in named columns that its sheet has not. */
function besideIn({ record, sheet }: Correction, columns: readonly SheetColumn[]): ReadonlyMap<string, string> {
  const own = new Set(columns.map(({ from }) => from));
  const others = sheet.names.flatMap((name, at) =>
    name === "" || own.has(at + 1) ? [] : [[name, textAt(record, at + 1)] as const],
  );
  return new Map(others.filter(([, text]) => text !== ""));
}

function besideNames(correction: Correction, columns: readonly SheetColumn[]): readonly string[] | undefined {
  const names = [...besideIn(correction, columns).keys()].map((name) => `"${name}"`);
  return names.length > 0 ? names : undefined;
}

/** `shown`: the row as it was given back. */
function mendedRow(
  plan: Plan,
  raw: SheetRecord,
  shown: SheetRecord,
  { record, sheet }: Correction,
  columns: readonly SheetColumn[],
  width: number,
): SheetRecord {
  const changed = new Map(
    columns.flatMap(({ ordinal, targets, from }) => {
      if (from === 0) return [];
      const [given, back] = [givenBack(shown, ordinal, targets, plan), givenBack(record, from, targets, plan)];
      return isChanged(given, back, targets, plan) ? [[ordinal - 1, from - 1] as const] : [];
    }),
  );
  const others = record.cells.slice(Math.max(sheet.mark, sheet.from, sheet.names.findLastIndex(Boolean) + 1));
  const beyond = others.slice(0, others.findLastIndex((cell) => cell.trim() !== "") + 1);
  const isLonger = raw.cells.length > width;
  // Left as it was, a row that lacks cells is still to be mended.
  if (changed.size === 0 && !isLonger) return raw;
  const own = Array.from({ length: width }, (_, at) =>
    changed.has(at) ? (record.cells[changed.get(at) as number] ?? "") : (raw.cells[at] ?? ""),
  );
  const numbersAt = (at: number) => (changed.has(at) ? record.numbers : raw.numbers);
  const hasNumbers = raw.numbers ?? record.numbers;
  return {
    line: raw.line,
    cells: isLonger ? [...own, ...beyond] : own,
    ...(hasNumbers && {
      numbers: {
        has: (at) => numbersAt(at)?.has(changed.get(at) ?? at) === true,
        shown: (at) => numbersAt(at)?.shown(changed.get(at) ?? at) ?? "",
      },
    }),
    ...(raw.merged && { merged: new Map([...raw.merged].filter(([at]) => !changed.has(at))) }),
  };
}
