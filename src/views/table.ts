import type { Painter } from "../text/painter.ts";
import { plain } from "../text/painter.ts";
import type { FitColumn } from "../document/fit.ts";
import { fitColumns, gap, pad } from "../document/fit.ts";
import type { Plan, Stage } from "../model/plan.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { visible } from "../text/visible.ts";
import { displayWidth } from "../text/width.ts";
import type { Field } from "./fields.ts";
import { bandField, forPeople, nodeFields, personFields, rankField, totalField } from "./fields.ts";
import { noteField } from "./note.ts";
import { bandCounts, periodTitle, sections } from "./sections.ts";
import type { Selection } from "./selection.ts";
import { shownCount, shownResults } from "./selection.ts";
import { printsUnclamped } from "./unclamped.ts";
import { heads } from "./words.ts";

export interface TableOptions extends Selection {
  /** Columns of the terminal; absent: as wide as it takes (a pipe). */
  readonly width?: number;
  readonly painter?: Pick<Painter, "strong" | "faint">;
}

interface Column extends FitColumn {
  readonly field: Field;
  readonly side: "left" | "right";
}

/** One period as a table for the terminal, line by line: title, a block for each ranking group, counts per band. */
export function* tableLines(report: Report, period: PeriodReport, options: TableOptions = {}): Generator<string> {
  const { plan } = report;
  const { width = Number.POSITIVE_INFINITY, painter = plain } = options;
  const results = shownResults(period, options);
  const columns = tableColumns(plan, stageAt(plan, period), results, options);
  const widths = fitColumns(columns, width);
  const shown = [...columns.keys()].filter((at) => (widths[at] as number) > 0);
  const line = (texts: (column: Column) => string): string =>
    `${shown
      .map((at) => pad(texts(columns[at] as Column), widths[at] as number, (columns[at] as Column).side))
      .join(" ".repeat(gap))
      .trimEnd()}\n`;

  yield `${painter.strong(visible(periodTitle(plan, period)))}\n`;
  for (const { title, results: members } of sections(plan, period, results)) {
    yield title === "" ? "\n" : `\n${painter.strong(visible(title))}\n`;
    yield painter.faint(line(({ field }) => field.head));
    for (const member of members) yield line(({ field }) => field.text(member));
  }
  yield `\n${visible(bandCounts(plan, period))}\n`;
  const count = shownCount(plan, period, options);
  if (count !== undefined) yield `${count}\n`;
  const hidden = columns.filter((_, at) => widths[at] === 0 && (columns[at] as Column).wanted > 0);
  if (hidden.length > 0) {
    const names = hidden.map(({ field }) => field.head).join(", ");
    yield painter.faint(`${visible(`${heads.notShown[plan.language]}: ${names}`)}\n`);
  }
}

/** What a text column may give up; `least` and `enough` are widths. */
type Give = Partial<Omit<FitColumn, "wanted">>;
const name: Give = { least: 10, patience: 3 };
const note: Give = { least: 12, enough: 32, patience: 2 };
const band: Give = { least: 8, patience: 1 };
const node: Give = { optional: true };

/** A column without any content is left out; areas have their id as head, which is what fits above a number. */
function tableColumns(plan: Plan, stage: Stage, results: readonly Result[], selection: Selection): Column[] {
  const style = forPeople(plan);
  const column = (field: Field, give: Give = {}): Column => {
    let widest = 0;
    for (const result of results) widest = Math.max(widest, displayWidth(visible(field.text(result))));
    const wanted = widest === 0 ? 0 : Math.max(widest, displayWidth(visible(field.head)));
    const { least = wanted, enough = wanted, optional = false, patience = 0 } = give;
    return { field, wanted, least, enough, optional, patience, side: field.kind === "number" ? "right" : "left" };
  };
  const keys = plan.key.map((at) => plan.columns[at]?.id);
  const short = (field: Field): Field => ({ ...field, head: field.id });
  return [
    column(rankField(plan, style)),
    ...personFields(plan, style, selection).map((field) => column(field, keys.includes(field.id) ? {} : name)),
    ...nodeFields(plan, stage, style, selection).map((field) =>
      column(short(field), selection.columns?.includes(field.id) ? {} : node),
    ),
    ...(printsUnclamped(plan, stage) ? [column(totalField(plan, stage, "unclamped", style), node)] : []),
    column(totalField(plan, stage, "total", style)),
    column(bandField(plan, stage, style), band),
    column(noteField(plan, stage), note),
  ];
}
