import type { Block } from "../../document/block.ts";
import type { Rollup, RollupMissing } from "../../model/plan.ts";
import { phrase } from "../../text/phrase.ts";
import { criteriaTable } from "./criteria.ts";
import type { Telling } from "./telling.ts";
import { roundingText } from "./telling.ts";

/** How shorter periods become a longer one. */
export function rollupBlocks(telling: Telling, rollup: Rollup): Block[] {
  const own = rollup.score.kind === "value" && rollup.nodes.length > 0;
  const heading = telling.voice.say("Scored only here");
  return [
    { kind: "list", items: rollupLines(telling, rollup) },
    ...(own ? ([{ kind: "heading", level: 2, text: heading }, criteriaTable(telling)] as const) : []),
  ];
}

export function rollupLines(telling: Telling, rollup: Rollup): string[] {
  const { voice, language, words } = telling;
  const { say } = voice;
  const { of, missing, atLeast, total } = rollup;
  const part = phrase(of)[language];
  return [
    rollup.score.kind === "value"
      ? say("Score: {score}", { score: words(rollup.score.expression) })
      : say("Score: {score} of every {part}", { score: scoreWords(telling, rollup.score), part }),
    ...partsWords(telling, rollup, part),
    say("A {part} without a class {means}", { part, means: missingWords(telling, missing.notRated) }),
    say("A {part} that is absent {means}", { part, means: missingWords(telling, missing.absent) }),
    ...(atLeast > 1
      ? [say("At least {needed} of every {part} with a class are needed", { needed: atLeast, part })]
      : []),
    ...(total.round ? [say("The total is {rounding}", { rounding: roundingText(telling, total.round) })] : []),
  ];
}

/** Which parts make it whole, and when its year begins. */
function partsWords({ plan, voice: { say } }: Telling, { parts, period }: Rollup, part: string): string[] {
  const isYear = period === "year" || period === "semester";
  return [
    ...(plan.year && isYear
      ? [say("The year begins in month {starts}, its second semester in month {second}", { ...plan.year })]
      : []),
    ...(typeof parts === "number"
      ? [say("The first {count} of every {part} make it whole", { count: parts, part })]
      : []),
    ...(typeof parts === "object" ? [say("Only these enter: {parts}", { parts })] : []),
  ];
}

function scoreWords({ voice }: Telling, score: Exclude<Rollup["score"], { kind: "value" }>): string {
  const { say, number } = voice;
  switch (score.kind) {
    case "mean":
      return say("mean");
    case "sum":
      return say("sum");
    case "last":
      return say("the last with a class");
    case "best":
      return say("the best of them");
    case "worst":
      return say("the worst");
    case "weights":
      return say("mean with weights: {weights}", {
        weights: score.weights.map(({ part, weight }) => `${part} ${number(weight)}`),
      });
  }
}

function missingWords({ voice: { say } }: Telling, missing: RollupMissing): string {
  return { skip: say("is left out"), zero: say("counts as 0 points"), block: say("leaves the whole without a class") }[
    missing
  ];
}
