import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Combining, Lack, Rating } from "../../model/derivation-scores.ts";
import { rowName } from "./cell-words.ts";
import { combinationWords } from "./law-words.ts";
import { roundedLine } from "./rounded-line.ts";
import type { Voice } from "./voice.ts";

/** Who rated, where it stands, and whether it counts. */
export function ratingLine({ rater, role, row, accepted }: Rating, voice: Voice, below: readonly Line[] = []): Line {
  const { say } = voice;
  const name = voice.rater(rater);
  const who = role === undefined || role === rater ? name : `${name} (${voice.role(role)})`;
  const text = `${who}: ${rowName(row, voice)}`;
  return accepted ? line(text, below) : toned("failed", `${text}: ${say("not accepted, does not count")}`);
}

/** The figures of several ratings made one. */
export function combinedLine({ how, values, exact, rounded }: Combining, voice: Voice): Line {
  const { number } = voice;
  const grouped = how.kind === "mean_of" || how.kind === "weights" || how.kind === "first";
  const scores = values
    .map(({ group, score }) => (grouped ? `${number(score)} (${voice.role(group)})` : number(score)))
    .join("; ");
  return line(
    `${combinationWords(how, voice)}: ${scores} → ${number(exact)}`,
    rounded ? [roundedLine(rounded, voice)] : [],
  );
}

/** Why several ratings of one figure do not make one. `owed`: what a rating has to give. */
export function lackLines({ few, owing, roles }: Lack, { say, role }: Voice, owed: "score" | "total"): Line[] {
  const texts: string[] = [];
  if (few) {
    const { given, needed } = few;
    texts.push(say("too few ratings: {given} of {needed} needed", { given, needed }));
  }
  if (owing > 0) {
    texts.push(
      owed === "score"
        ? say("{owing} {owing|rating has|ratings have} no score yet", { owing })
        : say("{owing} {owing|rating has|ratings have} no total yet", { owing }),
    );
  }
  if (roles.length > 0) {
    const who = roles.map(role).join(", ");
    texts.push(say("no score by {who}, and every role must score", { who }));
  }
  return texts.map((text) => toned("failed", text));
}
