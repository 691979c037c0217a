import { expressionText } from "../../expression/write.ts";
import { maximum } from "../../number/exact.ts";
import type { Item, MissingPolicy, Node, Units } from "../../rubric/4-plan/plan.ts";
import type { Cell, Row } from "../../rubric/4-plan/row.ts";
import { pointsOf } from "../item.ts";
import { columnLetters } from "../places.ts";
import type { Work } from "../work.ts";
import type { CellRead, Input, ItemStep } from "./derivation-scores.ts";
import { endOf } from "./node-end.ts";
import type { Scene } from "./scene.ts";

/** One item of one row. `work`: that row, scored. */
export function itemStep(scene: Scene, index: number, node: Node, work: Work, row: Row): ItemStep {
  const item = node.body as Item;
  const head = { kind: "item", node, item, state: work.states[index] ?? "none", full: 0 } as const;
  if (head.state === "none") {
    return { ...head, inputs: [], ...(node.when && { when: scene.condition(node.when, { work }) }) };
  }
  const cell = item.cell === undefined ? undefined : readCell(row, item.cell, row.cells[item.cell] ?? null);
  const scaled = scaledScore(scene, node, item, work, cell?.value);
  const absence = scaled === undefined ? absenceOf(item, cell?.value) : undefined;
  const before = scaled ?? (absence?.policy === "full" ? node.max : 0);
  const cut = scaled !== undefined && node.min !== "none" ? maximum(before, node.min) : before;
  return {
    ...head,
    full: scene.points(work.full[index] as Units),
    ...(cell && { cell }),
    inputs: computedFrom(scene, item, work),
    ...(item.scale.kind === "value" && { formula: expressionText(item.scale.expression) }),
    ...(absence && { absence }),
    ...(scaled !== undefined && { scaled: scene.points(scaled) }),
    ...endOf(scene, node, index, cut, work),
  };
}

/** What the scale gives for the cell, in units; undefined where there is nothing to scale. */
function scaledScore(scene: Scene, node: Node, item: Item, work: Work, cell: Cell | undefined): Units | undefined {
  if (cell === null || typeof cell === "string") return undefined;
  return pointsOf(scene.plan, node, item, scene.prepared.environment)(cell, work);
}

function absenceOf(item: Item, cell: Cell | undefined): ItemStep["absence"] {
  if (typeof cell === "string") return { policy: cell satisfies MissingPolicy, because: "code" };
  return { policy: item.missing, because: cell === null ? "blank" : "no_value" };
}

/** What an item without a cell of its own is computed from. */
function computedFrom(scene: Scene, { scale }: Item, work: Work): Input[] {
  if (scale.kind === "value") return scene.inputs(scale.expression, { work });
  if (scale.kind !== "ratio") return [];
  return [scale.done, scale.target].flatMap((column) =>
    column === undefined ? [] : [{ name: scene.plan.columns[column]?.id ?? "", value: work.columns[column], column }],
  );
}

export function readCell(row: Row, cell: number, value: Cell): CellRead {
  const column = row.sheet.cells[cell] ?? 0;
  return { row, column, name: column === 0 ? "" : `${columnLetters(column)}${row.line}`, value };
}
