import type { Rounded } from "../../model/derivation-scores.ts";
import type { Units } from "../../model/plan.ts";
import { equal } from "../../number/exact.ts";
import type { Rounding } from "../../number/rounding.ts";
import { round } from "../../number/rounding.ts";
import type { Scene } from "./scene.ts";

/** A declared rounding (all in units), as a step where it changed the value. */
export function roundedStep(
  { points }: Scene,
  before: Units,
  rounding: Rounding | undefined,
): { readonly value: Units; readonly step: { readonly rounded?: Rounded } } {
  const value = rounding ? round(before, rounding) : before;
  if (!rounding || equal(value, before)) return { value, step: {} };
  const inPoints = { ...rounding, to: points(rounding.to) };
  return { value, step: { rounded: { from: points(before), to: points(value), rounding: inPoints } } };
}
