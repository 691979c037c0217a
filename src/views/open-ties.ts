import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { CellValue } from "../model/column.ts";
import { showKey } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { compareText } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import { columnText } from "./columns.ts";
import { forPeople } from "./style.ts";

/**
 * Reports every tie of a period that the rubric leaves to the authority: of an award, or at the cut of a quota.
 * @returns whether there is one
 */
export function reportOpenTies({ plan }: Report, period: PeriodReport, diagnostics: Diagnostics): boolean {
  let isOpen = false;
  const tell = (what: Bilingual, within: readonly number[], scope: readonly CellValue[], keys: readonly string[]) => {
    if (keys.length === 0) return;
    isOpen = true;
    const where = scopeText(plan, within, scope);
    const named = { en: what.en + where, vi: what.vi + where };
    diagnostics.report("C144", {
      what: named,
      period: period.period,
      keys: keys.map(showKey).sort(compareText).join(", "),
    });
  };
  const stage = stageAt(plan, period);
  for (const { id, title, within } of stage.awards) {
    const what = phrase("award {id} ({title})", { id, title });
    for (const { award, scope, open } of period.awards) if (award === id) tell(what, within, scope, open);
  }
  for (const { id, within } of stage.quotas) {
    const what = phrase("quota {id}", { id });
    for (const { quota, scope, equals } of period.quotas) if (quota === id) tell(what, within, scope, equals);
  }
  return isOpen;
}

/** `, khoi Khối 1`, and nothing where everybody is one scope. */
function scopeText(plan: Plan, within: readonly number[], scope: readonly CellValue[]): string {
  const style = forPeople(plan);
  const parts = within.map((at, index) => `${plan.columns[at]?.id} ${columnText(plan, at, style)(scope[index])}`);
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`;
}
