import type { Line } from "../../document/block.ts";
import { line } from "../../document/block.ts";
import type { Rounded } from "../../model/derivation-scores.ts";
import type { RoundingMode } from "../../number/rounding.ts";
import type { Phrase } from "../../text/phrase.ts";
import type { Voice } from "./voice.ts";

const modes = {
  half_up: "half up #mode",
  half_even: "half to even",
  half_down: "half down",
  up: "up #mode",
  down: "down #mode",
  ceiling: "to the number above",
  floor: "to the number below",
} as const satisfies Record<RoundingMode, Phrase>;

/** How numbers halfway and between are rounded. */
export const roundingModeWords = (mode: RoundingMode, { say }: Pick<Voice, "say">): string => say(modes[mode]);

/** A declared rounding: how, and from what to what. */
export function roundedLine({ from, to, rounding }: Rounded, voice: Voice): Line {
  const { say, number } = voice;
  const how = `${number(rounding.to)}, ${roundingModeWords(rounding.mode, voice)}`;
  return line(say("rounded to {how}: {from} → {to}", { how, from: number(from), to: number(to) }));
}
