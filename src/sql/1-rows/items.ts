import { casesOf } from "../../model/cases.ts";
import type { NamedValue } from "../../model/column.ts";
import { wordsOf } from "../../model/column.ts";
import type { Item, MissingPolicy, Node, Scale } from "../../model/node.ts";
import type { Stage } from "../../model/stage.ts";
import { gcd } from "../../number/exact.ts";
import { noWords, yesWords } from "../../text/vocabulary.ts";
import type { Dialect } from "../dialect.ts";
import type { Scaled } from "../numbers/values.ts";
import { alike, atLeast, millionths, scaled, times, timesOf, whole, wholeOf } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { bound, millionthsIn, words } from "./cells.ts";
import { percentIn, ratioOfCell } from "./ratio.ts";

export interface ItemNode {
  readonly node: Node;
  readonly item: Item;
}

/** The items of a stage that a sheet has cells for. */
export const itemsIn = ({ nodes }: Pick<Stage, "nodes">): readonly ItemNode[] =>
  nodes.flatMap((node) => (node.body.kind === "item" && hasCell(node.body) ? [{ node, item: node.body }] : []));

export const hasCell = ({ cell }: Item): boolean => cell !== undefined;

/** The cell of a number item in millionths: a percentage, where it is one. */
export const cellNumber = ({ node, item: { scale } }: ItemNode, writing: Writing): string =>
  scale.kind === "ratio" ? percentIn(`x_${node.id}`, scale, writing) : millionthsIn(`x_${node.id}`, writing);

/** Whether a cell is read as a number first. */
export const isCounted = ({ item: { scale } }: ItemNode): boolean =>
  ["points", "count", "table", "ratio"].includes(scale.kind);

/**
 * The score of an item from its cell, in units; NULL where it is missing or skipped, and for a cell that the scale has not.
 * Where its points depend on a column there is one for each value.
 */
export const itemSql = (of: ItemNode, writing: Writing): Scaled =>
  inCases(of.node, writing, (node) => plainItem({ node, item: node.body as Item }, writing));

/** A figure of a node, by the value of the column on which its points depend. */
export function inCases(node: Node, writing: Writing, figure: (node: Node) => Scaled): Scaled {
  const { by } = node;
  const usual = figure(node);
  if (!by) return usual;
  const cases = [...casesOf(node)];
  const [otherwise, ...figures] = alike([usual, ...cases.map(([, each]) => figure(each))]) as [Scaled, ...Scaled[]];
  const values = cases.map(([value]) => value);
  return { ...otherwise, sql: byColumn(by.column, values, figures, otherwise, writing) };
}

/** One of several figures, by the value of a column. */
function byColumn(
  column: number,
  values: readonly (string | boolean)[],
  figures: readonly Scaled[],
  otherwise: Scaled,
  { plan, dialect }: Writing,
): string {
  const name = `c_${plan.columns[column]?.id}`;
  const cases = values.map((value, at) => {
    const test = typeof value === "string" ? `${name} = ${dialect.literal(value)}` : value ? name : `NOT ${name}`;
    return `WHEN ${test} THEN ${figures[at]?.sql}`;
  });
  return `CASE ${cases.join(" ")} ELSE ${otherwise.sql} END`;
}

/** The max of a node, in units: one for each value of the column on which it depends. */
export function maxSql(node: Node, writing: Writing): string {
  if (!node.by || node.by.cases.every(({ max }) => max === node.max)) return whole(node.max);
  return `CAST(${inCases(node, writing, ({ max }) => ({ sql: whole(max), parts: 1n })).sql} AS ${writing.dialect.whole})`;
}

function plainItem({ node, item }: ItemNode, writing: Writing): Scaled {
  const { plan, dialect } = writing;
  const x = `x_${node.id}`;
  const score = scored({ node, item }, writing);
  const absent = (policy: MissingPolicy): string => absence(policy, whole(node.max), score);
  const codes = plan.codes.map(({ word, policy }) => `WHEN ${x} = ${dialect.literal(word)} THEN ${absent(policy)}`);
  const missing = absent(item.missing);
  // No branch of a scale holds for a blank cell.
  const blank = missing === "NULL" ? [] : [`WHEN ${x} IS NULL THEN ${missing}`];
  const sql = ["CASE", ...blank, ...codes, score.sql, "END"].join(" ");
  return { ...score, sql };
}

