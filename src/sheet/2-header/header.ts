import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { statedKey, whoColumns } from "../../model/other-key.ts";
import { columnLetters } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { SheetLayout } from "../../model/row.ts";
import type { PeriodKind } from "../../period/period.ts";
import { clean, fold } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place } from "../../text/source.ts";
import type { Delimiter, Records } from "../1-records/records.ts";
import { checkHead, givenBackHeads } from "../vocabulary.ts";
import type { AbsentColumn } from "./absent-column.ts";
import { absentColumn, shownValue } from "./absent-column.ts";
import type { TypedName } from "./bind-names.ts";
import { bindNames, columnShown, holdsWords } from "./bind-names.ts";
import type { FoundHeader } from "./find-header.ts";
import { headerRows } from "./find-header.ts";
import { mayBeScore, saysElse } from "./framed-name.ts";
import { groupsAbove } from "./groups-above.ts";
import { belowEarlier } from "./head-rows.ts";
import type { WideRecords } from "./long-form.ts";
import { offered, rivalOf } from "./nearest.ts";
import { pointsHead, reportPointsHead } from "./points-for-figures.ts";
import { reportSplit } from "./split-names.ts";
import { statedWeight } from "./stated-weight.ts";
import type { Target, Targets } from "./targets.ts";

/** A header understood: where everything stands. Ordinals count from 1; 0 is a column that the sheet has not. */
export interface BoundHeader {
  readonly layout: SheetLayout;
  readonly place: Records["place"];
  /** What parts the cells of a text file. */
  readonly delimiter: Delimiter | undefined;
  readonly period: number;
  readonly targets: Targets;
  readonly ordinals: ReadonlyMap<Target, number>;
  readonly names: readonly string[];
  readonly line: number;
  readonly heads: FoundHeader["heads"];
  readonly typed: readonly TypedName[];
  /** Ordinals of the columns that the rubric does not use. */
  readonly unused: readonly number[];
  /** Columns that the sheet has not and whose default everybody gets. */
  readonly absent: readonly AbsentColumn[];
  /** What is said above the header of columns that the sheet has not, by index of the plan column. */
  readonly groups: ReadonlyMap<number, string>;
  /** The same where several are named there. */
  readonly disputed: ReadonlyMap<number, readonly string[]>;
  /** Kind of the periods that the items are about: a rollup's where all are scored there alone, else that of the rows. */
  readonly rows: PeriodKind;
}

/** A column that the program itself writes into a form. */
const isOwn = (name: string): boolean =>
  [checkHead, ...Object.values(givenBackHeads)].some(
    ({ en, vi }) => fold(name) === fold(en) || fold(name) === fold(vi),
  );

/**
 * Finds the columns of a sheet; reports missing, doubled, unknown and perhaps misspelt ones. Undefined after an error. `told`: the
 * unknown columns that other sheets had, which are told once.
 */
