import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { weightIn } from "../../model/stages.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { divide, equal, multiply, sign, sum } from "../../number/exact.ts";
import { fold } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { statedMaximum } from "../2-header/stated-maximum.ts";
import { statedWeight } from "../2-header/stated-weight.ts";
import type { Target } from "../2-header/targets.ts";
import { maximaOf, scoreColumns } from "../2-header/targets.ts";
import { hasPercent, readNumber } from "../3-cells/number-text.ts";
import { columnNumbers } from "../column-numbers.ts";
import { firstText, isHighest, isOfProducts } from "../row-words.ts";

/** What a form says that items are worth at most. */
export interface Maxima {
  /** Holds the figures of such a row against the rubric, unless below people it may say what one of them reached. */
  check(row: SheetRecord, isBelowPeople: boolean): void;
  /** Does a row say nothing but the maxima of all items, and perhaps their sum, so that it needs no word for it? */
  areIn(row: SheetRecord): boolean;
  /** Holds the weights of such a row against the rubric, or the maxima times these. */
  checkWeights(row: SheetRecord): void;
  /**
   * Does a row right below the head say nothing but what items weigh, in words: `x2 | x1`, `(60%) | (40%)`; or the shares that all have of the
   * whole, and perhaps that: `60% | 40%`, `0,6 | 0,4 | 1`?
   */
  areWeights(row: SheetRecord): boolean;
}

