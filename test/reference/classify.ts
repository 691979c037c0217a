import type { Exact } from "../../src/number/exact.ts";
import { compare } from "../../src/number/exact.ts";
import type { BandPart, RulePart } from "../../src/rubric/2-shape/rubric.generated.ts";
import { decided } from "./decisions.ts";
import type { Names } from "./expression.ts";
import { evaluate, holds } from "./expression.ts";
import type { Outcome } from "./outcome.ts";

/** The state and band of a subject by its points, the requirements of bands, the rules, and what the authority decides (LANGUAGE.md 1.4, 1.5, 1.9). */
export function classify(
  { bands, rules }: { readonly bands: readonly BandPart[]; readonly rules: readonly RulePart[] },
  outcome: Outcome,
): void {
  const ids = bands.map((band) => band.id);
  const is = (condition: string): boolean => holds(condition, outcome.names, ids);
  const asked = outcome.isUnsaid && outcome.total === undefined ? [] : rules;
  const exempt = decided(outcome, "exempt");
  const isRated = decided(outcome, "rate").length > 0;
  // What a decision cancels is not listed.
  const isCancelled = ({ id, not_rated }: RulePart): boolean =>
    exempt.includes(id) || (isRated && not_rated !== undefined);
  const isActing = (rule: RulePart): boolean =>
    !isCancelled(rule) && holds(rule.when, askedBy(rule, outcome), ids) && acts(rule, outcome);
  const { total } = outcome;
  // What `recent` tells of this period is what is decided of it by then: a rule's `not_rated` goes first.
  const given = isRated && outcome.given === "not_rated" ? undefined : outcome.given;
  const before = given ?? (total === undefined ? "incomplete" : "rated");
  outcome.state = before;
  const unrated = asked.filter((rule) => rule.not_rated !== undefined && isActing(rule));
  if (unrated.length > 0) outcome.state = "not_rated";
  const acting = [...unrated, ...asked.filter((rule) => rule.not_rated === undefined && isActing(rule))];
  outcome.state = "rated";
  outcome.rules = acting.map((rule) => rule.id).sort();
  const [band] = decided(outcome, "set_band");
  if (band !== undefined) {
    outcome.band = band;
    return;
  }
  if (decided(outcome, "not_rated").length > 0) {
    outcome.state = "not_rated";
    return;
  }
  const state = unrated.length > 0 ? "not_rated" : before;
  if (state !== "rated" || total === undefined) {
    outcome.state = state;
    return;
  }

  const bandOf = (effect: string): string =>
    effect.startsWith("=") ? (evaluate(effect.slice(1), outcome.names, ids) as string) : effect;
  const places = (effect: "at_least" | "at_most" | "set"): number[] =>
    acting.flatMap((rule) => (rule[effect] === undefined ? [] : [ids.indexOf(bandOf(rule[effect]))]));
  const natural = bands.findIndex((band) => band.from === undefined || compare(total, band.from as Exact) >= 0);
  let place = settle(natural);
  const [raised, lowered, set] = [places("at_least"), places("at_most"), places("set")];
  // Places count from the best band: the highest one is the least.
  if (place !== "open" && raised.length > 0) place = Math.min(place, ...raised);
  if (place !== "open" && lowered.some((most) => most > (place as number))) place = settle(Math.max(...lowered));
  if (set.length > 0) place = Math.max(...set);

  if (place === "open") outcome.state = "incomplete";
  else outcome.band = ids[place] as string;

  /** Where somebody ends who comes into a band: its own place, or that of the first `otherwise` that is met. */
  function settle(at: number): number | "open" {
    const { require = [], otherwise } = bands[at] as BandPart;
    if ([require].flat().every(is)) return at;
    if (otherwise === "incomplete") return "open";
    return settle(otherwise === "next" ? at + 1 : ids.indexOf(otherwise as string));
  }
}

/** A rule `once: COLUMN` acts only in the first period with that value; what names nothing does not count. */
const acts = ({ once }: RulePart, outcome: Outcome): boolean =>
  once === undefined || outcome.parts !== undefined || isFirst(once, outcome);

const isFirst = (column: string, { columns, earlier }: Outcome): boolean =>
  (columns.get(column) ?? "") === "" || !earlier.some((each) => each.columns.get(column) === columns.get(column));

/** In a rollup it looks at the parts in which the value occurs first. */
function askedBy({ once }: RulePart, { names, parts }: Outcome): Names {
  if (once === undefined || !parts) return names;
  const lists: Readonly<Record<string, readonly Outcome[]>> = {
    periods: parts.filter(({ state }) => state === "rated"),
    unrated: parts.filter(({ state }) => state !== "rated"),
  };
  return (name) => {
    const list = lists[name];
    return list ? (names(name) as Names[]).filter((_, at) => isFirst(once, list[at] as Outcome)) : names(name);
  };
}
