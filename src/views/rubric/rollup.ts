import type { Block } from "../../document/block.ts";
import type { Rollup, RollupMissing } from "../../model/stage.ts";
import { hasOwnAreas } from "../../model/stages.ts";
import { phrase } from "../../text/phrase.ts";
import { criteriaTable } from "./criteria.ts";
import type { Telling } from "./telling.ts";
import { pointsText, totalRounding } from "./telling.ts";

/** How shorter periods become a longer one. */
export function rollupBlocks(telling: Telling, rollup: Rollup): Block[] {
  const heading = telling.voice.say("Scored only here");
  return [
    { kind: "list", items: rollupLines(telling, rollup) },
    ...(hasOwnAreas(rollup) ? ([{ kind: "heading", level: 2, text: heading }, criteriaTable(telling)] as const) : []),
  ];
}

export function rollupLines(telling: Telling, rollup: Rollup): string[] {
  const { voice, language } = telling;
  const { say } = voice;
  const { of, missing, atLeast, total } = rollup;
  const part = phrase(of)[language];
  return [
    scoreWords(telling, rollup.score, part),
    ...partsWords(telling, rollup, part),
    withoutClassWords(telling, missing.notRated, part),
    absentWords(telling, missing.absent, part),
    ...(atLeast > 1
      ? [say("At least {needed} of every {part} with a class are needed", { needed: atLeast, part })]
      : []),
    say("A {part} that still owes a score leaves the whole owing it", { part }),
    ...attributeWords(telling, rollup.attributes, part),
    ...(total.clamp ? [say("A total above {max} is cut there", { max: pointsText(telling, total.max) })] : []),
    ...(total.round ? [totalRounding(telling, total.round)] : []),
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

/** Whose unit somebody counts for who was in several. */
function attributeWords({ voice: { say } }: Telling, from: Rollup["attributes"], part: string): string[] {
  if (from === "latest") return [];
  return [
    from === "first"
      ? say("Who moved counts where he was in the first {part}", { part })
      : say("Who moved counts where he was in {period}", { period: from.part }),
  ];
}

function scoreWords({ voice, words }: Telling, score: Rollup["score"], part: string): string {
  const { say, number } = voice;
  switch (score.kind) {
    case "mean":
      return say("Score: the mean of every {part}", { part });
    case "sum":
      return say("Score: the sum of every {part}", { part });
    case "last":
      return say("Score: that of the last {part} with a class", { part });
    case "best":
      return say("Score: that of the best {part}", { part });
    case "worst":
      return say("Score: that of the worst {part}", { part });
    case "weights":
      return say("Score: the mean of every {part}, with the weights {weights}", {
        part,
        weights: score.weights.map((each) => `${each.part} ${number(each.weight)}`).join(", "),
      });
    case "value":
      return say("Score: {score}", { score: words(score.expression) });
  }
}

function withoutClassWords({ voice: { say } }: Telling, missing: RollupMissing, part: string): string {
  switch (missing) {
    case "skip":
      return say("A {part} without a class is left out", { part });
    case "zero":
      return say("A {part} without a class counts as 0 points", { part });
    case "block":
      return say("A {part} without a class leaves the whole without one", { part });
  }
}

function absentWords({ voice: { say } }: Telling, missing: RollupMissing, part: string): string {
  switch (missing) {
    case "skip":
      return say("A {part} that is absent is left out", { part });
    case "zero":
      return say("A {part} that is absent counts as 0 points", { part });
    case "block":
      return say("A {part} that is absent leaves the whole without a class", { part });
  }
}
