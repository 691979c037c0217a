import { idsIn } from "../../archive/recorded-flags.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { rerank } from "../../engine/law/ranking.ts";
import { isPrinted } from "../../model/column.ts";
import type { PeriodReport, Report } from "../../model/report.ts";
import type { Computed } from "../../pipeline.ts";
import type { Source } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import { reportOpenTies } from "../../views/open-ties.ts";
import type { View } from "../../views/selection.ts";
import { shownResults } from "../../views/selection.ts";
import { computeGiven } from "../computing.ts";
import { keptFor, printResults, refuseFormats, showFindings, showRefused } from "../print.ts";
import { rubricSources } from "../rubric-sources.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { flagSources, viewOf } from "../view.ts";
import { wholeNumber } from "../whole-number.ts";

/** Prints the ranking of one period. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [rubricName = "", ...sheetNames] = operands;
  const diagnostics = createDiagnostics(keptFor(flags));
  const top = wholeNumber("--top", flags.top, 1, diagnostics);
  refuseFormats(flags, diagnostics);
  const outcome = await computeGiven(rubricName, sheetNames, session, diagnostics);
  if (outcome.kind === "stopped") return end(outcome.exit, outcome.sources);

  const { computed, basis, failed } = outcome;
  const sources = [...rubricSources(basis), ...flagSources(flags)];
  const report = flags.within === undefined ? computed.report : grouped(computed, flags.within, diagnostics);
  const isOne = isOnePeriod(computed.report, diagnostics);
  const view = await viewOf({ ...computed, ...(report && { report }) }, flags, diagnostics);
  if (!report || !view || !isOne) return end(exit.usage, sources);
  if (!view.save()) return end(exit.failed, sources);
  const isOpen =
    flags["fail-on-open"] && reportOpenTies(view.report, view.report.periods[0] as PeriodReport, diagnostics);
  await showFindings(session, io.stderr, findings(diagnostics), sources);
  await printResults(top === undefined ? view : firstRanks(view, top), session);
  return failed || isOpen ? exit.failed : exit.fine;

  async function end(code: number, shown: readonly Source[]): Promise<number> {
    await showRefused(session, findings(diagnostics), shown);
    return code;
  }
}

/** Ranked in the groups of `--within`; `[]` is everybody, as in a rubric. Undefined where one is no column, which is reported. */
function grouped({ plan, report }: Computed, text: string, diagnostics: Diagnostics): Report | undefined {
  const ids = text.trim() === "[]" ? [] : idsIn([text]);
  const known = plan.columns.filter(isPrinted).map(({ id }) => id);
  for (const id of ids) {
    if (!known.includes(id)) diagnostics.report("C143", { id, suggestion: suggest(id, known), known });
  }
  if (!ids.every((id) => known.includes(id))) return undefined;
  const within = ids.map((id) => plan.columns.findIndex((column) => column.id === id));
  return rerank(report, within);
}

function isOnePeriod({ periods }: Report, diagnostics: Diagnostics): boolean {
  if (periods.length === 1) return true;
  const names = periods.map(({ period }) => period);
  const example = names.at(-1) as string;
  diagnostics.report("C140", { count: periods.length, periods: names.join(", "), example });
  return false;
}

/** Whoever shares the last of these ranks is shown too: a tie is never cut. */
function firstRanks({ report, selection }: View, top: number): View {
  const subjects = new Map(
    report.periods.map((period) => {
      const shown = [...shownResults(period, selection)].filter(({ rank }) => rank !== undefined && rank <= top);
      return [period.period, new Set(shown.map(({ key }) => key))];
    }),
  );
  return { report, selection: { ...selection, subjects } };
}
