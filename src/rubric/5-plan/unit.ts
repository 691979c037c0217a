import type { Exact } from "../../number/exact.ts";
import { commonDenominator, divide } from "../../number/exact.ts";
import type { BandPart, NodePart, Rubric, TotalPart } from "../2-shape/rubric.generated.ts";
import { numbersOf } from "../3-facts/figures.ts";
import { rowsOf, scaleKind } from "../3-facts/scale.ts";

/** Units in one point: so many that everything that is counted, compared or rounded to is whole. */
export function unitsInPoint(rubric: Rubric, nodes: readonly NodePart[]): Exact {
  const stages = [rubric, ...(rubric.rollups ?? [])];
  return commonDenominator([
    ...nodes.flatMap((node) => grain(rubric, node)),
    ...stages.flatMap(({ total }) => (total ? totalGrain(total) : [])),
    ...stages.flatMap(({ bands }) => bandGrain(bands)),
    ...stated([rubric.ratings?.round?.to, rubric.ratings?.max_spread]),
  ]);
}

const stated = (values: readonly (Exact | "none" | undefined)[]): readonly Exact[] =>
  values.filter((value): value is Exact => value !== undefined && value !== "none");

/** The numbers that a node's points are multiples of. */
function grain(rubric: Rubric, part: NodePart): readonly Exact[] {
  const { count, step } = part;
  const places = scaleKind(part) === "points" && step === undefined ? [placeValue(rubric.decimals ?? 2)] : [];
  return stated([
    ...places,
    ...numbersOf(part.max),
    part.min,
    part.base,
    ...numbersOf(step),
    ...numbersOf(part.yes),
    part.round?.to,
    ...Object.values(part.levels ?? {}),
    ...(count ? [count.base, count.each, count.min, count.max] : []),
    ...numbersOf(part.ratio?.max),
    ...rowsOf(part).map(({ points }) => points),
  ]);
}

const totalGrain = ({ max, round }: TotalPart): readonly Exact[] => stated([max, round?.to]);
const bandGrain = (bands: readonly BandPart[] | undefined): readonly Exact[] =>
  stated((bands ?? []).map(({ from }) => from));

/** The value of the last of some decimal places: 2 → 0.01. */
function placeValue(places: Exact): Exact {
  let value: Exact = 1;
  for (let place = 0; place < (places as number); place++) value = divide(value, 10);
  return value;
}
