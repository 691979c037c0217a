import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { CellAt } from "../../model/row.ts";
import { phrase } from "../../text/phrase.ts";
import { keyText, textAt } from "../1-records/cell-text.ts";
import { filledDown } from "../1-records/merged.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { bindNames } from "../2-header/bind-names.ts";
import { findHeader, headerRows } from "../2-header/find-header.ts";
import type { WideRecords } from "../2-header/long-form.ts";
import type { Target, Targets } from "../2-header/targets.ts";
import { firstText } from "../row-words.ts";
import type { Correction, CorrectionSheet, Corrections } from "./corrections.ts";
import { fromPlace, reportNowhere, takenFrom } from "./corrections.ts";
import { givenBack, isChanged, isTurned, rowMark } from "./given-back.ts";
import type { Surroundings } from "./surroundings.ts";

/** Records in which rows may be replaced. */
export interface CorrectedRecords extends WideRecords {
  /** By the line of the row in whose place it went; filled while they are read. */
  readonly replaced?: ReadonlyMap<number, Correction>;
  /** Rows that are not of those they were of, by their lines; filled likewise. */
  readonly passed?: ReadonlyMap<number, Passed>;
  /** Is told what stands around the rows, which is known only when the header is read, and before those below it are asked for. */
  readonly surround?: (surroundings: Surroundings) => void;
}

/** Whose row it was, and whose it is now: nobody's, where it came back with nothing in it. */
export interface Passed {
  readonly was: string;
  readonly now: string | undefined;
}

/** A column of a sheet. `from`: its ordinal among those of a row that comes back; 0 where it was left out there. */
interface SheetColumn {
  readonly ordinal: number;
  readonly targets: readonly Target[];
  readonly from: number;
}

/**
 * The same records, but that a row which comes back mended stands in place of its own. Cells that nobody changed stay as they are.
 * One whose own row is not there any more, or is another by now, or in another period or group, is reported.
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
  const passed = new Map<number, Passed>();
  const met = new Set<Correction>();
  let surroundings: Surroundings | undefined;
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
    const around = surroundings?.now(shown) ?? new Map<Target, string>();
    const { isEmptied, isSame, changed } = comparedWith(around, correction, columns);
    if (!isSame(shown)) {
      diagnostics.report("D155", { found: takenFrom(correction), ...changed }, fromPlace(correction), [
        { place: records.place(raw.line), message: phrase("what stands there now") },
      ]);
      return raw;
    }
    for (const { ordinal, targets, from } of columns) {
      const [given, found] = [
        givenBack(shown, ordinal, targets, plan),
        givenBack(correction.record, from, targets, plan),
      ];
      if (targets.length === 0 || !isTurned(given, found)) continue;
      const { record, sheet } = correction;
      diagnostics.report("D171", { column: names[ordinal - 1] ?? "", given, found }, sheet.place(record.line, from));
      return raw;
    }
    replaced.set(raw.line, correction);
    const row = mendedRow(plan, raw, shown, correction, columns, names.length);
    const [was, now] = [shown, row].map((each) => keyIn(each, columns, around)) as [string, string];
    if (isEmptied) passed.set(raw.line, { was: was || firstText(shown.cells), now: undefined });
    else if (was !== "" && was !== now) passed.set(raw.line, { was, now });
    return row;
  }

  /** Of a row without any it is blank. */
  function keyIn(record: SheetRecord, columns: readonly SheetColumn[], around: ReadonlyMap<Target, string>): string {
    const parts = targets.all.flatMap((target) => {
      if (target.kind !== "column" || !plan.key.includes(target.index)) return [];
      const column = columns.find((each) => each.targets.includes(target));
      return around.get(target) ?? keyText(record, column?.ordinal ?? 0);
    });
    return parts.filter(Boolean).join(" / ");
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
    passed,
    surround(given) {
      surroundings = given;
    },
    at,
    async *rows() {
      let [left, headLine] = [header.last + 1, 0];
      for await (const batch of records.rows()) {
        const head = batch.slice(0, left);
        left -= head.length;
        headLine = head.at(-1)?.line ?? headLine;
        yield head;
        yield batch.slice(head.length).map((record) => {
          const row = mended(record, headLine);
          surroundings?.take(row);
          return row;
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

/**
 * A row that comes back beside what stands around its own row. `isSame`: is its own row the one that was given back? `changed`: the
 * first column of those that the sheet has not in which it says something else. An emptied row need not say what stood around it.
 */
function comparedWith(
  around: ReadonlyMap<Target, string>,
  { record, sheet, mark }: Correction,
  columns: readonly SheetColumn[],
) {
  const own = new Set(columns.map(({ from }) => from));
  const now = new Map(
    [...around].map(([{ label }, text]) => [sheet.names[(sheet.ordinals.get(label) ?? 0) - 1] ?? label, text]),
  );
  const isEmptied = sheet.names.every(
    (name, at) => name === "" || !own.has(at + 1) || ["", now.get(name)].includes(textAt(record, at + 1)),
  );
  const beside = sheet.names.flatMap((column, at) =>
    column === "" || own.has(at + 1) ? [] : [{ column, said: textAt(record, at + 1), now: now.get(column) ?? "" }],
  );
  const changed = beside.find((each) => each.said !== each.now && !(isEmptied && each.said === ""));
  return { isEmptied, isSame: (shown: SheetRecord) => !changed && rowMark(shown, now) === mark, changed };
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
