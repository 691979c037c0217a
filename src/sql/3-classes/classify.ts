import type { Rule } from "../../model/stage.ts";
import { untranslated } from "../../text/bilingual.ts";
import { compareText } from "../../text/order.ts";
import { reasonText, ruledText } from "../../views/reason-text.ts";
import { ruleName } from "../../views/words.ts";
import { leavesOpen } from "../1-rows/blank-row.ts";
import { decidedColumns } from "../1-rows/decisions.ts";
import { scopeOf } from "../expressions/expression.ts";
import { divisor, timesOf, whole } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";
import { all, any, listed } from "../parts.ts";
import { partedAtHole } from "../reason-holes.ts";
import { hadBefore } from "./once.ts";
import { descents, open, titleOf, whys } from "./requirements.ts";
import { addBands } from "./rule-bands.ts";

/** Where somebody's band is by now, and the column with what led there, of which each part begins with `; `; absent: nothing. */
interface Reached {
  readonly at: string;
  readonly why?: string;
}

/** The class before any quota, and why it is not the one of the points: rules, requirements, bands. */
export function classify(chain: Chain, writing: Writing): void {
  const { stage, scores, obstacles } = writing;
  const { bands } = stage;
  const scope = scopeOf(writing);
  chain.add(
    "rules_held",
    ["Which rules hold; one that cannot be decided does not.", ...stage.rules.map(({ id, text }) => `${id}: ${text}`)],
    [
      ...sorted(stage.rules).map((rule): [string, string] => [`r_${rule.id}`, heldSql(rule, writing)]),
      ...bands.flatMap(({ require }, at) =>
        require.map(({ expression }, index): [string, string] => [
          `m_${at}_${index}`,
          `COALESCE(${scope.condition(expression, scope)}, FALSE)`,
        ]),
      ),
    ],
  );
  const bounds = bands.map(({ from }, at) =>
    from === undefined ? `ELSE ${at}` : `WHEN total >= ${timesOf(whole(from), divisor(scores.total))} THEN ${at}`,
  );
  chain.add("natural_bands", "The band by points: lower bounds are closed.", [
    [
      "natural_at",
      bands.length === 1
        ? "CASE WHEN total IS NULL THEN NULL ELSE 0 END"
        : `CASE WHEN total IS NULL THEN NULL ${bounds.join(" ")} END`,
    ],
  ]);
  const isFree = bands.every(({ require }) => require.length === 0);
  chain.add(
    "required",
    "Whoever does not meet the requirements of a band goes on to its `otherwise`.",
    isFree
      ? []
      : [
          ["at_0", descents(writing, "natural_at")],
          ["why_0", whys(writing, "natural_at")],
        ],
  );
  const required: Reached = isFree ? { at: "natural_at" } : { at: "at_0", why: "why_0" };
  const reached = (["at_least", "at_most", "set"] as const).reduce(
    (before, effect, step) => limit(chain, writing, effect, step, before),
    required,
  );
  const notRated = sorted(stage.rules).filter(({ effect }) => effect.kind === "not_rated");
  const isNotRated = any(notRated.map(({ id }) => `r_${id}`));
  chain.add("states", "Not rated goes first, then a missing score.", [
    [
      "state",
      `CASE ${decidedStates(writing)}WHEN ${isNotRated} THEN 'not_rated' ${obstacles.map(({ condition, state }) => `WHEN ${condition} THEN '${state}' `).join("")}WHEN total IS NULL OR ${reached.at} >= ${open} THEN 'incomplete' ELSE 'rated' END`,
    ],
    ["not_rated_why", listed(reasonsOnce(notRated, writing), "; ")],
  ]);
  const decided = writing.hasDecisions ? `COALESCE(${decidedColumns.band}, ${reached.at})` : reached.at;
  const classed = `CASE WHEN state = 'rated' THEN ${decided} END`;
  chain.add("classed", "The band before any quota, and the reason.", [
    ["band_before", classed],
    ["band_at_0", classed],
    [
      "reason_0",
      withDecision(
        writing,
        [
          `CASE WHEN not_rated_why <> '' THEN not_rated_why`,
          ...obstacles.map(({ condition, reason }) => `WHEN ${condition} THEN ${reason}`),
          `WHEN total IS NULL THEN ${writing.dialect.literal(reasonText(writing.plan, { kind: "nothing_applies" }))}`,
          `${openReasons(writing, reached)} ELSE ${reached.why === undefined ? "''" : `SUBSTR(${reached.why}, 3)`} END`,
        ].join(" "),
      ),
    ],
  ]);
}

/** A decision sets the state, whatever points and rules say. */
const decidedStates = ({ hasDecisions }: Writing): string =>
  hasDecisions
    ? `WHEN ${decidedColumns.band} IS NOT NULL THEN 'rated' WHEN ${decidedColumns.isUnrated} = 1 THEN 'not_rated' `
    : "";

/** What was decided stands behind the reason, but where it is the band itself. */
function withDecision({ hasDecisions }: Writing, reason: string): string {
  if (!hasDecisions) return reason;
  const { why, band } = decidedColumns;
  return `CASE WHEN ${band} IS NOT NULL THEN ${why} WHEN ${why} IS NULL THEN ${reason} ELSE COALESCE(NULLIF(${reason}, '') || '; ', '') || ${why} END`;
}

