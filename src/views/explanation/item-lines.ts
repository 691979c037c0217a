import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { ItemStep, NodeStep } from "../../model/derivation-scores.ts";
import type { MissingPolicy } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import { cellName, cellWords } from "./cell-words.ts";
import { cutLine } from "./cut-line.ts";
import { policyWords } from "./law-words.ts";
import { roundedLine } from "./rounded-line.ts";
import { scaleWords } from "./scale-words.ts";
import type { Voice } from "./voice.ts";

/** What was read, by which scale, and what stood in for a score that was not there. `rating`: of one of several raters. */
export function itemLines(plan: Plan, step: ItemStep, voice: Voice, rating?: OneRating): Line[] {
  const { item, cell, absence, formula, inputs, scaled, cut } = step;
  if (step.state === "none" || step.when) return [];
  // By which scale depends on a column that nobody knows.
  const scale = absence || scaled !== undefined ? scaleWords(plan, item.scale, voice) : "";
  const read = cell && `${cellName(cell, voice)}: ${cellWords(plan, item, cell.value, voice)}`;
  const computed = inputs.length > 0 ? voice.inputs(inputs) : undefined;
  // A formula that is one name says no more than what that name stands for.
  const isName = inputs.length === 1 && inputs[0]?.name === formula;
  const source = [read, formula && !isName && `= ${formula}`, computed].filter(Boolean).join("; ");
  return [
    toned("faint", [source, scale].filter(Boolean).join(" · ")),
    ...(absence ? [line(absenceWords(plan, absence, voice, rating))] : []),
    ...(scaled !== undefined && cut !== undefined ? [cutLine(scaled, cut, voice)] : []),
  ];
}

/** One of several ratings of an item; `left`: left out of it for want of a score. */
interface OneRating {
  readonly left: boolean;
}

function absenceWords(
  { ratings }: Plan,
  { policy, because }: NonNullable<ItemStep["absence"]>,
  voice: Voice,
  rating: OneRating | undefined,
): string {
  const { say } = voice;
  const why = {
    no_row: say("no row for this period"),
    blank: say("a blank cell"),
    code: say("this word"),
    no_value: say("a figure that cannot be computed"),
  }[because];
  const of = rating ? "rating" : "row";
  if (rating && ratings?.blank && because !== "code") {
    const means = policyWords(rating.left ? "skip_area" : "incomplete", voice, of);
    return `${why}: ${means}`;
  }
  return `${why}: ${policyWords(policy, voice, of)}`;
}

/** What an item is that nobody scored. */
export const unscoredWords = (policy: MissingPolicy, voice: Voice): string =>
  `${voice.say("an item that nobody scored")}: ${policyWords(policy, voice)}`;

/** The declared rounding, `zero_if` and why it does not apply. */
export function endLines({ rounded, zeroed, when }: NodeStep, voice: Voice): Line[] {
  const { say } = voice;
  return [
    ...(rounded ? [roundedLine(rounded, voice)] : []),
    ...(zeroed ? [line(`${say("taken to 0 because")} ${voice.condition(zeroed)}`)] : []),
    ...(when ? [line(`${say("applies only if")} ${voice.condition(when)}`)] : []),
  ];
}
