import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { reportingBy } from "../diagnostics/diagnostic.ts";
import type { Places } from "../rubric/1-read/places.ts";
import type { TestPart } from "../rubric/2-shape/rubric.generated.ts";
import type { MadeUpSheet } from "./made-up-sheet.ts";

/**
 * What is reported of cells of made-up sheets is told at the place in the rubric that gave them, and once, however many
 * sources say the same. A blank cell that must be filled is one that the test does not give.
 */
export function inRubric(
  test: TestPart,
  sheets: readonly MadeUpSheet[],
  places: Places,
  outer: Diagnostics,
): Diagnostics {
  const told = new Set<string>();
  return reportingBy(outer, (code, parameters, place, related) => {
    const sheet = sheets.find(({ name }) => name === place?.file);
    if (place && !sheet) return outer.report(code, parameters, place, related);
    const [column = "", cell] = [...(sheet?.cells ?? [])][(place?.column ?? 0) - 1] ?? [];
    const said = sheet?.saying.cells.get(column);
    const at = said ? places.value(said.in, column) : places.key(test, "given");
    const all = JSON.stringify([code, parameters, column, at]);
    if (told.has(all)) return;
    told.add(all);
    if (!said && cell === "") outer.report("R961", { column }, at);
    else outer.report(code, parameters, at);
  });
}
