import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Condition, ItemStep, NodeStep } from "../../model/derivation-scores.ts";
import type { MissingPolicy, Plan } from "../../model/plan.ts";
import { equal } from "../../number/exact.ts";
import { cellName, cellWords } from "./cell-words.ts";
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
    ...(cut
      ? [
          line(
            say(`${points(scaled)}, cut to ${points(score ?? 0)}`, `${points(scaled)}, cắt còn ${points(score ?? 0)}`),
          ),
        ]
      : []),
  ];
}

function absenceWords(
  { policy, because }: NonNullable<ItemStep["absence"]>,
  { say }: Voice,
  of: "row" | "rating",
): string {
  const why = {
    no_row: say("no row for this period", "không có dòng của kỳ này"),
    blank: say("a blank cell", "ô trống"),
    code: say("this word", "từ này"),
    no_value: say("a figure that cannot be computed", "số không tính được"),
  }[because];
  const withoutRater = say("leaves the rater out of this item", "không tính lượt chấm ở tiêu chí này");
  const means: Readonly<Record<MissingPolicy, string>> = {
    incomplete: say("is a score still owed", "còn thiếu điểm"),
    zero: say("counts as 0 points", "tính 0 điểm"),
    full: say("counts as full points", "tính đủ điểm tối đa"),
    skip_area:
      of === "rating" ? withoutRater : say("leaves the item out of its area", "bỏ tiêu chí này khi tính điểm nhóm"),
    skip_total:
      of === "rating" ? withoutRater : say("leaves the item out of the total", "bỏ tiêu chí này khi tính tổng điểm"),
  };
  return `${why}${say("", ":")} ${means[policy]} (missing: ${policy})`;
}

/** The declared rounding, `zero_if` and why it does not apply. */
export function endLines({ rounded, zeroed, when }: NodeStep, voice: Voice): Line[] {
  const { say } = voice;
  return [
    ...(rounded ? [roundedLine(rounded, voice)] : []),
    ...(zeroed ? [line(`${say("taken to 0 because", "đưa về 0 vì")} ${conditionWords(zeroed, voice)}`)] : []),
    ...(when ? [line(`${say("applies only if", "chỉ áp dụng khi")} ${conditionWords(when, voice)}`)] : []),
  ];
}

/** `a >= 3 (a = 2)`. */
export function conditionWords({ text, inputs }: Condition, voice: Voice): string {
  return inputs.length === 0 ? text : `${text} (${voice.inputs(inputs)})`;
}
