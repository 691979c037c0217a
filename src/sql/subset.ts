import type { Column, Node, Stage } from "../model/plan.ts";
import { isWhole } from "../number/exact.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { conditionSql, NotInSql } from "./expression.ts";
import type { Writing } from "./parts.ts";
import { isDecimal, wholeOf } from "./values.ts";

/** Something of a rubric that is not written in SQL. */
export interface Outside {
  /** The word of the language. */
  readonly construct: string;
  /** The part that says it; the rubric's id where it is no part. */
  readonly id: string;
  readonly reason: Bilingual;
}

/**
 * What of a plan is outside of the subset. The words that are inside are listed: whatever the language learns later is
 * refused until it is written here.
 */
export function outsideOf(writing: Writing, period: string | undefined): readonly Outside[] {
  const { plan } = writing;
  const found: Outside[] = [];
  const refuse = (id: string, construct: string, reason: Bilingual = notWritten): void => {
    found.push({ construct, id, reason });
  };
  const only = (id: string, thing: object, words: string): void => {
    const known = words.split(" ");
    for (const [word, value] of Object.entries(thing))
      if (value !== undefined && !known.includes(word)) refuse(id, word);
  };
  only(plan.id, plan, planWords);
  // Of one period of the rows nothing that comes later matters.
  if (plan.rollups.length > 0 && (period === undefined || periodNamed(period).kind !== plan.stage.period)) {
    refuse(plan.id, "rollups");
  }
  if (plan.blankRows === "skip" || plan.blankRows === "incomplete") refuse(plan.id, "blank_rows");
  for (const { word, policy } of plan.codes) if (policy.startsWith("skip")) refuse(word, policy, skips);
  for (const column of plan.columns) checkColumn(column, only, refuse);
  for (const node of plan.stage.nodes) checkNode(node, plan.stage, only, refuse);
  checkStage(writing, only, refuse);
  if (!isWhole(plan.scale) || !isDecimal(wholeOf(plan.scale)) || wholeOf(plan.scale) > 10_000n) {
    refuse(plan.id, "step", phrase("its points need more than four decimal places, or none that end"));
  }
  const ids = [...plan.columns, ...plan.stage.nodes].map(({ id }) => id.toLowerCase());
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) < at) refuse(id, "id", phrase("engines take names that differ only in case for one"));
  }
  return found;
}

type Only = (id: string, thing: object, words: string) => void;
type Refuse = (id: string, construct: string, reason?: Bilingual) => void;

const notWritten = phrase("it is not written in SQL yet");
const skips = phrase("what is skipped scales the rest by fractions");

const planWords =
  "plan id version replaces valid title noun language basis scale key name columns codes blankRows decimals decimalMark stage rollups summary";
const scaleWords: Readonly<Record<string, string>> = {
  points: "kind min max step places",
  levels: "kind levels",
  yes: "kind points labels",
  count: "kind base each min max",
  table: "kind rows",
};

function checkColumn(column: Column, only: Only, refuse: Refuse): void {
  only(column.id, column, "id type of match required default headers title");
  if (column.of !== "subject") refuse(column.id, `of: ${column.of}`);
  if (column.match === "fold") refuse(column.id, "match: fold");
}

function checkNode(node: Node, { nodes }: Stage, only: Only, refuse: Refuse): void {
  const { id, body } = node;
  only(id, node, "id title parent max min bonus round cite note body");
  if (body.kind === "area") {
    only(id, body, "kind children combine clamp");
    if (body.combine !== "sum") refuse(id, "combine", phrase("means and weights need fractions"));
    if (body.children.every((child) => nodes[child]?.bonus)) refuse(id, "bonus");
    return;
  }
  only(id, body, "kind cell headers missing missingStated scale");
  if (body.missing.startsWith("skip")) refuse(id, body.missing, skips);
  const words = scaleWords[body.scale.kind];
  if (words === undefined || body.cell === undefined) refuse(id, body.scale.kind);
  else only(id, body.scale, words);
}

function checkStage(writing: Writing, only: Only, refuse: Refuse): void {
  const { stage } = writing.plan;
  const { bands, rules, quotas, ranking, awards, alerts } = stage;
  const condition = (id: string, part: Parameters<typeof conditionSql>[0] | undefined): void => {
    if (!part) return;
    try {
      conditionSql(part, writing);
    } catch (error) {
      if (!(error instanceof NotInSql)) throw error;
      refuse(id, error.construct);
    }
  };
  only(writing.plan.id, stage, "period nodes top readBack total bands rules quotas ranking awards alerts");
  only("total", stage.total, "max clamp round");
  if (stage.top.every((at) => stage.nodes[at]?.bonus)) refuse(writing.plan.id, "bonus");
  for (const band of bands) {
    only(band.id, band, "id title from require otherwise cite");
    for (const { expression } of band.require) condition(band.id, expression);
  }
  for (const rule of rules) {
    only(rule.id, rule, "id title when text effect cite");
    condition(rule.id, rule.when);
    if (rule.effect.kind !== "not_rated" && typeof rule.effect.band !== "number") refuse(rule.id, "=EXPR");
  }
  for (const quota of quotas) {
    only(quota.id, quota, "id title band size when within ties then order cite");
    only(quota.id, quota.size, "kind count share of basis round");
    condition(quota.id, quota.when);
    if (quotas.some((other) => other !== quota && other.band === quota.band)) {
      refuse(quota.id, "quotas", phrase("several quotas of one band are settled person by person"));
    }
  }
  only("ranking", ranking, "within by number");
  for (const award of awards) {
    only(award.id, award, "id title when size within by except ties cite");
    if (award.size.kind === "streak") refuse(award.id, "streak");
    else only(award.id, award.size, "kind top from share of round");
    condition(award.id, award.when);
  }
  for (const alert of alerts) {
    only(alert.id, alert, "id title when cite");
    condition(alert.id, alert.when);
  }
}
