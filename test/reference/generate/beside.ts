import type { PeriodWord, Rubric } from "../../../src/rubric/2-shape/rubric.generated.ts";
import type { Beside } from "../around.ts";
import type { PlainDecision } from "../decisions.ts";
import type { Outcome } from "../outcome.ts";
import type { PeriodOutcome } from "../reference.ts";
import type { Draw } from "./draw.ts";

/** Rows of the tables of a rubric: of some units, in some of the periods. */
export function tablesFor(
  draw: Draw,
  { bands }: Rubric,
  results: readonly PeriodOutcome[],
): NonNullable<Beside["tables"]> {
  const units = draw.one([["cb1"], ["cb2"], ["cb1", "cb2"]]);
  const diem = (): string => draw.one(["0", "2.5", "5", "8", "10"]);
  return {
    don_vi: units.map((dv) => ({ dv, muc: draw.one(bands).id, ty_le: draw.one(["", "0", "50.5", "100"]) })),
    doi: draw.list(1, 4, () => ({ cua: draw.one(["cb1", "cb2", "cb3"]), diem: draw.one(["", diem()]) })),
    ky: results
      .filter((_, at) => at === 0 || !draw.rarely(3))
      .flatMap(({ period }) => units.map((dv) => ({ khi: period, dv, diem: diem() }))),
  };
}

/** What the authority might decide about people whose results these would be: one thing about each in a period. */
export function decisionsFor(draw: Draw, rubric: Rubric, results: readonly PeriodOutcome[]): PlainDecision[] {
  const some = draw
    .list(0, 6, () => draw.one(results))
    .map(({ period, kind, outcomes }) => {
      const [key, outcome] = draw.one([...outcomes]);
      return { key, period, ...action(draw, rubric, kind, outcome) };
    });
  return some.filter(
    ({ key, period }, at) => some.findIndex((each) => each.key === key && each.period === period) === at,
  );
}

function action(
  draw: Draw,
  rubric: Rubric,
  kind: PeriodWord,
  outcome: Outcome,
): Pick<PlainDecision, "action" | "value"> {
  const stage = kind === rubric.period ? rubric : rubric.rollups?.find(({ period }) => period === kind);
  const { rules = [], awards = [] } = stage ?? {};
  const bands = stage?.bands ?? rubric.bands;
  // Nobody could say whether a quota is about somebody rated of whom nothing is known.
  const asks = stage?.quotas?.some(({ when, raise }) => when !== undefined || raise !== undefined) === true;
  if (asks && !outcome.columns.has("chi_bo")) return { action: "not_rated", value: "" };
  switch (draw.int(0, 5)) {
    case 0:
      if (rules.length > 0) return { action: "exempt", value: draw.one(rules).id };
      return { action: "not_rated", value: "" };
    case 1:
      if (awards.length > 0) return { action: draw.one(["award", "no_award"]), value: draw.one(awards).id };
      return { action: "rate", value: "" };
    case 2:
      return { action: "not_rated", value: "" };
    case 3:
      return { action: "rate", value: draw.one(["", "0", "0.5", "1"]) };
    default:
      return { action: "set_band", value: draw.one(bands).id };
  }
}
