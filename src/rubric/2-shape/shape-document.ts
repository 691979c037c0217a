import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { reportingBy } from "../../diagnostics/diagnostic.ts";
import { equal } from "../../number/exact.ts";
import type { Document } from "../1-read/document.ts";
import type { Places } from "../1-read/places.ts";
import { createPlaces, spanOfNode } from "../1-read/places.ts";
import type { Report } from "../1-read/report.ts";
import { inFileOrder, watch } from "../1-read/report.ts";
import { withAllowedValues, withValues } from "./compose/parameters.ts";
import { contentOf, origins } from "./content.ts";
import { reportMistakes } from "./mistakes.ts";
import { withScales } from "./named-scales.ts";
import { checkNames } from "./names.ts";
import type { Rubric } from "./rubric.generated.ts";
import { readScalar } from "./scalar.ts";
import { validate } from "./validator.generated.js";
import { foundWords } from "./words.ts";

/** The rubric that a document writes, if it keeps to the JSON Schema of the language; undefined when an error was reported. */
export function shapeDocument(
  document: Document,
  diagnostics: Diagnostics,
): { readonly rubric: Rubric; readonly places: Places } | undefined {
  const places = createPlaces(origins, document);
  const watched = watch(
    reportingBy(diagnostics, (code, parameters, place, related = []) =>
      diagnostics.report(code, parameters, place, place ? places.withSite(place, related) : related),
    ),
  );
  if (!isThisVersion(document, watched.report)) return undefined;
  const rubric = inFileOrder(watched.report, (report) => {
    // What a file changes in another is filled in where it has become a part of the whole.
    const isAdopting = document.root.entries.has("extends");
    const sound = withAllowedValues(document.root, report);
    const root = isAdopting ? sound : withScales(withValues(sound, report), report);
    const { value, view } = contentOf(root, report);
    const fits = validate(view);
    if (!fits) reportMistakes(validate.errors ?? [], root, !isAdopting, report);
    checkNames(root, report);
    return fits ? (value as Rubric) : undefined;
  });
  if (!watched.silent) return undefined;
  if (!rubric) throw new Error("the shape of the rubric is wrong, and nothing says so");
  return { rubric, places };
}

/** A rubric of another version is told so and nothing else: its other parts follow rules that are unknown here. */
function isThisVersion({ root }: Document, report: Report): boolean {
  const schema = root.entries.get("schema");
  if (!schema) return true;
  const reading = schema.value.kind === "scalar" ? readScalar(schema.value) : undefined;
  if (reading?.kind === "number" && equal(reading.value, 1)) return true;
  report("S100", { found: foundWords(schema.value) }, spanOfNode(schema.value));
  return false;
}
