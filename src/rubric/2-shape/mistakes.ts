import type { ErrorObject } from "ajv";
import { phrase } from "../../text/phrase.ts";
import type { Stretch } from "../../text/source.ts";
import type { Entry, MapNode, Node } from "../1-read/document.ts";
import { spanOfNode } from "../1-read/places.ts";
import { reportSpecialSpace } from "../1-read/refuse.ts";
import type { Report } from "../1-read/report.ts";
import { reportMap, wordsFor } from "./map-mistakes.ts";
import { readScalar } from "./scalar.ts";
import { isCut, reportSlip } from "./slips.ts";
import type { ValueSchema } from "./value-mistakes.ts";
import { expectationOf, expectedWords, reportValue } from "./value-mistakes.ts";
import { foundWords } from "./words.ts";

/** What is told of a file at most: one with more mistakes is no rubric, and its keys are not worth a suggestion each. */
const mostMistakes = 2000;

/** The keywords by which a map or a list is wrong in itself, though it is one. */
const about: Readonly<Record<"map" | "list", readonly string[]>> = {
  map: ["additionalProperties", "required", "dependencies", "oneOf", "minProperties"],
  list: ["minItems"],
};
const aboutValues = new Set(["type", "enum", "pattern", "minLength"]);

/**
 * Reports what the JSON Schema validator found, one diagnostic per mistake at its exact place.
 * @param parametersAreTold whether names of parameters that are still there have been reported
 */
export function reportMistakes(
  errors: readonly ErrorObject[],
  root: MapNode,
  parametersAreTold: boolean,
  report: Report,
): void {
  const byPath = new Map<string, ErrorObject[]>();
  /** Paths of the maps and lists around something mistaken. */
  const around = new Set<string>();
  for (const error of errors.filter(isOwn).slice(0, mostMistakes)) {
    const path = error.instancePath;
    const known = byPath.get(path);
    if (known) known.push(error);
    else byPath.set(path, [error]);
    for (let at = path.lastIndexOf("/"); at >= 0; at = path.lastIndexOf("/", at - 1)) {
      around.add(path.slice(0, at));
      if (at === 0) break;
    }
  }
  const spots = [...byPath].map(([path, found]) => ({ path, found, spot: spotAt(root, path) }));
  const outdented = new Set(spots.flatMap(({ spot, found }) => [...outdentedFrom(spot, found)]));
  for (const { path, found, spot } of spots) {
    if (isTold(spot.node, parametersAreTold)) continue;
    const { node } = spot;
    const entryOf = ({ params }: ErrorObject): Entry | undefined =>
      node.kind === "map" ? node.entries.get(params.additionalProperty as string) : undefined;
    const own = found.filter((error) => !outdented.has(entryOf(error)));
    if (own.length > 0) reportSpot(spot, own, around.has(path), report);
  }
}

/** The entries that belong to an empty one right above them, as what it lacks has such keys: told with that. */
function* outdentedFrom({ node, within }: Spot, errors: readonly ErrorObject[]): Generator<Entry | undefined> {
  if (!within || node.kind !== "scalar" || readScalar(node).kind !== "nothing") return;
  const known = new Set(
    errors.flatMap(({ parentSchema }) => Object.keys((parentSchema as ValueSchema).properties ?? {})),
  );
  const entries = [...within.map.entries.values()];
  for (const entry of entries.slice(entries.indexOf(within.entry) + 1)) {
    if (!known.has(entry.key)) return;
    yield entry;
  }
}

/** Conditions and choices say only that something in them failed; the tries of a choice between keys are no mistakes. */
const isOwn = ({ keyword, schemaPath }: ErrorObject): boolean =>
  keyword !== "if" && keyword !== "anyOf" && !/\/oneOf\/\d+\//.test(schemaPath);

/** What cannot be read is told wherever it stands. */
function isTold(node: Node, parametersAreTold: boolean): boolean {
  const kind = node.kind === "scalar" ? readScalar(node).kind : undefined;
  return kind === "unclear" || (kind === "parameter" && parametersAreTold);
}

