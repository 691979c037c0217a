import type { Expression } from "../../expression/tree.ts";
import { casesOf } from "../../model/cases.ts";
import type { ColumnValues } from "../../model/column.ts";
import { wordsOf } from "../../model/column.ts";
import { listsBy } from "../../model/groups.ts";
import type { Item } from "../../model/node.ts";
import type { Cell } from "../../model/row.ts";
import { kindWords } from "../../period/kind-words.ts";
import type { PeriodKind } from "../../period/period.ts";
import { suggest } from "../../text/suggest.ts";
import { cellText, isNumberAt } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { scoreColumns } from "../2-header/targets.ts";
import type { Condition } from "./condition.ts";
import { conditionOf } from "./condition.ts";
import { undamaged } from "./damage.ts";
import type { CellReader } from "./fault.ts";
import { cellReader, isFault } from "./fault.ts";
import { itemDecoder } from "./item-decoder.ts";
import { readNumber } from "./number-text.ts";
import type { PercentScan } from "./percent-scan.ts";
import { createPercentScan } from "./percent-scan.ts";
import { isScoreLike } from "./score-like.ts";
import type { SheetReading } from "./sheet-reading.ts";

/** An item as a column of the sheet, with what reads its cells. */
export interface Slot {
  /** Place in `Row.cells`. */
  readonly cell: number;
  readonly id: string;
  /** 0 where the sheet has no such column. */
  readonly ordinal: number;
  readonly item: Item;
  readonly read: CellReader<Cell>;
  /** Where its points depend on a column: how it is read for each value of that. */
  readonly by: { readonly column: number; readonly reads: ReadonlyMap<unknown, CellReader<Cell>> } | undefined;
  readonly percents: PercentScan;
  /** Kind of period of the rows that have it. */
  readonly rows: PeriodKind;
  /** The `when` of the item and of the areas around it: all must hold. */
  readonly conditions: readonly Condition[];
}

/** Reads the score cells of a sheet. */
export interface ScoreReader {
  readonly slots: readonly Slot[];
  /** Those of a row; what cannot be read, or does not apply and is filled, is reported. */
  read(record: SheetRecord, columns: ColumnValues, rows: PeriodKind): Cell[];
  /** What a row of nobody known holds in score cells, or beside the table: what could be meant as a score, or any other text. */
  heldBy(record: SheetRecord): "score" | "text" | undefined;
  /** After the last row: checks that need all of them. */
  finish(): void;
}

export function createScoreReader({ plan, header, marks, typed, complaints, diagnostics }: SheetReading): ScoreReader {
  const compiled = new Map<Expression, Condition>();
  const condition = (when: Expression): Condition => {
    const known = compiled.get(when) ?? conditionOf(when, plan);
    compiled.set(when, known);
    return known;
  };
  const slots = scoreColumns(plan).map(({ node, item, cell, names, rows, conditions }): Slot => {
    const ordinal = header.layout.cells[cell] ?? 0;
    const percents = createPercentScan(header.place, diagnostics, "ratio");
    const readerOf = (body: Item): CellReader<Cell> =>
      cellReader(undamaged(itemDecoder(body, plan, marks, percents, typed)), (text) => !marks.asks(text));
    const reads = new Map([...casesOf(node)].map(([value, { body }]) => [value, readerOf(body as Item)]));
    const by = node.by && { column: node.by.column, reads };
    const chain = conditions.map(condition);
    return { cell, id: names[0], item, rows, ordinal, read: readerOf(item), by, percents, conditions: chain };
  });
  const asksColumns = ({ conditions: chain, by }: Slot): boolean => chain.length > 0 || by !== undefined;
  const plain = slots.filter((slot) => !asksColumns(slot));
  const conditional = shared(slots.filter(asksColumns));
  const none: readonly Cell[] = slots.map(() => null);

  function read(record: SheetRecord, columns: ColumnValues, rows: PeriodKind): Cell[] {
    const values = none.slice();
    const areColumnsSound = complaints.code === undefined;
    for (const slot of plain) {
      if (slot.rows === rows) values[slot.cell] = valueIn(record, slot, columns);
      else complainOfStranger(record, slot);
    }
    if (!areColumnsSound) return values;
    for (const group of conditional) {
      const [first] = group;
      if (first && first.rows !== rows) {
        complainOfStranger(record, first);
        continue;
      }
      const applying = group.filter((slot) => slot.conditions.every((each) => each.holds(columns)));
      if (applying.length === 0) complainOfFilled(record, group);
      for (const slot of applying) values[slot.cell] = valueIn(record, slot, columns);
    }
    return values;
  }

  return {
    slots,
    read,
    heldBy(record) {
      const { line, cells } = record;
      if (cells.slice(header.names.length).some((raw) => readNumber(cellText(raw)) !== undefined)) return "score";
      let held: "text" | undefined;
      for (const { ordinal, read, item } of slots) {
        const raw = cells[ordinal - 1] ?? "";
        const text = cellText(raw);
        if (text === "") continue;
        if (
          isScoreLike(text) ||
          isNearLevel(item, text) ||
          !isFault(read(raw, { line, column: ordinal, isNumber: isNumberAt(record, ordinal) }))
        )
          return "score";
        held = "text";
      }
      return held;
    },
    finish() {
      for (const { percents, ordinal } of slots) percents.finish(complaints.header(ordinal));
    },
  };

  function valueIn(record: SheetRecord, slot: Slot, columns: ColumnValues): Cell {
    const { line, cells } = record;
    const { id, ordinal, by } = slot;
    if (ordinal === 0) {
      complaints.row("D217", { column: id, key: complaints.key });
      return null;
    }
    const raw = cells[ordinal - 1] ?? "";
    const read = by?.reads.get(columns[by.column]) ?? slot.read;
    const value = read(raw, { line, column: ordinal, isNumber: isNumberAt(record, ordinal) });
    if (!isFault(value)) return value;
    complaints.cell(value, ordinal, raw);
    return null;
  }

  /** An item of another kind of period has nothing to say in this row. */
  function complainOfStranger({ cells }: SheetRecord, { id, ordinal, rows }: Slot): void {
    const found = ordinal === 0 ? "" : cellText(cells[ordinal - 1] ?? "");
    if (found === "") return;
    const parameters = {
      header: complaints.header(ordinal),
      key: complaints.key,
      found,
      what: id,
      kind: kindWords[rows],
    };
    complaints.row("D219", parameters, ordinal);
  }

  function complainOfFilled({ cells }: SheetRecord, group: readonly Slot[]): void {
    const ordinal = group[0]?.ordinal ?? 0;
    const found = cellText(cells[ordinal - 1] ?? "");
    if (found === "") return;
    const deciding = new Set(group.flatMap((slot) => slot.conditions.flatMap(({ uses }) => uses)));
    complaints.row(
      "D211",
      {
        header: complaints.header(ordinal),
        key: complaints.key,
        found,
        what: group.map(({ id }) => id).join(", "),
        columns: [...deciding].map((index) => plan.columns[index]?.id).join(", "),
      },
      ordinal,
    );
  }
}

/** Is it likely the name of a level, misspelt: `Tôt`? */
const isNearLevel = ({ scale }: Item, text: string): boolean =>
  scale.kind === "levels" && suggest(text, scale.levels.flatMap(wordsOf)) !== undefined;

/** Slots that share a column of the sheet, together; those of other rows apart. */
const shared = (slots: readonly Slot[]): readonly (readonly Slot[])[] => [
  ...listsBy(slots, ({ ordinal, cell, rows }) => (ordinal === 0 ? `cell ${cell}` : `${rows} ${ordinal}`)).values(),
];
