import type { Plan } from "../../model/plan.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { beginsWithName, isOrdinal, unitWidth, withoutOrdinal } from "../group-titles.ts";

/**
 * Titles of groups that stand in the column of the key and that nobody reads: with the number of a group where people have those of
 * rows (`I | Khối Đảng` over `1 | 001`), or in words where people have codes and are named in another column.
 */
export interface KeyedTitles {
  /** Is a row one, unless the next person is numbered or called so too? */
  has(record: Pick<SheetRecord, "cells">): boolean;
  /** The row of somebody. */
  somebody(record: Pick<SheetRecord, "cells">): void;
  /** Is the last person numbered or called as titles are? */
  readonly isLikePeople: boolean;
}

export function createKeyedTitles(plan: Plan, { layout, names }: Pick<BoundHeader, "layout" | "names">): KeyedTitles {
  const ordinalOf = (index: number | undefined): number => (index === undefined ? 0 : (layout.columns[index] ?? 0));
  const [keyOrdinal = 0, another] = plan.key.map(ordinalOf);
  const areNamed = !plan.key.includes(plan.name ?? -1) && ordinalOf(plan.name) > 0;
  const numberOrdinal = names.findIndex(isRowNumberName) + 1;
  const groups = plan.columns.flatMap(({ type, id, headers }, index) =>
    type.kind === "text" && !plan.key.includes(index) && index !== plan.name ? [id, ...headers] : [],
  );
  let isLikePeople = false;

  /** By its number, or by its words where it has none. */
  function isLikeTitle(number: string, key: string): boolean {
    if (number !== "") return isOrdinal(number) && !/\d/.test(number);
    const isCounted = withoutOrdinal(key) !== key;
    return (
      areNamed &&
      (isCounted ||
        (key.includes(" ") && /^\P{N}+ \P{N}+$/u.test(key)) ||
        unitWidth(key) >= 0 ||
        beginsWithName(key, groups))
    );
  }

  function textsOf(cells: readonly string[]): readonly [number: string, key: string] {
    return [cellText(cells[numberOrdinal - 1] ?? ""), cellText(cells[keyOrdinal - 1] ?? "")];
  }

  return {
    has({ cells }) {
      if (isLikePeople || another !== undefined) return false;
      const texts = textsOf(cells);
      return (
        isLikeTitle(...texts) && cells.filter((raw) => cellText(raw) !== "").length === texts.filter(Boolean).length
      );
    },
    somebody({ cells }) {
      isLikePeople = isLikeTitle(...textsOf(cells));
    },
    get isLikePeople() {
      return isLikePeople;
    },
  };
}
