import type { Entry, MapNode } from "../1-read/document.ts";
import { reportNoSpace, reportSpecialSpace } from "../1-read/refuse.ts";
import type { Report } from "../1-read/report.ts";
import { readScalar } from "./scalar.ts";
import { inQuotes } from "./words.ts";

/**
 * Reports a key that nobody meant as one: the decimals of `89,5`, the rest of a text with a comma in it, a word with a
 * no-break space. Of such words in a row the first is told.
 *
 * @param mayBeList whether a list may stand where the text of a key does
 * @returns whether it was one
 */
export function reportSlip(
  map: MapNode,
  { key, keySpan, bare }: Entry,
  report: Report,
  mayBeList: (key: string) => boolean,
): boolean {
  if (reportSpecialSpace(keySpan, report)) return true;
  if (!bare) return false;
  const { source } = keySpan;
  // A map may hold entries of several files.
  const entries = [...map.entries.values()].filter((entry) => entry.keySpan.source === source);
  const at = entries.findIndex((entry) => entry.key === key);
  const first = entries.slice(0, at).findLast((entry) => !entry.bare);
  if (first?.value.kind !== "scalar" || first.value.style !== "plain") return reportNoSpace(keySpan, report);
  if (entries[at - 1] !== first) return true;
  const { span, text } = first.value;
  const rest = entries.slice(at);
  const next = rest.findIndex((entry) => !entry.bare);
  const last = rest[(next < 0 ? rest.length : next) - 1] as Entry;
  const written = source.text.slice(span.start, last.keySpan.end);
  const isDecimal = last.key === key && /^\d+%?$/.test(key) && readScalar(first.value).kind === "number";
  if (rest.slice(0, next < 0 ? rest.length : next).some((entry) => reportNoSpace(entry.keySpan, report))) return true;
  if (isDecimal) report("S114", { found: written, meant: `${text}.${key}` }, { ...span, end: keySpan.end });
  else {
    const list = mayBeList(first.key) ? `[${written}]` : undefined;
    report("S115", { key: first.key, text: inQuotes(written), list }, { ...span, end: last.keySpan.end });
  }
  return true;
}

/** Has a comma cut the value of an entry short? That is told of what stands behind it. */
export function isCut({ entries }: MapNode, { key, bare }: Entry): boolean {
  const all = [...entries.values()];
  return !bare && all[all.findIndex((entry) => entry.key === key) + 1]?.bare === true;
}
