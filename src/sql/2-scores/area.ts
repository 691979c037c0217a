import type { Area, Node } from "../../model/node.ts";
import { isCounted } from "../../model/stages.ts";
import { maxSql } from "../1-rows/items.ts";
import { constructs } from "../constructs.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { atLeast, atMost, divisor, plus, timesOf, whole } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";
import { all } from "../parts.ts";
import { addedUp, combine } from "./area-combine.ts";
import type { Child, Lowered } from "./skip.ts";
import { areaState, loweredBy, removedWith } from "./skip.ts";
import { mayBeLeftOut } from "./when.ts";

/** An area whose children are scored, with what is known of it so far. */
export interface Joined {
  readonly node: Node;
  readonly score: Scaled;
  readonly state?: string;
  readonly full: string;
  readonly max: string;
  readonly removed?: string;
  readonly isLowered?: true;
}

/** An area before its children are combined. */
interface Prepared {
  readonly node: Node;
  readonly area: Area;
  readonly children: readonly Child[];
  readonly max: string;
  readonly base: string;
  /** The max of the children together. */
  readonly ofChildren: string;
  readonly state: string | undefined;
  readonly lowered: Lowered | undefined;
  /** Where none of its children is left, and it has what it starts from alone. */
  readonly emptied: string | undefined;
}

/** The areas of one level: states, what skips took away, sums, then cut, with the bonus. */
export function joinAreas(chain: Chain, name: string, nodes: readonly Node[], writing: Writing): readonly Joined[] {
  const areas = nodes.map((node) => ({
    node,
    area: node.body as Area,
    children: childrenOf(node.body as Area, writing),
  }));
  const { plan, stage, dialect } = writing;
  const counting = (sql: string): string => `CAST(${sql} AS ${dialect.whole})`;
  const stated = areas.filter(({ node }) => mayBeLeftOut(plan, stage, node));
  chain.add(
    `${name}_states`,
    "What becomes of areas whose parts may not apply or be skipped.",
    stated.map(({ node, children }) => [`state_${node.id}`, areaState(node, children, writing)]),
  );
  const prepared = areas.map(({ node, area, children }): Prepared => {
    const max = maxSql(node, writing);
    const base = area.base === undefined ? "0" : whole(area.base);
    const ofChildren = base === "0" ? max : `(${max} - ${base})`;
    const state = stated.some((each) => each.node === node) ? `state_${node.id}` : undefined;
    const isSum = area.combine === "sum";
    const lowered = isSum ? loweredBy(children, writing) : undefined;
    if (!isSum && children.some(({ sql }) => sql.isLowered)) {
      throw new NotInSql("skip_total", constructs.area.refused["skip_total of a part, where they are no sum"]);
    }
    const counted = children.filter((child) => isCounted(child.node));
    const mayEmpty = base !== "0" && counted.every(({ sql }) => sql.state !== undefined);
    const emptied = mayEmpty ? all(counted.map(({ sql }) => `${sql.state} NOT IN ('counts', 'missing')`)) : undefined;
    return { node, area, children, max, base, ofChildren, state, lowered, emptied };
  });
  const lowering = prepared.flatMap(({ lowered, ...each }) => (lowered ? [{ ...each, lowered }] : []));
  chain.add(
    `${name}_had`,
    "What can be had where something was skipped: of what counts, and with what `skip_area` took.",
    lowering.flatMap(({ node: { id }, lowered: { present, had } }) => [
      [`present_${id}`, present] as const,
      [`had_${id}`, had] as const,
    ]),
  );
  chain.add(
    `${name}_lowered`,
    "The max that is left of what the children have together.",
    prepared.flatMap(({ node: { id }, lowered, ofChildren, emptied }) => {
      if (!lowered && emptied === undefined) return [];
      const cases = [
        ...(emptied === undefined ? [] : [`WHEN ${emptied} THEN 0`]),
        ...(lowered ? [`WHEN (${lowered.isLowered}) AND had_${id} < ${ofChildren} THEN had_${id}`] : []),
      ];
      return [[`fullof_${id}`, `CASE ${cases.join(" ")} ELSE ${ofChildren} END`] as const];
    }),
  );
  chain.add(
    `${name}_scaling`,
    "The rest is scaled up to the max that applies, never down: by what, through what.",
    lowering.flatMap(({ node: { id }, lowered: { scales } }) => {
      const isScaled = `(${scales}) AND fullof_${id} > present_${id} AND present_${id} > 0`;
      return [
        [`up_${id}`, counting(`CASE WHEN ${isScaled} THEN fullof_${id} ELSE 1 END`)] as const,
        [`down_${id}`, counting(`CASE WHEN ${isScaled} THEN present_${id} ELSE 1 END`)] as const,
      ];
    }),
  );
  chain.add(
    `${name}_maxima`,
    "What applies of the max, and by how much `skip_total` lowers the one above.",
    prepared.flatMap((each) => maxima(each).map(([column, sql]) => [column, counting(sql)] as const)),
  );
  const combined = new Map(prepared.map((each) => [each.node, combine(each.area, each.children, writing)]));
  chain.add(
    `${name}_sums`,
    "Areas: what counts, together.",
    prepared.flatMap(({ node, emptied }) => {
      const sum = combined.get(node) as Scaled;
      return [
        [
          `sum_${node.id}`,
          emptied === undefined ? sum.sql : `CASE WHEN ${emptied} THEN 0 ELSE ${sum.sql} END`,
        ] as const,
        ...(sum.over === undefined ? [] : [[`oversum_${node.id}`, sum.over] as const]),
      ];
    }),
  );
  return prepared.map(({ node, area, children, max, base, state, lowered, emptied }) => {
    const sum = combined.get(node) as Scaled;
    const named: Scaled = {
      sql: `sum_${node.id}`,
      parts: sum.parts,
      ...(sum.over !== undefined && { over: `oversum_${node.id}` }),
    };
    const scaledUp = lowered ? scaleUp(named, node) : named;
    const started =
      base === "0" ? scaledUp : { ...scaledUp, sql: `(${scaledUp.sql} + ${timesOf(base, divisor(scaledUp))})` };
    const isLess = lowered !== undefined || emptied !== undefined;
    const isApart = state !== undefined || isLess;
    const full = isApart ? `full_${node.id}` : max;
    const removed = isApart && removes(children, emptied) ? `removed_${node.id}` : undefined;
    return {
      node,
      score: withBonus(node, area, children, started, isLess ? full : max),
      full,
      max,
      ...(state !== undefined && { state }),
      ...(removed !== undefined && { removed, ...(isLess && { isLowered: true }) }),
    };
  });
}