/** Whether a rule acts: what counts once does so in its first period alone, and in a longer one in the first of its parts. */
export function heldSql(rule: Rule, writing: Writing): string {
  const held = holdsSql(rule, writing);
  if (!writing.hasDecisions) return held;
  const isRated = rule.effect.kind === "not_rated" ? [`${decidedColumns.isRated} IS NULL`] : [];
  return all([`${decidedColumns.exempt(rule.id)} IS NULL`, ...isRated, held]);
}

function holdsSql({ when, once }: Rule, writing: Writing): string {
  const { plan, below } = writing;
  const column = once === undefined ? undefined : plan.columns[once];
  const scope = scopeOf(writing);
  if (below && column) {
    const first = { ...scope, firstOf: hadBefore(column) };
    return `COALESCE(${scope.condition(when, first)}, FALSE)`;
  }
  const isKnown = leavesOpen(writing)
    ? `${writing.hasDecisions ? "(NOT is_blank OR total IS NOT NULL)" : "NOT is_blank"} AND `
    : "";
  const holds = `${isKnown}COALESCE(${scope.condition(when, scope)}, FALSE)`;
  return column ? `${holds} AND NOT ${hadBefore(column)}` : holds;
}

const sorted = (rules: readonly Rule[]): readonly Rule[] => rules.toSorted((a, b) => compareText(a.id, b.id));

/** Where the rules of one effect lead; a band left open is closed by `set` alone. */
function limit(
  chain: Chain,
  writing: Writing,
  effect: "at_least" | "at_most" | "set",
  step: number,
  reached: Reached,
): Reached {
  const { stage } = writing;
  const rules = sorted(stage.rules).filter((rule) => rule.effect.kind === effect);
  if (rules.length === 0) return reached;
  const { at: before, why: whyBefore } = reached;
  const [after, whyAfter] = [`at_${step + 1}`, `why_${step + 1}`];
  const looked = addBands(chain, writing, rules);
  const bandOf = ({ effect: of }: Rule) => (of.kind === "not_rated" ? -1 : of.band);
  const places = rules.flatMap((rule) =>
    typeof bandOf(rule) === "number" ? [bandOf(rule) as number] : stage.bands.map((_, at) => at),
  );
  const targets = [...new Set(places)].sort((a, b) => (effect === "at_least" ? a - b : b - a));
  const leading = (band: number): readonly (readonly [Rule, string])[] =>
    rules.flatMap((rule) => {
      const column = looked.get(rule.id);
      if (column !== undefined) return [[rule, `(r_${rule.id} AND ${column} = ${band})`]];
      return bandOf(rule) === band ? [[rule, `r_${rule.id}`]] : [];
    });
  const acting = (band: number) => any(leading(band).map(([, leads]) => leads));
  const to = `to_${step}`;
  chain.add(
    `${effect}_rules`,
    `The band that the rules with ${effect} name: ${effect === "at_least" ? "the highest" : "the lowest"}.`,
    [[to, `CASE ${targets.map((band) => `WHEN ${acting(band)} THEN ${band}`).join(" ")} END`]],
  );
  const moves =
    effect === "at_least"
      ? `${before} < ${open} AND ${to} < ${before}`
      : effect === "at_most"
        ? `${before} < ${open} AND ${to} > ${before}`
        : `${to} <> ${before}`;
  const texts = targets.map((band) => {
    const names = leading(band).map(
      ([rule, leads]) =>
        [leads, writing.dialect.literal(ruleName(nameOf(rule, writing), writing.plan.language))] as const,
    );
    const to = titleOf(stage, band);
    const text = (hole: string): string => ruledText(effect, untranslated(hole), to)[writing.plan.language];
    const [before, after] = partedAtHole((hole) => `; ${text(hole)}`).map(writing.dialect.literal);
    return `WHEN ${band} THEN ${before} || ${listed(names, ", ")} || ${after}`;
  });
  const descends = effect === "at_most";
  chain.add(`after_${effect}`, "Where that leads, and why.", [
    [after, `CASE WHEN ${moves} THEN ${descends ? descents(writing, to) : to} ELSE ${before} END`],
    [
      whyAfter,
      `${whyBefore === undefined ? "" : `${whyBefore} || `}CASE WHEN ${moves} THEN (CASE ${to} ${texts.join(" ")} ELSE '' END)${descends ? ` || (${whys(writing, to)})` : ""} ELSE '' END`,
    ],
  ]);
  return { at: after, why: whyAfter };
}

const nameOf = ({ id, title: named }: Rule, { plan }: Writing): string => named?.[plan.language] ?? id;

/** The reasons of rules that say `not_rated`, the same one once. */
const reasonsOnce = (rules: readonly Rule[], { dialect }: Writing): (readonly [string, string])[] =>
  rules.map(({ id, effect }, at) => {
    const reason = effect.kind === "not_rated" ? effect.reason : "";
    const earlier = rules
      .slice(0, at)
      .filter((other) => other.effect.kind === "not_rated" && other.effect.reason === reason);
    const isNew = earlier.length === 0 ? "" : ` AND NOT (${any(earlier.map((other) => `r_${other.id}`))})`;
    return [`r_${id}${isNew}`, dialect.literal(reason)];
  });

const openReasons = ({ plan, stage, dialect }: Writing, { at: reached }: Reached): string =>
  stage.bands
    .flatMap(({ otherwise, title: band }, at) =>
      otherwise === "incomplete"
        ? [`WHEN ${reached} = ${open + at} THEN ${dialect.literal(reasonText(plan, { kind: "left_open", band }))}`]
        : [],
    )
    .join(" ");
