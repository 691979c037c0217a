import type { Item, Plan, Scale } from "../../model/plan.ts";
import type { Cell } from "../../model/row.ts";
import { placesNeeded } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, divide, isWhole, multiply, sign } from "../../number/exact.ts";
import { numberIn } from "./column-decoder.ts";
import type { DecimalMarks } from "./decimal-mark.ts";
import { watched } from "./decimal-mark.ts";
import {
  expectedCount,
  expectedNumber,
  expectedPercentage,
  expectedPlaces,
  expectedSteps,
  expectedWords,
} from "./expected.ts";
import type { At, Decoder, Fault } from "./fault.ts";
import { isFault } from "./fault.ts";
import type { PercentScan } from "./percent-scan.ts";
import { noWords, wordTable, yesNoTable, yesWords } from "./words.ts";

/** How the cells of an item are read: its scale's own words first, then the rubric's codes. */
export function itemDecoder(item: Item, plan: Plan, marks: DecimalMarks, percents: PercentScan): Decoder<Cell> {
  const decode = scaleDecoder(item.scale, plan, marks, percents);
  const codes = wordTable(plan.codes.map(({ word, policy }) => [word, policy] as const));
  return (text, at) => {
    const value = decode(text, at);
    return isFault(value) ? (codes.get(text) ?? value) : value;
  };
}

function scaleDecoder(scale: Scale, plan: Plan, marks: DecimalMarks, percents: PercentScan): Decoder<Exact> {
  switch (scale.kind) {
    case "points":
      return watched(pointsDecoder(scale, plan.scale), marks);
    case "levels": {
      const words = scale.levels.flatMap(({ id, label }) => (label === undefined ? [id] : [id, label]));
      const table = wordTable(
        scale.levels.flatMap(({ id, label }, at) => [[id, at] as const, [label ?? id, at] as const]),
      );
      return (text) => table.get(text) ?? { code: "D206", expected: expectedWords(words, text) };
    }
    case "yes": {
      const table = yesNoTable(scale.labels);
      const words = [...scale.labels.map(({ word }) => word), ...yesWords, ...noWords];
      return (text) => {
        const answer = table.get(text);
        return answer === undefined ? { code: "D207", expected: expectedWords(words) } : answer ? 1 : 0;
      };
    }
    case "count":
      return watched(countIn, marks);
    case "ratio":
      return watched((text, at) => ratioIn(text, percents, at), marks);
    case "table":
    case "value":
      return watched((text) => numberIn(text), marks);
  }
}

/** Points in units. Zeros behind the last decimal that counts are no further decimals: 8.50 is 8.5. */
function pointsDecoder(scale: Scale & { kind: "points" }, unitsPerPoint: Exact): Decoder<Exact> {
  const number = expectedNumber(0, divide(scale.max, unitsPerPoint));
  const { step, places } = scale;
  const expected =
    step === undefined ? expectedPlaces(number, places) : expectedSteps(number, divide(step, unitsPerPoint));
  return (text) => {
    const value = numberIn(text);
    if (isFault(value)) return { ...value, expected };
    const units = multiply(value, unitsPerPoint);
    if (sign(units) < 0 || compare(units, scale.max) > 0) return { code: "D203", expected };
    if (step !== undefined) return isWhole(divide(units, step)) ? units : { code: "D205", expected };
    return (placesNeeded(value) ?? 0) <= places ? units : { code: "D204", expected };
  };
}

function countIn(text: string): Exact | Fault {
  const value = numberIn(text);
  if (isFault(value)) return { ...value, expected: expectedCount };
  return isWhole(value) && sign(value) >= 0 ? value : { code: "D208", expected: expectedCount };
}

function ratioIn(text: string, percents: PercentScan, at: At): Exact | Fault {
  const digits = text.replace(/ ?%$/, "");
  const value = numberIn(digits, 0);
  if (isFault(value)) return { ...value, expected: expectedPercentage };
  percents.see(value, digits !== text, text, at);
  return value;
}
