import type { Area, Node, Stage } from "../model/plan.ts";
import { itemsIn } from "./items.ts";
import type { Chain, Writing } from "./parts.ts";
import { atLeast, atMost, rounded, whole } from "./values.ts";

/** The scores of items, areas and the total, in units; a missing score is NULL and makes the sums above it so. */
export function score(chain: Chain, writing: Writing): void {
  const { plan, dialect } = writing;
  const { stage } = plan;
  const [items, areas] = [itemsIn(plan), areasByDepth(stage)];
  chain.add(
    "items",
    "Item scores, cut to the least that an item may have.",
    items.map(({ node }) => [exact(node), cutBelow(`v_${node.id}`, node)]),
  );
  addRounded(
    chain,
    "rounded_items",
    items.map(({ node }) => node),
    writing,
  );
  for (const [depth, nodes] of areas.entries()) {
    chain.add(
      `sums_${depth + 1}`,
      "Areas: the sum of what counts.",
      nodes.map(({ node, area }) => [`sum_${node.id}`, sum(stage, area.children, false)]),
    );
    chain.add(
      `areas_${depth + 1}`,
      "Cut to the least and, with clamp, to the max; then the bonus.",
      nodes.map(({ node, area }) => [exact(node), areaSql(stage, node, area)]),
    );
    addRounded(
      chain,
      `rounded_areas_${depth + 1}`,
      nodes.map(({ node }) => node),
      writing,
    );
  }
  const { max, clamp, round } = stage.total;
  chain.add("sums", "The total before it is cut and rounded.", [
    ["exact", [sum(stage, stage.top, false), sum(stage, stage.top, true)].filter((each) => each !== "0").join(" + ")],
  ]);
  chain.add("cut", clamp ? "The total cut to 0 and its max." : "Nothing cuts the total.", [
    [
      "cut_total",
      clamp ? `CASE WHEN exact < 0 THEN 0 WHEN exact > ${whole(max)} THEN ${whole(max)} ELSE exact END` : "exact",
    ],
  ]);
  chain.add("totals", "Rounded as the rubric says.", [
    ["unclamped", round ? rounded("exact", round, dialect) : "exact"],
    ["total", round ? rounded("cut_total", round, dialect) : "cut_total"],
  ]);
}

/** A node that is rounded has its exact score first. */
const exact = ({ id, round }: Node): string => (round ? `e_${id}` : `s_${id}`);

function addRounded(chain: Chain, name: string, nodes: readonly Node[], { dialect }: Writing): void {
  chain.add(
    name,
    "Rounded as the rubric says.",
    nodes.flatMap((node) =>
      node.round ? [[`s_${node.id}`, rounded(`e_${node.id}`, node.round, dialect)] as const] : [],
    ),
  );
}

const cutBelow = (sql: string, { min }: Node): string => (min === "none" ? sql : atLeast(sql, whole(min)));

/** The children that count, or the bonus. */
function sum({ nodes }: Stage, children: readonly number[], bonus: boolean): string {
  const ids = children.flatMap((child) => {
    const node = nodes[child] as Node;
    return node.bonus === bonus ? [`s_${node.id}`] : [];
  });
  return ids.length === 0 ? "0" : ids.join(" + ");
}

function areaSql(stage: Stage, node: Node, area: Area): string {
  const least = cutBelow(`sum_${node.id}`, node);
  const cut = area.clamp ? atMost(`(${least})`, whole(node.max)) : least;
  const bonus = sum(stage, area.children, true);
  return bonus === "0" ? cut : cutBelow(`((${cut}) + ${bonus})`, node);
}

/** Areas above items alone first. */
function areasByDepth({ nodes }: Stage): { readonly node: Node; readonly area: Area }[][] {
  const depths: { node: Node; area: Area }[][] = [];
  const depthOf = ({ body }: Node): number =>
    body.kind === "item" ? 0 : 1 + Math.max(0, ...body.children.map((child) => depthOf(nodes[child] as Node)));
  for (const node of nodes) {
    if (node.body.kind !== "area") continue;
    const depth = depthOf(node) - 1;
    depths[depth] = [...(depths[depth] ?? []), { node, area: node.body }];
  }
  return depths;
}
