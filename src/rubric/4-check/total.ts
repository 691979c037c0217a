import { formatDecimal } from "../../number/decimal.ts";
import { compare } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import type { Range } from "../3-facts/scale.ts";
import type { StageView } from "../3-facts/stages.ts";
import { stagesOf } from "../3-facts/stages.ts";
import type { Check } from "./context.ts";
import { sortName } from "./sort-keys.ts";

/** The total has a max; a total that can leave 0..max says whether it is cut, and a ranking which of the two it means. */
export const checkTotal: Check = (context) => {
  const { rubric, places, diagnostics } = context;
  const stages = stagesOf(context);
  const [rows] = stages as [StageView];
  const { max, clamp } = rubric.total;
  if (max === undefined) {
    diagnostics.report("R127", {}, places.key(rubric, "total"));
    return;
  }
  const leaves = clamp === undefined ? leaving(rows.before, rows) : undefined;
  if (leaves) diagnostics.report("R802", { leaves, max: formatDecimal(max) }, places.key(rubric, "total"));
  for (const stage of stages) {
    if (!stage.total.clamp || !passes(stage)) continue;
    const { ranking } = stage.holder;
    if (stage.rollup && !ranking) continue;
    const named = ranking?.by?.map(sortName) ?? [];
    if (named.includes("total") || named.includes("unclamped")) continue;
    const place = ranking?.by
      ? places.value(ranking, "by")
      : ranking
        ? places.key(stage.holder, "ranking")
        : places.key(rubric, "total");
    diagnostics.report("R803", {}, place);
  }
};

const passes = ({ before, total }: StageView): boolean =>
  total.max !== undefined && (before.high === undefined || compare(before.high, total.max) > 0);

function leaving({ low }: Range, stage: StageView): Bilingual | undefined {
  if (passes(stage)) return { en: "pass its max", vi: "vượt mức tối đa" };
  return low === undefined || compare(low, 0) < 0 ? { en: "go below 0", vi: "xuống dưới 0" } : undefined;
}
