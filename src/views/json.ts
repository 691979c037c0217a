import type { CellValue, Column } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import { isLeftOut } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { stageAt } from "../model/stages.ts";
import { keptText } from "./fields.ts";
import type { Entries, Json, JsonObject } from "./json-values.ts";
import { cellValue, exactText, keyOf, named, placeOf, pointsText } from "./json-values.ts";
import { reasonText } from "./reason-text.ts";
import type { Selection } from "./selection.ts";
import { shownResults } from "./selection.ts";

/** Version of the JSON report; `schema/report.schema.json` describes it. */
const reportVersion = 1;

/**
 * `<period>.json`, line by line: everything that concerns the whole period on the first line, then one subject per
 * line, so that a reader can stream it. Scores are texts, because a JSON number is a double in nearly every reader:
 * the exact decimal (`"89.5"`), or a fraction in lowest terms where there is none (`"269/3"`).
 */
export function* jsonLines(report: Report, period: PeriodReport, selection: Selection = {}): Generator<string> {
  const { plan } = report;
  const stage = stageAt(plan, period);
  const head = JSON.stringify(periodHead(plan, stage, period, selection));
  yield `${head.slice(0, -1)},"results":[`;
  let before = "\n";
  const toJson = resultWriter(plan, stage, selection);
  for (const result of shownResults(period, selection)) {
    const json = toJson(result);
    const { trace } = selection;
    yield `${before}${JSON.stringify(trace ? { ...json, trace: trace(period, result) } : json)}`;
    before = ",\n";
  }
  yield "\n]}\n";
}

/** The same on one line, as several reports follow one another (JSON Lines). */
export function* jsonLine(report: Report, period: PeriodReport, selection?: Selection): Generator<string> {
  for (const line of jsonLines(report, period, selection)) yield line.replaceAll("\n", "");
  yield "\n";
}

function periodHead(plan: Plan, stage: Stage, period: PeriodReport, { withoutRows }: Selection): Json {
  const keys = new Map(Array.from(period.results, (result) => [result.key, keyOf(plan, result)]));
  const subjects = (list: readonly string[]) => list.map((key) => keys.get(key) ?? [key]);
  const scope = (within: readonly number[], values: readonly CellValue[]) =>
    named(within.map((at, index) => [(plan.columns[at] as Column).id, cellValue(plan, at, values[index])]));
  return {
    report: reportVersion,
    rubric: { id: plan.id, version: plan.version, title: plan.title[plan.language] },
    period: period.period,
    provisional: period.provisional,
    bands: stage.bands.map(({ id, title, from }) => ({
      id,
      title: title[plan.language],
      from: pointsText(plan, from),
    })),
    quotas: Array.from(period.quotas, (outcome) => ({
      quota: outcome.quota,
      scope: scope(stage.quotas.find(({ id }) => id === outcome.quota)?.within ?? [], outcome.scope),
      share: outcome.share === undefined ? undefined : exactText(outcome.share),
      denominator: outcome.denominator,
      room: outcome.room,
      candidates: outcome.candidates,
      kept: outcome.kept,
      moved: outcome.moved,
      open: outcome.open,
      leavers: subjects(outcome.leavers),
      equals: subjects(outcome.equals),
    })),
    awards: period.awards.map(({ award, scope: values, winners, open }) => ({
      award,
      scope: scope(stage.awards.find(({ id }) => id === award)?.within ?? [], values),
      winners: subjects(winners),
      open: subjects(open),
    })),
    differences: period.differences.map(({ key, column, row, theirs, ours, derivation }) => ({
      key: keys.get(key) ?? [key],
      column: (plan.columns[column] as Column).id,
      ...(!withoutRows && placeOf(row)),
      theirs,
      ours,
      derivation,
    })),
  };
}

/** Absent means: has none. Lists stand even where they are empty. */
function resultWriter(
  plan: Plan,
  stage: Stage,
  { without = [], withoutRows, kept = [] }: Selection,
): (result: Result) => JsonObject {
  const bandId = (at: number | undefined) => (at === undefined ? undefined : stage.bands[at]?.id);
  const shown = (entries: Entries) => named(entries.filter(([id]) => !without.includes(id)));
  return (result) => ({
    key: keyOf(plan, result),
    rank: result.rank,
    state: result.state,
    ...(result.reason && { reason: reasonText(plan, result.reason) }),
    total: pointsText(plan, result.total),
    unclamped: pointsText(plan, result.unclamped),
    band: bandId(result.band),
    natural: bandId(result.natural),
    columns: shown(plan.columns.map(({ id }, at) => [id, cellValue(plan, at, result.columns[at])])),
    ...(kept.length > 0 && { kept: named(kept.map((name) => [name, keptText(result, name)])) }),
    scores: shown(
      stage.nodes.map(({ id }, at) => [id, isLeftOut(result, at) ? undefined : pointsText(plan, result.scores[at])]),
    ),
    rules: result.rules,
    awards: result.awards,
    alerts: result.alerts,
    marks: result.marks,
    ...(result.decisions && {
      decisions: result.decisions.map(({ action, value, reason, authority, date }) => ({
        action,
        ...(value !== "" && action !== "was" && { value }),
        reason,
        authority,
        ...(date !== "" && { date }),
      })),
    }),
    moved: result.moved.map(({ quotas, from, to }) => ({ quotas, from: bandId(from), to: bandId(to) })),
    rows: withoutRows ? [] : result.rows.map(placeOf),
    parts: result.parts.map(({ period, result: part }) => ({
      period,
      state: part.state,
      total: pointsText(plan, part.total),
    })),
  });
}