/** What stands for a score that is not there; what is skipped has none either. */
export const absence = (policy: MissingPolicy, max: string, of: Scaled): string =>
  policy === "zero" ? "0" : policy === "full" ? timesOf(max, String(of.parts)) : "NULL";

/** The branches of a CASE that a scale makes of a cell. */
function scored({ node, item: { scale } }: ItemNode, writing: Writing): Scaled {
  const { dialect, scale: ofPoint } = writing;
  const [x, n] = [`x_${node.id}`, `n_${node.id}`];
  const inUnits = (sql: string): Scaled => ({ sql, parts: 1n });
  const least = (units: string): string =>
    node.min === "none" || node.min === 0 ? units : atLeast(inUnits(units), whole(node.min)).sql;
  switch (scale.kind) {
    case "points":
      return inUnits(pointsSql(scale, n, ofPoint, dialect.quotient));
    case "levels":
      return inUnits(
        scale.levels
          .map((level) => `WHEN ${x} IN (${levelWords(level, dialect)}) THEN ${least(whole(level.points))}`)
          .join(" "),
      );
    case "yes":
      return inUnits(yesSql(scale, x, [least(whole(scale.points)), least("0")], dialect));
    case "count":
      return inUnits(countSql(scale, n, dialect.quotient));
    case "ratio":
      return ratioOfCell(node, scale, n);
    case "table":
      return inUnits(
        scale.rows
          .map(({ from, points }) => {
            if (from === undefined) return `WHEN ${n} IS NOT NULL THEN ${least(whole(points))}`;
            const { parts } = scaled(from);
            return `WHEN ${n}${parts === 1n ? "" : ` * ${parts}`} >= ${bound(from)} THEN ${least(whole(points))}`;
          })
          .join(" "),
      );
    case "value":
      throw new Error("a value has no cell");
  }
}

export const levelWords = (level: NamedValue, dialect: Dialect): string => words(wordsOf(level), dialect);

/** The branches of a CASE for yes and no. */
export function yesSql(
  { labels }: Scale & { kind: "yes" },
  x: string,
  [yes, no]: readonly [string, string],
  dialect: Dialect,
): string {
  const labelled = (value: boolean) => labels.filter((each) => each.value === value).map(({ word }) => word);
  const [yeses, noes] = [new Set([...labelled(true), ...yesWords]), new Set([...labelled(false), ...noWords])];
  return `WHEN ${x} IN (${words([...yeses], dialect)}) THEN ${yes} WHEN ${x} IN (${words([...noes], dialect)}) THEN ${no}`;
}

function countSql(scale: Scale & { kind: "count" }, n: string, quotient: Dialect["quotient"]): string {
  const sum = `${whole(scale.base)} + ${whole(scale.each)} * ${quotient(n, String(millionths))}`;
  const isCount = `${n} >= 0 AND ${n} % ${millionths} = 0`;
  const least =
    scale.min === "none" ? "" : `WHEN ${isCount} AND ${sum} < ${whole(scale.min)} THEN ${whole(scale.min)} `;
  return `WHEN ${isCount} AND ${sum} > ${whole(scale.max)} THEN ${whole(scale.max)} ${least}WHEN ${isCount} THEN ${sum}`;
}

/**
 * From `min` to `max`, in steps or decimal places. Of units and millionths only what they have not in common is worked out, for each
 * cell of a sheet: what Spark makes of a long stage is compiled to no fast code.
 */
function pointsSql(
  { min = 0, max, step, places }: Scale & { kind: "points" },
  n: string,
  ofPoint: bigint,
  quotient: Dialect["quotient"],
): string {
  const shared = gcd(ofPoint, BigInt(millionths));
  const inUnit = BigInt(millionths) / shared;
  const score = times({ sql: n, parts: 1n }, { sql: String(ofPoint / shared), parts: 1n }).sql;
  const grid = step === undefined ? ofPoint / 10n ** BigInt(places) : wholeOf(step);
  const limits = [
    ...(min === "none" ? [] : [`${score} >= ${wholeOf(min) * inUnit}`]),
    `${score} <= ${wholeOf(max) * inUnit}`,
    `${score} % ${grid * inUnit} = 0`,
  ];
  return `WHEN ${limits.join(" AND ")} THEN ${quotient(score, String(inUnit))}`;
}
