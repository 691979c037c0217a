// A derivation is worth nothing unless it ends where the engine ended: on random rubrics it must, in every step.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import type { Document } from "../../../src/document/block.ts";
import { markdownLines } from "../../../src/document/markdown.ts";
import { terminalLines } from "../../../src/document/terminal.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import { createDeriver } from "../../../src/engine/explain/derive.ts";
import { createWitness } from "../../../src/engine/explain/witness.ts";
import type { Derivation } from "../../../src/model/derivation.ts";
import type { AreaStep, NodeStep } from "../../../src/model/derivation-scores.ts";
import type { Plan } from "../../../src/model/plan.ts";
import type { Reason } from "../../../src/model/reason.ts";
import type { Row } from "../../../src/model/row.ts";
import type { Exact } from "../../../src/number/exact.ts";
import { add, compare, divide, sum, toKey } from "../../../src/number/exact.ts";
import { explanation } from "../../../src/views/explanation/explanation.ts";
import { explanationJson } from "../../../src/views/explanation/explanation-json.ts";
import { reasonText } from "../../../src/views/reason-text.ts";
import { compile } from "../../reference/compile.ts";
import { drawn } from "../../reference/generate/draw.ts";
import { ratedRubricText, ratedSheetFor } from "../../reference/generate/ratings.ts";
import { rubricText } from "../../reference/generate/rubric.ts";
import { sheetFor } from "../../reference/generate/sheet.ts";
import { rowsFor } from "../../reference/rows.ts";
import { runs } from "../../reference/runs.ts";

function derivationsOf(plan: Plan, rows: readonly Row[]): Derivation[] {
  const witness = createWitness({ reasonText }, () => true);
  const engine = createEngine(plan, createDiagnostics(), { reasonText, ...witness.hooks });
  for (const row of rows) engine.add(row);
  engine.finish();
  return [...witness.periods.values()].flatMap((each) => [...each.report.results].map(createDeriver(plan, each)));
}

