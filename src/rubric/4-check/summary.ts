import { suggest } from "../../text/suggest.ts";
import { combinesTotals } from "../3-facts/outline.ts";
import type { Check } from "./context.ts";
import { columnAt, declaration } from "./references.ts";

/** Summaries group by columns and add up numbers, all of which a subject has once in a period. */
export const checkSummary: Check = (context) => {
  const { rubric, places, diagnostics, columns, node } = context;
  const { by = [], sum = [] } = rubric.summary ?? {};
  for (const names of by) {
    for (const index of names.keys()) {
      const column = columnAt(context, names, index);
      if (!column || (column.part.of ?? "subject") === "subject") continue;
      diagnostics.report(
        "R710",
        { name: column.id, key: "by" },
        places.value(names, index),
        declaration(context, column),
      );
    }
  }
  const numbers = [...columns].filter(([, { part }]) => part.type === "number" && part.compare === undefined);
  for (const [index, name] of sum.entries()) {
    const column = columns.get(name);
    const own = node.get(name);
    const place = places.value(sum, index);
    if (column && numbers.some(([id]) => id === name)) {
      if ((column.part.of ?? "subject") === "subject") continue;
      diagnostics.report("R710", { name, key: "sum" }, place, declaration(context, column));
    } else if (!own || own.rollup) {
      const known = [...numbers.map(([id]) => id), ...[...node].flatMap(([id, { rollup }]) => (rollup ? [] : [id]))];
      diagnostics.report("R411", { name, suggestion: suggest(name, known) }, place);
    } else if (rubric.ratings && (own.part.count !== undefined || combinesTotals(context))) {
      diagnostics.report("R412", { name }, place);
    }
  }
};
