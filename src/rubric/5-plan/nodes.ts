import type { Area, Item, Node } from "../../model/plan.ts";
import type { Exact } from "../../number/exact.ts";
import type { Dictionary, NodePart, Percentage, RoundPart } from "../2-shape/rubric.ts";
import { nodeOrder } from "../3-facts/node-order.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { listOf } from "../3-facts/outline.ts";
import { share } from "../3-facts/percentage.ts";
import { lowestOf } from "../3-facts/ranges.ts";
import { statedMax } from "../3-facts/scale.ts";
import type { Context } from "../4-check/context.ts";
import { hasCell } from "../4-check/headers.ts";
import type { Titles } from "./headers.ts";
import type { ToUnits } from "./item-scale.ts";
import { planScale } from "./item-scale.ts";
import { bilingual } from "./text.ts";

/** What the parts of a plan need to know of the others. */
export interface Layout {
  /** Nodes in the order in which they can be worked out. */
  readonly order: readonly NodeEntry[];
  readonly columns: ReadonlyMap<string, number>;
  readonly nodes: ReadonlyMap<string, number>;
  readonly units: ToUnits;
  readonly titles: Titles;
}

/** Nodes so that each comes behind its children and behind what its expressions read. */
export function orderedNodes(context: Context): readonly NodeEntry[] {
  const order = nodeOrder(context);
  if (order.kind === "circle") throw new Error("nodes need each other");
  return order.nodes;
}

export function planNodes(context: Context, layout: Layout): readonly Node[] {
  // Cells stand in the order of the rubric, whatever the order of evaluation.
  const cells = new Map(context.nodes.filter(({ part }) => hasCell(part)).map((entry, index) => [entry, index]));
  return layout.order.map((entry) => planNode(context, layout, entry, cells.get(entry)));
}

function planNode(context: Context, layout: Layout, entry: NodeEntry, cell: number | undefined): Node {
  const { part, parent } = entry;
  const { units, nodes } = layout;
  const when = context.expressions.get(part, "when")?.expression;
  const zeroIf = context.expressions.get(part, "zero_if")?.expression;
  const lowest = lowestOf(entry);
  return {
    id: part.id,
    title: bilingual(part.title, part.id),
    ...(parent && { parent: nodes.get(parent.part.id) as number }),
    max: units(statedMax(part) as Exact),
    min: lowest === undefined ? "none" : units(lowest),
    bonus: part.bonus ?? false,
    ...(when && { when }),
    ...(zeroIf && { zeroIf }),
    ...(part.round && { round: inUnits(part.round, units) }),
    ...(part.cite !== undefined && { cite: part.cite }),
    ...(part.note !== undefined && { note: part.note }),
    body: part.items === undefined ? planItem(context, layout, entry, cell) : planArea(layout, entry),
  };
}

export const inUnits = ({ to, mode }: RoundPart, units: ToUnits): RoundPart => ({ to: units(to), mode });

function planItem(context: Context, layout: Layout, entry: NodeEntry, cell: number | undefined): Item {
  const { part, parent, missing } = entry;
  const { evidence } = part;
  return {
    kind: "item",
    ...(cell !== undefined && { cell }),
    headers: [...new Set([...listOf(part.column), ...layout.titles(part)])],
    // Around an item of the top level there is nothing but the total to scale.
    missing: missing === "skip_area" && !parent ? "skip_total" : (missing ?? "incomplete"),
    scale: planScale(context, part, layout.units, layout.columns),
    ...(evidence !== undefined && { evidence: layout.columns.get(evidence) as number }),
  };
}

function planArea({ nodes }: Layout, { part, children }: NodeEntry): Area {
  return {
    kind: "area",
    children: children.map((child) => nodes.get(child.part.id) as number),
    combine: combining(part, children),
    clamp: part.clamp ?? false,
  };
}

/** Weights as parts of the engine's list of counted children. */
function combining({ combine = "sum" }: NodePart, children: readonly NodeEntry[]): Area["combine"] {
  if (typeof combine === "string") return combine;
  const counted = children.filter((child) => !child.part.bonus);
  return { weights: counted.map((child) => weightOf(combine.weights, child.part.id)) };
}

const weightOf = (weights: Dictionary<Percentage>, id: string): Exact => share(weights[id] as Percentage) as Exact;
