import type { Plan } from "../../model/plan.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import {
  beginsWithName,
  isDetail,
  isGroupNumber,
  isOneOf,
  isOrdinal,
  labelIn,
  withoutDetails,
  withoutName,
  withoutOrdinal,
} from "../group-titles.ts";
import { goesOnAsTotal, numberOfRow, sumsOfGroups, withoutFigures, wordOfRow } from "../row-words.ts";
import type { WiderTitles } from "./returning-titles.ts";
import { createReturningTitles } from "./returning-titles.ts";

/** Rows with nothing but the title of a group, which is a value of those below it: `I, Chi bộ 1` over its members. */
export interface TitleRows {
  /**
   * Is it one? The values of its column are then its own. `perhaps`: it may as well be somebody without scores, or a remark. `remark`:
   * it says something else of the group that has just begun. `doubted`: a title, unless the next person goes on with the group before.
   * `wider`: of a group that comes back below another wider one.
   */
  take(
    record: SheetRecord,
  ): { readonly kind: TitleKind; readonly text: string; readonly wider?: WiderTitles } | undefined;
  /** The row of somebody. */
  somebody(record: Pick<SheetRecord, "cells">): void;
  /** Went the last person on with the group before the doubted titles right above? */
  readonly wentOn: boolean;
  /** By index of the plan column: what the rows that follow belong to. */
  readonly values: ReadonlyMap<number, string>;
}

type TitleKind = "title" | "perhaps" | "remark" | "doubted";

