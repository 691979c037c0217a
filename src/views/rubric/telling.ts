import type { Plan, Stage, Units } from "../../model/plan.ts";
import type { Rounding } from "../../number/rounding.ts";
import { divide } from "../../number/exact.ts";
import type { Language } from "../../text/bilingual.ts";
import { roundingModeWords } from "../explanation/rounded-line.ts";
import type { Voice } from "../explanation/voice.ts";
import type { InWords } from "./in-words.ts";

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

/** The titles of some columns. */
export const columnTitles = ({ plan, language }: Telling, at: readonly number[]): string =>
  at.map((column) => plan.columns[column]?.title[language] ?? "").join(", ");
