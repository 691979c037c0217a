import { phrase } from "../../../text/phrase.ts";
import type { Entry, MapNode } from "../../1-read/document.ts";
import { spanOfNode } from "../../1-read/places.ts";
import type { Report } from "../../1-read/report.ts";
import { ownKeys, sectionsOfRoot } from "./address.ts";
import { checkVersion } from "./base-version.ts";
import { departuresOf } from "./departures.ts";
import { editsOf } from "./edits.ts";
import { refuseChangedReads } from "./fixed.ts";
import { setParameters, valuesIn } from "./parameters.ts";
import { rebuild } from "./rebuild.ts";
import { entriesOf, nameOf } from "./tree.ts";

/** What a file never takes over: it says of itself whether it is abstract, what it replaces, and why it differs. */
const notInherited: ReadonlySet<string> = new Set(["abstract", "replaces", "because"]);
const waysToDiffer: readonly string[] = ["change", "remove", "add"];
const ofAdopting: ReadonlySet<string> = new Set(["extends", "because", "set", ...waysToDiffer]);
/** What an adopting file may state and yet judge as its base does. */
const judgesNothing: ReadonlySet<string> = new Set([...ownKeys, "extends", "set", "basis", "tests", "allow"]);

/**
 * The rubric that an adopting file means: its base with what it sets, changes, adds and removes. Nothing depends on the order in
 * which that is written. All that does not fit is reported.
 * @param refuse reports what leaves a whole rubric, of which the rest can be judged
 */
export function adopt(base: MapNode, own: MapNode, report: Report, refuse: Report): MapNode {
  requireReason(base, own, refuse);
  const edits = editsOf(base, own, report, refuse);
  checkVersion(base, own, edits, refuse);
  const set = entriesOf(own.entries.get("set")?.value);
  const changed = rebuild(base, edits, valuesIn(base, set), report, refuse);
  refuseChangedReads(base, changed, refuse);
  const entries = new Map<string, Entry>();
  for (const entry of changed.entries.values()) if (!notInherited.has(entry.key)) entries.set(entry.key, entry);
  const sections = sectionsOfRoot(base);
  for (const entry of own.entries.values()) {
    const { key } = entry;
    const isOwn = ownKeys.has(key) || (!base.entries.has(key) && !sections.has(key));
    if (isOwn && !ofAdopting.has(key)) entries.set(key, entry);
  }
  const departures = departuresOf(base, changed, own);
  if (departures) entries.set(departures.key, departures);
  const root: MapNode = { kind: "map", span: own.span, entries };
  return setParameters(root, set, report, refuse);
}

/** Somebody must have allowed what is neither fixed nor a parameter to be different. An abstract base is there to be added to. */
function requireReason(base: MapNode, own: MapNode, refuse: Report): void {
  if (own.entries.has("because")) return;
  const isAbstract = base.entries.has("abstract");
  const sections = sectionsOfRoot(base);
  // Of the base's own values, to which nothing can be added, it is told that they are there already.
  const isAdded = (key: string): boolean => !judgesNothing.has(key) && (sections.has(key) || !base.entries.has(key));
  const added = [...own.entries.keys()].filter(isAdded);
  for (const key of isAbstract ? ["change", "remove"] : new Set([...waysToDiffer, ...added])) {
    const entry = own.entries.get(key);
    if (!entry) continue;
    const at = own.entries.get("extends");
    const other = at && { at: spanOfNode(at.value), message: phrase("the base") };
    refuse("R858", { key, base: nameOf(base) }, entry.keySpan, other);
    return;
  }
}
