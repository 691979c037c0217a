import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Places } from "../rubric/1-read/places.ts";
import type { TestPart } from "../rubric/2-shape/rubric.ts";

/**
 * What is reported of cells of a made-up sheet (`heads`: the ids of its columns) is told at the place in the rubric that
 * gave them. A blank cell that must be filled is one that the test does not give.
 */
export function inRubric(test: TestPart, heads: readonly string[], places: Places, outer: Diagnostics): Diagnostics {
  const { given = {} } = test;
  return {
    report(code, parameters, place) {
      const column = heads[(place?.column ?? 0) - 1] ?? "";
      if (Object.hasOwn(given, column)) outer.report(code, parameters, places.value(given, column));
      else if (code === "D201") outer.report("R961", { column }, places.key(test, "given"));
      else outer.report(code, parameters, places.key(test, "given"));
    },
    list: outer.list,
    count: outer.count,
    get hasErrors() {
      return outer.hasErrors;
    },
    get hasWarnings() {
      return outer.hasWarnings;
    },
  };
}
