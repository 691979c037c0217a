import type { Line } from "../../document/block.ts";
import { line } from "../../document/block.ts";
import type { Rounded } from "../../model/derivation-scores.ts";
import type { RoundingMode } from "../../number/rounding.ts";
import type { Voice } from "./voice.ts";

const modes: Readonly<Record<RoundingMode, readonly [en: string, vi: string]>> = {
  half_up: ["half up", "nửa đơn vị làm tròn lên"],
  half_even: ["half to even", "nửa đơn vị làm tròn về số chẵn"],
  half_down: ["half down", "nửa đơn vị làm tròn xuống"],
  up: ["up", "luôn làm tròn lên"],
  down: ["down", "luôn làm tròn xuống"],
  ceiling: ["to the number above", "lấy số lớn hơn"],
  floor: ["to the number below", "lấy số nhỏ hơn"],
};

const modeWords = (mode: RoundingMode, { say }: Pick<Voice, "say">): string => say(...modes[mode]);

/** A declared rounding: how, and from what to what. */
export function roundedLine({ from, to, rounding }: Rounded, voice: Voice): Line {
  const { say, number } = voice;
  const how = `${number(rounding.to)}, ${modeWords(rounding.mode, voice)}`;
  return line(
    say(`rounded to ${how}: ${number(from)} → ${number(to)}`, `làm tròn đến ${how}: ${number(from)} → ${number(to)}`),
  );
}
