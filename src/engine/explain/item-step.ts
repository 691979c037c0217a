import { expressionText } from "../../expression/write.ts";
import type { CellRead, Input, ItemStep } from "../../model/derivation-scores.ts";
import { columnLetters } from "../../model/places.ts";
import type { Item, MissingPolicy, Node, Units } from "../../model/plan.ts";
import type { Cell, Row } from "../../model/row.ts";
import { maximum } from "../../number/exact.ts";
import { pointsOf } from "../law/item.ts";
import type { Subject } from "../subject.ts";
import { endOf } from "./node-end.ts";
import type { Scene } from "./scene.ts";

/** One item of one row, or of none where a longer period has no row of its own. `subject`: with the row's scoring. */
export function itemStep(scene: Scene, index: number, node: Node, subject: Subject, row: Row | undefined): ItemStep {
  const { work } = subject;
  const item = node.body as Item;
  const head = { kind: "item", node, item, state: work.states[index] ?? "none", full: 0 } as const;
  if (head.state === "none") {
    return { ...head, inputs: [], ...(node.when && { when: scene.applies(node.when, subject) }) };
  }
  const value = item.cell === undefined ? undefined : (work.cells[item.cell] ?? null);
  const scaled = scaledScore(scene, node, item, subject, value);
  const absence = scaled === undefined ? absenceOf(item, value, row !== undefined) : undefined;
  const before = scaled ?? (absence?.policy === "full" ? node.max : 0);
  const cut = scaled !== undefined && node.min !== "none" ? maximum(before, node.min) : before;
  return {
    ...head,
    full: scene.points(work.full[index] as Units),
    ...(row && value !== undefined && { cell: readCell(row, item.cell as number, value) }),
    inputs: computedFrom(scene, item, subject),
    ...(item.scale.kind === "value" && { formula: expressionText(item.scale.expression) }),
    ...(absence && { absence }),
    ...(scaled !== undefined && { scaled: scene.points(scaled) }),
    ...endOf(scene, node, index, cut, subject),
  };
}

/** What the scale gives for the cell, in units; undefined where there is nothing to scale. */
function scaledScore(
  scene: Scene,
  node: Node,
  item: Item,
  subject: Subject,
  cell: Cell | undefined,
): Units | undefined {
  if (cell === null || typeof cell === "string") return undefined;
  return pointsOf(scene.plan, node, item, scene.prepared.environment)(cell, subject);
}

function absenceOf(item: Item, cell: Cell | undefined, hasRow: boolean): ItemStep["absence"] {
  if (typeof cell === "string") return { policy: cell satisfies MissingPolicy, because: "code" };
  return { policy: item.missing, because: hasRow ? (cell === null ? "blank" : "no_value") : "no_row" };
}

/** What an item without a cell of its own is computed from. */
function computedFrom(scene: Scene, { scale }: Item, subject: Subject): Input[] {
  if (scale.kind === "value") return scene.inputs(scale.expression, subject);
  if (scale.kind !== "ratio" || !subject.work.row) return [];
  return [scale.done, scale.target].flatMap((column) =>
    column === undefined
      ? []
      : [{ name: scene.plan.columns[column]?.id ?? "", value: subject.work.columns[column], column }],
  );
}

export function readCell(row: Row, cell: number, value: Cell): CellRead {
  const column = row.sheet.cells[cell] ?? 0;
  return { row, column, name: column === 0 ? "" : `${columnLetters(column)}${row.line}`, value };
}
