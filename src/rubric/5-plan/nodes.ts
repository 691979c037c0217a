import type { Area, Item, Node, NodeCase } from "../../model/node.ts";
import type { Exact } from "../../number/exact.ts";
import { equal } from "../../number/exact.ts";
import type { NodePart, Percentage } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import type { PlainPart } from "../3-facts/figures.ts";
import { casesOf, columnOf, partWhere, valuesOf } from "../3-facts/figures.ts";
import { nodeOrder } from "../3-facts/node-order.ts";
import { ownWeight } from "../3-facts/offers.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { isCounted, listOf } from "../3-facts/outline.ts";
import { share } from "../3-facts/percentage.ts";
import { lowestOf } from "../3-facts/ranges.ts";
import { hasCell, scaleKind, statedMax } from "../3-facts/scale.ts";
import { planScale } from "./item-scale.ts";
import type { Layout } from "./layout.ts";
import { bilingual, inUnits, remarks } from "./layout.ts";

/** Nodes so that each comes behind its children and behind what its expressions read. */
export function orderedNodes(facts: Facts): readonly NodeEntry[] {
  const order = nodeOrder(facts);
  if (order.kind === "circle") throw new Error("nodes need each other");
  return order.nodes;
}

export function planNodes(facts: Facts, layout: Layout): readonly Node[] {
  // Cells stand in the order of the rubric, whatever the order of evaluation.
  const cells = new Map(facts.nodes.filter(({ part }) => hasCell(part)).map((entry, index) => [entry, index]));
  return layout.order.map((entry) => planNode(facts, layout, entry, cells.get(entry)));
}

function planNode(facts: Facts, layout: Layout, entry: NodeEntry, cell: number | undefined): Node {
  const { part, parent } = entry;
  const { units, nodes } = layout;
  const when = facts.expressions.get(part, "when")?.expression;
  const zeroIf = facts.expressions.get(part, "zero_if")?.expression;
  const lowest = lowestOf(entry);
  return {
    id: part.id,
    title: bilingual(part.title, part.id),
    ...(parent && { parent: nodes.get(parent.part.id) as number }),
    max: units(statedMax(part) as Exact),
    min: lowest === undefined ? "none" : units(lowest),
    ...planCases(facts, layout, part),
    bonus: part.bonus ?? false,
    ...(part.counts === false && { counts: false as const }),
    ...(when && { when }),
    ...(zeroIf && { zeroIf }),
    ...(part.round && { round: inUnits(part.round, units) }),
    ...remarks(part),
    body: part.items === undefined ? planItem(facts, layout, entry, cell) : planArea(layout, entry),
  };
}

/** What a node is for each value of the column on which its figures depend. */
function planCases(facts: Facts, layout: Layout, part: NodePart): Pick<Node, "by"> {
  const id = columnOf(part);
  if (id === undefined) return {};
  const cases = valuesOf(facts.columns.get(id)?.part).map((value): NodeCase => {
    const plain = partWhere(part, value);
    const isOfScale = ["points", "yes", "ratio"].includes(scaleKind(plain));
    return {
      value,
      max: layout.units(statedMax(plain) as Exact),
      ...(isOfScale && { scale: planScale(facts, part, plain, layout.units, layout.columns) }),
    };
  });
  return { by: { column: layout.columns.get(id) as number, cases } };
}

/** The case with the most points stands for all where nothing is known of anybody. */
function mostOf(facts: Facts, part: NodePart): PlainPart {
  const most = statedMax(part) as Exact;
  return casesOf(facts, part).find((plain) => equal(statedMax(plain) as Exact, most)) as PlainPart;
}

function planItem(facts: Facts, layout: Layout, entry: NodeEntry, cell: number | undefined): Item {
  const { part, parent, missing } = entry;
  const { evidence } = part;
  return {
    kind: "item",
    ...(cell !== undefined && { cell }),
    headers: [...new Set([...listOf(part.column), ...layout.titles(part)])],
    // Around an item of the top level there is nothing but the total to scale.
    missing: missing === "skip_area" && !parent ? "skip_total" : (missing ?? "incomplete"),
    ...(part.missing !== undefined && { missingStated: true }),
    scale: planScale(facts, part, mostOf(facts, part), layout.units, layout.columns),
    ...(evidence !== undefined && { evidence: layout.columns.get(evidence) as number }),
  };
}

function planArea({ nodes, units }: Layout, { part, children }: NodeEntry): Area {
  return {
    kind: "area",
    children: children.map((child) => nodes.get(child.part.id) as number),
    combine: combining(part, children),
    clamp: part.clamp ?? false,
    ...(part.base !== undefined && { base: units(part.base) }),
  };
}

/** Weights as parts of the engine's list of counted children. */
function combining({ combine = "sum" }: NodePart, children: readonly NodeEntry[]): Area["combine"] {
  const counted = children.filter(isCounted);
  if (combine === "mean" && counted.some(({ part }) => part.weight !== undefined)) {
    return { weights: counted.map(({ part }) => ownWeight(part)) };
  }
  if (typeof combine === "string") return combine;
  return { weights: counted.map((child) => weightOf(combine.weights, child.part.id)) };
}

const weightOf = (weights: Readonly<Record<string, Percentage>>, id: string): Exact =>
  share(weights[id] as Percentage) as Exact;
