import type { Bilingual } from "../../diagnostics/diagnostic.ts";
import type { Check } from "./context.ts";

/** Parts of the language that this version does not compute yet. A rubric that states one is refused, never half computed. */
const inOwnAreas: Bilingual = {
  en: "an expression (or a ratio of columns) in an area that is scored only in a rollup",
  vi: "biểu thức (hoặc tỷ lệ của hai cột) trong nhóm tiêu chí chỉ chấm ở kỳ tổng hợp",
};

export const checkBuilt: Check = ({ nodes, places, diagnostics }) => {
  for (const { part, rollup } of nodes) {
    if (!rollup) continue;
    for (const key of ["when", "value", "zero_if"] as const) {
      if (part[key] !== undefined) diagnostics.report("R901", { feature: inOwnAreas }, places.key(part, key));
    }
    if (part.ratio?.done !== undefined) {
      diagnostics.report("R901", { feature: inOwnAreas }, places.key(part.ratio, "done"));
    }
  }
};
