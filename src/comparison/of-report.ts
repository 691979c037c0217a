import { plainText } from "../document/cell-text.ts";
import { keyIds } from "../model/keys.ts";
import type { PeriodReport, Report } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { stageAt } from "../model/stages.ts";
import type { Language } from "../text/bilingual.ts";
import { periodFields } from "../views/fields.ts";
import type { PeriodSnapshot, Snapshot } from "./snapshot.ts";
import { subjectOf } from "./snapshot.ts";

/** What has just been computed as a side of a comparison. */
export const snapshotOfReport = (name: string, report: Report): Snapshot => ({
  name,
  periods: new Map(report.periods.map((period) => [period.period, snapshotOfPeriod(report, period)])),
});

function snapshotOfPeriod({ plan }: Report, period: PeriodReport): PeriodSnapshot {
  const stage = stageAt(plan, period);
  const fields = periodFields(plan, stage, "ids").map((field) => ({ id: field.id, text: plainText(field) }));
  const key = keyIds(plan);
  const name = plan.columns[plan.name ?? -1]?.id;
  const subjects = Array.from(period.results, (result) => {
    const cells = new Map(fields.map(({ id, text }) => [id, text(result)]));
    const natural = stage.bands[result.natural ?? -1]?.id ?? "";
    return subjectOf(cells, key, name, { natural, quotas: result.moved.flatMap(({ quotas }) => quotas) });
  });
  return {
    bands: stage.bands.map(({ id, title }) => ({ id, title: title[plan.language] })),
    titles: titlesOf(stage, plan.language),
    subjects: new Map(subjects.map((subject) => [subject.key, subject])),
  };
}

/** Of rules, quotas, awards and alerts that have one. */
export const titlesOf = ({ rules, quotas, awards, alerts }: Stage, language: Language): ReadonlyMap<string, string> =>
  new Map(
    [...rules, ...quotas, ...awards, ...alerts].flatMap(({ id, title }) => (title ? [[id, title[language]]] : [])),
  );
