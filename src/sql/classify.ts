import type { Band, Rule, Stage } from "../model/plan.ts";
import type { Reason } from "../model/reason.ts";
import { compareText } from "../text/order.ts";
import { reasonText } from "../views/reason-text.ts";
import { conditionSql } from "./expression.ts";
import { itemsIn } from "./items.ts";
import type { Chain, Writing } from "./parts.ts";
import { any, listed } from "./parts.ts";
import { whole } from "./values.ts";

/** Bands are known by their place, the best first; 100 and more is a band left open by `otherwise: incomplete`. */
const open = 100;

/** The class before any quota, and why it is not the one of the points: rules, requirements, bands. */
export function classify(chain: Chain, writing: Writing): void {
  const { plan } = writing;
  const { stage } = plan;
  const { bands } = stage;
  chain.add(
    "rules_held",
    ["Which rules hold; one that cannot be decided does not.", ...stage.rules.map(({ id, text }) => `${id}: ${text}`)],
    [
      ...sorted(stage.rules).map((rule): [string, string] => [
        `r_${rule.id}`,
        `COALESCE(${conditionSql(rule.when, writing)}, FALSE)`,
      ]),
      ...bands.flatMap(({ require }, at) =>
        require.map(({ expression }, index): [string, string] => [
          `m_${at}_${index}`,
          `COALESCE(${conditionSql(expression, writing)}, FALSE)`,
        ]),
      ),
    ],
  );
  const bounds = bands.map(({ from }, at) =>
    from === undefined ? `ELSE ${at}` : `WHEN total >= ${whole(from)} THEN ${at}`,
  );
  chain.add("natural_bands", "The band by points: lower bounds are closed.", [
    [
      "natural_at",
      bands.length === 1
        ? "CASE WHEN total IS NULL THEN NULL ELSE 0 END"
        : `CASE WHEN total IS NULL THEN NULL ${bounds.join(" ")} END`,
    ],
  ]);
  chain.add("required", "Whoever does not meet the requirements of a band goes on to its `otherwise`.", [
    ["at_0", descents(writing, "natural_at")],
    ["why_0", whys(writing, "natural_at")],
  ]);
  limit(chain, writing, "at_least", 0);
  limit(chain, writing, "at_most", 1);
  limit(chain, writing, "set", 2);
  const notRated = sorted(stage.rules).filter(({ effect }) => effect.kind === "not_rated");
  const isNotRated = any(notRated.map(({ id }) => `r_${id}`));
  chain.add("states", "Not rated goes first, then a missing score.", [
    [
      "state",
      `CASE WHEN ${isNotRated} THEN 'not_rated' WHEN total IS NULL OR at_3 >= ${open} THEN 'incomplete' ELSE 'rated' END`,
    ],
    ["not_rated_why", listed(reasonsOnce(notRated, writing), "; ")],
  ]);
  chain.add("classed", "The band before any quota, and the reason.", [
    ["band_before", "CASE WHEN state = 'rated' THEN at_3 END"],
    ["band_at_0", "CASE WHEN state = 'rated' THEN at_3 END"],
    [
      "reason_0",
      `CASE WHEN state = 'not_rated' THEN not_rated_why WHEN total IS NULL THEN ${missingReason(writing)} ${openReasons(writing)} ELSE SUBSTR(why_3, 3) END`,
    ],
  ]);
}

const sorted = (rules: readonly Rule[]): readonly Rule[] => rules.toSorted((a, b) => compareText(a.id, b.id));

/** Where somebody who comes into a band ends. */
function descent({ bands }: Stage, at: number): string {
  const { require, otherwise } = bands[at] as Band;
  if (require.length === 0) return String(at);
  const met = require.map((_, index) => `m_${at}_${index}`).join(" AND ");
  return `CASE WHEN ${met} THEN ${at} ELSE ${typeof otherwise === "number" ? descent({ bands } as Stage, otherwise) : open + at} END`;
}

const descents = ({ plan: { stage } }: Writing, from: string): string =>
  stage.bands.every(({ require }) => require.length === 0)
    ? from
    : `CASE ${from} ${stage.bands.map((_, at) => `WHEN ${at} THEN ${descent(stage, at)}`).join(" ")} END`;

