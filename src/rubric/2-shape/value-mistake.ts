import { fold } from "../../text/fold.ts";
import type { Span } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import type { ScalarNode } from "../1-read/document.ts";
import type { Report } from "../1-read/report.ts";
import type { Expectation } from "./expectation.ts";
import { expectedWords } from "./expectation.ts";
import { readScalar } from "./scalar.ts";
import { foundWords } from "./words.ts";

/** Reports a text, number or empty value where the schema wants something else. */
export function reportValue(node: ScalarNode, key: string, wanted: Expectation, at: Span, report: Report): void {
  const reading = readScalar(node);
  const found = foundWords(node);
  const expected = expectedWords(wanted);
  const { kinds, choices } = wanted;
  if (reading.kind === "nothing" || node.text === "") report("S111", { key, expected }, at);
  else if (choices.length > 0) {
    report("S104", { key, found, expected, suggestion: suggest(node.text, choices) }, at);
  } else if (kinds.has("id")) {
    report("S105", { found: node.text, example: exampleId(node.text) }, at);
  } else if (kinds.has("percentage")) report("S109", { key, found, expected }, at);
  else if (kinds.has("date")) report("S110", { key, found }, at);
  else if ((kinds.has("number") || kinds.has("whole number")) && !kinds.has("text")) {
    report("S106", { key, found, expected }, at);
  } else if (kinds.has("text") && reading.kind !== "text") {
    report("S108", { key, found, text: node.text }, at);
  } else report("S103", { key, found, expected }, at);
}

/** An id that resembles a text: `Chi bộ 1` → `chi_bo_1`. */
export function exampleId(text: string): string {
  const words = text
    .slice(0, 40)
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold)
    .filter(Boolean);
  const id = words.join("_").replace(/[^a-z0-9_]/g, "");
  return /^[a-z]/.test(id) ? id : `a_${id}`.replace(/_$/, "");
}
