import type { CST } from "yaml";
import type { Span, Stretch } from "../../text/source.ts";
import type { Report } from "./report.ts";

/** Reports what YAML has and a rubric has not: anchors, aliases, tags, directives and further documents. */
export function refuseExtras(tokens: readonly CST.Token[], report: Report<Span>): void {
  const documents = tokens.filter((token) => token.type === "document");
  for (const document of documents.slice(1)) {
    const marker = document.start.find((token) => token.type === "doc-start");
    const start = marker?.offset ?? document.value?.offset ?? document.offset;
    report("S008", {}, { start, end: start + (marker?.source.length ?? 1) });
  }
  for (const token of tokens) {
    for (const part of partsOf(token)) {
      if (!("source" in part)) continue;
      const at = { start: part.offset, end: part.offset + part.source.trimEnd().length };
      if (part.type === "anchor" || part.type === "alias") report("S004", { found: part.source }, at);
      else if (part.type === "tag") report("S006", { found: part.source }, at);
      else if (part.type === "directive") report("S007", { found: part.source.trimEnd() }, at);
    }
  }
}

/** A token and all that it is made of. The nesting is known to be shallow. */
export function partsOf(token: CST.Token): readonly CST.Token[] {
  const parts: CST.Token[] = [];
  addParts(token, parts);
  return parts;
}

/** A list that is filled, as generators within generators take several times as long, at every start of the program. */
function addParts(token: CST.Token, parts: CST.Token[]): void {
  parts.push(token);
  if ("props" in token) for (const part of token.props) addParts(part, parts);
  if ("start" in token) add(Array.isArray(token.start) ? token.start : [token.start], parts);
  if ("value" in token && token.value) addParts(token.value, parts);
  if ("items" in token) {
    for (const item of token.items) {
      add(item.start, parts);
      if (item.key) addParts(item.key, parts);
      add(item.sep ?? [], parts);
      if (item.value) addParts(item.value, parts);
    }
  }
  if ("end" in token) add(token.end ?? [], parts);
}

/** One by one: a file may have more comments in a row than a call has room for arguments. */
function add(tokens: readonly CST.SourceToken[], parts: CST.Token[]): void {
  for (const token of tokens) parts.push(token);
}

/** White space that YAML takes for a letter: text from word processors and web pages has it. */
const specialSpace = /[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/;

/** Reports the first such space in a stretch of the file, and says whether there was one. */
export function reportSpecialSpace({ source, start, end }: Stretch, report: Report): boolean {
  const at = start + source.text.slice(start, end).search(specialSpace);
  if (at < start) return false;
  const code = source.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  report("S116", { character: `U+${code}` }, { source, start: at, end: at + 1 });
  return true;
}

/** Reports a key or a dash that lacks the space behind it, at the beginning of a stretch, and says whether it was so. */
export function reportNoSpace({ source, start, end }: Stretch, report: Report): boolean {
  const found = /^( *(?:- +)?)(?:([A-Za-z_]\w*)(:(?=\S)|：)|(-)(?=[^\s-]))/.exec(source.text.slice(start, end));
  if (!found) return false;
  const [whole, indent = "", key, colon = "", dash = colon] = found;
  const at = { source, start: start + indent.length, end: start + whole.length };
  report("S014", { sign: dash, meant: key === undefined ? "- …" : `${key}: …` }, at);
  return true;
}
