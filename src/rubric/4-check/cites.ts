import type { Check } from "./context.ts";
import { didYouMean } from "./words.ts";

/** `cite` names one of the rubric's `basis`. */
export const checkCites: Check = ({ rubric, places, diagnostics, nodes }) => {
  const bases = new Set((rubric.basis ?? []).map(({ id }) => id));
  const parts = [rubric, ...(rubric.rollups ?? [])].flatMap(({ bands, rules, quotas, awards, alerts }) => [
    ...(bands ?? []),
    ...(rules ?? []),
    ...(quotas ?? []),
    ...(awards ?? []),
    ...(alerts ?? []),
  ]);
  for (const part of [...nodes.map((node) => node.part), ...parts]) {
    if (part.cite === undefined || bases.has(part.cite)) continue;
    diagnostics.report(
      "R110",
      { name: part.cite, suggestion: didYouMean(part.cite, bases) },
      places.value(part, "cite"),
    );
  }
};
