import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { readRubric } from "../../../src/rubric/1-read/read-rubric.ts";
import { shapeDocument } from "../../../src/rubric/2-shape/shape-document.ts";
import { source } from "../../../src/text/source.ts";

/** What reading a text gives: its tree, and each diagnostic as `line:column-line:column CODE`. */
export function read(text: string) {
  const diagnostics = createDiagnostics();
  const document = readRubric(source("rubric.yaml", text), diagnostics);
  return { document, found: diagnostics.list.map(inShort), list: diagnostics.list, diagnostics };
}

/** {@link read}, and the shape of what was read. */
export function shape(text: string) {
  const diagnostics = createDiagnostics();
  const document = readRubric(source("rubric.yaml", text), diagnostics);
  const shaped = document && shapeDocument(document, diagnostics);
  return { shaped, found: diagnostics.list.map(inShort), list: diagnostics.list };
}

function inShort({ code, place }: Diagnostic): string {
  return place ? `${place.line}:${place.column}-${place.endLine}:${place.endColumn} ${code}` : code;
}

/** The characters that a place covers. */
export function textAt(
  text: string,
  place: { line: number; column: number; endLine: number; endColumn: number },
): string {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).join("").length + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
  return text.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn));
}
