import type { Check } from "./context.ts";
import { hasCell } from "./headers.ts";
import { nodesOf } from "./outline.ts";
import { didYouMean } from "./words.ts";

/** What a test in the rubric gives is a column, an item or `fill`. */
export const checkTests: Check = (context) => {
  const { rubric, places, diagnostics, columns } = context;
  const items = nodesOf(context)
    .filter(({ part }) => hasCell(part))
    .map(({ part }) => part.id);
  const known = [...columns.keys(), ...items, "fill", "period"];
  for (const { given } of rubric.tests ?? []) {
    for (const name of Object.keys(given ?? {})) {
      if (known.includes(name)) continue;
      diagnostics.report("R147", { name, suggestion: didYouMean(name, known) }, places.key(given as object, name));
    }
  }
};
