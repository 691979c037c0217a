import type { Line } from "../../document/block.ts";
import { line } from "../../document/block.ts";
import type { Joined, NodeStep } from "../../model/derivation-scores.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, sign } from "../../number/exact.ts";
import type { Voice } from "./voice.ts";

/** How the scores of some nodes became one: sum, mean, best; scaled; cut; with bonus. */
export function joinedLines(joined: Joined, children: readonly NodeStep[], voice: Voice): Line[] {
  const { say, number, exact: bare, points } = voice;
  const { how, exact, scaled, cut, bonus, raised } = joined;
  const scores = children
    .filter(({ node, state }) => state === "counts" && !node.bonus)
    .map((child) => bare(child.score ?? 0));
  const before = cut ?? scaled?.exact ?? exact;
  const lines: Line[] = [];
  if (how !== "sum") lines.push(line(`${howWords(how, voice)}: ${scores.join("; ")} → ${number(exact)}`));
  else if (scores.length > 1) lines.push(line(`${scores.join(" + ")} = ${number(exact)}`));
  if (scaled) {
    const factor = `${bare(exact)} × ${bare(scaled.to)} / ${bare(scaled.from)} = ${number(scaled.exact)}`;
    lines.push(
      line(
        say(
          `only ${points(scaled.from)} could be had, scaled up to ${number(scaled.to)}: ${factor}`,
          `chỉ chấm trên ${points(scaled.from)}, quy về ${number(scaled.to)}: ${factor}`,
        ),
      ),
    );
  }
  const cutLine = (from: Exact, to: Exact): Line => {
    const least = compare(to, from) > 0;
    return line(
      say(
        `${number(from)} ${least ? "raised to the least of" : "cut to the max of"} ${number(to)}`,
        `${number(from)} ${least ? "được nâng lên mức thấp nhất" : "vượt mức tối đa, còn"} ${number(to)}`,
      ),
    );
  };
  if (cut !== undefined) lines.push(cutLine(scaled?.exact ?? exact, cut));
  if (sign(bonus) !== 0) {
    const sum = add(before, bonus);
    lines.push(
      line(
        say(
          `with the bonus: ${bare(before)} + ${bare(bonus)} = ${number(sum)}`,
          `cộng điểm thưởng: ${bare(before)} + ${bare(bonus)} = ${number(sum)}`,
        ),
      ),
    );
    if (raised !== undefined) lines.push(cutLine(sum, raised));
  }
  return lines;
}

function howWords(how: Exclude<Joined["how"], "sum">, { say, number }: Voice): string {
  if (how === "best") return say("the largest", "lấy điểm cao nhất");
  if (how === "mean") return say("the mean", "trung bình cộng");
  const weights = how.weights.map(number).join(" : ");
  return say(`the mean with weights ${weights}`, `trung bình theo trọng số ${weights}`);
}