function reportSpot(spot: Spot, errors: readonly ErrorObject[], deeper: boolean, report: Report): void {
  const { node, name, keySpan } = spot;
  const whole = spanOfNode(node);
  const wanted = expectationOf(
    errors.filter(({ keyword }) => aboutValues.has(keyword)).map((error) => error.parentSchema as ValueSchema),
  );
  const limit = errors.find(({ keyword }) => keyword === "minimum" || keyword === "exclusiveMinimum");
  const refused = errors.find(({ keyword }) => keyword === "not");
  if (refused) {
    report(
      "S126",
      { key: name, reason: wordsFor((refused.parentSchema as ValueSchema).title ?? "") },
      keySpan ?? whole,
    );
  } else if (node.kind === "scalar") {
    const { kind } = readScalar(node);
    const { within } = spot;
    // The words of a map such as `labels` are all of one kind.
    const mayBeList = wanted.kinds.has("text") && wanted.kinds.has("list");
    if (within && (isCut(within.map, within.entry) || reportSlip(within.map, within.entry, report, () => mayBeList)))
      return;
    // The span ends before white space, of which YAML has taken some for letters.
    const written = { ...whole, end: whole.start + node.text.length };
    if (node.style === "plain" && reportSpecialSpace(written, report)) return;
    const at = kind === "nothing" && keySpan ? keySpan : whole;
    // Only a number meets a limit: what else could stand there is not meant.
    if (limit) report("S113", { key: name, found: foundWords(node), limit: limits[limit.keyword] ?? "" }, whole);
    else if (wanted.kinds.size + wanted.choices.length > 0)
      reportValue(node, name, within === undefined, wanted, at, report);
  } else if (deeper || errors.some(({ keyword }) => about[node.kind].includes(keyword))) {
    // Of the alternatives to a map or list, which failed too, there is nothing to say.
    reportMap(node, name, errors, whole, report);
  } else {
    const advice =
      node.kind === "map"
        ? wanted.kinds.has("list") &&
          (wanted.isOfWords
            ? phrase("a list of single values stands in brackets: {text}", { text: keysOf(node) })
            : asList)
        : wanted.kinds.has("map") && !wanted.kinds.has("text")
          ? asMap
          : asOne;
    const found = foundWords(node);
    report("S103", { key: name, found, expected: expectedWords(wanted), ...(advice && { advice }) }, whole);
  }
}

const keysOf = ({ entries }: MapNode): string => `[${[...entries.keys()].join(", ")}]`;
const asList = phrase("each entry of a list begins with a dash: `- id: …`");
const asMap = phrase("its entries have no dash and no square brackets: `name: …`");

const asOne = phrase("one value stands here, no list: without square brackets around it or a dash before it");

const limits: Readonly<Record<string, { en: string; vi: string }>> = {
  minimum: phrase("from 0"),
  exclusiveMinimum: phrase("above 0"),
};

/** A part of the document that a message is about. */
interface Spot {
  readonly node: Node;
  /** The key under which it stands; of an entry of a list, the key of the list. */
  readonly name: string;
  /** Where that key stands, unless it is the whole rubric or an entry of a list. */
  readonly keySpan?: Stretch;
  /** The entry of a map that it is the value of. */
  readonly within?: { readonly map: MapNode; readonly entry: Entry };
}

/** The part to which a JSON pointer such as `/areas/0/max` leads. */
function spotAt(root: MapNode, pointer: string): Spot {
  let spot: Spot = { node: root, name: "" };
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const holder: Node = spot.node;
    const entry = holder.kind === "map" ? holder.entries.get(key) : undefined;
    const item = holder.kind === "list" ? holder.items[Number.parseInt(key, 10)] : undefined;
    if (entry && holder.kind === "map") {
      spot = { node: entry.value, name: entry.key, keySpan: entry.keySpan, within: { map: holder, entry } };
    } else if (item) spot = { node: item, name: spot.name };
    else throw new Error(`the rubric has no part ${pointer}`);
  }
  return spot;
}
