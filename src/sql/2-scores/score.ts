import type { Item, Node } from "../../model/node.ts";
import { unlessBlank } from "../1-rows/blank-row.ts";
import { absence, hasCell, itemSql, maxSql } from "../1-rows/items.ts";
import { scopeOf } from "../expressions/expression.ts";
import { levelsOf } from "../nodes.ts";
import type { Scaled } from "../numbers/values.ts";
import { divisor, rounded } from "../numbers/values.ts";
import type { Chain, Writing } from "../parts.ts";
import type { Joined } from "./area.ts";
import { cutBelow, joinAreas } from "./area.ts";
import { itemState } from "./skip.ts";
import { exactTotal, finishTotal } from "./total.ts";
import { valueSql } from "./value.ts";
import { mayBeLeftOut } from "./when.ts";

/** The scores of items, areas and the total, in units; a missing score is NULL and makes the sums above it so. */
export function score(chain: Chain, writing: Writing): void {
  scoreNodes(chain, writing);
  const exact = exactTotal(chain, writing);
  finishTotal(chain, writing.stage.total, { total: exact, unclamped: exact }, writing);
}

/** Scores nodes level by level: all, or some of which those that they rest on are among them, or scored already. */
export function scoreNodes(chain: Chain, writing: Writing, isWanted: (node: Node) => boolean = () => true): void {
  for (const [level, all] of levelsOf(writing.stage).entries()) {
    const nodes = all.filter(isWanted);
    const items = nodes.filter(({ body }) => body.kind === "item");
    const areas = nodes.filter(({ body }) => body.kind === "area");
    const [ofItems, ofAreas] = [level === 0 ? "items" : `items_${level + 1}`, `areas_${level}`];
    finish(chain, ofItems, scoreItems(chain, ofItems, items, writing), writing);
    finish(chain, ofAreas, joinAreas(chain, ofAreas, areas, writing), writing);
  }
}

/** Items of one level: what formulas give, and what becomes of those that may not apply or be skipped. */
function scoreItems(chain: Chain, name: string, nodes: readonly Node[], writing: Writing): readonly Joined[] {
  const { plan, stage } = writing;
  const figures = nodes.map((node) => {
    const item = node.body as Item;
    if (!hasCell(item)) return { node, figure: valueSql(node, writing), column: `value_${node.id}` };
    return { node, figure: itemSql({ node, item }, writing), column: `v_${node.id}` };
  });
  const worked = figures.filter(({ node }) => !hasCell(node.body as Item));
  chain.add(
    `${name}_values`,
    "What formulas and columns give.",
    worked.flatMap(({ figure, column, node }) => [
      // Of literals alone an engine would make numbers of 32 bits, whose products overflow.
      [column, `CAST(${figure.sql} AS ${writing.dialect.whole})`] as const,
      ...(figure.over === undefined ? [] : [[`overvalue_${node.id}`, figure.over] as const]),
    ]),
  );
  const stated = nodes.filter((node) => mayBeLeftOut(plan, stage, node));
  chain.add(
    `${name}_states`,
    "What becomes of items that may not apply or be skipped.",
    figures
      .filter(({ node }) => stated.includes(node))
      .map(({ node, column }) => [`state_${node.id}`, itemState(node, column, writing)]),
  );
  addLeft(chain, name, stated, writing);
  return figures.map(({ node, figure, column }) => {
    const item = node.body as Item;
    const named: Scaled = {
      sql: column,
      parts: figure.parts,
      ...(figure.over !== undefined && { over: `overvalue_${node.id}` }),
    };
    const score = hasCell(item) ? named : orAbsent(named, node, item, maxSql(node, writing));
    return joinedItem(node, score, stated.includes(node), writing);
  });
}

/** What applies of the max of items that have states. */
export function addLeft(chain: Chain, name: string, stated: readonly Node[], writing: Writing): void {
  const counting = (sql: string): string => `CAST(${sql} AS ${writing.dialect.whole})`;
  chain.add(
    `${name}_left`,
    "What applies of their max, and by how much `skip_total` lowers the one above.",
    stated.flatMap((node) => {
      const [state, max] = [`state_${node.id}`, maxSql(node, writing)];
      return [
        [`full_${node.id}`, counting(`CASE ${state} WHEN 'counts' THEN ${max} ELSE 0 END`)] as const,
        ...(skips(node, writing)
          ? [[`removed_${node.id}`, counting(`CASE ${state} WHEN 'skip_total' THEN ${max} ELSE 0 END`)] as const]
          : []),
      ];
    }),
  );
}

