import type { CellsPart } from "../2-shape/rubric.ts";
import { nodesOf } from "../3-facts/outline.ts";
import type { Check } from "./context.ts";
import { hasCell } from "./headers.ts";
import { didYouMean, quoted } from "./words.ts";

/** What a test in the rubric gives is a column, an item or `fill`; in a wide sheet a source says items or `fill`. */
export const checkTests: Check = (context) => {
  const { rubric, places, diagnostics, columns } = context;
  const items = nodesOf(context)
    .filter(({ part }) => hasCell(part))
    .map(({ part }) => part.id);
  const sources = Object.keys(rubric.ratings?.sources ?? {});
  const further = sources.length > 0 ? ["sources"] : [];
  for (const { given = {} } of rubric.tests ?? []) {
    judge(given, [...columns.keys(), ...items, "fill", "period", ...further], "R147");
    const said = sources.length > 0 ? (given.sources ?? {}) : {};
    for (const [name, cells] of Object.entries(said)) {
      if (sources.includes(name)) judge(cells, [...items, "fill"], "R955");
      else {
        const parameters = { name, known: quoted(sources), suggestion: didYouMean(name, sources) };
        diagnostics.report("R954", parameters, places.key(said, name));
      }
    }
  }

  function judge(part: CellsPart, known: readonly string[], code: "R147" | "R955"): void {
    for (const name of Object.keys(part)) {
      if (known.includes(name)) continue;
      diagnostics.report(code, { name, suggestion: didYouMean(name, known) }, places.key(part, name));
    }
  }
};
