import type { Batch, BatchTaker } from "../../model/batch.ts";
import { isMark } from "../../model/batch.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell } from "../../model/row.ts";
import { placesNeeded } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { absolute, add, compare, divide, equal, maximum, minimum, multiply, subtract } from "../../number/exact.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { PlainRows } from "../1-records/csv/bulk/plain-rows.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { readNumber } from "../3-cells/number-text.ts";
import type { ReadableTexts } from "../3-cells/parted-numbers.ts";
import type { Slot } from "../3-cells/scores.ts";
import type { Figure } from "../row-words.ts";
import { figureNamed } from "../row-words.ts";

/** What the scores above a row come to, by which a row of totals is told from somebody who is called `Max` or `Tổng`. */
export interface FiguresAbove {
  /** The scores of somebody. */
  see(cells: readonly Cell[]): void;
  /** What `bind` makes of the taker, with an eye on what goes into its batch. */
  watched(taker: BatchTaker, bind: (taker: BatchTaker) => PlainRows): PlainRows;
  /** Somebody whose scores cannot be read: what all above come to is not known any more. */
  lose(): void;
  /** A row of nobody's: the next one may begin another group. */
  gap(): void;
  /** Does a row of which `word` says that it has a figure of others hold scores, and other ones? */
  areOwn(word: string, cells: readonly string[]): boolean;
}

interface Scores {
  count: number;
  sum: Exact;
  low: Exact;
  high: Exact;
}

/** Of so many people the figures are not known any more: to see them all would take as long as to read them. */
const mostSeen = 20_000;

/** Absent for a sheet that numbers its rows, which tells people from others. */
export function createFiguresAbove(
  plan: Plan,
  { names }: Pick<BoundHeader, "names">,
  slots: readonly Slot[],
  readable: ReadableTexts,
): FiguresAbove | undefined {
  if (names.some(isRowNumberName)) return undefined;
  const read = slots.filter(({ ordinal }) => ordinal > 0);
  /** By ordinal: of all above, and of those since the last row of nobody's. */
  let above = new Map<number, Scores>();
  let group = new Map<number, Scores>();
  let people = 0;
  let isLost = false;

  function seeNumber(ordinal: number, value: Exact): void {
    const scores = group.get(ordinal);
    if (!scores) {
      group.set(ordinal, { count: 1, sum: value, low: value, high: value });
      return;
    }
    scores.count++;
    scores.sum = add(scores.sum, value);
    scores.low = minimum(scores.low, value);
    scores.high = maximum(scores.high, value);
  }

  function seeBatch({ cells, width, count }: Batch, from: number): void {
    people += count - from;
    if (people > mostSeen) return;
    for (const { cell, ordinal } of read) {
      let [seen, sum, low, high] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let at = from * width + cell; at < count * width; at += width) {
        const code = cells[at] as number;
        if (isMark(cells, code)) continue;
        seen++;
        sum += code;
        if (code < low) low = code;
        if (code > high) high = code;
      }
      if (seen > 0) group.set(ordinal, joined(group.get(ordinal), { count: seen, sum, low, high }));
    }
  }

  const all = (): Map<number, Scores> => {
    const both = new Map(above);
    for (const [ordinal, scores] of group) both.set(ordinal, joined(above.get(ordinal), scores));
    return both;
  };

  return {
    see(cells) {
      people++;
      if (people > mostSeen) return;
      for (const { cell, ordinal } of read) {
        const value = cells[cell];
        if (value !== null && value !== undefined && typeof value !== "string") seeNumber(ordinal, value);
      }
    },
    watched(taker, bind) {
      const { batch } = taker;
      let from = 0;
      const takeBatch = (): void => {
        seeBatch(batch, from);
        taker.takeBatch();
        from = 0;
      };
      const rows = bind({ ...taker, takeBatch });
      return {
        take(...given) {
          from = batch.count;
          const taken = rows.take(...given);
          seeBatch(batch, from);
          return taken;
        },
      };
    },
    lose() {
      isLost = true;
    },
    gap() {
      above = all();
      group = new Map();
    },
    areOwn(word, cells) {
      const figure = figureNamed(word);
      // Above all people figures are held against the rubric, as those of a form.
      if (figure === undefined || isLost || (figure === "high" && people === 0)) return false;
      const marks: { readonly slot: Slot; readonly value: Exact | undefined }[] = [];
      for (const slot of read) {
        const text = cellText(cells[slot.ordinal - 1] ?? "");
        if (text === "") continue;
        const number = readNumber(text);
        const value = typeof number === "object" ? number.value : undefined;
        // Nobody has more than an item's maximum, but sums have; a dash says nothing.
        if (readable.get(slot.ordinal)?.(text)) marks.push({ slot, value });
        else if (number !== undefined) return false;
      }
      if (marks.length === 0) return false;
      const isOf = (scores: ReadonlyMap<number, Scores>): boolean =>
        marks.every(({ slot, value }) => isFigureOf(figure, slot, value, scores.get(slot.ordinal), plan));
      return people > mostSeen || !(isOf(group) || isOf(all()));
    },
  };
}

function joined(one: Scores | undefined, other: Scores): Scores {
  if (!one) return other;
  const [low, high] = [minimum(one.low, other.low), maximum(one.high, other.high)];
  return { count: one.count + other.count, sum: add(one.sum, other.sum), low, high };
}

/** `value`: as it is written; absent for a word. */
function isFigureOf(
  figure: Figure,
  { item: { scale } }: Slot,
  value: Exact | undefined,
  scores: Scores | undefined,
  plan: Plan,
): boolean {
  if (value === undefined) return false;
  // Numbers that name levels are no figures.
  if (scale.kind === "levels") return true;
  const found = scale.kind === "points" ? multiply(value, plan.scale) : value;
  if (figure === "high" && scale.kind === "points" && equal(found, scale.max)) return true;
  if (!scores) return false;
  if (figure === "low") return equal(found, scores.low);
  if (figure === "high") return equal(found, scores.high);
  if (figure === "sum" && equal(found, scores.sum)) return true;
  // Percentages are not added up.
  if (figure === "sum" && scale.kind !== "ratio") return false;
  const places = placesNeeded(value) ?? 0;
  const half = divide(divide(scale.kind === "points" ? plan.scale : 1, 2), 10 ** places);
  return compare(absolute(subtract(found, divide(scores.sum, scores.count))), half) <= 0;
}
