import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { Change, SingleChange } from "../../model/derivation.ts";
import type { Plan } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Stage } from "../../model/stage.ts";
import { stageOfRow, stagesOf } from "../../model/stages.ts";
import type { EngineOptions } from "../engine.ts";
import { createEngine } from "../engine.ts";
import { toPoints } from "../law/work.ts";
import { readCell } from "./item-step.ts";
import type { Found, Trial } from "./smallest-change.ts";
import { smallestChange } from "./smallest-change.ts";
import type { Witness } from "./witness.ts";
import { allRows } from "./witness.ts";

/** Rows up to which the quotas of a period are computed again for each trial. */
const mostRows = 2000;

const hasQuotas = (plan: Plan): boolean => stagesOf(plan).some(({ quotas }) => quotas.length > 0);

/**
 * Searches the cells of a rated subject for the smallest change of one score that moves it to a better and to a worse
 * band, by computing its result again with each.
 */
export function findChange(plan: Plan, witness: Witness, period: string, result: Result): Change | undefined {
  if (result.state !== "rated") return undefined;
  const own = ownRows(result);
  const everybody = allRows(witness);
  const basis = hasQuotas(plan) && everybody.length > mostRows ? "points" : "whole";
  const of = basis === "whole" ? plan : { ...plan, stage: unlimited(plan.stage), rollups: plan.rollups.map(unlimited) };
  const rows = hasQuotas(of) ? everybody : enough(witness, result.key, own);
  const trial = createTrial(of, rows, { ...witness.given, period }, result.key);
  const { band, natural } = trial() ?? {};
  const before = basis === "whole" ? result.band : (result.moved[0]?.from ?? result.band);
  if (natural === undefined || band === undefined || band !== before) return undefined;
  const up = smallestChange(of, own, "up", (then) => then.band !== undefined && then.band < band, trial);
  const isByPoints = (then: Result): boolean => then.natural !== undefined && then.natural < natural;
  const upByPoints = up || natural < band ? undefined : smallestChange(of, own, "up", isByPoints, trial);
  const down = smallestChange(of, own, "down", (then) => then.band !== undefined && then.band > band, trial);
  const stages = [...new Set(own.map((row) => stageOfRow(plan, row)))];
  const untried = stages.flatMap(({ nodes }) =>
    nodes.filter(({ body }) => body.kind === "item" && body.cell === undefined),
  );
  return {
    basis,
    ...(up && { up: inPoints(plan, up) }),
    ...(upByPoints && { upByPoints: inPoints(plan, upByPoints) }),
    ...(down && { down: inPoints(plan, down) }),
    untried,
  };
}

const unlimited = <S extends Stage>(stage: S): S => ({ ...stage, quotas: [] });

/** The rows that a result rests on, oldest first. */
const ownRows = ({ rows, parts }: Result): readonly Row[] => [
  ...rows,
  ...parts.flatMap(({ result }) => ownRows(result)),
];

/**
 * Rows that give the subject the same result as those of everybody do, where there are no quotas: its own in all periods,
 * as rules may look back, and somebody's in every other period, as a period without rows is not there.
 */
function enough({ periods }: Witness, key: string, own: readonly Row[]): readonly Row[] {
  return [...periods.values()].flatMap(({ report }) => {
    const rows = Array.from(report.results).flatMap((result) => result.rows);
    const its = rows.filter((row) => row.key === key || own.includes(row));
    return its.length > 0 ? its : rows.slice(0, 1);
  });
}

function createTrial(plan: Plan, rows: readonly Row[], options: EngineOptions, key: string): Trial {
  return (row, by) => {
    // Columns pay for more rows than are tried.
    const engine = createEngine(plan, createDiagnostics(), { ...options, rowsAtOnce: 0 });
    for (const each of rows) engine.add(each === row && by ? by : each);
    return Array.from(engine.finish().periods[0]?.results ?? []).find((result) => result.key === key);
  };
}

function inPoints({ scale }: Plan, { node, cell, row, to, scores: [now, then], result }: Found): SingleChange {
  const { total, band, natural } = result;
  return {
    node,
    cell: readCell(row, cell, row.cells[cell] ?? null),
    to,
    scores: [toPoints(now, scale), toPoints(then, scale)],
    ...(total !== undefined && { total: toPoints(total, scale) }),
    band: band as number,
    ...(natural !== undefined && { natural }),
  };
}