/** Absent for a sheet in which every such column stands by itself. What is said above its header holds up to the first title. */
export function createTitleRows(
  plan: Plan,
  { layout, names: heads, groups }: Pick<BoundHeader, "layout" | "names" | "groups">,
): TitleRows | undefined {
  const ordinalOf = (index: number): number => layout.columns[index] ?? 0;
  const columns = plan.columns.flatMap(({ from, id, headers }, index) =>
    from === "title_rows" && ordinalOf(index) === 0 ? [{ index, names: [id, ...headers] }] : [],
  );
  if (columns.length === 0) return undefined;
  const identity = [...plan.key, ...(plan.name === undefined ? [] : [plan.name])].map(ordinalOf);
  const used = new Set([...layout.columns, ...layout.cells].filter((ordinal) => !identity.includes(ordinal)));
  const numberOrdinal = heads.findIndex(isRowNumberName) + 1;
  const values = new Map(groups);
  const isSumOfGroup = sumsOfGroups(plan);
  const returning = createReturningTitles();
  /** Does the group begin with the name of its column, and has it nobody yet? */
  let isNamedGroup = groups.size > 0;
  let isEmptyGroup = true;
  /** Has the title of the group a number, or the name of its column? */
  let isMarkedGroup = isNamedGroup;
  let lastNumber: number | undefined;
  /** What held before the doubted titles. */
  let before: { readonly values: ReadonlyMap<number, string>; readonly isMarked: boolean } | undefined;
  let wentOn = false;

  const isTotal = (text: string): boolean =>
    wordOfRow(withoutFigures(text)) !== undefined || goesOnAsTotal(text) || isSumOfGroup(text);

  /** The column whose title it is by its first words, else the only one. */
  function columnOf(text: string): number {
    const named = columns.findIndex(({ names }) => beginsWithName(text, names));
    return named >= 0 || columns.length > 1 ? named : 0;
  }

  const isNamed = (text: string): boolean => columns.some(({ names }) => beginsWithName(text, names));

  const isMarked = (title: Title): boolean => isNamed(title.text) || isNumbered(title);

  /** What stands above in a title of a wider group goes on; what a narrower one said ends. */
  function set(at: number, text: string): void {
    const { index, names } = columns[at] as (typeof columns)[number];
    values.set(index, withoutName(text, names));
    for (const { index: narrower } of columns.slice(at + 1)) values.delete(narrower);
  }

  return {
    values,
    get wentOn() {
      return wentOn;
    },
    somebody({ cells }) {
      const number = numberOfRow(cellText(cells[numberOrdinal - 1] ?? ""));
      wentOn = before !== undefined && goesOn(number, before.isMarked);
      if (before && wentOn) {
        values.clear();
        for (const [index, value] of before.values) values.set(index, value);
        isMarkedGroup = before.isMarked;
      }
      before = undefined;
      lastNumber = number;
      isEmptyGroup = false;
    },
    take({ cells }) {
      const filled = cells.flatMap((raw, at) => {
        const text = cellText(raw);
        return text === "" ? [] : [{ text, ordinal: at + 1 }];
      });
      const first = filled.find(({ text }) => !isOrdinal(text));
      if (!first || isTotal(first.text) || filled.some(({ ordinal }) => used.has(ordinal))) return undefined;
      const at = columnOf(first.text);
      if (at < 0) return undefined;
      const title = titleOf(first, filled, columns[at]?.names ?? []);
      const kind = kindOf(title);
      if (kind !== "title" && kind !== "doubted") return kind && { kind, text: first.text };
      if (kind === "title") before = undefined;
      else before ??= { values: new Map(values), isMarked: isMarkedGroup };
      set(at, title.text);
      const wider = at === 0 ? returning(title.text, isEmptyGroup) : undefined;
      isNamedGroup = isNamed(title.text);
      isMarkedGroup = kind === "title" && isMarked(title);
      isEmptyGroup = true;
      return { kind, text: first.text, ...(wider && { wider }) };
    },
  };

  /** A number that is left out is that of the row between; one that is next may be that of a group like those before. */
  function goesOn(number: number | undefined, isMarkedBefore: boolean): boolean {
    if (number === undefined || lastNumber === undefined) return isMarkedBefore;
    return number > lastNumber + (isMarkedBefore ? 0 : 1);
  }

  /** What a row says that may be a title. */
  function kindOf(title: Title): TitleKind | undefined {
    const { text, ordinal, numbers, strangers } = title;
    const isOfColumn = isNamed(text);
    if (strangers.length > 0) return isOfColumn && isGroupNumber(text.split(" ").at(-1) ?? "") ? "perhaps" : undefined;
    if (columns.some(({ names }) => isOneOf(names, text))) return "perhaps";
    if (!isOfColumn && identity.includes(ordinal)) {
      if (numbers.some((number) => /^\d/.test(number))) return undefined;
      const isKey = plan.key.every((index) => [0, ordinal].includes(ordinalOf(index)));
      if (isKey && numbers.length === 0 && numberOrdinal === 0) return "perhaps";
    }
    const label = labelIn(text);
    const saysOther = label !== "" && !columns.some(({ names }) => isOneOf(names, label));
    const isOwn = isOfColumn && !(saysOther && !/\d/.test(label));
    // Where groups are called by the name of their column, other texts right below, with a label or of many words say something of them.
    const isRemark = saysOther || isEmptyGroup || text.split(" ").length >= fewestOfRemark;
    if (isOwn || isNumbered(title) || !isNamedGroup || !isRemark)
      return isMarked(title) || /\d/.test(text) || (isEmptyGroup && !before) ? "title" : "doubted";
    return saysOther && isEmptyGroup && !isOfColumn ? "remark" : "perhaps";
  }
}

/** So many words may be a sentence. */
const fewestOfRemark = 7;

/** A row that may be a title, without what it says of the size of its group and by name of other things. */
interface Title {
  readonly text: string;
  readonly ordinal: number;
  readonly numbers: readonly string[];
  /** Texts of other things. */
  readonly strangers: readonly string[];
}

const isNumbered = ({ text, numbers }: Title): boolean => numbers.length > 0 || withoutOrdinal(text) !== text;

interface Filled {
  readonly text: string;
  readonly ordinal: number;
}

/** `names`: those of its column, one of which may stand alone, with the group in the next cell: `Lớp: | 10A1`. */
function titleOf(first: Filled, filled: readonly Filled[], names: readonly string[]): Title {
  const others = filled.filter(({ text }) => text !== first.text);
  const name = first.text.replace(/ ?:$/, "");
  const value = isOneOf(names, name) ? others.find(({ ordinal }) => ordinal > first.ordinal) : undefined;
  const beside = others.filter((each) => each !== value).map(({ text }) => text);
  return {
    text: value ? `${name}: ${withoutDetails(value.text)}` : withoutDetails(first.text),
    ordinal: first.ordinal,
    numbers: beside.filter(isOrdinal),
    strangers: beside.filter((text) => !isOrdinal(text) && !isDetail(text)),
  };
}
