import type { Column, Node, Plan, Rollup, Stage } from "../model/plan.ts";
import { stagesOf } from "../model/stages.ts";
import { isWhole } from "../number/exact.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
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
export function outsideOf(plan: Plan, period: string | undefined): readonly Outside[] {
  const found: Outside[] = [];
  const refuse: Refuse = (id, construct, reason = notWritten) => {
    found.push({ construct, id, reason });
  };
  const only: Only = (id, thing, words) => {
    const known = words.split(" ");
    for (const [word, value] of Object.entries(thing))
      if (value !== undefined && !known.includes(word)) refuse(id, word);
  };
  only(plan.id, plan, planWords);
  if (plan.blankRows === "skip" || plan.blankRows === "incomplete") refuse(plan.id, "blank_rows");
  for (const column of plan.columns) checkColumn(column, only, refuse);
  for (const node of plan.stage.nodes) checkNode(node, plan.stage, only, refuse);
  // Of one period of the rows nothing that comes later matters.
  const isOfRows = period !== undefined && periodNamed(period).kind === plan.stage.period;
  for (const stage of isOfRows ? [plan.stage] : stagesOf(plan)) checkStage(stage, only, refuse);
  if (!isOfRows) for (const rollup of plan.rollups) checkRollup(rollup, only, refuse);
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

const planWords =
  "plan id version replaces valid title noun language basis because parameters scale key name columns codes blankRows decimals year decimalMark stage rollups summary";
const scaleWords: Readonly<Record<string, string>> = {
  points: "kind min max step places",
  levels: "kind levels",
  yes: "kind points labels",
  count: "kind base each min max",
  ratio: "kind max cap unit done target empty",
  table: "kind of rows",
  value: "kind expression clamp",
};

function checkColumn(column: Column, only: Only, refuse: Refuse): void {
  only(column.id, column, "id type of match from required default when headers title");
  if (column.of !== "subject") refuse(column.id, `of: ${column.of}`);
  if (column.match === "fold") refuse(column.id, "match: fold");
}

function checkNode({ id, body, ...node }: Node, { nodes }: Stage, only: Only, refuse: Refuse): void {
  only(id, node, "title parent max min by bonus counts when zeroIf round cite note");
  if (body.kind === "area") {
    only(id, body, "kind children combine clamp base");
    if (body.children.every((child) => nodes[child]?.bonus)) refuse(id, "bonus");
    return;
  }
  only(id, body, "kind cell headers missing missingStated scale evidence");
  const words = scaleWords[body.scale.kind];
  if (words === undefined) refuse(id, body.scale.kind);
  else only(id, body.scale, words);
}

function checkStage(stage: Stage, only: Only, refuse: Refuse): void {
  const { bands, rules, quotas, ranking, awards, alerts } = stage;
  only("total", stage.total, "max clamp round");
  for (const band of bands) only(band.id, band, "id title from require otherwise cite");
  for (const rule of rules) {
    only(rule.id, rule, "id title when text effect cite");
    if (rule.effect.kind !== "not_rated" && typeof rule.effect.band !== "number") refuse(rule.id, "=EXPR");
  }
  for (const quota of quotas) {
    only(quota.id, quota, "id title band size when within ties then order cite");
    only(quota.id, quota.size, "kind count share of basis round");
    if (quotas.some((other) => other !== quota && other.band === quota.band)) {
      refuse(quota.id, "quotas", phrase("several quotas of one band are settled person by person"));
    }
  }
  only("ranking", ranking, "within by number");
  for (const award of awards) {
    only(award.id, award, "id title when size within by except ties cite");
    if (award.size.kind === "streak") refuse(award.id, "streak");
    else only(award.id, award.size, "kind top from share of round");
  }
  for (const alert of alerts) only(alert.id, alert, "id title when cite");
}

function checkRollup(rollup: Rollup, only: Only, refuse: Refuse): void {
  const { period } = rollup;
  only(
    period,
    rollup,
    "period nodes top readBack total bands rules quotas ranking awards alerts of score missing atLeast parts attributes",
  );
  if (rollup.score.kind === "value" && rollup.nodes.length > 0) refuse(period, "areas");
}
