import type { MissingPolicy, Node } from "../../model/node.ts";
import type { Stage } from "../../model/stage.ts";
import { isCounted } from "../../model/stages.ts";
import { sign } from "../../number/exact.ts";
import { hasCell } from "../1-rows/items.ts";
import type { NodeSql, Writing } from "../parts.ts";
import { all, any } from "../parts.ts";
import { appliesSql } from "./when.ts";

/** A child of an area with what the query has of it. */
export interface Child {
  readonly node: Node;
  readonly sql: NodeSql;
}

const isMissing = ({ sql }: Child): string =>
  sql.state === undefined ? `${sql.score.sql} IS NULL` : `${sql.state} = 'missing'`;
export const isCounting = ({ sql }: Child): string =>
  sql.state === undefined ? `${sql.score.sql} IS NOT NULL` : `${sql.state} = 'counts'`;

/** What becomes of an item: whether it applies, and what its cell or the lack of it means. `value`: NULL where it has none. */
export function itemState(node: Node, value: string, writing: Writing): string {
  const { body } = node;
  if (body.kind !== "item") throw new Error(`${node.id} is no item`);
  const { plan, dialect } = writing;
  const applies = appliesSql(node, writing);
  const cell = hasCell(body) ? `x_${node.id}` : value;
  const codes = hasCell(body) ? plan.codes : [];
  return [
    "CASE",
    ...(applies === undefined ? [] : [`WHEN NOT (${applies}) THEN 'none'`]),
    `WHEN ${cell} IS NULL THEN '${stateOf(body.missing)}'`,
    ...codes.map(({ word, policy }) => `WHEN ${cell} = ${dialect.literal(word)} THEN '${stateOf(policy)}'`),
    `WHEN ${value} IS NULL THEN 'missing' ELSE 'counts' END`,
  ].join(" ");
}

export const stateOf = (policy: MissingPolicy): string =>
  policy === "incomplete" ? "missing" : policy === "zero" || policy === "full" ? "counts" : policy;

/** What becomes of an area: missing as a child is, left out when all that count are. */
export function areaState(node: Node, children: readonly Child[], writing: Writing): string {
  const counted = children.filter((child) => isCounted(child.node));
  const leftOut = (...states: readonly string[]): string =>
    all(counted.map(({ sql }) => `${sql.state} IN (${states.map((state) => `'${state}'`).join(", ")})`));
  const applies = appliesSql(node, writing);
  const isStarted = node.body.kind === "area" && node.body.base !== undefined;
  const missing = (of: readonly Child[]): readonly string[] =>
    of.length === 0 ? [] : [`WHEN ${any(of.map(isMissing))} THEN 'missing'`];
  const emptied = counted.every(({ sql }) => sql.state !== undefined) && !isStarted;
  return [
    "CASE",
    ...(applies === undefined ? [] : [`WHEN NOT (${applies}) THEN 'none'`]),
    ...missing(children.filter((child) => !child.node.bonus)),
    ...(emptied
      ? [
          `WHEN ${leftOut("none")} THEN 'none'`,
          `WHEN ${leftOut("none", "skip_total")} THEN 'skip_total'`,
          `WHEN ${leftOut("none", "skip_total", "skip_area")} THEN 'skip_area'`,
        ]
      : []),
    ...missing(children.filter((child) => child.node.bonus)),
    "ELSE 'counts' END",
  ].join(" ");
}

/** How far the max of a sum is lowered by what was skipped of its children. */
export interface Lowered {
  /** The maxima of the children that count. */
  readonly present: string;
  /** With those of the children that `skip_area` took. */
  readonly had: string;
  /** Whether what counts may offer no points. */
  readonly mayOfferNothing: boolean;
  /** Whether it is lowered where more could be had than that. */
  readonly isLowered: string;
  /** Whether the children are scaled up to it. */
  readonly scales: string;
}

/** Undefined where none of the children is ever skipped. */
export function loweredBy(children: readonly Child[], { stage }: Writing): Lowered | undefined {
  const counted = children.filter((child) => isCounted(child.node));
  if (counted.every(({ sql }) => sql.removed === undefined)) return undefined;
  const skipped = counted.filter(({ sql }) => sql.state !== undefined && sql.removed !== undefined);
  const present = counted.map(({ sql }) => sql.full).join(" + ");
  const skippedMax = skipped.map(
    ({ sql }) => `CASE WHEN ${sql.state} = 'skip_area' THEN ${sql.max} - ${sql.removed} ELSE 0 END`,
  );
  const scales = any(skipped.map(({ sql }) => `${sql.state} = 'skip_area'`));
  const removed = counted.flatMap(({ sql }) => sql.removed ?? []).join(" + ");
  const had = [present, ...skippedMax].join(" + ");
  const mayOfferNothing = !counted.every(({ node }) => alwaysOffers(stage, node));
  // What is left and only deducts cannot be scaled: what was skipped is lost to the total.
  const left = mayOfferNothing ? `CASE WHEN ${present} > 0 THEN ${had} ELSE 0 END` : had;
  return { present, had: left, mayOfferNothing, isLowered: `${scales} OR ${removed} <> 0`, scales };
}

/** Where it counts, that is: what only deducts, and what may be left with that alone, does not. */
const alwaysOffers = (stage: Stage, { body, max }: Node): boolean =>
  sign(max) > 0 &&
  (body.kind === "item" ||
    body.children
      .map((child) => stage.nodes[child] as Node)
      .filter(isCounted)
      .every((child) => alwaysOffers(stage, child)));

/** What of a sum that is skipped itself lowers the max above it. */
export function removedWith(children: readonly Child[], max: string): string {
  const left = children
    .filter((child) => isCounted(child.node))
    .map(({ sql }) => `CASE WHEN ${sql.state} = 'none' THEN 0 ELSE ${sql.max} - ${sql.removed ?? 0} END`)
    .join(" + ");
  return `CASE WHEN ${left} < ${max} THEN ${max} - (${left}) ELSE 0 END`;
}
