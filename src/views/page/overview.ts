import type { Block } from "../../document/block.ts";
import type { Cell, TableColumn } from "../../document/table.ts";
import { number, text } from "../../document/table.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, Result } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import { divide } from "../../number/exact.ts";
import { phrase } from "../../text/phrase.ts";
import { states, summaryHeads } from "../words.ts";
import { meanPoints, unitsOf } from "./units.ts";

/** How many of each unit hold which band, as a table and as bars. */
export function overview(plan: Plan, stage: Stage, period: PeriodReport): Block[] {
  const { language } = plan;
  const units = unitsOf(plan, stage, period.results);
  const everybody = { label: phrase("Everybody")[language], members: [...period.results] };
  const groups = [everybody, ...units];
  const bands = stage.bands.map(({ title }) => title[language]);
  const share = phrase("Share of each band")[language];
  const columns: TableColumn[] = [
    { id: "unit", head: phrase("Unit")[language], type: text },
    { id: "count", head: summaryHeads.count[language], type: number },
    ...stage.bands.flatMap(({ id, title: head }): TableColumn[] => [
      { id, head: head[language], type: number },
      { id: `${id}_share`, head: "%", type: number },
    ]),
    { id: "not_rated", head: states.not_rated[language], type: number },
    { id: "incomplete", head: states.incomplete[language], type: number },
    { id: "mean", head: summaryHeads.mean[language], type: { kind: "figure" } },
  ];
  const rows = groups.map(({ label, members }): Cell[] => {
    const rated = members.filter(({ state }) => state === "rated");
    const inBand = inBands(stage, rated);
    const inState = (state: Result["state"]): number => members.filter((member) => member.state === state).length;
    return [
      label,
      members.length,
      ...inBand.flatMap((count): Cell[] => [count, percent(count, rated.length)]),
      inState("not_rated"),
      inState("incomplete"),
      meanPoints(plan, members),
    ];
  });
  const bars = {
    kind: "bars",
    series: bands,
    groups: groups.map(({ label, members }) => ({
      label,
      counts: inBands(
        stage,
        members.filter(({ state }) => state === "rated"),
      ),
    })),
  } as const;
  const hasBands = everybody.members.some(({ state }) => state === "rated");
  return [
    { kind: "heading", level: 2, text: phrase("By unit and band")[language] },
    { kind: "table", columns, parts: [{ rows }] },
    ...(groups.length > mostBars || !hasBands
      ? []
      : [{ kind: "chart", title: share, description: share, form: bars } as const]),
  ];
}

/** More bars than this are no picture any more. */
const mostBars = 60;

const inBands = ({ bands }: Stage, rated: readonly Result[]): number[] =>
  bands.map((_, at) => rated.filter(({ band }) => band === at).length);

/** Of a hundred, to one place; undefined of nobody. */
function percent(count: number, whole: number): Cell {
  if (whole === 0) return undefined;
  return divide(Math.floor((2000 * count + whole) / (2 * whole)), 10);
}