/** What led down from a band; each part begins with `; `. */
function why(writing: Writing, at: number): string {
  const { stage } = writing.plan;
  const { require, otherwise } = stage.bands[at] as Band;
  if (require.length === 0 || typeof otherwise !== "number") return "''";
  const met = require.map((_, index) => `m_${at}_${index}`).join(" AND ");
  const unmet = require.map(({ text }, index) => [`NOT m_${at}_${index}`, writing.dialect.literal(text)] as const);
  const text = withHole(
    writing,
    (hole) => ({ kind: "unmet", band: title(stage, at), requirements: [hole], to: title(stage, otherwise) }),
    listed(unmet, ", "),
  );
  return `CASE WHEN ${met} THEN '' ELSE '; ' || ${text} || ${why(writing, otherwise)} END`;
}

const whys = (writing: Writing, from: string): string => {
  const { bands } = writing.plan.stage;
  if (bands.every(({ require }) => require.length === 0)) return "''";
  return `CASE ${from} ${bands.map((_, at) => `WHEN ${at} THEN ${why(writing, at)}`).join(" ")} ELSE '' END`;
};

/** Where the rules of one effect lead; a band left open is closed by `set` alone. */
function limit(chain: Chain, writing: Writing, effect: "at_least" | "at_most" | "set", step: number): void {
  const { stage } = writing.plan;
  const rules = sorted(stage.rules).filter((rule) => rule.effect.kind === effect);
  const [before, after] = [`at_${step}`, `at_${step + 1}`];
  const [whyBefore, whyAfter] = [`why_${step}`, `why_${step + 1}`];
  if (rules.length === 0) {
    chain.add(`after_${effect}`, `No rule says ${effect}.`, [
      [after, before],
      [whyAfter, whyBefore],
    ]);
    return;
  }
  const bandOf = ({ effect: of }: Rule): number => (of.kind === "not_rated" ? -1 : (of.band as number));
  const targets = [...new Set(rules.map(bandOf))].sort((a, b) => (effect === "at_least" ? a - b : b - a));
  const acting = (band: number) => any(rules.filter((rule) => bandOf(rule) === band).map(({ id }) => `r_${id}`));
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
    const names = rules
      .filter((rule) => bandOf(rule) === band)
      .map((rule) => [`r_${rule.id}`, writing.dialect.literal(nameOf(rule, writing))] as const);
    const text = withHole(
      writing,
      (hole) => ({ kind: "ruled", effect, rules: [{ en: hole, vi: hole }], to: title(stage, band) }),
      listed(names, ", "),
    );
    return `WHEN ${band} THEN '; ' || ${text}`;
  });
  const descends = effect === "at_most";
  chain.add(`after_${effect}`, "Where that leads, and why.", [
    [after, `CASE WHEN ${moves} THEN ${descends ? descents(writing, to) : to} ELSE ${before} END`],
    [
      whyAfter,
      `${whyBefore} || CASE WHEN ${moves} THEN (CASE ${to} ${texts.join(" ")} ELSE '' END)${descends ? ` || (${whys(writing, to)})` : ""} ELSE '' END`,
    ],
  ]);
}

const nameOf = ({ id, title: named }: Rule, { plan }: Writing): string => named?.[plan.language] ?? id;
const title = ({ bands }: Stage, at: number) => (bands[at] as Band).title;

/** A reason's text in which a list of the query stands. */
function withHole(writing: Writing, reason: (hole: string) => Reason, list: string): string {
  const hole = "\u0001";
  const [before = "", after = ""] = reasonText(writing.plan, reason(hole)).split(hole);
  const { literal } = writing.dialect;
  return `${literal(before)} || ${list} || ${literal(after)}`;
}

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

function missingReason(writing: Writing): string {
  const missing = itemsIn(writing.plan).map(({ node: { id } }) => [`v_${id} IS NULL`, `'${id}'`] as const);
  return withHole(writing, (hole) => ({ kind: "missing_scores", ids: [hole] }), listed(missing, ", "));
}

const openReasons = ({ plan, dialect }: Writing): string =>
  plan.stage.bands
    .flatMap(({ otherwise, title: band }, at) =>
      otherwise === "incomplete"
        ? [`WHEN at_3 = ${open + at} THEN ${dialect.literal(reasonText(plan, { kind: "left_open", band }))}`]
        : [],
    )
    .join(" ");
