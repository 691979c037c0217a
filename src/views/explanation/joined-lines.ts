import type { Line } from "../../document/block.ts";
import { line } from "../../document/block.ts";
import type { Joined, NodeStep } from "../../model/derivation-scores.ts";
import { isCounted } from "../../model/stages.ts";
import { add, sign } from "../../number/exact.ts";
import { cutLine } from "./cut-line.ts";
import { added } from "./terms.ts";
import type { Voice } from "./voice.ts";

/** How the scores of some nodes became one: sum, mean, best; scaled; cut; with bonus. */
export function joinedLines(joined: Joined, children: readonly NodeStep[], voice: Voice): Line[] {
  const { say, number, exact: bare, points } = voice;
  const { how, exact, scaled, base, cut, bonus, raised } = joined;
  const counted = children.filter(({ node }) => isCounted(node));
  const counts = counted.map(({ state }) => state === "counts");
  const scores = counted.filter((_, at) => counts[at]).map((child) => bare(child.score ?? 0));
  const combined = scaled?.exact ?? exact;
  const whole = base === undefined ? combined : add(base, combined);
  const before = cut ?? whole;
  const lines: Line[] = [];
  if (how !== "sum" && scores.length > 0)
    lines.push(line(`${howWords(how, counts, voice)}: ${scores.join("; ")} → ${number(exact)}`));
  else if (scores.length > 1) lines.push(line(`${added(scores)} = ${number(exact)}`));
  if (scaled) {
    const factor = `${bare(exact)} × ${bare(scaled.to)} / ${bare(scaled.from)} = ${number(scaled.exact)}`;
    lines.push(
      line(
        say("only {from} could be had, scaled up to {to}: {factor}", {
          from: points(scaled.from),
          to: number(scaled.to),
          factor,
        }),
      ),
    );
  }
  if (base !== undefined) {
    const terms = added([bare(base), bare(combined)]);
    lines.push(line(say("with its base: {terms} = {sum}", { terms, sum: number(whole) })));
  }
  if (cut !== undefined) lines.push(cutLine(whole, cut, voice));
  if (sign(bonus) !== 0) {
    const sum = add(before, bonus);
    const terms = added([bare(before), bare(bonus)]);
    lines.push(line(say("with the bonus: {terms} = {sum}", { terms, sum: number(sum) })));
    if (raised !== undefined) lines.push(cutLine(sum, raised, voice));
  }
  return lines;
}

/** `counts`: which of the children that may count do. */
function howWords(how: Exclude<Joined["how"], "sum">, counts: readonly boolean[], { say, number }: Voice): string {
  if (how === "best") return say("the largest");
  if (how === "mean") return say("the mean");
  const weights = how.weights
    .filter((_, at) => counts[at])
    .map(number)
    .join(" : ");
  return say("the mean with weights {weights}", { weights });
}
