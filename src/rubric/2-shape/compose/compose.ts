import type { Diagnostics } from "../../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../../diagnostics/diagnostic.ts";
import type { Library, RubricGiven, Setting } from "../../../model/library.ts";
import { noLibrary } from "../../../model/library.ts";
import { phrase } from "../../../text/phrase.ts";
import type { Source, Stretch } from "../../../text/source.ts";
import type { Document, Entry, MapNode, Sites } from "../../1-read/document.ts";
import type { Seen } from "../../1-read/entries.ts";
import { siteOf, spanOfNode } from "../../1-read/places.ts";
import { readRubric, readValue } from "../../1-read/read-rubric.ts";
import type { Report } from "../../1-read/report.ts";
import { watch } from "../../1-read/report.ts";
import { shapeDocument } from "../shape-document.ts";
import { adopt } from "./adopt.ts";
import { namedEdits } from "./edits.ts";
import { setParameters } from "./parameters.ts";
import { withOwnDepartures } from "./paths.ts";
import type { Open } from "./use.ts";
import { withUsed } from "./use.ts";

/** The most files that may take from each other in a row: more than that nobody can follow. */
const mostLevels = 5;

/** A rubric with all that it takes from other files, and how many of them take from each other in a row. */
interface Composed extends Document {
  readonly levels: number;
  readonly sites: Sites;
}

/** `base`: what the rubric would be without its differences. Where its base is abstract, that is the base with what is added to it. */
export type Wanted = "whole" | "base";

/**
 * The rubric that a file means, as one tree whose parts know the file in which they stand: what it extends and uses is in its
 * place, parameters are not filled in yet. Undefined when an error was reported, and where the base of one is wanted that has none; what is
 * refused of a change is an error too, but leaves a rubric of which the rest can be judged.
 */
export function composeRubric(
  source: Source,
  { library = noLibrary, set = [] }: RubricGiven,
  diagnostics: Diagnostics,
  wanted: Wanted = "whole",
  seen?: Seen,
): Document | undefined {
  const composed = compose(source, library, diagnostics, [], wanted, seen);
  const values = set.flatMap((setting) => entryOf(setting, diagnostics) ?? []);
  if (!composed || values.length < set.length) return undefined;
  const watched = watch(diagnostics);
  const root = setParameters(composed.root, values, watched.report, watch(diagnostics).report);
  return watched.silent ? { ...composed, root: withOwnDepartures(root, source.name) } : undefined;
}

/** A setting as if it stood in the file; the name has no place there. */
function entryOf({ name, value: source }: Setting, diagnostics: Diagnostics): Entry | undefined {
  const value = readValue(source, diagnostics);
  return value && { key: name, keySpan: { source, start: 0, end: source.text.length }, value };
}

/** @param chain the files that lead here, which this one may not name again */
function compose(
  source: Source,
  library: Library,
  diagnostics: Diagnostics,
  chain: readonly Source[],
  wanted: Wanted = "whole",
  seen?: Seen,
): Composed | undefined {
  const document = readRubric(source, diagnostics, seen);
  if (!document) return undefined;
  const extended = document.root.entries.get("extends");
  if (extended && !shapeDocument(frameOf(document), diagnostics)) return undefined;
  const watched = watch(diagnostics);
  const { report } = watched;
  const sites = new Map<Source, Stretch>();
  let [levels, failed] = [1, false];
  const open: Open = (path, at) => {
    const base = openBase(path, at, library, diagnostics, [...chain, source], report);
    levels = Math.max(levels, 1 + (base?.levels ?? 0));
    failed ||= !base;
    for (const file of base ? [base.source, ...base.sites.keys()] : []) if (!sites.has(file)) sites.set(file, at);
    return base?.root;
  };
  const base = extended && baseOf(extended.value as MapNode, open);
  const own = withUsed(document.root, base, open, report);
  const root = rootOf(base, own, wanted, report, watch(diagnostics).report);
  return failed || !root || !watched.silent ? undefined : { source, root, levels, sites, edits: namedEdits(own) };
}

