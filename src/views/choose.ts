import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Column } from "../model/column.ts";
import { isPrinted } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { suggest } from "../text/suggest.ts";
import { groupingColumns } from "./columns.ts";
import type { Selection } from "./selection.ts";

/** What may be asked for of a report, in the words of the command line. */
interface Choice {
  readonly where?: string;
  readonly columns?: readonly string[];
  readonly "drop-columns"?: readonly string[];
  /** The report has codes for people: which row of a sheet is whose would tell them. */
  readonly anonymise?: true;
}

/** The part of a report that is asked for, with the columns that were kept; undefined where an id or the expression is wrong, which is reported. */
export async function choose(
  report: Report,
  { where, columns = [], "drop-columns": without = [], anonymise }: Choice,
  diagnostics: Diagnostics,
  kept: readonly string[] = [],
): Promise<Selection | undefined> {
  const { plan } = report;
  // Every wrong id is reported, not the first alone.
  const areKnown = columns.map((id) => isKnown(plan, "--columns", id, diagnostics));
  const mayGo = without.map(
    (id) => isKnown(plan, "--drop-columns", id, diagnostics) && isDroppable(plan, id, diagnostics),
  );
  const subjects = where === undefined ? undefined : (await import("./where.ts")).chosenBy(where, report, diagnostics);
  if ([...areKnown, ...mayGo].includes(false) || (where !== undefined && !subjects)) return undefined;
  return { columns, without, kept, ...(subjects && { subjects }), ...(anonymise && { withoutRows: true }) };
}

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
