import { formatDecimal } from "../../number/decimal.ts";
import { compare } from "../../number/exact.ts";
import { phrase } from "../../text/phrase.ts";
import type { BandPart } from "../2-shape/rubric.generated.ts";
import type { StageView } from "../3-facts/stages.ts";
import { bandExpression, effectOf, stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { bandAt } from "./references.ts";

/** Bands cover every total exactly once, and whoever misses a `require` has somewhere to go. */
export const checkBands: Check = (context) => {
  for (const stage of stagesOf(context)) {
    const { bands } = stage.holder;
    for (const [index, band] of bands?.entries() ?? []) {
      checkBound(context, stage, index, band);
      checkOtherwise(context, stage, index, band);
    }
  }
};

function checkBound(
  { places, diagnostics }: Context,
  { bands, after }: StageView,
  index: number,
  band: BandPart,
): void {
  const { id, from } = band;
  const next = bands[index + 1];
  if (next === undefined) {
    for (const key of ["from", "require"] as const) {
      if (band[key] !== undefined) diagnostics.report("R204", { id, key }, places.key(band, key));
    }
    return;
  }
  if (from === undefined) {
    diagnostics.report("R205", { id }, places.value(band, "id"));
    return;
  }
  if (next.from !== undefined && compare(from, next.from) <= 0) {
    const message = phrase("`{id}` begins here", { id });
    const parameters = { id: next.id, from: formatDecimal(next.from), better: id, above: formatDecimal(from) };
    diagnostics.report("R203", parameters, places.value(next, "from"), [
      { place: places.value(band, "from"), message },
    ]);
  }
  if (after.high !== undefined && compare(from, after.high) > 0) {
    diagnostics.report(
      "R207",
      { id, from: formatDecimal(from), max: formatDecimal(after.high) },
      places.value(band, "from"),
    );
  }
}

function checkOtherwise(context: Context, stage: StageView, index: number, band: BandPart): void {
  const { places, diagnostics } = context;
  const { id, otherwise } = band;
  const worse = stage.bands.slice(index + 1).map((other) => other.id);
  const choices = ["next", ...worse, "incomplete"].map((word) => `\`${word}\``).join(", ");
  if (band.require !== undefined && otherwise === undefined && worse.length > 0) {
    diagnostics.report("R808", { id, choices }, places.key(band, "require"));
  }
  if (otherwise === undefined) return;
  if (band.require === undefined) diagnostics.report("R206", { id }, places.key(band, "otherwise"));
  if (otherwise === "next" || otherwise === "incomplete") return;
  const target = bandAt(context, stage, band, "otherwise");
  if (target !== undefined && target <= index) {
    diagnostics.report("R208", { name: otherwise, id, choices }, places.value(band, "otherwise"));
  }
}

/** The bands that rules name exist. */
export const checkEffects: Check = (context) => {
  for (const stage of stagesOf(context)) {
    for (const rule of stage.holder.rules ?? []) {
      const effect = effectOf(rule);
      if (effect !== undefined && bandExpression(rule, effect) === undefined) bandAt(context, stage, rule, effect);
    }
  }
};
