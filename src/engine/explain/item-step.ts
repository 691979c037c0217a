import type { Expression } from "../../expression/tree.ts";
import { expressionText } from "../../expression/write.ts";
import type { CellRead, Input, ItemStep } from "../../model/derivation-scores.ts";
import type { Item, Node, Units } from "../../model/node.ts";
import { cellAt, columnLetters } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell, Row } from "../../model/row.ts";
import { equal } from "../../number/exact.ts";
import type { Subject } from "../law/subject.ts";
import type { Scored } from "./area-step.ts";
import { endOf } from "./area-step.ts";
import type { Scene } from "./scene.ts";

/** One item of one row, or of none where a longer period has no row of its own. */
export function itemStep(scene: Scene, index: number, node: Node, scored: Scored, row: Row | undefined): ItemStep {
  const { subject, recording } = scored;
  const { work } = subject;
  const item = node.body as Item;
  const head = { kind: "item", node, item, state: work.states[index] ?? "none", full: 0 } as const;
  const when = node.when && head.state !== "counts" ? scene.applies(node.when, subject) : undefined;
  if (head.state === "none" || when?.holds === false) return { ...head, inputs: [], ...(when && { when }) };
  const formula = formulaOf(item);
  const value = item.cell === undefined ? undefined : (work.cells[item.cell] ?? null);
  const scaled = recording.find("scaled", index);
  const absent = recording.find("absent", index);
  return {
    ...head,
    full: scene.points(work.full[index] as Units),
    ...(row && value !== undefined && { cell: readCell(row, item.cell as number, value) }),
    inputs: scaled || absent ? computedFrom(scene, item, subject) : decidedBy(scene, node, subject),
    ...(formula && { formula: expressionText(formula) }),
    ...(absent && { absence: { policy: absent.policy, because: reasonOf(value, row !== undefined) } }),
    ...(scaled && { scaled: scene.points(scaled.score) }),
    ...(scaled && !equal(scaled.cut, scaled.score) && { cut: scene.points(scaled.cut) }),
    ...endOf(scene, node, index, scored),
  };
}

/** Why a score was not there. */
function reasonOf(cell: Cell | undefined, hasRow: boolean): NonNullable<ItemStep["absence"]>["because"] {
  if (typeof cell === "string") return "code";
  return hasRow ? (cell === null ? "blank" : "no_value") : "no_row";
}

/** The column on which the points of an item depend, of which nobody knows what it says. */
const decidedBy = ({ plan }: Scene, { by }: Node, subject: Subject): Input[] =>
  by ? [columnInput(plan, by.column, subject)] : [];

/** What an item without a cell of its own is computed from. */
function computedFrom(scene: Scene, item: Item, subject: Subject): Input[] {
  const { scale } = item;
  const formula = formulaOf(item);
  if (formula) return scene.inputs(formula, subject);
  if (scale.kind !== "ratio" || !subject.work.row) return [];
  return [scale.done, scale.target].flatMap((column) =>
    column === undefined ? [] : [columnInput(scene.plan, column, subject)],
  );
}

function columnInput({ columns }: Plan, column: number, { work }: Subject): Input {
  const name = columns[column]?.id ?? "";
  return { expression: { kind: "name", name }, name, value: work.columns[column], column };
}

/** The expression of a `value`, or of a table of one. */
const formulaOf = ({ scale }: Item): Expression | undefined =>
  scale.kind === "value" ? scale.expression : scale.kind === "table" ? scale.of : undefined;

export function readCell(row: Row, cell: number, value: Cell): CellRead {
  const ordinal = row.sheet.cells[cell] ?? 0;
  const { sheet, line, column } = cellAt(row, ordinal);
  const name = column === 0 ? "" : `${columnLetters(column)}${line}`;
  if (sheet === row.sheet) return { row: { ...row, line }, column, name, value };
  const { columns, cells } = row.sheet;
  const elsewhere = { ...row, sheet: { ...sheet, columns, cells }, line };
  return { row: elsewhere, column, name: `${sheet.recorded ?? sheet.name}!${name}`, value };
}