export function bindHeader(
  plan: Plan,
  targets: Targets,
  { names: written, heads, split, first, last, line }: FoundHeader & Pick<BoundHeader, "line">,
  { name: file, place, delimiter, at, head }: Pick<WideRecords, "name" | "place" | "delimiter" | "at" | "head">,
  diagnostics: Diagnostics,
  told = new Set<string>(),
): BoundHeader | undefined {
  const names = belowEarlier(written, (head(first)[first - 1] ?? []).map(clean), targets);
  const below = head(headerRows).slice(last + 1);
  const { ordinals, doubled, typed, framed, unknown: strangers, answers } = bindNames(names, targets, below);
  const namesAt = (columns: readonly number[]) => columns.map((ordinal) => names[ordinal - 1] as string);
  const unknown = namesAt(strangers);
  const others = namesAt(strangers.filter((column) => !answers.includes(column)));
  const rivals = framed.flatMap(({ target, column }) => {
    const rival = rivalOf(target, others);
    return rival === undefined ? [] : [{ target, first: column, second: names.indexOf(rival) + 1 }];
  });
  const twice = [...doubled, ...rivals];
  let sound = twice.length === 0;
  const second = doubled.find(({ target }) => target.isKey);
  const beside = second && doubled.length > 1 ? second.second : undefined;
  if (beside !== undefined) reportTable(names, beside, place(line, beside), diagnostics);
  // What a second table has, the first one has too.
  for (const { target, first, second } of beside === undefined ? twice : []) {
    const [one, other] = [first, second].map((ordinal) => columnShown(names, ordinal)) as [string, string];
    diagnostics.report("D106", { first: one, second: other, column: target.label }, place(line, second), [
      { place: place(line, first), message: phrase("the other column") },
    ]);
  }
  /** The columns below a name that may hold the score of an item, if it was taken from one of them by a part of its name. */
  const rivalsIn = (target: Target, columns: readonly number[]): readonly number[] => {
    const taken = framed.find((each) => each.target === target)?.column ?? 0;
    const beside = columns.filter(
      (column) =>
        strangers.includes(column) && mayBeScore(names[column - 1] ?? "", target) && !holdsWords(below, column),
    );
    return columns.includes(taken) && beside.length > 0 ? [taken, ...beside] : [];
  };
  const overSeveral = reportSplit(split, targets, ordinals, (at) => place(line, at), diagnostics, rivalsIn);
  sound &&= overSeveral.size === 0;
  for (const { target, found } of otherFigures(ordinals, head(last + 2)[last + 1] ?? [])) {
    sound = false;
    const column = ordinals.get(target) as number;
    diagnostics.report("D173", { header: names[column - 1] ?? "", found }, place(line, column));
  }
  for (const [target, column] of ordinals) {
    const name = names[column - 1] ?? "";
    const lowerHeads = heads.slice(1).map((row) => row[column - 1] ?? "");
    const header = pointsHead(target, targets.named(name), name, lowerHeads);
    if (header === undefined) continue;
    sound = false;
    reportPointsHead(target, header, place(line, column), diagnostics);
  }
  const kinds = new Set([...ordinals.keys()].flatMap(({ kind, rows }) => (kind === "cell" && rows ? [rows] : [])));
  // A sheet with the items of a longer period alone has no others, and no raters.
  const has = (rows: PeriodKind | undefined): boolean =>
    rows === undefined || kinds.has(rows) || (rows === plan.stage.period && kinds.size === 0);
  const isMixed = kinds.size > 1;
  const absent: AbsentColumn[] = [];
  const { groups: said, disputed } = groupsAbove(plan, file, head(first));
  const groups = new Map([...said].filter(([index]) => plan.columns[index]?.from === "title_rows"));
  for (const target of targets.all) {
    if (ordinals.has(target) || overSeveral.has(target) || !has(target.rows)) continue;
    if (isMixed && target.rows !== undefined && target.rows !== plan.stage.period) continue;
    const near = offered(target, unknown);
    const column = target.kind === "column" ? plan.columns[target.index] : undefined;
    const filled = column && absentColumn(column, plan.language);
    const group = target.kind === "column" ? groups.get(target.index) : undefined;
    if (column && group !== undefined) absent.push({ id: column.id, value: group, isGroup: true });
    else if (filled) {
      absent.push({ ...filled, ...(near !== undefined && { hasNear: true }) });
      const found = said.get(target.index);
      if (found !== undefined && fold(found) !== fold(filled.value))
        diagnostics.report("D139", { column: target.label, found, value: shownValue(filled) }, place(line));
    }
    if (target.required) {
      sound = false;
      const other = target.isKey && near === undefined ? otherKey(plan, targets, ordinals) : undefined;
      const from = near === undefined && mayBeTitle(plan, target) ? "from: title_rows" : undefined;
      diagnostics.report("D105", { column: target.label, suggestion: near, other, from }, place(line));
    } else if (near !== undefined) {
      const at = place(line, names.indexOf(near) + 1);
      diagnostics.report("D119", { column: target.label, found: near }, at);
    }
  }
  if (framed.length > 0 && sound) {
    const words = framed.map(({ target, column }) =>
      phrase('"{word}" is "{name}"', { word: names[column - 1] ?? "", name: target.names[0] ?? "" }),
    );
    diagnostics.report("D172", { words }, place(line, framed[0]?.column));
  }
  const unused = unknown.filter((name) => !isOwn(name)).map((name) => `"${name}"`);
  if (unused.length > 0 && !(sound && told.has(unused.join())))
    diagnostics.report("D107", { columns: unused }, place(line));
  told.add(unused.join());
  if (!sound) return undefined;
  const columns = plan.columns.map(() => 0);
  const cells: number[] = [];
  for (const target of targets.all) {
    if (target.kind === "column") columns[target.index] = ordinals.get(target) ?? 0;
    if (target.kind === "cell") cells[target.index] = ordinals.get(target) ?? 0;
  }
  const period = targets.all.find((target) => target.kind === "period");
  return {
    layout: { name: file, columns, cells, ...(at && { at }) },
    place,
    delimiter,
    period: (period && ordinals.get(period)) ?? 0,
    targets,
    ordinals,
    names,
    line,
    heads,
    typed,
    unused: strangers,
    absent,
    groups,
    disputed,
    rows: rowsOf(plan, targets, kinds),
  };
}

