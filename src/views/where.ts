import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { compileExpression } from "../expression/compile.ts";
import type { Scope } from "../expression/context.ts";
import { evaluator } from "../expression/evaluate.ts";
import type { Type, Value } from "../expression/tree.ts";
import type { Column } from "../model/column.ts";
import { isPrinted } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import type { Report, Result } from "../model/report.ts";
import { isLeftOut } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { stageAt } from "../model/stages.ts";
import type { Exact } from "../number/exact.ts";
import { divide } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { placeOf, source } from "../text/source.ts";
import type { Chosen } from "./selection.ts";

/**
 * The results for which `--where` holds; not those for which it cannot be told, as where a score is missing or was left out. It may speak of
 * all that is printed of a subject. Undefined, with a diagnostic, where the expression is wrong for a period of the report.
 */
export function chosenBy(text: string, report: Report, diagnostics: Diagnostics): Chosen | undefined {
  const { plan } = report;
  const from = source("--where", text);
  const at = (start: number, end: number) => placeOf(from, { start, end });
  const tests = new Map<Stage, (result: Result) => Value>();
  for (const stage of new Set(report.periods.map((period) => stageAt(plan, period)))) {
    const compiled = compileExpression(text, scopeOf(plan, stage), "flag", at, diagnostics);
    // One mistake would be told again for every kind of period.
    if (!compiled) return undefined;
    tests.set(stage, evaluator<Result>(compiled.expression, reader(plan, stage)));
  }
  return new Map(
    report.periods.map((period) => {
      const holds = tests.get(stageAt(plan, period)) as (result: Result) => Value;
      const chosen = [...period.results].filter((result) => holds(result) === true);
      return [period.period, new Set(chosen.map(({ key }) => key))];
    }),
  );
}

/** Words that a rubric cannot use for its own, and those that it can: then its own are meant. */
function scopeOf(plan: Plan, stage: Stage): Scope {
  const ids: Type = { kind: "list", of: { kind: "text" } };
  const columns = plan.columns.filter(isPrinted).map((column) => [column.id, columnType(column)] as const);
  const names = new Map<string, Type>([
    ["rank", { kind: "number", min: 1 }],
    ...(["rules", "awards", "alerts", "marks"] as const).map((name) => [name, ids] as const),
    ...columns,
    ...stage.nodes.map(({ id }) => [id, { kind: "number" }] as const),
    ["total", { kind: "number" }],
    ["unclamped", { kind: "number" }],
    ["band", { kind: "band", bands: stage.bands.map(({ id }) => id) }],
    ["state", { kind: "choice", name: "state", values: ["rated", "not_rated", "incomplete"] }],
  ]);
  const lost = [...plan.columns, ...plan.stage.nodes].map(({ id }) => id).filter((id) => !names.has(id));
  return { names, unavailable: new Map(lost.map((id) => [id, notPrinted])) };
}

const notPrinted: Bilingual = phrase("results of this kind of period do not have it");

function columnType({ id, type }: Column): Type {
  switch (type.kind) {
    case "choice":
      return { kind: "choice", name: id, values: type.values.map((value) => value.id) };
    case "number": {
      const { min, max } = type;
      return { kind: "number", ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    }
    default:
      return { kind: type.kind };
  }
}

function reader(plan: Plan, stage: Stage): (name: string) => (result: Result) => Value {
  const points = (units: Exact | undefined): Value => (units === undefined ? undefined : divide(units, plan.scale));
  return (name) => {
    const node = stage.nodes.findIndex(({ id }) => id === name);
    if (node >= 0) return (result) => (isLeftOut(result, node) ? undefined : points(result.scores[node]));
    const column = plan.columns.findIndex((each) => each.id === name && isPrinted(each));
    if (column >= 0) return ({ columns }) => columns[column];
    switch (name) {
      case "total":
      case "unclamped":
        return (result) => points(result[name]);
      case "band":
        return ({ band }) => (band === undefined ? undefined : stage.bands[band]?.id);
      case "state":
      case "rank":
      case "rules":
      case "awards":
      case "alerts":
      case "marks":
        return (result) => result[name];
      default:
        throw new Error(`a name of the scope has no value: ${name}`);
    }
  };
}