/** One row or several ratings of each subject. */
const kinds = [
  {
    of: "rows",
    rubricAndRows: fc.tuple(
      drawn(rubricText),
      drawn((draw) => draw),
    ),
    sheet: sheetFor,
  },
  {
    of: "ratings",
    rubricAndRows: fc.tuple(
      drawn(ratedRubricText(rubricText)),
      drawn((draw) => draw),
    ),
    sheet: ratedSheetFor,
  },
];
const schema = JSON.parse(readFileSync(new URL("../../../schema/explanation.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const isExplanation = ajv.compile(schema);
const text = (value: Exact | undefined): string => (value === undefined ? "-" : toKey(value));

test.each(kinds)(
  "on random rubrics of $of every derivation leads to the result of the engine",
  ({ rubricAndRows, sheet }) => {
    fc.assert(
      fc.property(rubricAndRows, ([rubricOf, draw]) => {
        const { plan, rubric } = compile(rubricOf);
        for (const derivation of derivationsOf(plan, rowsFor(plan, sheet(draw, rubric)))) check(derivation);
      }),
      runs(0.5),
    );
  },
);

test.each(kinds)(
  "on random rubrics of $of every derivation can be shown in every way and language",
  ({ rubricAndRows, sheet }) => {
    fc.assert(
      fc.property(rubricAndRows, ([rubricOf, draw]) => {
        const { plan, rubric } = compile(rubricOf);
        for (const derivation of derivationsOf(plan, rowsFor(plan, sheet(draw, rubric))).slice(0, 20)) {
          for (const language of ["en", "vi"] as const) {
            const root = explanation(derivation, language);
            const document: Document = { language, blocks: [{ kind: "tree", root }] };
            const shown = [...terminalLines(document, { width: 60 }), ...markdownLines(document)].join("");
            expect(shown).not.toMatch(/undefined|NaN|\[object/);
          }
          expect(isExplanation(JSON.parse(explanationJson([derivation]))), ajv.errorsText(isExplanation.errors)).toBe(
            true,
          );
        }
      }),
      runs(0.2),
    );
  },
);

function check(derivation: Derivation): void {
  const { plan, stage, result, scoring, classing } = derivation;
  const points = (units: Exact | undefined) => (units === undefined ? undefined : divide(units, plan.scale));
  if ("total" in scoring) expect(text(scoring.total?.total)).toBe(text(points(result.total)));
  else expect(result.total).toBeUndefined();
  if (scoring.kind === "rated_totals") {
    const lacks = scoring.lack !== undefined || demandsOfRaters(result.reason).length > 0;
    // A rule that leaves somebody unrated says so in place of what the raters owe.
    const isSaid = result.state !== "not_rated" || (plan.ratings?.must ?? plan.ratings?.maxSpread) === undefined;
    if (isSaid) expect(lacks).toBe(result.total === undefined);
    else if (lacks) expect(result.total).toBeUndefined();
  }
  if ("nodes" in scoring) {
    for (const step of scoring.nodes.flatMap(allBelow)) {
      const score = result.scores[stage.nodes.findIndex(({ id }) => id === step.node.id)];
      if (step.state === "counts")
        expect([step.node.id, text(step.score)]).toEqual([step.node.id, text(points(score))]);
      checkNode(step);
    }
    const { joined } = scoring.total ?? {};
    if (joined) expect(text(joined.score)).toBe(text(scoring.total?.exact));
  }
  expect(classing.rules.filter(({ acts }) => acts).map(({ rule }) => rule.id)).toEqual(result.rules);
  if (result.state !== "rated") return;
  const { natural, path } = classing;
  expect(natural?.band).toBe(result.natural);
  let band: number | undefined = natural?.band;
  for (const step of path) {
    if (step.kind !== "gate") {
      band = step.to;
      continue;
    }
    const { otherwise } = stage.bands[step.band] ?? {};
    band = step.met ? step.band : typeof otherwise === "number" ? otherwise : undefined;
  }
  expect(result.moved[0]?.from ?? result.band).toBe(band);
  const moves = derivation.quotas.filter(({ moved, blocking }) => moved && blocking);
  expect(new Set(moves.map(({ quota }) => quota.id))).toEqual(new Set(result.moved.flatMap(({ quotas }) => quotas)));
  for (const { candidates, moved } of derivation.quotas) {
    const subject = candidates.find(({ isSubject }) => isSubject);
    expect(subject?.kept).toBe(moved === undefined);
  }
}

/** What the rubric demands of raters besides their scores. */
const demandsOfRaters = (reason: Reason | undefined): readonly Reason[] =>
  reason?.kind === "several"
    ? reason.reasons.flatMap(demandsOfRaters)
    : reason?.kind === "spread" || reason?.kind === "missing_roles"
      ? [reason]
      : [];

const allBelow = (step: NodeStep): NodeStep[] =>
  step.kind === "area" ? [step, ...step.children.flatMap(allBelow)] : [step];

/** Each step of a node follows from the one before. */
function checkNode(step: NodeStep): void {
  // What several ratings give no score of says why.
  if (step.kind === "rated_item") expect(step.lack !== undefined).toBe(step.state === "missing");
  if (step.state !== "counts" || step.zeroed) return;
  if (step.rounded) expect(text(step.score)).toBe(text(step.rounded.to));
  else if (step.kind === "area") expect(text(step.score)).toBe(text(step.joined?.score));
  if (step.kind === "area" && step.joined) checkJoined(step, step.joined);
}

function checkJoined(
  { children }: AreaStep,
  { how, exact, scaled, base = 0, cut, bonus, raised, score }: NonNullable<AreaStep["joined"]>,
) {
  const counting = children.filter(({ node, state }) => state === "counts" && !node.bonus && node.counts !== false);
  if (how === "sum") expect(text(exact)).toBe(text(sum(counting.map((child) => child.score ?? 0))));
  if (scaled) expect(text(divide(exact, scaled.from))).toBe(text(divide(scaled.exact, scaled.to)));
  const whole = add(cut ?? add(base, scaled?.exact ?? exact), bonus);
  expect(text(raised ?? whole)).toBe(text(score));
  if (raised !== undefined) expect(compare(raised, whole)).toBeGreaterThan(0);
}