/** The items below whose names a row of nobody says that something else stands there: `Kỳ trước`, `Trọng số`. */
function otherFigures(ordinals: ReadonlyMap<Target, number>, row: readonly string[]) {
  const all = [...ordinals].map(([target, ordinal]) => ({ target, found: clean(row[ordinal - 1] ?? "") }));
  const isSomebody = all.some(({ target, found }) => target.isKey && found !== "");
  const isElse = (found: string): boolean => saysElse(found) && !statedWeight(found);
  return isSomebody ? [] : all.filter(({ target, found }) => target.kind === "cell" && isElse(found));
}

/** How people may be told apart in a sheet without the only key column: by where they belong and their name. */
function otherKey(plan: Plan, { all }: Targets, ordinals: ReadonlyMap<Target, number>): string | undefined {
  const has = (at: number): boolean =>
    all.some((target) => target.kind === "column" && target.index === at && ordinals.has(target));
  if (plan.key.length > 1 || plan.name === undefined || plan.key.includes(plan.name) || !has(plan.name))
    return undefined;
  // What is required stands there, or is reported as missing too.
  const where = whoColumns(plan).find((at) => {
    const column = plan.columns[at];
    return at !== plan.name && column?.type.kind === "text" && (column.required || has(at));
  });
  return statedKey(plan, where === undefined ? [plan.name] : [where, plan.name]);
}

/** Could a missing column stand over the rows of each group? People do not, by their codes or names. */
function mayBeTitle(plan: Plan, target: Target): boolean {
  const column = target.kind === "column" ? plan.columns[target.index] : undefined;
  const isOfPeople = target.kind === "column" && (target.index === plan.name || plan.key.at(-1) === target.index);
  return column?.type.kind === "text" && column.of === "subject" && !isOfPeople;
}

/** Reports that another table begins at the column of this ordinal. */
export function reportTable(names: readonly string[], ordinal: number, place: Place, diagnostics: Diagnostics): void {
  diagnostics.report("D135", { found: names[ordinal - 1] ?? "", letters: columnLetters(ordinal) }, place);
}

/** Without items of the rows' own period nobody could tell a sheet of longer periods from theirs. */
function rowsOf({ stage }: Plan, { all }: Targets, kinds: ReadonlySet<PeriodKind>): PeriodKind {
  const [kind] = kinds;
  const canTell = all.some((target) => target.kind === "cell" && target.rows === stage.period);
  return kind !== undefined && kinds.size === 1 && canTell ? kind : stage.period;
}
