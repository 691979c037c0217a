import type { Block } from "../../document/block.ts";
import type { TableColumn } from "../../document/table.ts";
import { table, text } from "../../document/table.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, Report } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import { stageAt, stagesOf } from "../../model/stages.ts";
import { toDouble } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { kindWords } from "../../period/kind-words.ts";
import { periodWords } from "../../period/spoken-period.ts";
import { compareText } from "../../text/order.ts";
import { phrase } from "../../text/phrase.ts";
import { summaryHeads } from "../words.ts";
import { meanPoints, unitsOf } from "./units.ts";

/** Lines that a reader can tell apart. */
const mostLines = 12;

/** The mean total of each unit, period by period, for each kind of period that there are several of. */
export function trend({ plan, periods }: Report): Block[] {
  return stagesOf(plan).flatMap((each, stage) => {
    const same = periods.filter((period) => period.stage === stage);
    return same.length < 2 ? [] : trendOf(plan, each, same);
  });
}

function trendOf(plan: Plan, { period: kind }: Stage, periods: readonly PeriodReport[]): Block[] {
  const { language } = plan;
  const means = periods.map((period) => meansOf(plan, period));
  if (means.every((each) => [...each.values()].every((mean) => mean === undefined))) return [];
  const everybody = phrase("Everybody")[language];
  const labels = [...new Set(means.flatMap((each) => [...each.keys()]))]
    .filter((label) => label !== everybody)
    .sort(compareText);
  const series = [everybody, ...labels].map((label) => ({ label, values: means.map((each) => each.get(label)) }));
  const times = periods.map(({ period }) => periodWords(period)[language]);
  const title = phrase("Mean total of each unit by {kind}", { kind: kindWords[kind] })[language];
  const columns: TableColumn[] = [
    { id: "unit", head: phrase("Unit")[language], type: text },
    ...periods.map(({ period }, at) => ({ id: period, head: times[at] as string, type: { kind: "figure" } as const })),
  ];
  const drawn = series.length > mostLines ? series.slice(0, 1) : series;
  const form = {
    kind: "lines",
    times,
    series: drawn.map(({ label, values }) => ({
      label,
      values: values.map((mean) => (mean === undefined ? undefined : toDouble(mean))),
    })),
    axis: summaryHeads.mean[language],
  } as const;
  return [
    { kind: "heading", level: 1, text: title },
    { kind: "chart", title: form.axis, description: title, form },
    table(
      columns,
      series.map(({ label, values }) => [label, ...values]),
    ),
  ];
}

/** By unit, in points; of everybody too. */
function meansOf(plan: Plan, period: PeriodReport): ReadonlyMap<string, Exact | undefined> {
  const all = { label: phrase("Everybody")[plan.language], members: [...period.results] };
  return new Map(
    [all, ...unitsOf(plan, stageAt(plan, period), period.results)].map(({ label, members }) => [
      label,
      meanPoints(plan, members),
    ]),
  );
}
