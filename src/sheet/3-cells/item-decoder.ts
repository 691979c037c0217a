import { wordsOf } from "../../model/column.ts";
import type { Item, Scale } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell } from "../../model/row.ts";
import { placesNeeded } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, divide, equal, isWhole, multiply, sign } from "../../number/exact.ts";
import { noWords, yesWords } from "../../text/vocabulary.ts";
import type { DecimalMarks } from "./decimal-mark.ts";
import {
  expectedCount,
  expectedNumber,
  expectedOutOf,
  expectedPercentage,
  expectedPlaces,
  expectedPoints,
  expectedSteps,
  expectedWords,
} from "./expected.ts";
import type { Decoder } from "./fault.ts";
import { isFault } from "./fault.ts";
import type { NumberTarget } from "./number-cell.ts";
import { anyNumberDecoder, numberDecoder } from "./number-cell.ts";
import type { NumberReading } from "./number-text.ts";
import { hasPercent, readNumber, readOutOf } from "./number-text.ts";
import type { PercentScan } from "./percent-scan.ts";
import type { TypedWords } from "./typed-words.ts";
import { wordTable, yesNoEntries } from "./words.ts";

/** How the cells of an item are read: numbers, else its scale's own words and the rubric's codes. */
export function itemDecoder(
  { scale }: Item,
  plan: Plan,
  marks: DecimalMarks,
  percents?: PercentScan,
  typed?: TypedWords,
): Decoder<Cell> {
  const decode = scaleDecoder(scale, plan, marks, percents);
  const codes = plan.codes.map(({ word, policy }) => [word, policy] as const);
  const words = wordTable<Cell>([...scaleWords(scale), ...codes], typed);
  return (text, at) => {
    const value = decode(text, at);
    return isFault(value) ? (words.get(text, at) ?? value) : value;
  };
}

/** Words that mean a level or an answer, and what they are as cells. */
function scaleWords(scale: Scale): readonly (readonly [word: string, meaning: number])[] {
  switch (scale.kind) {
    case "levels":
      return scale.levels.flatMap((level, at) => wordsOf(level).map((word) => [word, at] as const));
    case "yes":
      return yesNoEntries(scale.labels, 1, 0);
    case "points":
    case "count":
    case "ratio":
    case "table":
    case "value":
      return [];
  }
}

function scaleDecoder(scale: Scale, plan: Plan, marks: DecimalMarks, percents?: PercentScan): Decoder<Exact> {
  switch (scale.kind) {
    case "points":
      return pointsDecoder(scale, plan.scale, marks);
    case "levels": {
      const words = scale.levels.map(({ id, label }) => label ?? id);
      return (text) => ({ code: "D206", expected: expectedWords(words, text) });
    }
    case "yes": {
      const words = [...scale.labels.map(({ word }) => word), ...yesWords, ...noWords];
      return () => ({ code: "D207", expected: expectedWords(words) });
    }
    case "count":
      return numberDecoder(count, expectedCount, marks);
    case "ratio":
      return ratioDecoder(scale, marks, percents);
    case "table":
    case "value":
      return anyNumberDecoder((value) => value, expectedNumber(undefined, undefined), marks);
  }
}

/** Points in units. Zeros behind the last decimal that counts are no further decimals: 8.50 is 8.5. */
function pointsDecoder(scale: Scale & { kind: "points" }, unitsPerPoint: Exact, marks: DecimalMarks): Decoder<Exact> {
  const { min = 0, max, step, places } = scale;
  const number = expectedNumber(min === "none" ? undefined : divide(min, unitsPerPoint), divide(max, unitsPerPoint));
  const expected =
    step === undefined ? expectedPlaces(number, places) : expectedSteps(number, divide(step, unitsPerPoint));
  const target: NumberTarget<Exact> = (value) => {
    const units = multiply(value, unitsPerPoint);
    if ((min !== "none" && compare(units, min) < 0) || compare(units, max) > 0) return { code: "D203", expected };
    if (step !== undefined) return isWhole(divide(units, step)) ? units : { code: "D205", expected };
    return (placesNeeded(value) ?? 0) <= places ? units : { code: "D204", expected };
  };
  const whole = divide(max, unitsPerPoint);
  const isOfAll = ({ value, thousands = value }: NumberReading): boolean =>
    equal(value, whole) || equal(thousands, whole);
  const decode = numberDecoder(target, expected, marks, undefined, (text) =>
    readNumber(readOutOf(text)?.score ?? text),
  );
  return (text, at) => {
    const outOf = readOutOf(text);
    if (outOf && !isOfAll(outOf.most))
      return { code: "D202", expected: expectedOutOf(number, outOf.most.value, whole) };
    if (outOf) marks.seeOutOf(text, outOf.score, at);
    // Of a hundred points a percentage is as many; of fifty, 50% may be all of them or a half.
    if (!hasPercent(text) || equal(whole, 100)) return decode(text, at);
    const read = readNumber(text);
    if (typeof read !== "object") return { code: "D202", expected };
    const points = divide(multiply(read.value, whole), 100);
    return { code: "D202", expected: expectedPoints(number, text, whole, points) };
  };
}

const count: NumberTarget<Exact> = (value) =>
  isWhole(value) && sign(value) >= 0 ? value : { code: "D208", expected: expectedCount };

/** A percentage, or a fraction of 1 where the rubric says so and the cell has no percent sign. What is above the cap is cut. */
function ratioDecoder(
  { cap, unit }: Scale & { kind: "ratio" },
  marks: DecimalMarks,
  percents?: PercentScan,
): Decoder<Exact> {
  const percent: NumberTarget<Exact> = (value) =>
    sign(value) >= 0 ? value : { code: "D203", expected: expectedPercentage };
  const isWithin = (value: Exact): boolean => sign(value) >= 0 && (cap === undefined || compare(value, cap) <= 0);
  const bare = unit === "fraction" ? 100 : 1;
  const readPercent = numberDecoder(percent, expectedPercentage, marks, isWithin);
  const readBare = numberDecoder(
    (value) => percent(multiply(value, bare)),
    expectedPercentage,
    marks,
    (value) => isWithin(multiply(value, bare)),
  );
  return (text, at) => {
    const isMarked = hasPercent(text);
    const value = (isMarked ? readPercent : readBare)(text, at);
    if (!isFault(value) && unit === undefined) percents?.see(value, isMarked, text, at);
    return value;
  };
}
