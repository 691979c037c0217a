import { formatDecimal } from "../../../src/number/decimal.ts";
import type { Exact } from "../../../src/number/exact.ts";
import type { NodePart, Rubric } from "../../../src/rubric/2-shape/rubric.generated.ts";
import { maxOf } from "../item.ts";
import type { Draw } from "./draw.ts";
import { itemsOf } from "./words.ts";

/** A sheet whose rows of nobody are written: its columns in their order, by ids; what is behind them no rubric knows. */
export interface Table {
  readonly rubric: Rubric;
  readonly columns: readonly string[];
  readonly head: readonly (readonly string[])[];
  /** The mark before the decimals of a column. */
  readonly marks: readonly string[];
}

type Cells = readonly string[];

/** What offices write above the head of a table. */
export const aboveHead = (draw: Draw): Cells[] => (draw.rarely(4) ? [["BẢNG CHẤM ĐIỂM"], [""]] : []);

/** Right below the head: the numbers of the columns, and what each item is worth at most. */
export function belowHead(draw: Draw, table: Table): Cells[] {
  const { columns } = table;
  const numbers = draw.one([
    columns.map((_, at) => `${at + 1}`),
    columns.map((_, at) => `(${at + 1})`),
    columns.map((_, at) => (at < 2 ? "AB"[at] : at - 1) as string | number).map(String),
  ]);
  return [
    ...(columns.length >= 4 && draw.rarely(4) ? [numbers] : []),
    ...(draw.rarely(4) ? [maxima(draw, table)] : []),
  ];
}

/** Between people: the head once more, as on a new printed page, the title of a group, a sum, or nothing at all. */
export function betweenPeople(draw: Draw, table: Table): Cells[] {
  if (!draw.rarely(10)) return [];
  const { columns, head } = table;
  switch (draw.int(0, 4)) {
    case 1:
      return [columns.map(() => "")];
    case 2:
      return [aside(draw, table, draw.one(["Chi bộ 2", "II. Phòng Tổ chức", "Lê Thị Tổng"]))];
    case 3:
      return [sum(draw, table)];
    case 4:
      return [maxima(draw, table)];
    default:
      return [...head, ...belowHead(draw, table)];
  }
}

/** Behind the last of them: a sum, and who signs, wherever it stands. */
export function belowPeople(draw: Draw, table: Table): Cells[] {
  const { columns, rubric } = table;
  const free = columns.map((id, at) => [id, at] as const).filter(([id]) => !keysOf(rubric).includes(id));
  const [, at] = draw.one(free);
  return [
    ...(draw.rarely(4) ? [sum(draw, table)] : []),
    ...(draw.rarely(4) ? [columns.map((_, column) => (column === at ? "Người lập biểu" : ""))] : []),
    ...(draw.rarely(6) ? [aside(draw, table, "Hà Nội, ngày 3 tháng 4 năm 2026")] : []),
  ];
}

const keysOf = ({ subject: { key } }: Rubric): readonly string[] => [key].flat();

const asides = ({ rubric, columns }: Table): readonly number[] =>
  [...columns.keys()].filter((at) => {
    const id = columns[at] as string;
    return !keysOf(rubric).includes(id) && !itemsOf(rubric).has(id);
  });

/** The first column that is neither a key nor an item. */
const firstAside = (table: Table): number => asides(table)[0] as number;

/** A text in such a column. */
function aside(draw: Draw, table: Table, text: string): Cells {
  const { columns } = table;
  const at = draw.one([...asides(table), columns.length]);
  return [...columns, ""].map((_, column) => (column === at ? text : ""));
}

/**
 * Words for a sum that call nobody as the first text of a row without a key, and figures behind them. In a column of levels it could be one.
 * Of `Tổng`, which somebody may be called, the figures decide: they are tried in golden cases.
 */
function sum(draw: Draw, table: Table): Cells {
  const { rubric, columns } = table;
  const word = draw.one(["Tổng cộng", "TỔNG SỐ", "Cộng:", "Trung bình:", "Bình quân :", "Điểm TB"]);
  const first = firstAside(table);
  const isFigure = (id: string, at: number): boolean => at > first && !keysOf(rubric).includes(id) && draw.rarely(2);
  return columns.map((id, at) => (at === first ? word : isFigure(id, at) ? draw.one(["12", "3,5", "0.25"]) : ""));
}

/** The most that each item offers, behind a word that says so. */
function maxima(draw: Draw, table: Table): Cells {
  const { rubric, columns, marks } = table;
  const items = itemsOf(rubric);
  const first = firstAside(table);
  return columns.map((id, at) => {
    const part = items.get(id);
    if (at === first) return draw.one(["Điểm tối đa", "TỐI ĐA", "Tối đa:"]);
    return part && at > first ? formatDecimal(draw.one(mostOf(part))).replace(".", marks[at] as string) : "";
  });
}

/** Several figures where a column decides. */
const mostOf = (part: NodePart): readonly Exact[] => {
  const max = part.yes ?? part.ratio?.max ?? part.max;
  return typeof max === "object" && max !== null && "by" in max
    ? Object.entries(max).flatMap(([name, value]) => (name === "by" ? [] : [value as Exact]))
    : [maxOf(part)];
};
