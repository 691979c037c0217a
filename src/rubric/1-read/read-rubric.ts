import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { phrase } from "../../text/phrase.ts";
import type { Source, Span } from "../../text/source.ts";
import { source as sourceOf } from "../../text/source.ts";
import type { Document, MapNode, Node } from "./document.ts";
import type { Seen } from "./entries.ts";
import { readByEntries } from "./entries.ts";
import { deepest, parseYaml } from "./parse.ts";
import { spanOfNode } from "./places.ts";
import { refuseExtras } from "./refuse.ts";
import type { Watched } from "./report.ts";
import { watchFile } from "./report.ts";
import { reportSyntaxErrors } from "./syntax-errors.ts";
import { treeOf } from "./tree.ts";

/** Characters in the largest rubric that is read, about 5 MB: real ones have a few thousand lines. */
const longest = 5_000_000;

/**
 * The tree of a rubric file: one YAML 1.2 document that is a map. Anchors, aliases, merge keys, tags and directives are
 * refused: they make positions and review unclear. Undefined when something was reported.
 *
 * @param seen entries that were read before: of a file that adopts another, what has the same lines is taken from there
 */
export function readRubric(source: Source, diagnostics: Diagnostics, seen?: Seen): Document | undefined {
  const watched = watchFile(diagnostics, source);
  const like = seen && source.text.length <= longest && /^extends:/m.test(source.text);
  const root = (like && readByEntries(source, seen, readAlone)) || readRoot(source, watched);
  return root && watched.silent ? { source, root } : undefined;
}

/** The same of a text in which nothing is to be told, and that stands a level deeper. */
function readAlone(text: string): Node | undefined {
  let silent = true;
  const report = () => {
    silent = false;
  };
  const root = readTree(sourceOf("", text), { report, silent: true }, deepest - 1);
  return silent ? root : undefined;
}

/** A single value that is written as in a rubric file; undefined when something was reported. */
export function readValue(source: Source, diagnostics: Diagnostics): Node | undefined {
  const watched = watchFile(diagnostics, source);
  const value = readTree(source, watched);
  return watched.silent ? value : undefined;
}

function readRoot(source: Source, watched: Watched<Span>): MapNode | undefined {
  const { report } = watched;
  const root = readTree(source, watched);
  if (root?.kind === "map") return root;
  if (root && watched.silent) {
    if (isNothing(root)) report("S011", {}, top);
    else report("S012", {}, spanOfNode(root));
  }
  return undefined;
}

const top = { start: 0, end: 0 };

function readTree(source: Source, watched: Watched<Span>, most = deepest): Node | undefined {
  const { report } = watched;
  if (source.text.length > longest) {
    const length = source.text.length;
    report("S013", { found: phrase("{length} characters", { length }), limit: longest }, top);
    return undefined;
  }
  // YAML ends a line at a lone carriage return, the parser does not. One character for one: all positions stay.
  const parsed = parseYaml(source.text.replace(/\r(?!\n)/g, "\n"), most);
  if (parsed.tooDeepAt !== undefined) {
    const at = { start: parsed.tooDeepAt, end: parsed.tooDeepAt + 1 };
    report("S013", { found: deeperHere, limit: deepest }, at);
    return undefined;
  }
  reportSyntaxErrors(parsed, source, report);
  // What a parser that has lost its way takes for a doubled key is none.
  const root = watched.silent ? treeOf(parsed.documents[0]?.contents, source, report) : undefined;
  refuseExtras(parsed.tokens, report);
  return root;
}

const deeperHere = phrase("maps and lists nested deeper here");

const isNothing = (root: Node): boolean =>
  root.kind === "scalar" && root.style === "plain" && /^(|~|null)$/i.test(root.text);
