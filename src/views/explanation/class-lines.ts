import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Derivation } from "../../model/derivation.ts";
import type { Classing, PathStep, RuleStep } from "../../model/derivation-class.ts";
import type { Exact } from "../../number/exact.ts";
import { divide } from "../../number/exact.ts";
import { conditionWords } from "./item-lines.ts";
import type { Voice } from "./voice.ts";

/** From the total to the band before the quotas: bounds, conditions, rules. */
export function classLines(derivation: Derivation, voice: Voice): Line[] {
  const { classing } = derivation;
  return [
    ...boundLines(derivation, voice),
    ...classing.path.map((step) => pathLine(derivation, step, voice)),
    ...ruleLines(classing, voice),
  ];
}

/** The bound that the total meets, and the next one that it misses. */
function boundLines({ plan, stage, classing: { natural }, scoring }: Derivation, voice: Voice): Line[] {
  if (!natural || !("total" in scoring) || !scoring.total) return [];
  const { say, number, band } = voice;
  const total = number(scoring.total.total);
  const from = (at: number): string => number(divide(stage.bands[at]?.from as Exact, plan.scale));
  const { spare, lacking } = natural;
  const own = natural.band;
  const met =
    spare === undefined
      ? say(
          `a total of ${total} belongs to ${band(own)}, the last band`,
          `điểm ${total} thuộc ${band(own)}, mức cuối cùng`,
        )
      : say(
          `a total of ${total} reaches ${band(own)} (from ${from(own)}), with ${number(spare)} to spare`,
          `điểm ${total} đạt mức từ ${from(own)} của ${band(own)}, dư ${number(spare)}`,
        );
  if (lacking === undefined) return [toned("held", met, citeLines(derivationCite(stage, own), voice))];
  const missed = say(
    `it misses ${band(own - 1)} (from ${from(own - 1)}) by ${number(lacking)}`,
    `chưa đạt mức từ ${from(own - 1)} của ${band(own - 1)}, thiếu ${number(lacking)}`,
  );
  return [
    toned("held", met, citeLines(derivationCite(stage, own), voice)),
    toned("failed", missed, citeLines(derivationCite(stage, own - 1), voice)),
  ];
}

const derivationCite = ({ bands }: Derivation["stage"], at: number): string | undefined => bands[at]?.cite;

export const citeLines = (cite: string | undefined, voice: Voice): Line[] =>
  voice.basis(cite).map((text) => toned("faint", text));

function pathLine({ stage }: Derivation, step: PathStep, voice: Voice): Line {
  const { say, band } = voice;
  if (step.kind === "gate") {
    const { otherwise, cite } = stage.bands[step.band] ?? {};
    const conditions = step.conditions.map((condition) =>
      toned(
        condition.holds ? "held" : "failed",
        `${condition.holds ? say("met", "đạt") : say("not met", "không đạt")}: ${conditionWords(condition, voice)}`,
      ),
    );
    const below = [...conditions, ...citeLines(cite, voice)];
    if (step.met)
      return toned(
        "held",
        say(`the conditions of ${band(step.band)} are met`, `đủ điều kiện của ${band(step.band)}`),
        below,
      );
    const goes =
      typeof otherwise === "number"
        ? say(`on to ${band(otherwise)}`, `chuyển xuống ${band(otherwise)}`)
        : say("left to the authority", "chờ cấp có thẩm quyền quyết định");
    return toned(
      "failed",
      say(
        `the conditions of ${band(step.band)} are not met: ${goes}`,
        `không đủ điều kiện của ${band(step.band)}: ${goes}`,
      ),
      below,
    );
  }
  const rules = voice.rules(step.rules);
  const verb = {
    at_least: say("no lower than", "không thấp hơn"),
    at_most: say("no higher than", "không cao hơn"),
    set: say("decides", "quyết định"),
  }[step.kind];
  const { from, to } = step;
  const open = say("left to the authority", "chờ cấp có thẩm quyền quyết định");
  const name = (at: number | undefined): string => (at === undefined ? open : band(at));
  const effect =
    from === to
      ? say(`no change, ${name(to)}`, `không thay đổi, ${name(to)}`)
      : say(`from ${name(from)} to ${name(to)}`, `từ ${name(from)} thành ${name(to)}`);
  return toned(from === to ? "faint" : "strong", `${say("rule", "quy tắc")} ${rules} (${verb}): ${effect}`);
}

/** Those that held first. */
function ruleLines({ rules }: Classing, voice: Voice): Line[] {
  const { say } = voice;
  if (rules.length === 0) return [];
  const [acting, resting] = [rules.filter(({ acts }) => acts), rules.filter(({ acts }) => !acts)];
  return [
    line(
      say("Rules", "Các quy tắc"),
      [...acting, ...resting].map((step) => ruleLine(step, voice)),
    ),
  ];
}

function ruleLine(step: RuleStep, voice: Voice): Line {
  const { say } = voice;
  const { rule, when, acts, rests } = step;
  if (acts)
    return toned(
      "strong",
      `${voice.name(rule)}: ${effectWords(step, voice)}: ${conditionWords(when, voice)}`,
      citeLines(rule.cite, voice),
    );
  const why =
    rests === undefined
      ? say("does not apply", "không áp dụng")
      : rests === "decision"
        ? say("holds, and does not act by decision", "có căn cứ nhưng không áp dụng theo quyết định")
        : say("holds, and acted in an earlier period", "có căn cứ nhưng đã xử lý ở kỳ trước");
  return toned("faint", `${voice.name(rule)}: ${why}: ${conditionWords(when, voice)}`);
}

function effectWords({ rule: { effect }, band: at }: RuleStep, { say, band }: Voice): string {
  const name = at === undefined ? say("no band", "không có mức nào") : band(at);
  switch (effect.kind) {
    case "not_rated":
      return say(`not rated (${effect.reason})`, `không xếp loại (${effect.reason})`);
    case "at_least":
      return say(`at least ${name}`, `ít nhất là ${name}`);
    case "at_most":
      return say(`at most ${name}`, `cao nhất là ${name}`);
    case "set":
      return name;
  }
}
