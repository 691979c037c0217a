import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { EngineOptions } from "../engine/engine.ts";
import { createEngine } from "../engine/engine.ts";
import type { Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Ratings } from "../model/ratings.ts";
import type { Report, Result } from "../model/report.ts";
import { isLeftOut } from "../model/report.ts";
import { formatDecimal } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import type { TestPart } from "../rubric/2-shape/rubric.generated.ts";
import type { OpenRubric } from "../rubric/compile.ts";
import { readGiven } from "../sheet/lists/read-given.ts";
import { createSpellings } from "../sheet/spellings/spellings.ts";
import { compareText } from "../text/order.ts";
import { besideOf } from "./beside.ts";
import { figuresOf, figureText } from "./figures.ts";
import { givenRows } from "./given-rows.ts";
import { inRubric } from "./in-rubric.ts";
import { makeUpSheet } from "./made-up-sheet.ts";
import type { Difference, TestOutcome } from "./outcome.ts";
import { refusalOf } from "./refusal.ts";
import { sayingsOf } from "./sayings.ts";
import type { TestFiles } from "./test-files.ts";

/** What a test came to: nothing differs where it could not be run. */
export interface Ran extends Pick<TestOutcome, "differences" | "written" | "chosen"> {
  readonly report?: Report;
}

/** Runs a test of one subject, who is alone in a period. */
export async function runGivenTest(
  { plan: whole, places }: OpenRubric,
  test: TestPart,
  options: EngineOptions & { readonly files: TestFiles },
  diagnostics: Diagnostics,
): Promise<Ran> {
  const plan = alone(whole);
  const sheets = sayingsOf(whole, test).map((saying) => makeUpSheet(plan, test.name, saying));
  for (const column of sheets[0]?.lacking ?? []) diagnostics.report("R961", { column }, places.key(test, "given"));
  if (diagnostics.hasErrors) return { differences: [] };
  const told = inRubric(test, sheets, places, diagnostics);
  const rows = await givenRows(plan, sheets, told);
  const [first] = rows;
  const beside = await besideOf(test, options.files, places, diagnostics);
  if (!first || diagnostics.hasErrors) return { differences: [] };
  const { rows: _, ...besides } = await readGiven(plan, beside, createSpellings(plan, diagnostics), diagnostics);
  if (diagnostics.hasErrors) return { differences: [] };
  const engine = createEngine(plan, told, { ...options, ...besides });
  for (const row of rows) engine.add(row);
  const report = engine.finish();
  if (refusalOf(test)) return { differences: [], report };
  const result = report.periods.find(({ period }) => period === first.period)?.results.at(0) as Result;
  const figures = figuresOf(plan, plan.stage);
  const differences = Object.entries(test.expect as object).flatMap(
    ([what, value]: [string, unknown]): Difference[] => {
      const [expected, found] = [expectedText(value), figureText(figures, what, result)];
      // The score of what was skipped or does not apply is 0, which result files leave blank: a test may say either.
      const node = plan.stage.nodes.findIndex(({ id }) => id === what);
      const isZero = expected === "0" && node >= 0 && isLeftOut(result, node);
      return expected === found || isZero ? [] : [{ what, expected, found }];
    },
  );
  const chosen =
    first.period !== undefined && sheets.every(({ choosesPeriod }) => choosesPeriod) ? first.period : undefined;
  return { differences, report, ...(chosen !== undefined && { chosen }) };
}

/** As result files write it: ids sorted, numbers as exact decimals. */
function expectedText(value: unknown): string {
  if (Array.isArray(value)) return value.toSorted(compareText).join(" ");
  return typeof value === "string" ? value : formatDecimal(value as Exact);
}

/**
 * The plan for one subject in a made-up sheet. Quotas do not act: a share of one person would never leave any room. Ids
 * are the only headers: a test gives cells by id, also where items share a column of real sheets or several sources
 * have one each.
 */
const alone = (plan: Plan): Plan => ({
  ...plan,
  columns: plan.columns.map((column) => ({ ...column, headers: [] })),
  stage: { ...plan.stage, quotas: [], nodes: plan.stage.nodes.map(withoutHeaders) },
  ...(plan.ratings && { ratings: withoutSources(plan.ratings) }),
});

const withoutHeaders = (node: Node): Node =>
  node.body.kind === "item" ? { ...node, body: { ...node.body, headers: [] } } : node;

const withoutSources = ({ sources: _, ...ratings }: Ratings): Ratings => ratings;
