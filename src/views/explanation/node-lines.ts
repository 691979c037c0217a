import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { NodeStep } from "../../model/derivation-scores.ts";
import type { Plan } from "../../model/plan.ts";
import { endLines, itemLines, unscoredWords } from "./item-lines.ts";
import { joinedLines } from "./joined-lines.ts";
import { combinedLine, lackLines } from "./rating-lines.ts";
import type { Voice } from "./voice.ts";

/** A node with how it came to its score, and the nodes below it. */
export function nodeLine(plan: Plan, step: NodeStep, voice: Voice): Line {
  const score = isAdded(plan, step) ? addedWords(step, voice) : scoreWords(step, voice);
  const head = voice.node(step.node, step.node.counts === false ? voice.say("{score}, not counted", { score }) : score);
  const below = [...bodyLines(plan, step, voice), ...endLines(step, voice)];
  const basis = voice.basis(step.node.cite).map((text) => toned("faint", text));
  return step.state === "counts" ? line(head, [...below, ...basis]) : toned("strong", head, [...below, ...basis]);
}

function bodyLines(plan: Plan, step: NodeStep, voice: Voice): Line[] {
  switch (step.kind) {
    case "item":
      return itemLines(plan, step, voice);
    case "rated_item":
      return [
        ...step.ratings.map(({ rating, step: own, left }) =>
          line(`${voice.rater(rating.rater)}: ${left ? voice.say("left out") : scoreWords(own, voice)}`, [
            ...itemLines(plan, own, voice, { left: left === true }),
            ...endLines(own, voice),
          ]),
        ),
        ...(step.combined ? [combinedLine(step.combined, voice)] : []),
        ...(step.lack ? lackLines(step.lack, voice, "score") : []),
        ...(step.unscored ? [line(unscoredWords(step.unscored, voice))] : []),
        ...(!step.unscored && (step.state === "skip_area" || step.state === "skip_total")
          ? [line(voice.say("every rating leaves the item out"))]
          : []),
      ];
    case "area":
      return [
        ...step.children.map((child) => nodeLine(plan, child, voice)),
        ...(step.joined ? joinedLines(step.joined, step.children, voice) : []),
      ];
  }
}

/** A sum of the scores that several raters gave: the max is that of each of them, unless an area is cut there. */
const isAdded = ({ ratings }: Plan, step: NodeStep): boolean =>
  ratings?.level === "item" &&
  ratings.combine.kind === "sum" &&
  step.state === "counts" &&
  (step.kind === "rated_item" || (step.kind === "area" && !step.area.clamp));

const addedWords = ({ score, full }: NodeStep, { say, number }: Voice): string =>
  say("{score}, each rating at most {full}", { score: number(score ?? 0), full: number(full) });

/** `5.4 of 6`, or why there is no score that counts. */
function scoreWords({ state, score, full }: NodeStep, { say, number }: Voice): string {
  switch (state) {
    case "counts":
      return say("{score} of {full}", { score: number(score ?? 0), full: number(full) });
    case "none":
      return say("does not apply");
    case "skip_area":
    case "skip_total":
      return say("left out");
    case "missing":
      return say("no score");
  }
}
