import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Derivation } from "../../model/derivation.ts";
import type { AlertStep, AwardStep, RankStep } from "../../model/derivation-class.ts";
import type { Result } from "../../model/report.ts";
import { isAwardDecided } from "../../model/report.ts";
import { citeLines } from "./class-lines.ts";
import type { Voice } from "./voice.ts";

/** The place in the ranking, awards and alerts. */
export function standingLines({ result, ranking, awards, alerts }: Derivation, voice: Voice): Line[] {
  return [
    ...(ranking ? [rankLine(ranking, voice)] : []),
    ...awards.map((step) => awardLine(step, result, voice)),
    ...alerts.map((step) => alertLine(step, voice)),
  ];
}

function rankLine({ scope, rank, of, equals, keys }: RankStep, voice: Voice): Line {
  const { say } = voice;
  const where = voice.scope(scope);
  return line(
    say("Rank: {rank} of {of} {where}[, shared with {equals}]", { rank, of, where, equals: equals || undefined }),
    [line(say("by {keys}", { keys: voice.keys(keys) }))],
  );
}

function awardLine(step: AwardStep, result: Result, voice: Voice): Line {
  const { say, title } = voice;
  const { award, outcome, when, streak } = step;
  const what =
    outcome === "won"
      ? isAwardDecided(result, "award", award.id)
        ? say("given by decision")
        : say("given #award")
      : outcome === "open"
        ? say("equal with others, left to the authority")
        : whyNot(step, result, voice);
  const needed = award.size.kind === "streak" ? award.size.years : 0;
  const counts = { years: streak?.years ?? 0, needed };
  const years =
    streak &&
    (voice.kind === "year"
      ? say("years in a row: {years}, needed: {needed}", counts)
      : say("periods in a row: {years}, needed: {needed}", counts));
  const below = [
    ...(years ? [line(years)] : []),
    ...(when ? [line(voice.condition(when))] : []),
    ...citeLines(award.cite, voice),
  ];
  const tone = outcome === "won" || outcome === "open" ? "strong" : "faint";
  return toned(tone, `${say("Award")} ${title(award.title)}: ${what}`, below);
}

/** The first of what stands in the way, in the order in which it is asked. */
function whyNot({ award, when, streak, passed = [] }: AwardStep, result: Result, voice: Voice): string {
  const { say, awards } = voice;
  if (isAwardDecided(result, "no_award", award.id)) return say("not given, by decision");
  if (result.state !== "rated") return say("not given, it is for those who have a class");
  if (when && when.holds !== true) return say("not given, the condition does not hold");
  if (passed.length > 0) return say("not given, passed over for {awards}", { awards: awards(passed) });
  if (streak) return say("not given, it is for another number in a row");
  const { size } = award;
  if (size.kind !== "top" || size.from === undefined) return say("not given, others come first");
  const { from, top } = size;
  return say("not given, it is for place {places}", { places: from === top ? top : `${from}–${top}` });
}

const alertLine = ({ alert, when }: AlertStep, voice: Voice): Line =>
  toned("strong", `${voice.say("Alert")}: ${voice.title(alert.title)}`, [
    line(voice.condition(when)),
    ...citeLines(alert.cite, voice),
  ]);
