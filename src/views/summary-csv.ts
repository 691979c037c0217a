import type { Dialect } from "../document/csv.ts";
import { csvCell, dialectOf } from "../document/csv.ts";
import { totalText } from "../document/number-text.ts";
import type { Style } from "../document/style.ts";
import type { Plan, Stage } from "../model/plan.ts";
import type { PeriodReport, Report } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { formatDecimal } from "../number/decimal.ts";
import { compareText } from "../text/order.ts";
import { columnHead, marked } from "./fields.ts";
import { groupingColumns } from "./grouping.ts";
import type { Group, Tally } from "./groups.ts";
import { byValues, groupResults, meanOf } from "./groups.ts";
import { awardLines } from "./summary-awards.ts";
import { decisionLines } from "./summary-decisions.ts";
import type { Line } from "./summary-line.ts";
import { groupText, keyText, listed, namedKeys, numbers, scopeText, share } from "./summary-line.ts";
import { outlookLines } from "./summary-outlook.ts";
import { states, summaryHeads, summaryKinds } from "./words.ts";

/** `summary.csv`: one tidy table of all periods, in an order that depends on nothing but the results. */
export function* summaryLines(report: Report, { excel }: { readonly excel?: boolean } = {}): Generator<string> {
  const { plan } = report;
  const dialect = dialectOf(excel);
  const columns = groupingColumns(plan);
  const { start, delimiter, style } = dialect;
  const names = ["period", "within", ...columns, "kind", "id", "title", ...numbers, "note"] as const;
  const heads = names.map((name) => {
    if (typeof name === "number") return columnHead(plan, name, style);
    return style.wording === "ids" ? name : summaryHeads[name][plan.language];
  });
  yield `${start}${heads.map((head) => csvCell(head, "text", delimiter)).join(delimiter)}\n`;
  for (const period of report.periods) {
    for (const line of periodSummary(plan, period, style)) yield lineText(period.period, line, columns, plan, dialect);
  }
}

function lineText(period: string, line: Line, columns: readonly number[], plan: Plan, dialect: Dialect): string {
  const { delimiter, style } = dialect;
  const { within = [], scope = [] } = line;
  const text = (cell: string) => csvCell(cell, "text", delimiter);
  const cells = [
    period,
    text(within.map((at) => columnHead(plan, at, style)).join(" ")),
    ...columns.map((at) => text(scope[within.indexOf(at)] ?? "")),
    style.wording === "ids" ? line.kind : summaryKinds[line.kind][plan.language],
    line.id ?? "",
    text(line.title ?? ""),
    ...numbers.map((name) => marked(String(line[name] ?? ""), style)),
    text(line.note ?? ""),
  ];
  return `${cells.join(delimiter)}\n`;
}

function* periodSummary(plan: Plan, period: PeriodReport, style: Style): Generator<Line> {
  const stage = stageAt(plan, period);
  const { within } = stage.ranking;
  const texts = { values: groupText(plan, within, style), key: keyText(plan, style) };
  for (const group of groupResults(period.results, stage.bands.length, texts)) {
    const scope = group.values.length === 0 ? {} : { within, scope: group.values };
    for (const line of groupLines(plan, stage, group)) yield { ...line, ...scope };
  }
  yield* quotaLines(plan, stage, period, style);
  yield* awardLines(plan, stage, period, style);
  yield* outlookLines(plan, stage, period, style);
  yield* decisionLines(plan, period, style);
  yield* differenceLines(plan, period);
}

function* groupLines(plan: Plan, stage: Stage, group: Group): Generator<Line> {
  const { language } = plan;
  const print = totalText(plan, stage);
  const counted = (tally: Tally, whole: number) => {
    const mean = meanOf(tally);
    return { count: tally.count, share: share(tally.count, whole), mean: mean === undefined ? undefined : print(mean) };
  };
  for (const [at, { id, title }] of stage.bands.entries()) {
    yield { kind: "band", id, title: title[language], ...counted(group.bands[at] as Tally, group.rated.count) };
  }
  yield { kind: "rated", title: states.rated[language], ...counted(group.rated, group.count) };
  for (const [reason, keys] of [...group.notRated].sort(([a], [b]) => compareText(a, b))) {
    yield { kind: "not_rated", title: reason, ...listed(keys, group.count) };
  }
  if (group.incomplete.length > 0) {
    yield { kind: "incomplete", title: states.incomplete[language], ...listed(group.incomplete, group.count) };
  }
  for (const { id, title } of stage.alerts) {
    const keys = group.alerts.get(id);
    if (keys) yield { kind: "alert", id, title: title[language], ...listed(keys, group.count) };
  }
}

function* quotaLines(plan: Plan, stage: Stage, period: PeriodReport, style: Style): Generator<Line> {
  const named = namedKeys(plan, period, style);
  for (const { id, within, band } of stage.quotas) {
    const title = stage.bands[band]?.title[plan.language] ?? "";
    const texts = scopeText(plan, within, style);
    const outcomes = period.quotas
      .filter(({ quota }) => quota === id)
      .map((outcome) => ({ ...outcome, scope: texts(outcome.scope) }));
    for (const { scope, share, ...rest } of outcomes.sort((a, b) => byValues(a.scope, b.scope))) {
      const { candidates: count, denominator, room, kept, moved, open, leavers } = rest;
      const used = share === undefined ? undefined : formatDecimal(share);
      const numbers = { count, share: used, denominator, room, kept, moved, open };
      yield { kind: "quota", id, title, within, scope, ...numbers, note: named(leavers) };
    }
  }
}

/** A line for every compared column, also one without a difference: that is worth knowing. */
function* differenceLines(plan: Plan, { differences }: PeriodReport): Generator<Line> {
  for (const [at, { id, title, compare }] of plan.columns.entries()) {
    if (!compare) continue;
    const count = differences.filter(({ column }) => column === at).length;
    yield { kind: "difference", id, title: title[plan.language], count };
  }
}
