import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Condition, ItemStep, NodeStep } from "../../model/derivation-scores.ts";
import type { Plan } from "../../model/plan.ts";
import { equal } from "../../number/exact.ts";
import { cellName, cellWords } from "./cell-words.ts";
import { policyWords } from "./policy-words.ts";
import { roundedLine } from "./rounded-line.ts";
import { scaleWords } from "./scale-words.ts";
import type { Voice } from "./voice.ts";

/** What was read, by which scale, and what stood in for a score that was not there. `of`: whether others rate the item too. */
export function itemLines(plan: Plan, step: ItemStep, voice: Voice, of: "row" | "rating" = "row"): Line[] {
  const { say, points } = voice;
  const { item, cell, absence, formula, inputs, scaled, score } = step;
  if (step.state === "none") return [];
  const scale = scaleWords(plan, item.scale, voice);
  const read = cell && `${cellName(cell, voice)}: ${cellWords(plan, item, cell.value, voice)}`;
  const computed = inputs.length > 0 ? voice.inputs(inputs) : undefined;
  const source = [read, formula && `= ${formula}`, computed].filter(Boolean).join("; ");
  const cut = scaled !== undefined && step.rounded === undefined && !step.zeroed && !equal(scaled, score ?? scaled);
  return [
    toned("faint", [source, scale].filter(Boolean).join(" · ")),
    ...(absence ? [line(absenceWords(absence, voice, of))] : []),
    ...(cut ? [line(say("{from}, cut to {to}", { from: points(scaled), to: points(score ?? 0) }))] : []),
  ];
}

function absenceWords(
  { policy, because }: NonNullable<ItemStep["absence"]>,
  voice: Voice,
  of: "row" | "rating",
): string {
  const { say } = voice;
  const why = {
    no_row: say("no row for this period"),
    blank: say("a blank cell"),
    code: say("this word"),
    no_value: say("a figure that cannot be computed"),
  }[because];
  return say("{why} {means} (missing: {policy})", { why, means: policyWords(policy, voice, of), policy });
}

/** The declared rounding, `zero_if` and why it does not apply. */
export function endLines({ rounded, zeroed, when }: NodeStep, voice: Voice): Line[] {
  const { say } = voice;
  return [
    ...(rounded ? [roundedLine(rounded, voice)] : []),
    ...(zeroed ? [line(`${say("taken to 0 because")} ${conditionWords(zeroed, voice)}`)] : []),
    ...(when ? [line(`${say("applies only if")} ${conditionWords(when, voice)}`)] : []),
  ];
}

/** `a >= 3 (a = 2)`. */
export function conditionWords({ text, inputs }: Condition, voice: Voice): string {
  return inputs.length === 0 ? text : `${text} (${voice.inputs(inputs)})`;
}
