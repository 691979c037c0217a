import type { RecordedFlags } from "../archive/recorded-flags.ts";
import { recordedFlags } from "../archive/recorded-flags.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Column, Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import type { Source } from "../text/source.ts";
import { source } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import { isPrinted } from "../views/columns.ts";
import { groupingColumns } from "../views/grouping.ts";
import type { Selection, View } from "../views/selection.ts";
import type { FlagValues } from "./flags.ts";

/** A view before it goes out. */
export interface PreparedView extends View {
  /** Keeps what must not be lost once the results are out: who is who. @returns false, with a diagnostic, where that failed */
  save(): boolean;
}

/** The view of a report that flags ask for; undefined where one of them is wrong or refused, which is reported. */
export async function viewOf(
  computed: Report,
  flags: FlagValues,
  diagnostics: Diagnostics,
): Promise<PreparedView | undefined> {
  if (flags.anonymise === undefined) {
    const selection = await selectionOf(computed, recordedFlags(flags), diagnostics);
    return selection && { report: computed, selection, save: () => true };
  }
  const { anonymiseReport } = await import("./anonymising.ts");
  const anonymised = await anonymiseReport(computed, flags, diagnostics);
  const selection = anonymised && (await selectionOf(anonymised.report, recordedFlags(flags), diagnostics));
  return selection && { ...anonymised, selection };
}

/** What flags choose of a report that has its codes already; undefined where a flag is wrong, which is reported. */
export async function selectionOf(
  report: Report,
  flags: RecordedFlags,
  diagnostics: Diagnostics,
): Promise<Selection | undefined> {
  const { where, columns = [], "drop-columns": without = [] } = flags;
  const { plan } = report;
  // Every wrong id is reported, not the first alone.
  const areKnown = columns.map((id) => isKnown(plan, "--columns", id, diagnostics));
  const mayGo = without.map(
    (id) => isKnown(plan, "--drop-columns", id, diagnostics) && isDroppable(plan, id, diagnostics),
  );
  const subjects =
    where === undefined ? undefined : (await import("../views/where.ts")).chosenBy(where, report, diagnostics);
  if ([...areKnown, ...mayGo].includes(false) || (where !== undefined && !subjects)) return undefined;
  return { columns, without, ...(subjects && { subjects }), ...(flags.anonymise && { withoutRows: true }) };
}

/** Flags that diagnostics point into. */
export const flagSources = ({ where }: Pick<FlagValues, "where">): readonly Source[] =>
  where === undefined ? [] : [source("--where", where)];

/** Whether something that can be printed has this id. */
function isKnown(plan: Plan, flag: string, id: string, diagnostics: Diagnostics): boolean {
  const known = [...plan.columns.filter(isPrinted), ...plan.stage.nodes].map((each) => each.id);
  if (known.includes(id)) return true;
  diagnostics.report("C141", { flag, id, suggestion: suggest(id, known) });
  return false;
}

/** Without its key a line is nobody's, and without a grouping column two first ranks have no meaning. */
function isDroppable(plan: Plan, id: string, diagnostics: Diagnostics): boolean {
  const needed = [...plan.key, ...groupingColumns(plan)].map((at) => (plan.columns[at] as Column).id);
  if (!needed.includes(id)) return true;
  diagnostics.report("C142", { id });
  return false;
}
