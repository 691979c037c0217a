import type { Plan, Stage } from "../model/plan.ts";
import type { PeriodReport } from "../model/report.ts";
import type { Style } from "./style.ts";
import type { Line } from "./summary-line.ts";
import { namedKeys } from "./summary-line.ts";

/** Of a provisional period: a line for each part that is still to come, and for each range of bands that people can still end in. */
export function* outlookLines(plan: Plan, stage: Stage, period: PeriodReport, style: Style): Generator<Line> {
  const { missing = [], reach = [] } = period.outlook ?? {};
  for (const part of missing) yield { kind: "missing", id: part };
  const named = namedKeys(plan, period, style);
  const band = (at: number) => stage.bands[at] as Stage["bands"][number];
  for (const best of stage.bands.keys()) {
    for (const worst of stage.bands.keys()) {
      const keys = reach.filter((each) => each.best === best && each.worst === worst).map(({ key }) => key);
      if (keys.length === 0) continue;
      const title = [worst, best].map((at) => band(at).title[plan.language]).join(" – ");
      yield { kind: "reach", id: `${band(worst).id} ${band(best).id}`, title, count: keys.length, note: named(keys) };
    }
  }
}
