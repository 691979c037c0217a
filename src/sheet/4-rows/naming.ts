import type { Plan } from "../../model/plan.ts";
import { clean } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import type { ReadableTexts } from "../3-cells/parted-numbers.ts";
import {
  firstText,
  goesOnAsTotal,
  isCarried,
  isConclusion,
  isNoName,
  isSummary,
  sumsOfGroups,
  withoutFigures,
  wordOfRow,
} from "../row-words.ts";
import type { FiguresAbove } from "./figures-above.ts";

/** What a row with a key is about besides a person: `perhaps` totals, perhaps somebody who is called so. */
interface About {
  readonly kind: "total" | "maxima" | "weights" | "statistic" | "perhaps";
  /** That of the column which says so. */
  readonly ordinal: number;
}

/** The columns in which people are named, and rows of totals say that they are such. */
export interface Naming {
  /**
   * What a row is about: by its first text where it has no key, unless that is what its own column may hold (the level `Trung bình` of
   * somebody), or somebody is called so, of which its figures decide; else by what stands where somebody is named.
   */
  aboutOf(record: SheetRecord, key: readonly string[]): About | undefined;
}

/** `keyOrdinals`: those of the parts of a key that stand in columns. */
export function createNaming(
  plan: Plan,
  { layout, names }: BoundHeader,
  keyOrdinals: readonly number[],
  readable: ReadableTexts,
  isOfOthers: (record: SheetRecord) => boolean,
  figures: FiguresAbove | undefined,
): Naming {
  const ordinalOf = (index: number | undefined): number => (index === undefined ? 0 : (layout.columns[index] ?? 0));
  /** Columns that say who somebody is, and no sums; with two or more of them a row with one text only is no person. */
  const identity = plan.columns.flatMap((column, index) =>
    column.required && column.type.kind !== "number" && !column.compare && !column.when && ordinalOf(index) > 0
      ? [ordinalOf(index)]
      : [],
  );
  const rater = ordinalOf(plan.ratings?.by);
  const name = plan.key.includes(plan.name ?? -1) ? 0 : ordinalOf(plan.name);
  const rowNumber = names.findIndex(isRowNumberName) + 1;
  const textAt = (cells: readonly string[], ordinal: number): string => cellText(cells[ordinal - 1] ?? "");
  const isNumbered = (cells: readonly string[]): boolean => /\d/.test(textAt(cells, rowNumber));

  /** Nobody is called by several syllables of these; where people are numbered, what has no number is nobody. */
  function certainty(text: string, cells: readonly string[]): About["kind"] | undefined {
    const word = wordOfRow(text);
    if (word === undefined || isNoName(text)) return word;
    if (rowNumber === 0) return "perhaps";
    return isNumbered(cells) ? undefined : word;
  }

  /** Of a row whose key is whole, and may be somebody's code. */
  function inName(cells: readonly string[]): About["kind"] | undefined {
    const text = textAt(cells, name);
    const word = wordOfRow(text);
    if (word === undefined || !isNoName(text)) return undefined;
    return text.endsWith(":") || (rowNumber > 0 && !isNumbered(cells)) ? word : "perhaps";
  }

  const isSumOfGroup = sumsOfGroups(plan);

  function withoutKey(record: SheetRecord): About | undefined {
    const text = firstText(record.cells);
    const ordinal = record.cells.findIndex((raw) => clean(raw) !== "") + 1;
    const isSum = isSumOfGroup(text) || isCarried(text) || goesOnAsTotal(text);
    const kind = wordOfRow(withoutFigures(text)) ?? (isSum ? "total" : undefined);
    const mayBeMember = kind === "statistic" && !isNoName(text) && isOfOthers(record);
    if (!kind || mayBeMember || readable.get(ordinal)?.(text)) return undefined;
    const isNaming = ordinal === ordinalOf(plan.name) || (plan.name === undefined && keyOrdinals.includes(ordinal));
    return { kind: isNaming && figures?.areOwn(text, record.cells) ? "perhaps" : kind, ordinal };
  }

  /** A code that says so may stand beside somebody's name, and somebody of one syllable beside a code. */
  function inSummary(cells: readonly string[], ordinal: number): boolean {
    const text = textAt(cells, ordinal);
    if (goesOnAsTotal(text)) return true;
    return isSummary(text) && (ordinal === name ? !/^\p{Lu}\p{Ll}+$/u.test(text) : textAt(cells, name) === "");
  }

  return {
    aboutOf(record, key) {
      if (key.includes("")) return withoutKey(record);
      const { cells } = record;
      const isNamed = (ordinal: number): boolean => textAt(cells, ordinal) !== "";
      const isAlone = identity.findIndex(isNamed) === identity.findLastIndex(isNamed) && identity.some(isNamed);
      const [first = 0] = keyOrdinals;
      if (key.length === 1 && isAlone && identity.length > 1) {
        const text = key[0] as string;
        const kind = wordOfRow(text) ?? (goesOnAsTotal(text) ? "total" : undefined);
        if (kind) return { kind, ordinal: first };
      }
      const whole = key.length > 1 || isAlone ? keyOrdinals : [];
      for (const ordinal of rater > 0 ? [...whole, rater] : whole) {
        const text = textAt(cells, ordinal);
        const kind = certainty(text, cells);
        // Raters are called Max.
        if (kind && (ordinal !== rater || wordOfRow(text) === "total" || isNoName(text))) return { kind, ordinal };
        if (ordinal === rater && isConclusion(text) && !isNumbered(cells)) return { kind: "perhaps", ordinal };
      }
      const kind = name > 0 ? inName(cells) : undefined;
      if (kind) return { kind, ordinal: name };
      const ordinal = [...keyOrdinals, name].find((each) => inSummary(cells, each));
      if (ordinal === undefined || isNumbered(cells)) return undefined;
      const text = textAt(cells, ordinal);
      const isSure = text.endsWith(":") || (rowNumber > 0 && ordinal !== name && goesOnAsTotal(text));
      return { kind: isSure ? "total" : "perhaps", ordinal };
    },
  };
}