function rootOf(
  base: MapNode | undefined,
  own: MapNode,
  wanted: Wanted,
  ...reports: readonly [report: Report, refuse: Report]
): MapNode | undefined {
  if (wanted === "whole") return base ? adopt(base, own, ...reports) : own;
  return base?.entries.has("abstract") ? adopt(base, without(own, differences), ...reports) : base;
}

/** Under its own title a base is not recognised. */
const differences: ReadonlySet<string> = new Set(["title", "set", "change", "remove"]);

const without = (node: MapNode, keys: ReadonlySet<string>): MapNode => ({
  ...node,
  entries: new Map([...node.entries].filter(([key]) => !keys.has(key))),
});

/** Keys that say of a file that it adopts another; the rest is judged where it has become a part of the whole. */
const frame: ReadonlySet<string> = new Set([
  "schema",
  "id",
  "version",
  "because",
  "extends",
  "set",
  "change",
  "add",
  "remove",
]);

const frameOf = ({ source, root }: Document): Document => ({
  source,
  root: { ...root, entries: new Map([...root.entries].filter(([key]) => frame.has(key))) },
});

function baseOf({ entries }: MapNode, open: Open): MapNode | undefined {
  const path = entries.get("rubric")?.value;
  if (path?.kind !== "scalar") throw new Error("the shape of `extends` has been checked");
  return open(path.text, spanOfNode(path));
}

/** The rubric in another file; undefined, with a report, where there is none or it is not sound. */
function openBase(
  path: string,
  at: Stretch,
  library: Library,
  diagnostics: Diagnostics,
  chain: readonly Source[],
  report: Report,
): Composed | undefined {
  if (/^\w+:\/\//.test(path)) {
    report("R864", { file: path, suggestion: undefined, advice: fromNetwork }, at);
    return undefined;
  }
  const found = library.find(path, at.source);
  switch (found.kind) {
    case "absent":
      report("R864", { file: found.name, suggestion: found.suggestion, advice: fromFolder }, at);
      return undefined;
    case "outside":
      report("R865", { file: path, root: found.root, target: found.target, inside: found.inside }, at);
      return undefined;
    case "unreadable":
      report("R866", { file: found.name, reason: found.reason }, at);
      return undefined;
    case "file": {
      const from = chain.indexOf(found.source);
      if (from >= 0) {
        const names = [...chain.slice(from), found.source].map(({ name }) => name);
        report("R867", { path: names.join(" → ") }, at);
        return undefined;
      }
      const base = chain.length < mostLevels ? soundBase(found.source, at, library, diagnostics, chain) : "deep";
      if (base !== "deep" && chain.length + (base?.levels ?? 0) <= mostLevels) return base;
      report("R868", { most: mostLevels }, at);
      return undefined;
    }
  }
}

const fromFolder = phrase("the path is seen from the folder of this file");
const fromNetwork = phrase("nothing is read from the network: save the file beside this one and name it here");

/** Bases that are sound, with what was told of them: many may adopt one in a run. */
const sound = new WeakMap<Source, { readonly base: Composed; readonly told: Diagnostics }>();

function soundBase(
  source: Source,
  at: Stretch,
  library: Library,
  diagnostics: Diagnostics,
  chain: readonly Source[],
): Composed | undefined {
  const known = sound.get(source);
  const told = known?.told ?? createDiagnostics();
  const base = known?.base ?? compose(source, library, told, chain);
  const isSound =
    known !== undefined || (base !== undefined && shapeDocument(base, told) !== undefined && !told.hasErrors);
  const site = siteOf(source.name, at);
  for (const { code, parameters, place, related } of told.list) {
    diagnostics.report(code, parameters as never, place, isSound ? related : [...related, site]);
  }
  if (!base || !isSound) return undefined;
  sound.set(source, { base, told });
  return base;
}
