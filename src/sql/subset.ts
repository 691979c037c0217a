import type { Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Rollup, Stage } from "../model/stage.ts";
import { hasOwnAreas, stagesOf } from "../model/stages.ts";
import { isWhole } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { isFoldedWithOthers } from "./1-rows/alike.ts";
import { ownStages } from "./1-rows/table-layout.ts";
import { nested } from "./3-classes/quota-chain.ts";
import { rollupsTo } from "./calendar.ts";
import type { Constructs } from "./constructs.ts";
import { constructs, notWritten, reasonFor, unknownIn } from "./constructs.ts";
import { looksUp, saidIn, unguardedIn, unwrittenIn } from "./expressions/stage-conditions.ts";
import { isDecimal, wholeOf } from "./numbers/values.ts";

/** Something of a rubric that is not written in SQL. */
export interface Outside {
  /** The word of the language. */
  readonly construct: string;
  /** The part that says it; the rubric's id where it is no part. */
  readonly id: string;
  readonly reason: Bilingual;
}

type Refuse = (id: string, construct: string, reason?: Bilingual) => void;
type Only = (id: string, thing: object, of: Constructs) => void;

/** What of a plan is outside of the subset. Of one period nothing matters but what leads to it. */
export function outsideOf(plan: Plan, period: string | undefined): readonly Outside[] {
  const found: Outside[] = [];
  const refuse: Refuse = (id, construct, reason = notWritten) => {
    found.push({ construct, id, reason });
  };
  const only: Only = (id, thing, of) => {
    for (const word of unknownIn(thing, of)) refuse(id, word, reasonFor(of, word));
  };
  only(plan.id, plan, constructs.rubric);
  if (plan.blankRows === "incomplete" && (plan.ratings || rollupsTo(plan, period).some(hasOwnAreas))) {
    refuse(
      plan.id,
      "blank_rows",
      constructs.rubric.refused["blank_rows: incomplete, with ratings or areas of a rollup"],
    );
  }
  if (plan.ratings) only("ratings", plan.ratings, constructs.ratings);
  for (const column of plan.columns) {
    only(column.id, column, constructs.column);
    if (column.match === "fold" && isFoldedWithOthers(plan, column))
      refuse(
        column.id,
        "match: fold",
        constructs.column.refused["match: fold, of a key, with ratings, or where columns are compared"],
      );
  }
  for (const node of plan.stage.nodes) checkNode(node, plan.stage, only, refuse);
  const rollups = rollupsTo(plan, period);
  for (const stage of stagesOf({ stage: plan.stage, rollups })) checkStage(stage, only, refuse);
  for (const rollup of rollups) checkRollup(rollup, only, refuse);
  if (!isWhole(plan.scale) || !isDecimal(wholeOf(plan.scale)) || wholeOf(plan.scale) > 10_000n) {
    refuse(plan.id, "step", phrase("its points need more than four decimal places, or none that end"));
  }
  const { rules, awards, alerts } = plan.stage;
  for (const named of [
    [...plan.columns, ...[plan.stage, ...ownStages(plan)].flatMap(({ nodes }) => nodes)],
    plan.tables ?? [],
    rules,
    awards,
    alerts,
  ]) {
    const ids = named.map(({ id }) => id.toLowerCase());
    for (const [at, id] of ids.entries()) {
      if (ids.indexOf(id) < at) refuse(id, "id", phrase("engines take names that differ only in case for one"));
    }
  }
  return found;
}

function checkNode(node: Node, { nodes }: Stage, only: Only, refuse: Refuse): void {
  const { id, body } = node;
  only(id, node, constructs.node);
  if (body.kind === "area") {
    only(id, body, constructs.area);
    const ofBonus = constructs.area.refused["of bonus alone"];
    if (body.children.every((child) => nodes[child]?.bonus)) refuse(id, "bonus", ofBonus);
    return;
  }
  only(id, body, constructs.item);
  only(id, body.scale, constructs[body.scale.kind]);
}

function checkStage(stage: Stage, only: Only, refuse: Refuse): void {
  const { bands, rules, quotas, ranking, awards, alerts } = stage;
  for (const { id, e } of saidIn(stage)) {
    for (const name of unwrittenIn(e)) refuse(id, name);
  }
  only("total", stage.total, constructs.total);
  for (const band of bands) only(band.id, band, constructs.band);
  for (const { id, e } of unguardedIn(stage)) {
    if (looksUp(e)) refuse(id, "T[x]", constructs.expression.refused["T[x] in require and quotas"]);
  }
  for (const rule of rules) {
    only(rule.id, rule, constructs.rule);
  }
  for (const quota of quotas) {
    only(quota.id, quota, constructs.quota);
    only(quota.id, quota.size, constructs.size);
    if (!nested(quotas.filter(({ band }) => band === quota.band))) {
      refuse(quota.id, "quotas", constructs.quota.refused["several of one band, their scopes crossing"]);
    }
  }
  only("ranking", ranking, constructs.ranking);
  for (const award of awards) {
    only(award.id, award, constructs.award);
    only(award.id, award.size, award.size.kind === "streak" ? constructs.streak : constructs.given);
  }
  for (const alert of alerts) only(alert.id, alert, constructs.alert);
}

function checkRollup(rollup: Rollup, only: Only, refuse: Refuse): void {
  only(rollup.period, rollup, constructs.rollup);
  if (hasOwnAreas(rollup)) for (const node of rollup.nodes) checkNode(node, rollup, only, refuse);
}
