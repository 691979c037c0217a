import type { Plan } from "../../model/plan.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { beginsWithClass, labelIn, unitWidth, withoutName } from "../group-titles.ts";
import { numberOfRow } from "../row-words.ts";
import type { WiderTitles } from "./returning-titles.ts";
import { createReturningTitles } from "./returning-titles.ts";
import type { Title, TitleColumn } from "./title-texts.ts";
import { createTitleTexts } from "./title-texts.ts";

/** Rows with nothing but the title of a group, which is a value of those below it: `I, Chi bộ 1` over its members. */
export interface TitleRows {
  /**
   * Is it one? The values of its column are then its own. `perhaps`: it may as well be somebody without scores, or a remark. `remark`:
   * it says something else of the group that has just begun. `doubted`: a title, unless the next person goes on with the group before.
   * `wider`: of a group that comes back below another wider one. `isNumbered`: with the number of a group, as nobody has it.
   */
  take(record: SheetRecord): TakenTitle | undefined;
  /** The row of somebody. */
  somebody(record: Pick<SheetRecord, "cells">): void;
  /** Went the last person on with the group before the doubted titles right above? */
  readonly wentOn: boolean;
  /** By index of the plan column: what the rows that follow belong to. */
  readonly values: ReadonlyMap<number, string>;
}

interface TakenTitle {
  readonly kind: TitleKind;
  /** As it is written. */
  readonly text: string;
  /** Of the column in which it stands. */
  readonly ordinal: number;
  readonly isNumbered: boolean;
  readonly wider?: WiderTitles;
}

type TitleKind = "title" | "perhaps" | "remark" | "doubted";

/** The group of the rows that are read. */
interface Group {
  /** By index of the plan column. */
  readonly values: ReadonlyMap<number, string>;
  /** Does it begin with the name of its column? */
  readonly isNamed: boolean;
  /** Has its title a number or the name of its column, or is it a unit among such? */
  readonly isMarked: boolean;
  /** Is it named above the header, for all rows? */
  readonly isOfSheet?: boolean;
}

/** Absent for a sheet in which every such column stands by itself. What is said above its header holds up to the first title. */
export function createTitleRows(
  plan: Plan,
  { layout, names: heads, groups }: Pick<BoundHeader, "layout" | "names" | "groups">,
): TitleRows | undefined {
  const columns = plan.columns.flatMap(({ from, id, headers }, index) =>
    from === "title_rows" && (layout.columns[index] ?? 0) === 0 ? [{ index, names: [id, ...headers] }] : [],
  );
  if (columns.length === 0) return undefined;
  const numberOrdinal = heads.findIndex(isRowNumberName) + 1;
  const titleIn = createTitleTexts(plan, { layout, names: heads }, columns);
  const returning = createReturningTitles();
  const isOfSheet = columns.some(({ index }) => groups.has(index));
  let group: Group = { values: groups, isNamed: isOfSheet, isMarked: isOfSheet, isOfSheet };
  let isEmpty = true;
  let lastNumber: number | undefined;
  /** The group before the doubted titles right above. */
  let before: Group | undefined;
  let wentOn = false;

  return {
    get values() {
      return group.values;
    },
    get wentOn() {
      return wentOn;
    },
    somebody({ cells }) {
      const number = numberOfRow(cellText(cells[numberOrdinal - 1] ?? ""));
      wentOn = before !== undefined && goesOn(number, lastNumber, before.isMarked);
      if (before && wentOn) group = { ...before, isNamed: group.isNamed };
      before = undefined;
      lastNumber = number;
      isEmpty = false;
    },
    take({ cells }) {
      const read = titleIn(cells);
      if (!read) return undefined;
      const { at, text } = read;
      const taken = { text: read.written, ordinal: read.ordinal, isNumbered: read.isNumbered };
      const isWide = isAsWide(read, columns, group);
      // Within the group of a whole sheet a number is that of a part as well.
      const isPart = group.isOfSheet === true && !isWide && !beginsWithClass(text);
      const title = isPart ? { ...read, isNumbered: false } : read;
      const kind = kindOf(title, isWide || isMarked(title), group, isEmpty, before !== undefined);
      if (kind === "remark" || kind === "perhaps") return { kind, ...taken };
      if (kind === "title") before = undefined;
      else before ??= group;
      group = {
        values: valuesBelow(group.values, columns, title),
        isNamed: title.isNamed,
        isMarked: isMarked(title) || (isWide && group.isMarked),
      };
      const wider = at === 0 ? returning(text, isEmpty) : undefined;
      isEmpty = true;
      return { kind, ...taken, ...(wider && { wider }) };
    },
  };
}

/** What stands above in a title of a wider group goes on; what a narrower one said ends. */
function valuesBelow(above: Group["values"], columns: readonly TitleColumn[], { at, text }: Title): Group["values"] {
  const values = new Map(above);
  for (const [place, { index, names }] of columns.entries()) {
    if (place === at) values.set(index, withoutName(text, names));
    else if (place > at) values.delete(index);
  }
  return values;
}

const isMarked = ({ text, isNamed, isNumbered }: Title): boolean => isNamed || isNumbered || beginsWithClass(text);

/**
 * Is it a unit as wide as the group above, or as groups are called: `Văn phòng` behind `Tổ Toán`, no `Nhóm 2` behind `Lớp 10A`? Where
 * they are called by a word for any unit, the group of a whole sheet may be what they are parts of: `Tổ Toán` below `Đơn vị: Trường A`.
 */
function isAsWide({ at, text }: Title, columns: readonly TitleColumn[], above: Group): boolean {
  const { index, names } = columns[at] as TitleColumn;
  const [before, called] = [unitWidth(above.values.get(index) ?? ""), Math.max(...names.map(unitWidth))];
  const widest = before < 0 || (above.isOfSheet && called === 0) ? called : before;
  return widest >= 0 && unitWidth(text) >= widest;
}

/**
 * Behind titles that are known as such another text may head a part of their group, or be the row of somebody whose number is left
 * out; behind others only where a number is left out.
 */
const goesOn = (number: number | undefined, last: number | undefined, isMarkedBefore: boolean): boolean =>
  isMarkedBefore || (number !== undefined && last !== undefined && number > last + 1);

/** What a row says that may be a title, in a group; `isEmpty`: nobody is in it yet, `isDoubted`: its own title may be none. */
function kindOf(title: Title, isSure: boolean, group: Group, isEmpty: boolean, isDoubted: boolean): TitleKind {
  const { text, isNamed, isNumbered, saysOther } = title;
  if (title.isDoubtful) return "perhaps";
  const isOwn = isNumbered || (isNamed && !(saysOther && !/\d/.test(labelIn(text))));
  // Where groups are called by the name of their column, other texts right below, with a label or of many words say something of them.
  const isRemark = saysOther || isEmpty || text.split(" ").length >= fewestOfRemark;
  if (isOwn || !group.isNamed || !isRemark) return isSure || (isEmpty && !isDoubted) ? "title" : "doubted";
  return saysOther && isEmpty && !isNamed ? "remark" : "perhaps";
}

/** So many words may be a sentence. */
const fewestOfRemark = 7;
