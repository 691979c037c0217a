import { parseDecimal } from "../../../number/decimal.ts";
import type { Exact } from "../../../number/exact.ts";
import { compare, divide } from "../../../number/exact.ts";
import type { Bilingual } from "../../../text/bilingual.ts";
import { phrase } from "../../../text/phrase.ts";
import { suggest } from "../../../text/suggest.ts";
import type { Entry, MapNode, Node } from "../../1-read/document.ts";
import { spanOfNode } from "../../1-read/places.ts";
import type { Report } from "../../1-read/report.ts";
import { once } from "../once.ts";
import { readScalar } from "../scalar.ts";
import { either } from "../words.ts";
import { brief, isSame } from "./same.ts";
import { again, entriesOf, inList, inMap, itemsOf } from "./tree.ts";

/**
 * The rubric with other values of its parameters. Reports those that do not exist, and refuses those that are fixed or may not have
 * the value.
 */
export function setParameters(root: MapNode, values: readonly Entry[], report: Report, refuse: Report): MapNode {
  const section = root.entries.get("parameters");
  const parameters = new Map(entriesOf(section?.value).map((entry) => [entry.key, entry]));
  for (const { key, keySpan, value } of values) {
    const entry = parameters.get(key);
    if (entry?.value.kind !== "map") {
      report("R859", unknown(key, parameters), keySpan);
      continue;
    }
    const { entries } = entry.value;
    const fixed = entries.get("fixed")?.value;
    if (fixed?.kind === "scalar" && fixed.text === "true") {
      refuse("R856", { address: key, document: undefined }, keySpan, { at: spanOfNode(fixed), message: fixedHere });
      continue;
    }
    const set = new Map(entries).set("value", { key: "value", keySpan, value });
    const parameter = again(entry.value, { ...entry.value, entries: set });
    parameters.set(key, { ...entry, value: withAllowedValue(key, parameter, refuse) });
  }
  if (values.length === 0 || !section) return root;
  const value: Node = again(section.value, { ...(section.value as MapNode), entries: parameters });
  return { ...root, entries: new Map(root.entries).set("parameters", { ...section, value }) };
}

const unknown = (name: string, parameters: ReadonlyMap<string, unknown>) => {
  const known = [...parameters.keys()];
  return { name, suggestion: suggest(name, known), known: known.length > 0 ? known : undefined, sign: undefined };
};

const fixedHere = phrase("it is fixed here");

/**
 * Reports parameters whose value is not among those that are allowed, or out of bounds; one that may stand there takes its place,
 * so that nothing further is said of where it stands.
 */
export function withAllowedValues(root: MapNode, report: Report): MapNode {
  return inMap(root, ({ key, value: parameters }) =>
    key === "parameters" && parameters.kind === "map"
      ? inMap(parameters, ({ key: name, value }) => withAllowedValue(name, value, report))
      : parameters,
  );
}

function withAllowedValue(name: string, parameter: Node, report: Report): Node {
  const value = parameter.kind === "map" ? parameter.entries.get("value")?.value : undefined;
  if (parameter.kind !== "map" || !value) return parameter;
  const broken = brokenLimit(parameter, value);
  if (!broken) return parameter;
  const { expected, because } = broken;
  report("R860", { name, found: brief(value), expected }, spanOfNode(value), {
    at: spanOfNode(because),
    message: limit,
  });
  return inMap(parameter, (entry) => (entry.key === "value" ? (itemsOf(because)[0] ?? because) : entry.value));
}

/** What a parameter says of its values that this one does not keep. */
function brokenLimit(
  { entries }: MapNode,
  value: Node,
): { readonly expected: Bilingual; readonly because: Node } | undefined {
  const allowed = entries.get("allowed")?.value;
  const choices = itemsOf(allowed);
  if (allowed && choices.length > 0 && !choices.some((choice) => isSameValue(choice, value))) {
    const words = choices.map((choice) => ({ en: `\`${brief(choice)}\``, vi: `\`${brief(choice)}\`` }));
    return { expected: either(words), because: allowed };
  }
  const found = numberOf(value);
  const [min, max] = [entries.get("min")?.value, entries.get("max")?.value];
  const isOutside = (bound: Node | undefined, side: 1 | -1): boolean => {
    const limit = bound && numberOf(bound);
    return limit !== undefined && (found === undefined || compare(found, limit) * side > 0);
  };
  const because = isOutside(min, -1) ? min : isOutside(max, 1) ? max : undefined;
  return because && { expected: between(min && brief(min), max && brief(max)), because };
}

const limit = phrase("it is limited here");
const between = (low: string | undefined, high: string | undefined): Bilingual =>
  low === undefined
    ? phrase("a number[ up to {high}]", { high })
    : phrase("a number from {low}[ to {high}]", { low, high });

const isSameValue = (a: Node, b: Node): boolean => {
  const [one, other] = [numberOf(a), numberOf(b)];
  return one !== undefined && other !== undefined ? compare(one, other) === 0 : isSame(a, b);
};

/** A number or a percentage. */
function numberOf(node: Node): Exact | undefined {
  if (node.kind !== "scalar" || node.style !== "plain") return undefined;
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(node.text)?.[1];
  if (percent !== undefined) return divide(parseDecimal(percent) as Exact, 100);
  const reading = readScalar(node);
  return reading.kind === "number" ? reading.value : undefined;
}

/** The value that stands for `$name`, of some that are set or else of the rubric; any other part itself. */
export function valuesIn(root: MapNode, set: readonly Entry[]): (part: Node) => Node {
  const stated = root.entries.get("parameters")?.value;
  return (part) => {
    if (part.kind !== "scalar" || readScalar(part).kind !== "parameter") return part;
    const name = part.text.slice(1);
    const parameter = stated?.kind === "map" ? stated.entries.get(name)?.value : undefined;
    const own = parameter?.kind === "map" ? parameter.entries.get("value")?.value : undefined;
    return set.find(({ key }) => key === name)?.value ?? own ?? part;
  };
}

/** Whether a parameter stands anywhere in a part. */
const hasParameter = once((node: Node): boolean => {
  switch (node.kind) {
    case "scalar":
      return readScalar(node).kind === "parameter";
    case "list":
      return node.items.some(hasParameter);
    case "map":
      return entriesOf(node).some(({ value }) => hasParameter(value));
  }
});

/** The rubric with the value of its parameter wherever `$name` stands; parts without one stay the same. */
export function withValues(root: MapNode, report: Report): MapNode {
  const parameters = new Map<string, Node | undefined>();
  for (const { key, value } of entriesOf(root.entries.get("parameters")?.value)) {
    parameters.set(key, value.kind === "map" ? value.entries.get("value")?.value : undefined);
  }
  return inMap(root, (entry) => (entry.key === "parameters" ? toldIn(entry.value) : filled(entry.value)));

  function filled(node: Node): Node {
    if (!hasParameter(node)) return node;
    switch (node.kind) {
      case "scalar": {
        const name = node.text.slice(1);
        if (!parameters.has(name)) report("R859", { ...unknown(name, parameters), sign: "$" }, spanOfNode(node));
        return parameters.get(name) ?? node;
      }
      case "list":
        return inList(node, filled);
      case "map":
        return inMap(node, ({ value }) => filled(value));
    }
  }

  /** A parameter's own value is written out. */
  function toldIn(node: Node): Node {
    if (node.kind === "scalar" && readScalar(node).kind === "parameter") {
      report("R861", { found: node.text }, spanOfNode(node));
    } else
      for (const inner of node.kind === "map" ? entriesOf(node).map(({ value }) => value) : itemsOf(node))
        toldIn(inner);
    return node;
  }
}
