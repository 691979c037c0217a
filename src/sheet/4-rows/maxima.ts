import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { weightIn } from "../../model/stages.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { equal, multiply, sign, sum } from "../../number/exact.ts";
import { fold } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { statedMaximum } from "../2-header/stated-maximum.ts";
import type { Target } from "../2-header/targets.ts";
import { maximaOf, scoreColumns } from "../2-header/targets.ts";
import { hasPercent, readNumber } from "../3-cells/number-text.ts";
import { isHighest } from "../row-words.ts";

/** What a form says that items are worth at most. */
export interface Maxima {
  /** Holds the figures of such a row against the rubric, unless below people it may say what one of them reached. */
  check(row: SheetRecord, isBelowPeople: boolean): void;
  /** Does a row say nothing but the maxima of all items, and perhaps their sum, so that it needs no word for it? */
  areIn(row: SheetRecord): boolean;
  /** Holds the weights of such a row against the rubric. */
  checkWeights(row: SheetRecord): void;
  /** Does a row say nothing but the shares that all items have of the whole, and perhaps that: `60% | 40%`, `0,6 | 0,4 | 1`? */
  areShares(row: SheetRecord): boolean;
}

/** Heads are held against the rubric at once: a form made for other points must not be read as one of these. */
export function createMaxima(plan: Plan, header: BoundHeader, diagnostics: Diagnostics): Maxima {
  const items = scoreColumns(plan).map(({ node, cell }) => ({
    ordinal: header.layout.cells[cell] ?? 0,
    maxes: maximaOf(plan, node),
    weight: weightIn(plan.stage, plan.stage.nodes.indexOf(node)),
  }));
  // Of items that share a column, and of the cases of one item, the figure is that of one.
  const maxesAt = (ordinal: number): readonly Exact[] =>
    items.filter((item) => item.ordinal === ordinal).flatMap((item) => item.maxes);
  const asked = items.filter(({ ordinal }) => ordinal > 0);
  const columns = [...new Set(asked.map(({ ordinal }) => ordinal))].sort((a, b) => a - b);
  const firstMax = (ordinal: number): Exact => maxesAt(ordinal)[0] ?? 0;
  const whole = sum(asked.flatMap(({ maxes: [max] }) => max ?? []));
  const isOneOf = (maxes: readonly Exact[], found: string): boolean => {
    const read = readNumber(statedMaximum(`(${found})`)?.figure ?? found);
    return (
      typeof read === "object" &&
      maxes.some((max) => equal(read.value, max) || (read.thousands !== undefined && equal(read.thousands, max)))
    );
  };
  /** The figures of a row, each with those of the rubric that it may stand for, have one proportion. */
  const areAlike = (figures: readonly Exact[], known: readonly (readonly Exact[])[]): boolean =>
    (known[0] ?? []).some(
      (one) =>
        sign(one) > 0 &&
        figures.every((each, at) =>
          known[at]?.some((other) => equal(multiply(each, one), multiply(figures[0] as Exact, other))),
        ),
    );
  const numberIn = (text: string): Exact | undefined => {
    const read = readNumber(text);
    return typeof read === "object" ? read.value : undefined;
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
    checkWeights({ line, cells }) {
      // Those of sources or of raters say how their scores are put together, and stand over each item once more.
      if (plan.ratings?.sources) return;
      const stated = columns.filter((ordinal) => cellText(cells[ordinal - 1] ?? "") !== "");
      const figures = stated.map((ordinal) => cellText(cells[ordinal - 1] ?? ""));
      const read = figures.flatMap((text) => numberIn(text) ?? []);
      const weights = stated.map((ordinal) =>
        asked.filter((item) => item.ordinal === ordinal).map((item) => item.weight),
      );
      const isWeighted = !weights.flat().every((weight) => equal(weight, 1));
      const maxima = stated.map(maxesAt);
      // A cell may be merged over an area, whose columns behind the first are blank then.
      const ofAreas = stated.map((ordinal, at) => [
        sum(columns.filter((each) => each >= ordinal && each < (stated[at + 1] ?? Infinity)).flatMap(firstMax)),
      ]);
      // Shares of the whole are those of the maxima, where the rubric weighs nothing.
      const known = isWeighted ? [weights] : [maxima, ofAreas, ...(isWhole(sum(read)) ? [] : [weights])];
      const isOurs = read.length === figures.length && known.some((each) => areAlike(read, each));
      if (stated.length > 0 && !isOurs) diagnostics.report("D174", { figures }, header.place(line, stated[0]));
    },
    areShares({ cells }) {
      const texts = cells.map(cellText);
      const shares = columns.flatMap((ordinal) => numberIn(texts[ordinal - 1] ?? "") ?? []);
      const all = sum(shares);
      const isPercent = columns.every((ordinal) => hasPercent(texts[ordinal - 1] ?? ""));
      return (
        columns.length > 1 &&
        shares.length === columns.length &&
        (isPercent || equal(all, 1)) &&
        isWhole(all) &&
        texts.every((text, at) => text === "" || columns.includes(at + 1) || equal(numberIn(text) ?? 0, all))
      );
    },
  };
}

const isWhole = (all: Exact): boolean => equal(all, 1) || equal(all, 100);

const isNamed = ({ names }: Target, head: string): boolean => names.some((name) => fold(name) === fold(head));