/** An item with its score, before its last steps. */
export function joinedItem(node: Node, score: Scaled, isStated: boolean, writing: Writing): Joined {
  const max = maxSql(node, writing);
  return {
    node,
    score,
    full: isStated ? `full_${node.id}` : max,
    max,
    ...(isStated && { state: `state_${node.id}` }),
    ...(isStated && skips(node, writing) && { removed: `removed_${node.id}` }),
  };
}

const skips = ({ body }: Node, { plan }: Writing): boolean =>
  body.kind === "item" &&
  (body.missing.startsWith("skip") || (hasCell(body) && plan.codes.some(({ policy }) => policy.startsWith("skip"))));

/** A formula without a value follows the item's policy. */
function orAbsent(of: Scaled, node: Node, { missing }: Item, max: string): Scaled {
  const found = cutBelow(of, node);
  const absent = absence(missing, max, of);
  const divided =
    of.over !== undefined && missing === "full" ? `${absent} * COALESCE(NULLIF(${of.over}, 0), 1)` : absent;
  return {
    ...found,
    sql: absent === "NULL" ? found.sql : `CASE WHEN ${of.sql} IS NULL THEN ${divided} ELSE ${found.sql} END`,
    ...(of.over !== undefined && { over: `COALESCE(NULLIF(${of.over}, 0), 1)` }),
  };
}

/** The last steps of a node: fractions in lowest terms, its declared rounding, then `zero_if`. */
export function finish(chain: Chain, name: string, nodes: readonly Joined[], writing: Writing): void {
  const { dialect, scores } = writing;
  const isStepped = ({ node, score: of }: Joined): boolean => node.round !== undefined || of.over !== undefined;
  chain.add(
    `${name}_exact`,
    "Scores before they are rounded.",
    nodes
      .filter(isStepped)
      .flatMap(({ node, score: of }) => [
        [`e_${node.id}`, of.sql] as const,
        ...(of.over === undefined ? [] : [[`f_${node.id}`, `CAST(${divisor(of)} AS ${dialect.whole})`] as const]),
      ]),
  );
  const finished = nodes.map((each) => {
    const { node, score: of, state } = each;
    const isDivided = of.over !== undefined;
    const exact: Scaled = isStepped(each)
      ? { sql: `e_${node.id}`, parts: isDivided ? 1n : of.parts, ...(isDivided && { over: `f_${node.id}` }) }
      : of;
    const lowest = dialect.common(`e_${node.id}`, `f_${node.id}`);
    const value = node.round
      ? rounded(exact, node.round, dialect)
      : isDivided
        ? dialect.quotient(`e_${node.id}`, lowest)
        : exact.sql;
    const over = isDivided && !node.round ? `COALESCE(${dialect.quotient(`f_${node.id}`, lowest)}, 1)` : undefined;
    const parts = node.round || isDivided ? 1n : of.parts;
    const counted = unlessBlank(whenCounted(node, exact.sql, value, state, writing), writing);
    return { ...each, value: counted === of.sql ? counted : `CAST(${counted} AS ${dialect.whole})`, over, parts };
  });
  chain.add(
    name,
    [
      "Scores, rounded where the rubric says so.",
      ...nodes.map(({ node }) => `${node.id}: ${node.title[writing.plan.language]}`),
    ],
    finished.flatMap(({ node, value, over }) => [
      [`s_${node.id}`, value] as const,
      ...(over === undefined ? [] : [[`over_${node.id}`, over] as const]),
    ]),
  );
  for (const { node, over, parts, state, full, max, removed, isLowered } of finished) {
    scores.nodes.set(node.id, {
      score: { sql: `s_${node.id}`, parts, ...(over !== undefined && { over: `over_${node.id}` }) },
      full,
      max,
      ...(state !== undefined && { state }),
      ...(removed !== undefined && { removed }),
      ...(isLowered && { isLowered }),
    });
  }
}

/** 0 for what is left out and by `zero_if`; a missing score stays one. */
function whenCounted(node: Node, exact: string, value: string, state: string | undefined, writing: Writing): string {
  const isThere = state === undefined ? `${exact} IS NOT NULL` : `${exact} IS NOT NULL AND ${state} = 'counts'`;
  const scope = { ...scopeOf(writing), guard: isThere };
  const zeroed = node.zeroIf
    ? `CASE WHEN ${exact} IS NOT NULL AND ${scope.condition(node.zeroIf, scope)} THEN 0 ELSE ${value} END`
    : value;
  return state === undefined
    ? zeroed
    : `CASE ${state} WHEN 'counts' THEN ${zeroed} WHEN 'missing' THEN NULL ELSE 0 END`;
}
