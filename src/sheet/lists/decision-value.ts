import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Decision, DecisionAction } from "../../model/given.ts";
import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Award, Band, Rule, Stage } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, divide, isWhole, multiply } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { createNames } from "../../text/names.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import type { DecimalMarks } from "../3-cells/decimal-mark.ts";
import { expectedNumber, expectedSteps } from "../3-cells/expected.ts";
import type { At, Fault } from "../3-cells/fault.ts";
import { isFault } from "../3-cells/fault.ts";
import { numberDecoder } from "../3-cells/number-cell.ts";
import type { TypedWords } from "../3-cells/typed-words.ts";
import { actionWords, decisionHeads } from "../vocabulary.ts";
import type { ListRow } from "./list-row.ts";

/** What the value of each action names; absent: it has none. */
export const values: Readonly<Record<DecisionAction, "rule" | "band" | "award" | "key" | "total" | undefined>> = {
  exempt: "rule",
  rate: "total",
  was: "key",
  set_band: "band",
  not_rated: undefined,
  award: "award",
  no_award: "award",
};
const words = {
  rule: phrase("rule"),
  band: phrase("band"),
  award: phrase("award"),
} as const satisfies Record<string, Bilingual>;

/** The columns of decisions. */
export type ColumnId = keyof typeof decisionHeads;

/** As decisions are written in each language. */
export const named = (id: ColumnId): Bilingual => ({ en: id, vi: decisionHeads[id][0] });
export const wordsOf = (action: DecisionAction): Bilingual => ({ en: action, vi: actionWords[action] });

/** The decision with what its value names; undefined, and reported, where that is nothing of the period. */
export type ValueReader = (decision: Decision, stage: Stage, row: ListRow) => Decision | undefined;

export function createValueReader(
  plan: Plan,
  marks: DecimalMarks,
  typed: TypedWords,
  diagnostics: Diagnostics,
): ValueReader {
  return (decision, stage, row) => {
    const place = row.place("value");
    const { action, value, period } = decision;
    const what = values[action];
    switch (what) {
      case undefined:
        if (value === "") return decision;
        diagnostics.report("D410", { action: wordsOf(action) }, place);
        return undefined;
      case "key":
        if (value !== "") return decision;
        diagnostics.report("D403", { column: named("value") }, place);
        return undefined;
      case "total": {
        if (value === "") return decision;
        const { read, expected } = totalReader(plan, stage, marks);
        const total = read(value, { ...place, isNumber: row.isNumber("value") });
        if (!isFault(total)) return { ...decision, total };
        diagnostics.report("D407", { found: value, expected }, place);
        return undefined;
      }
      default: {
        const parts = partsOf(stage, what);
        const part = partNamed(parts, value, place, typed);
        if (part) return { ...decision, value: part.id };
        const titled = ({ id, title }: Part): string =>
          partNamed(parts, title?.vi ?? id, place) ? (title?.vi ?? id) : id;
        const known = parts.map((each): Bilingual => ({ en: each.id, vi: titled(each) }));
        const suggestion = suggest(value, [...new Set(known.flatMap(({ en, vi }) => [vi, en]))]);
        diagnostics.report(
          "D406",
          { found: value, what: words[what], period, suggestion, known: listed(known) },
          place,
        );
        return undefined;
      }
    }
  };
}

const listed = (known: readonly Bilingual[]): readonly Bilingual[] | string => (known.length === 0 ? "-" : known);

type Part = Rule | Band | Award;
const partsOf = (stage: Stage, what: "rule" | "band" | "award"): readonly Part[] =>
  ({ rule: stage.rules, band: stage.bands, award: stage.awards })[what];

/** By its id, else by a title that no other has. */
function partNamed(parts: readonly Part[], text: string, at: At, typed?: TypedWords): Part | undefined {
  const titles = parts.flatMap((part) => Object.values(part.title ?? {}).map((title) => [title, part] as const));
  const own = parts.find(({ id }) => id === text);
  const found = own ? undefined : createNames(titles)(text);
  if (found?.meanings.length !== 1) return own;
  if (found.typedFor !== undefined) typed?.see(text, found.typedFor, at);
  return found.meanings[0];
}

/** Reads a total that another body gave, in units: one that this rubric could have given. */
function totalReader({ scale }: Plan, { total }: Stage, marks: DecimalMarks) {
  const { round } = total;
  const [least, most] = [total.least, total.most].map((units) => (units === undefined ? units : divide(units, scale)));
  const number = expectedNumber(least, most);
  const expected = round === undefined ? number : expectedSteps(number, divide(round.to, scale));
  const isWithin = (points: Exact): boolean =>
    (least === undefined || compare(points, least) >= 0) && (most === undefined || compare(points, most) <= 0);
  const isStep = (units: Units): boolean => round === undefined || isWhole(divide(units, round.to));
  const target = (points: Exact): Units | Fault => {
    const units = multiply(points, scale);
    if (!isWithin(points)) return { code: "D203", expected };
    return isStep(units) ? units : { code: "D205", expected };
  };
  return { read: numberDecoder(target, expected, marks, isWithin), expected };
}