/** Heads are held against the rubric at once: a form made for other points must not be read as one of these. */
export function createMaxima(plan: Plan, header: BoundHeader, diagnostics: Diagnostics): Maxima {
  const items = scoreColumns(plan).map(({ node, cell, isPart }) => ({
    ordinal: header.layout.cells[cell] ?? 0,
    maxes: maximaOf(plan, node),
    least: node.min === "none" ? 0 : divide(node.min, plan.scale),
    weight: weightIn(plan.stage, plan.stage.nodes.indexOf(node)),
    isPart,
  }));
  // Of items that share a column, and of the cases of one item, the figure is that of one.
  const maxesAt = (ordinal: number): readonly Exact[] =>
    items.filter((item) => item.ordinal === ordinal).flatMap((item) => item.maxes);
  /** Of what only takes points away forms say how many, with a minus or without. */
  const deductionsAt = (ordinal: number): readonly Exact[] =>
    items
      .filter((item) => item.ordinal === ordinal && sign(item.least) < 0 && item.maxes.every((max) => sign(max) <= 0))
      .flatMap(({ least }) => [least, multiply(least, -1)]);
  const asked = items.filter(({ ordinal }) => ordinal > 0);
  const columns = [...new Set(asked.map(({ ordinal }) => ordinal))].sort((a, b) => a - b);
  const mayBeBlank = (ordinal: number): boolean => !asked.some((item) => item.ordinal === ordinal && item.isPart);
  const firstMax = (ordinal: number): Exact => maxesAt(ordinal)[0] ?? 0;
  const wholes = [asked, asked.filter(({ isPart }) => isPart)].map((all) =>
    sum(all.flatMap(({ maxes: [max] }) => max ?? [])),
  );
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
    const read = readNumber(statedWeight(text)?.figure ?? text);
    return typeof read === "object" ? read.value : undefined;
  };
  const checkFigure = (line: number, ordinal: number, found: string): void => {
    const maxes = maxesAt(ordinal);
    if (maxes.length === 0 || found === "" || isOneOf([...maxes, ...deductionsAt(ordinal)], found)) return;
    const max = [...new Set(maxes.map((max) => formatDecimal(max)))].join(", ");
    diagnostics.report("D122", { header: header.names[ordinal - 1] ?? "", found, max }, header.place(line, ordinal));
  };
  /** `stated`: by ordinal. `isProduct`: maxima times weights. `isEach`: what another item weighs is said beside it, and nothing is 1. */
  const holdWeights = (
    line: number,
    stated: ReadonlyMap<number, string>,
    { isProduct, isEach }: { readonly isProduct?: boolean; readonly isEach: boolean },
  ): void => {
    const ordinals = columns.filter((ordinal) => stated.has(ordinal) || (isEach && !mayBeBlank(ordinal)));
    const unsaid = [...stated.values()].some(hasPercent) ? "0%" : "1";
    const figures = ordinals.map((ordinal) => stated.get(ordinal) ?? unsaid);
    const read = figures.flatMap((text) => numberIn(text) ?? []);
    const each = (of: (item: (typeof asked)[number]) => readonly Exact[]) =>
      ordinals.map((ordinal) => asked.filter((item) => item.ordinal === ordinal).flatMap(of));
    const weights = each(({ weight }) => [weight]);
    const isWeighted = !weights.flat().every((weight) => equal(weight, 1));
    // A cell may be merged over an area, whose columns behind the first are blank then.
    const ofAreas = ordinals.map((ordinal, at) => [
      sum(columns.filter((each) => each >= ordinal && each < (ordinals[at + 1] ?? Infinity)).flatMap(firstMax)),
    ]);
    // Shares of the whole are those of the maxima, where the rubric weighs nothing.
    const shares = [each(({ maxes }) => maxes), ofAreas, ...(isWhole(sum(read)) ? [] : [weights])];
    const products = each(({ maxes, weight }) => maxes.map((max) => multiply(max, weight)));
    const known = isProduct ? [products] : isWeighted ? [weights] : shares;
    const isOurs = read.length === figures.length && known.some((each) => areAlike(read, each));
    if (!isOurs) diagnostics.report("D174", { figures }, header.place(line, [...stated.keys()][0]));
  };
  const areShares = (stated: readonly (readonly [ordinal: number, text: string])[]): boolean => {
    const said = stated.filter(([ordinal]) => columns.includes(ordinal));
    const shares = said.flatMap(([, text]) => numberIn(text) ?? []);
    const all = sum(shares);
    const isMissing = (ordinal: number): boolean => !mayBeBlank(ordinal) && !said.some(([each]) => each === ordinal);
    return (
      said.length > 1 &&
      shares.length === said.length &&
      (said.every(([, text]) => hasPercent(text)) || equal(all, 1)) &&
      isWhole(all) &&
      !columns.some(isMissing) &&
      stated.every((each) => said.includes(each) || equal(numberIn(each[1]) ?? 0, all))
    );
  };
  const weights = new Map<number, string>();
  for (const [at, name] of header.names.entries()) {
    const isPartOfName = header.targets.all.some(
      (target) => header.ordinals.get(target) === at + 1 && isNamed(target, name),
    );
    const named = header.targets.named(name);
    if (!isPartOfName) checkFigure(header.line, at + 1, statedMaximum(named?.behind ?? name)?.figure ?? "");
    if (named?.weight !== undefined) weights.set(at + 1, named.weight);
  }
  if (weights.size > 0) holdWeights(header.line, weights, { isEach: true });
  return {
    check({ line, cells }, isBelowPeople) {
      if (isBelowPeople && cells.some((raw) => isHighest(cellText(raw)))) return;
      for (const [at, raw] of cells.entries()) checkFigure(line, at + 1, cellText(raw));
    },
    areIn({ cells }) {
      const texts = cells.map(cellText);
      return (
        columns.length > 1 &&
        columns.every((ordinal) => {
          const text = texts[ordinal - 1] ?? "";
          const deductions = deductionsAt(ordinal);
          return text === ""
            ? mayBeBlank(ordinal) || deductions.length > 0
            : isOneOf([...maxesAt(ordinal), ...deductions], text);
        }) &&
        texts.every((text, at) => text === "" || maxesAt(at + 1).length > 0 || isOneOf(wholes, text))
      );
    },
    checkWeights({ line, cells }) {
      // Those of sources or of raters say how their scores are put together, and stand over each item once more.
      if (plan.ratings?.sources) return;
      const stated = statedIn(cells).filter(([ordinal]) => columns.includes(ordinal));
      const isEach = stated.length === 1 || stated.some(([, text]) => statedWeight(text));
      if (stated.length > 0) holdWeights(line, new Map(stated), { isProduct: isOfProducts(firstText(cells)), isEach });
    },
    areWeights({ cells }) {
      const stated = statedIn(cells);
      const isWeight = ([ordinal, text]: readonly [number, string]): boolean =>
        columns.includes(ordinal) && statedWeight(text)?.name === "";
      return stated.length > 0 && (stated.every(isWeight) || (columnNumbers(cells) === undefined && areShares(stated)));
    },
  };
}

/** The cells that hold something, each with its ordinal. */
const statedIn = (cells: readonly string[]): (readonly [number, string])[] =>
  cells.map((raw, at) => [at + 1, cellText(raw)] as const).filter(([, text]) => text !== "");

const isWhole = (all: Exact): boolean => equal(all, 1) || equal(all, 100);

const isNamed = ({ names }: Target, head: string): boolean => names.some((name) => fold(name) === fold(head));
