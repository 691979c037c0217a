import type { Item, MissingPolicy, Node, Plan, Scale } from "../model/plan.ts";
import { noWords, yesWords } from "../text/vocabulary.ts";
import { bound, words } from "./cells.ts";
import type { Writing } from "./parts.ts";
import { millionths, scaled, whole, wholeOf } from "./values.ts";

export interface ItemNode {
  readonly node: Node;
  readonly item: Item;
}

/** The items that a sheet has cells for. */
export const itemsIn = ({ stage }: Plan): readonly ItemNode[] =>
  stage.nodes.flatMap((node) => (node.body.kind === "item" ? [{ node, item: node.body }] : []));

/** Whether a cell is read as a number first. */
export const isCounted = ({ item: { scale } }: ItemNode): boolean => ["points", "count", "table"].includes(scale.kind);

/** The score of an item from its cell, in units; NULL where it is missing, and for a cell that the scale has not. */
export function itemSql(of: ItemNode, writing: Writing): string {
  const { plan, dialect } = writing;
  const { node, item } = of;
  const x = `x_${node.id}`;
  const codes = plan.codes.map(
    ({ word, policy }) => `WHEN ${x} = ${dialect.literal(word)} THEN ${absence(policy, node)}`,
  );
  return ["CASE", `WHEN ${x} IS NULL THEN ${absence(item.missing, node)}`, ...codes, scored(of, writing), "END"].join(
    " ",
  );
}

const absence = (policy: MissingPolicy, { max }: Node): string =>
  policy === "zero" ? "0" : policy === "full" ? whole(max) : "NULL";

function scored({ node, item: { scale } }: ItemNode, { dialect, scale: ofPoint }: Writing): string {
  const [x, n] = [`x_${node.id}`, `n_${node.id}`];
  switch (scale.kind) {
    case "points":
      return pointsSql(scale, n, ofPoint, dialect.quotient);
    case "levels":
      return scale.levels
        .map(({ id, label, points }) => {
          return `WHEN ${x} IN (${words([...new Set([id, label ?? id])], dialect)}) THEN ${whole(points)}`;
        })
        .join(" ");
    case "yes": {
      const labelled = (value: boolean) => scale.labels.filter((each) => each.value === value).map(({ word }) => word);
      const [yes, no] = [new Set([...labelled(true), ...yesWords]), new Set([...labelled(false), ...noWords])];
      return `WHEN ${x} IN (${words([...yes], dialect)}) THEN ${whole(scale.points)} WHEN ${x} IN (${words([...no], dialect)}) THEN 0`;
    }
    case "count": {
      const sum = `${whole(scale.base)} + ${whole(scale.each)} * ${dialect.quotient(n, String(millionths))}`;
      const isCount = `${n} >= 0 AND ${n} % ${millionths} = 0`;
      const least =
        scale.min === "none" ? "" : `WHEN ${isCount} AND ${sum} < ${whole(scale.min)} THEN ${whole(scale.min)} `;
      return `WHEN ${isCount} AND ${sum} > ${whole(scale.max)} THEN ${whole(scale.max)} ${least}WHEN ${isCount} THEN ${sum}`;
    }
    case "table":
      return scale.rows
        .map(({ from, points }) => {
          if (from === undefined) return `WHEN ${n} IS NOT NULL THEN ${whole(points)}`;
          const { parts } = scaled(from);
          return `WHEN ${n}${parts === 1n ? "" : ` * ${parts}`} >= ${bound(from)} THEN ${whole(points)}`;
        })
        .join(" ");
    default:
      throw new Error(`no scale of the subset: ${scale.kind}`);
  }
}

/** From `min` to `max`, in steps or decimal places. */
function pointsSql(
  { min = 0, max, step, places }: Scale & { kind: "points" },
  n: string,
  ofPoint: bigint,
  quotient: Writing["dialect"]["quotient"],
): string {
  const inUnits = `${n} * ${ofPoint}`;
  const grid = step === undefined ? ofPoint / 10n ** BigInt(places) : wholeOf(step);
  const limits = [
    ...(min === "none" ? [] : [`${inUnits} >= ${wholeOf(min) * BigInt(millionths)}`]),
    `${inUnits} <= ${wholeOf(max) * BigInt(millionths)}`,
    `(${inUnits}) % ${grid * BigInt(millionths)} = 0`,
  ];
  return `WHEN ${limits.join(" AND ")} THEN ${quotient(`(${inUnits})`, String(millionths))}`;
}
