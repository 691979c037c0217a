import type { Block } from "../../document/block.ts";
import type { Histogram } from "../../document/chart.ts";
import { binsOf } from "../../document/charts/bins.ts";
import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import { toDouble } from "../../number/decimal.ts";
import { divide } from "../../number/exact.ts";
import { phrase } from "../../text/phrase.ts";
import { heads } from "../words.ts";

/** How the totals lie, with the bounds of the bands. */
export function distribution(plan: Plan, stage: Stage, { results }: PeriodReport): Block[] {
  const { language } = plan;
  const points = (units: Units): number => toDouble(divide(units, plan.scale));
  const totals = Array.from(results).flatMap(({ state, total }) =>
    state === "rated" && total !== undefined ? [points(total)] : [],
  );
  if (totals.length < 5) return [];
  const bounds = stage.bands.flatMap(({ from, title }) =>
    from === undefined ? [] : [{ at: points(from), label: title[language] }],
  );
  const form: Histogram = { kind: "histogram", bins: binsOf(totals), bounds, axis: heads.total[language] };
  const title = phrase("Distribution of the totals")[language];
  return [{ kind: "chart", title, description: title, form }];
}
