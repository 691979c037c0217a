import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Derivation } from "../../model/derivation.ts";
import type { AlertStep, AwardStep, RankStep } from "../../model/derivation-class.ts";
import { citeLines } from "./class-lines.ts";
import { conditionWords } from "./item-lines.ts";
import type { Voice } from "./voice.ts";

/** The place in the ranking, awards and alerts. */
export function standingLines({ ranking, awards, alerts }: Derivation, voice: Voice): Line[] {
  return [
    ...(ranking ? [rankLine(ranking, voice)] : []),
    ...awards.map((step) => awardLine(step, voice)),
    ...alerts.map((step) => alertLine(step, voice)),
  ];
}

function rankLine({ scope, rank, of, equals, keys }: RankStep, voice: Voice): Line {
  const { say } = voice;
  const where = voice.scope(scope);
  const shared = equals === 0 ? "" : say(`, shared with ${equals}`, `, cùng hạng với ${equals} người khác`);
  return line(say(`Rank: ${rank} of ${of} ${where}${shared}`, `Xếp hạng: ${rank} trên ${of} ${where}${shared}`), [
    line(say(`by ${voice.keys(keys)}`, `theo ${voice.keys(keys)}`)),
  ]);
}

function awardLine({ award, outcome, when, streak }: AwardStep, voice: Voice): Line {
  const { say, title } = voice;
  const what = {
    won: say("given", "được tặng"),
    open: say("equal with others, left to the authority", "bằng điểm với người khác, chờ cấp có thẩm quyền quyết định"),
    candidate: say("not given, others come first", "không được, có người xếp trên"),
    no_candidate: say("not given, the condition does not hold", "không được, chưa đủ điều kiện"),
  }[outcome];
  const needed = award.size.kind === "streak" ? award.size.years : 0;
  const years =
    streak &&
    say(`years in a row: ${streak.years}, needed: ${needed}`, `số năm liên tiếp: ${streak.years}, cần ${needed}`);
  const below = [
    ...(years ? [line(years)] : []),
    ...(when ? [line(conditionWords(when, voice))] : []),
    ...citeLines(award.cite, voice),
  ];
  const tone = outcome === "won" || outcome === "open" ? "strong" : "faint";
  return toned(tone, `${say("Award", "Khen thưởng")} ${title(award.title)}: ${what}`, below);
}

const alertLine = ({ alert, when }: AlertStep, voice: Voice): Line =>
  toned("strong", `${voice.say("Alert", "Cảnh báo")}: ${voice.title(alert.title)}`, [
    line(conditionWords(when, voice)),
    ...citeLines(alert.cite, voice),
  ]);
