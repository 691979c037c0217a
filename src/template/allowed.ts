import type { Allowed } from "../document/xlsx/book.ts";
import type { Column } from "../model/column.ts";
import type { Node, Scale } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import { formatDecimal } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { divide } from "../number/exact.ts";
import {
  expectedCount,
  expectedDate,
  expectedNumber,
  expectedPercentage,
  expectedPlaces,
  expectedSteps,
  expectedWords,
} from "../sheet/3-cells/expected.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** Longer lists cannot be offered by every program; they are said in the message alone. */
const longestList = 250;

/** What may be filled in for an item, by its scale; undefined where anything else decides. */
export function allowedFor({ body, by }: Node, plan: Plan): Allowed | undefined {
  if (body.kind !== "item" || by) return undefined;
  const { scale } = body;
  const points = (units: Exact): Exact => divide(units, plan.scale);
  const codes = plan.codes.map(({ word }) => word);
  switch (scale.kind) {
    case "points": {
      const min = scale.min === "none" ? undefined : points(scale.min ?? 0);
      const max = points(scale.max);
      const step = scale.step === undefined ? undefined : points(scale.step);
      const number = expectedNumber(min, max);
      const expected = step === undefined ? expectedPlaces(number, scale.places) : expectedSteps(number, step);
      const finest = step === undefined ? `1E-${scale.places}` : formatDecimal(step);
      return inSteps(expected, min, max, finest, codes, plan);
    }
    case "levels":
      return list([...scale.levels.map(({ id, label }) => label ?? id), ...codes], plan);
    case "yes": {
      const [yes, no] = yesNo(plan.language);
      const words = [true, false].map((answer) => labelFor(scale, answer) ?? (answer ? yes : no));
      return list([...words, ...codes], plan);
    }
    case "count":
      return inSteps(expectedCount, 0, undefined, "1", codes, plan);
    case "ratio":
      return undefined;
    case "table":
    case "value":
      return undefined;
  }
}

const labelFor = ({ labels }: Scale & { kind: "yes" }, answer: boolean): string | undefined =>
  labels.find(({ value }) => value === answer)?.word;

/** What is said of an item beside its title, where nothing can be checked in the cell. */
export const percentageNote = ({ body }: Node): Bilingual | undefined =>
  body.kind === "item" && body.scale.kind === "ratio" ? expectedPercentage : undefined;

export function allowedIn({ type, compare }: Column, plan: Plan): Allowed | undefined {
  if (compare) return undefined;
  switch (type.kind) {
    case "text":
      return undefined;
    case "choice":
      return list(
        type.values.map(({ id, label }) => label ?? id),
        plan,
      );
    case "flag":
      return list(yesNo(plan.language), plan);
    case "date":
      return { kind: "date", message: expectedDate[plan.language] };
    case "number": {
      const [min, max] = [type.min, type.max].map((limit) => (limit === undefined ? undefined : formatDecimal(limit)));
      const message = expectedNumber(type.min, type.max)[plan.language];
      return { kind: "number", message, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    }
  }
}

function list(values: readonly string[], { language }: Plan): Allowed | undefined {
  const isOffered = values.every((value) => !/[,"]/.test(value)) && values.join(",").length <= longestList;
  return isOffered ? { kind: "list", values, message: expectedWords(values)[language] } : undefined;
}

/** A number of whole steps between limits, or a code word. */
function inSteps(
  expected: Bilingual,
  min: Exact | undefined,
  max: Exact | undefined,
  step: string,
  codes: readonly string[],
  { language }: Plan,
): Allowed {
  const conditions = [
    "ISNUMBER({cell})",
    ...(min === undefined ? [] : [`{cell}>=${formatDecimal(min)}`]),
    ...(max === undefined ? [] : [`{cell}<=${formatDecimal(max)}`]),
    `ABS({cell}/${step}-ROUND({cell}/${step},0))<0.000001`,
  ];
  const words = codes.map((code) => `{cell}="${code.replaceAll('"', '""')}"`);
  const number = `AND(${conditions.join(",")})`;
  const formula = words.length > 0 ? `OR(${[...words, number].join(",")})` : number;
  const message = [expected[language], ...codes].join("; ");
  return { kind: "formula", formula, message };
}

/** Yes and no as one would write them. */
export const yesNo = (language: Language): readonly [string, string] => [
  phrase("yes")[language],
  phrase("no")[language],
];
