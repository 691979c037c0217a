import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { equal, sum } from "../../number/exact.ts";
import { fold } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { statedMaximum } from "../2-header/stated-maximum.ts";
import type { Target } from "../2-header/targets.ts";
import { maximaOf, scoreColumns } from "../2-header/targets.ts";
import { readNumber } from "../3-cells/number-text.ts";
import { isHighest } from "../row-words.ts";

/** What a form says that items are worth at most. */
export interface Maxima {
  /** Holds the figures of such a row against the rubric, unless below people it may say what one of them reached. */
  check(row: SheetRecord, isBelowPeople: boolean): void;
  /** Does a row say nothing but the maxima of all items, and perhaps their sum, so that it needs no word for it? */
  areIn(row: SheetRecord): boolean;
}

/** Heads are held against the rubric at once: a form made for other points must not be read as one of these. */
export function createMaxima(plan: Plan, header: BoundHeader, diagnostics: Diagnostics): Maxima {
  const items = scoreColumns(plan).map(({ node, cell }) => ({
    ordinal: header.layout.cells[cell] ?? 0,
    maxes: maximaOf(plan, node),
  }));
  // Of items that share a column, and of the cases of one item, the figure is that of one.
  const maxesAt = (ordinal: number): readonly Exact[] =>
    items.filter((item) => item.ordinal === ordinal).flatMap((item) => item.maxes);
  const asked = items.filter(({ ordinal }) => ordinal > 0);
  const whole = sum(asked.flatMap(({ maxes: [max] }) => max ?? []));
  const isOneOf = (maxes: readonly Exact[], found: string): boolean => {
    const read = readNumber(statedMaximum(`(${found})`)?.figure ?? found);
    return (
      typeof read === "object" &&
      maxes.some((max) => equal(read.value, max) || (read.thousands !== undefined && equal(read.thousands, max)))
    );
  };
  const checkFigure = (line: number, ordinal: number, found: string): void => {
    const maxes = maxesAt(ordinal);
    if (maxes.length === 0 || found === "" || isOneOf(maxes, found)) return;
    const max = [...new Set(maxes.map((max) => formatDecimal(max)))].join(", ");
    diagnostics.report("D122", { header: header.names[ordinal - 1] ?? "", found, max }, header.place(line, ordinal));
  };
  for (const [at, name] of header.names.entries()) {
    const isPartOfName = header.targets.all.some(
      (target) => header.ordinals.get(target) === at + 1 && isNamed(target, name),
    );
    const own = header.targets.named(name)?.behind ?? name;
    if (!isPartOfName) checkFigure(header.line, at + 1, statedMaximum(own)?.figure ?? "");
  }
  return {
    check({ line, cells }, isBelowPeople) {
      if (isBelowPeople && cells.some((raw) => isHighest(cellText(raw)))) return;
      for (const [at, raw] of cells.entries()) checkFigure(line, at + 1, cellText(raw));
    },
    areIn({ cells }) {
      const texts = cells.map(cellText);
      return (
        asked.length > 1 &&
        asked.every(({ ordinal }) => isOneOf(maxesAt(ordinal), texts[ordinal - 1] ?? "")) &&
        texts.every((text, at) => text === "" || maxesAt(at + 1).length > 0 || isOneOf([whole], text))
      );
    },
  };
}

const isNamed = ({ names }: Target, head: string): boolean => names.some((name) => fold(name) === fold(head));
