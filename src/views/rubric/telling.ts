import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { divide } from "../../number/exact.ts";
import type { Rounding } from "../../number/rounding.ts";
import type { Language } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { roundingModeWords } from "../explanation/rounded-line.ts";
import type { Voice } from "../explanation/voice.ts";
import { createVoice } from "../explanation/voice.ts";
import type { InWords } from "../expression/in-words.ts";
import { inWords } from "../expression/in-words.ts";

/** How a rubric is told: of one kind of period, in one language. */
export interface Telling {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly language: Language;
  readonly voice: Voice;
  readonly words: InWords;
  /** What one of its periods is called. */
  readonly period: string;
}

/** Units of the plan as a number of points. */
export const pointsText = ({ plan, voice }: Telling, units: Units): string => voice.number(divide(units, plan.scale));

/** `rounded to 0,01, half up`. */
export function roundingText(telling: Telling, { to, mode }: Rounding): string {
  const { say } = telling.voice;
  return say("rounded to {to}, {mode}", { to: pointsText(telling, to), mode: roundingModeWords(mode, telling.voice) });
}

export function totalRounding(telling: Telling, { to, mode }: Rounding): string {
  const { say } = telling.voice;
  const how = { to: pointsText(telling, to), mode: roundingModeWords(mode, telling.voice) };
  return say("The total is rounded to {to}, {mode}", how);
}

/** The titles of some columns. */
export const columnTitles = ({ plan, language }: Telling, at: readonly number[]): string =>
  at.map((column) => plan.columns[column]?.title[language] ?? "").join(", ");

export function tellingOf(plan: Plan, stage: Stage, language: Language): Telling {
  return {
    plan: { ...plan, language },
    stage,
    language,
    voice: createVoice(plan, stage, language),
    words: inWords(plan, language, "ids"),
    period: phrase(stage.period)[language],
  };
}

/** What a part rests on, and what its author remarks of it. */
export const remarkWords = (
  { voice }: Telling,
  { cite, note }: { readonly cite?: string; readonly note?: string },
): string[] => [
  ...voice.basis(cite),
  ...(note === undefined ? [] : [note === "illustrative" ? voice.say("illustrative") : note]),
];

/** What is true of the total of all criteria. */
export function totalLines(telling: Telling): string[] {
  const {
    plan: { codes },
    stage: { total, nodes },
    voice: { say },
  } = telling;
  const policies = [
    ...codes.map(({ policy }) => policy),
    ...nodes.flatMap(({ body }) => (body.kind === "item" ? [body.missing] : [])),
  ];
  return [
    say("Total: at most {max}", { max: pointsText(telling, total.max) }),
    total.clamp ? say("A total above it is cut there") : say("Nothing is cut from the total"),
    ...(total.round ? [totalRounding(telling, total.round)] : []),
    ...(policies.some((policy) => policy === "skip_area" || policy === "skip_total")
      ? [say("Where a criterion is left out of a sum, what the others give is scaled up to the full max")]
      : []),
  ];
}
