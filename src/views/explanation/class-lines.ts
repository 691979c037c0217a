import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Derivation } from "../../model/derivation.ts";
import type { Classing, PathStep, RuleStep } from "../../model/derivation-class.ts";
import type { Exact } from "../../number/exact.ts";
import { divide } from "../../number/exact.ts";
import { effectWords } from "./law-words.ts";
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
      ? say("a total of {total} belongs to {own}, the last band", { total, own: band(own) })
      : say("a total of {total} reaches {own} (from {own2}), with {spare} to spare", {
          total,
          own: band(own),
          own2: from(own),
          spare: number(spare),
        });
  if (lacking === undefined) return [toned("held", met, citeLines(derivationCite(stage, own), voice))];
  const missed = say("it misses {band} (from {from}) by {lacking}", {
    band: band(own - 1),
    from: from(own - 1),
    lacking: number(lacking),
  });
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
        `${condition.holds ? say("met") : say("not met")}: ${voice.condition(condition)}`,
      ),
    );
    const below = [...conditions, ...citeLines(cite, voice)];
    if (step.met) return toned("held", say("the conditions of {band} are met", { band: band(step.band) }), below);
    const goes =
      typeof otherwise === "number"
        ? say("on to {otherwise}", { otherwise: band(otherwise) })
        : say("left to the authority");
    return toned("failed", say("the conditions of {band} are not met: {goes}", { band: band(step.band), goes }), below);
  }
  const rules = voice.rules(step.rules);
  const verb = {
    at_least: say("no lower than"),
    at_most: say("no higher than"),
    set: say("decides"),
  }[step.kind];
  const { from, to } = step;
  const open = say("left to the authority");
  const name = (at: number | undefined): string => (at === undefined ? open : band(at));
  const effect =
    from === to
      ? say("no change, {to}", { to: name(to) })
      : say("from {from} to {to}", { from: name(from), to: name(to) });
  return toned(from === to ? "faint" : "strong", `${rules} (${verb}): ${effect}`);
}

/** Those that held first. */
function ruleLines({ rules }: Classing, voice: Voice): Line[] {
  const { say } = voice;
  if (rules.length === 0) return [];
  const [acting, resting] = [rules.filter(({ acts }) => acts), rules.filter(({ acts }) => !acts)];
  return [
    line(
      say("Rules"),
      [...acting, ...resting].map((step) => ruleLine(step, voice)),
    ),
  ];
}

function ruleLine(step: RuleStep, voice: Voice): Line {
  const { say } = voice;
  const { rule, when, acts, rests, inputs = [] } = step;
  const band = step.band === undefined ? say("no band") : voice.band(step.band);
  if (acts)
    return toned("strong", `${voice.name(rule)}: ${effectWords(rule.effect, band, voice)}: ${voice.condition(when)}`, [
      ...inputs.map((input) => toned("faint", voice.input(input))),
      ...citeLines(rule.cite, voice),
    ]);
  const why =
    rests === undefined
      ? say("does not apply")
      : rests === "decision"
        ? say("holds, and does not act by decision")
        : say("holds, and acted in an earlier period");
  return toned("faint", `${voice.name(rule)}: ${why}: ${voice.condition(when)}`);
}