export const childrenOf = ({ children }: Pick<Area, "children">, { stage, scores }: Writing): readonly Child[] =>
  children.map((at) => {
    const node = stage.nodes[at] as Node;
    const sql = scores.nodes.get(node.id);
    if (!sql) throw new Error(`${node.id} is scored later`);
    return { node, sql };
  });

const scaleUp = (sum: Scaled, { id }: Node): Scaled => ({
  sql: `(${sum.sql} * up_${id})`,
  parts: sum.parts,
  over: sum.over === undefined ? `down_${id}` : `${sum.over} * down_${id}`,
});

/** Whether an area may lower the max above it. */
const removes = (children: readonly Child[], emptied: string | undefined): boolean =>
  emptied !== undefined || children.some(({ sql }) => sql.removed !== undefined);

/** The columns of a max that may be lowered, or of an area that may be left out. */
function maxima({
  node: { id },
  state,
  lowered,
  emptied,
  base,
  children,
  max,
  ofChildren,
  area,
}: Prepared): readonly (readonly [string, string])[] {
  const isLess = lowered !== undefined || emptied !== undefined;
  if (state === undefined && !isLess) return [];
  const applying = isLess ? (base === "0" ? `fullof_${id}` : `(fullof_${id} + ${base})`) : max;
  const full = state === undefined ? applying : `CASE WHEN ${state} = 'counts' THEN ${applying} ELSE 0 END`;
  if (!removes(children, emptied)) return [[`full_${id}`, full]];
  const gone = isLess ? `${ofChildren} - fullof_${id}` : "0";
  const skipped = area.combine === "sum" ? removedWith(children, max) : "0";
  const cases = `CASE ${state} WHEN 'counts' THEN ${gone} WHEN 'skip_total' THEN ${max} WHEN 'skip_area' THEN ${skipped} ELSE 0 END`;
  return [
    [`full_${id}`, full],
    [`removed_${id}`, state === undefined ? gone : cases],
  ];
}

/** Cut to the least and, with clamp, to the max; then the bonus, which does not bring it below the least. */
function withBonus(node: Node, area: Area, children: readonly Child[], sum: Scaled, full: string): Scaled {
  const least = cutBelow(sum, node);
  const cut = area.clamp ? atMost(closed(least), full) : least;
  const bonus = addedUp(children.filter((child) => child.node.bonus));
  return bonus ? cutBelow(plus(closed(cut), "+", bonus), node) : cut;
}

const closed = (of: Scaled): Scaled => ({ ...of, sql: `(${of.sql})` });
export const cutBelow = (of: Scaled, { min }: Node): Scaled => (min === "none" ? of : atLeast(of, whole(min)));
