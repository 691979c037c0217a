import type { Plan } from "../../model/plan.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import {
  beginsWithName,
  isDetail,
  isGroupNumber,
  isOneOf,
  isOrdinal,
  isPartMark,
  labelIn,
  withoutDetails,
  withoutOrdinal,
} from "../group-titles.ts";
import { goesOnAsTotal, sumsOfGroups, withoutFigures, wordOfRow } from "../row-words.ts";

/** A column whose values stand in titles: its index in the plan, and its names. */
export interface TitleColumn {
  readonly index: number;
  readonly names: readonly string[];
}

/** A row that may be a title, without what it says of the size of its group and by name of other things. */
export interface Title {
  readonly text: string;
  /** As it is written. */
  readonly written: string;
  readonly ordinal: number;
  /** Index of its column among those whose values stand in titles. */
  readonly at: number;
  /** Does it begin with the name of its column? */
  readonly isNamed: boolean;
  /** Does it begin with a number, or has one beside it? */
  readonly isNumbered: boolean;
  /** Does it name another thing before a colon? */
  readonly saysOther: boolean;
  /** It may as well be somebody without scores, or nothing at all. */
  readonly isDoubtful: boolean;
}

/** Reads a row as a title; gives nothing for one that is none. */
export function createTitleTexts(
  plan: Plan,
  { layout, names: heads }: Pick<BoundHeader, "layout" | "names">,
  columns: readonly TitleColumn[],
): (cells: readonly string[]) => Title | undefined {
  const ordinalOf = (index: number): number => layout.columns[index] ?? 0;
  const identity = [...plan.key, ...(plan.name === undefined ? [] : [plan.name])].map(ordinalOf);
  const used = new Set([...layout.columns, ...layout.cells].filter((ordinal) => !identity.includes(ordinal)));
  const numberOrdinal = heads.findIndex(isRowNumberName) + 1;
  const areRowsNumbered = numberOrdinal > 0;
  const isSumOfGroup = sumsOfGroups(plan);

  const isTotal = (text: string): boolean =>
    wordOfRow(withoutFigures(text)) !== undefined || goesOnAsTotal(text) || isSumOfGroup(text);

  /** The column whose title it is by its first words, else the only one. */
  function columnOf(text: string): number {
    const named = columns.findIndex(({ names }) => beginsWithName(text, names));
    return named >= 0 || columns.length > 1 ? named : 0;
  }

  const isNameOfColumn = (text: string): boolean => columns.some(({ names }) => isOneOf(names, text));

  /** Where somebody is named, a number is that of his row, and a text alone may be his whole key. */
  function somebodyIn(ordinal: number, numbers: readonly string[]): "certainly" | "perhaps" | undefined {
    if (!identity.includes(ordinal)) return undefined;
    if (numbers.some((number) => /^\d/.test(number))) return "certainly";
    const isKey = plan.key.every((index) => [0, ordinal].includes(ordinalOf(index)));
    return isKey && numbers.length === 0 && !areRowsNumbered ? "perhaps" : undefined;
  }

  return (cells) => {
    const filled = cells.flatMap((raw, at) => {
      const text = cellText(raw);
      const isMark = at + 1 === numberOrdinal && isPartMark(text);
      return text === "" || isMark ? [] : [{ text, ordinal: at + 1 }];
    });
    const first = filled.find(({ text }) => !isOrdinal(text));
    if (!first || isTotal(first.text) || filled.some(({ ordinal }) => used.has(ordinal))) return undefined;
    const at = columnOf(first.text);
    if (at < 0) return undefined;
    const { text, beside } = partsOf(first, filled, columns[at]?.names ?? []);
    const numbers = beside.filter(isOrdinal);
    const isNamed = columns.some(({ names }) => beginsWithName(text, names));
    const hasOthers = beside.some((each) => !isOrdinal(each) && !isDetail(each));
    const somebody = isNamed ? undefined : somebodyIn(first.ordinal, numbers);
    if (somebody === "certainly" || (hasOthers && !(isNamed && isGroupNumber(text.split(" ").at(-1) ?? ""))))
      return undefined;
    const label = labelIn(text);
    return {
      text,
      written: first.text,
      ordinal: first.ordinal,
      at,
      isNamed,
      isNumbered: numbers.length > 0 || withoutOrdinal(text) !== text,
      saysOther: label !== "" && !isNameOfColumn(label),
      isDoubtful: hasOthers || isNameOfColumn(text) || somebody === "perhaps",
    };
  };
}

interface Filled {
  readonly text: string;
  readonly ordinal: number;
}

/** `names`: those of its column, one of which may stand alone, with the group in the next cell: `Lớp: | 10A1`. */
function partsOf(
  first: Filled,
  filled: readonly Filled[],
  names: readonly string[],
): { readonly text: string; readonly beside: readonly string[] } {
  const others = filled.filter(({ text }) => text !== first.text);
  const name = first.text.replace(/ ?:$/, "");
  const value = isOneOf(names, name) ? others.find(({ ordinal }) => ordinal > first.ordinal) : undefined;
  return {
    text: value ? `${name}: ${withoutDetails(value.text)}` : withoutDetails(first.text),
    beside: others.filter((each) => each !== value).map(({ text }) => text),
  };
}
