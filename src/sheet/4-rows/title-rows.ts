import type { Plan } from "../../model/plan.ts";
import { clean, fold } from "../../text/fold.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { goesOnAsTotal, sumsOfGroups, withoutFigures, wordOfRow } from "../row-words.ts";

/** Rows with nothing but the title of a group, which is a value of those below it: `I, Chi bộ 1` over its members. */
export interface TitleRows {
  /**
   * Is it one? The values of its column are then its own. `perhaps`: it may as well be somebody without scores, or a remark. `remark`:
   * it says something else of the group that has just begun.
   */
  take(record: SheetRecord): { readonly kind: "title" | "perhaps" | "remark"; readonly text: string } | undefined;
  /** The row of somebody. */
  somebody(): void;
  /** By index of the plan column: what the rows that follow belong to. */
  readonly values: ReadonlyMap<number, string>;
}

/** Absent for a sheet in which every such column stands by itself. What is said above its header holds up to the first title. */
export function createTitleRows(
  plan: Plan,
  { layout, names: heads, groups }: Pick<BoundHeader, "layout" | "names" | "groups">,
): TitleRows | undefined {
  const ordinalOf = (index: number): number => layout.columns[index] ?? 0;
  const columns = plan.columns.flatMap(({ from, id, headers }, index) =>
    from === "title_rows" && ordinalOf(index) === 0 ? [{ index, names: [id, ...headers] }] : [],
  );
  if (columns.length === 0) return undefined;
  const identity = [...plan.key, ...(plan.name === undefined ? [] : [plan.name])].map(ordinalOf);
  const used = new Set([...layout.columns, ...layout.cells].filter((ordinal) => !identity.includes(ordinal)));
  const arePeopleNumbered = heads.some(isRowNumberName);
  const values = new Map(groups);
  const isSumOfGroup = sumsOfGroups(plan);
  /** Does the group begin with the name of its column, and has it nobody yet? */
  let isNamedGroup = groups.size > 0;
  let isEmptyGroup = true;

  const isTotal = (text: string): boolean =>
    wordOfRow(withoutFigures(text)) !== undefined || goesOnAsTotal(text) || isSumOfGroup(text);

  /** The column whose title it is by its first words, else the only one. */
  function columnOf(text: string): number | undefined {
    const named = columns.findIndex(({ names }) => names.some((name) => beginsWith(text, name)));
    return named >= 0 || columns.length > 1 ? named : 0;
  }

  /** What stands above in a title of a wider group goes on; what a narrower one said ends. */
  function set(at: number, text: string): void {
    const { index, names } = columns[at] as (typeof columns)[number];
    values.set(index, withoutName(text, names));
    for (const { index: narrower } of columns.slice(at + 1)) values.delete(narrower);
  }

  return {
    values,
    somebody() {
      isEmptyGroup = false;
    },
    take({ cells }) {
      const filled = cells.flatMap((raw, at) => {
        const text = cellText(raw);
        return text === "" ? [] : [{ text, ordinal: at + 1 }];
      });
      const [title, ...others] = filled.filter(({ text }) => !ordinalNumber.test(text));
      if (!title || others.some(({ text }) => text !== title.text) || isTotal(title.text)) return undefined;
      if (filled.some(({ ordinal }) => used.has(ordinal))) return undefined;
      const at = columnOf(title.text);
      if (at === undefined || at < 0) return undefined;
      const isNamed = columns.some(({ names }) => names.some((name) => beginsWith(title.text, name)));
      const numbers = filled.filter((each) => each !== title && each.text !== title.text);
      if (!isNamed && identity.includes(title.ordinal)) {
        if (numbers.some(({ text }) => /^\d/.test(text))) return undefined;
        const isKey = plan.key.every((index) => [0, title.ordinal].includes(ordinalOf(index)));
        if (isKey && numbers.length === 0 && !arePeopleNumbered) return { kind: "perhaps", text: title.text };
      }
      const label = labelIn(title.text);
      const saysOther = label !== "" && !columns.some(({ names }) => names.some((name) => fold(name) === fold(label)));
      const hasNumber = numbers.length > 0 || withoutNumber(title.text) !== title.text;
      const isOwn = isNamed && !(saysOther && !/\d/.test(label));
      if (isNamedGroup && !isOwn && !hasNumber && (saysOther || isEmptyGroup))
        return { kind: saysOther && isEmptyGroup && !isNamed ? "remark" : "perhaps", text: title.text };
      set(at, title.text);
      isNamedGroup = isNamed;
      isEmptyGroup = true;
      return { kind: "title", text: title.text };
    },
  };
}

/** A number of a row or of a group: `1`, `II`, `A`, with a dot or a bracket. */
const ordinalNumber = /^(?:\d{1,5}|[IVXLC]{1,7}|[A-Z])[.)]?$/;

const beginsWith = (text: string, name: string): boolean => fold(withoutNumber(text)).startsWith(fold(name));

const withoutNumber = (text: string): string => text.replace(/^(?:\d{1,5}|[IVXLC]{1,7}|[A-Z])[.)/-] */, "");

/** What stands before a colon and a value; empty without both. */
const labelIn = (text: string): string => clean(/^([^:]+):.*\S/.exec(text)?.[1] ?? "");

/** `II. Đơn vị: Phòng A` is `Phòng A`. */
function withoutName(text: string, names: readonly string[]): string {
  const [, before = "", value = ""] = /^([^:]+):(.+)$/.exec(withoutNumber(text)) ?? [];
  return names.some((name) => fold(name) === fold(before))
    ? clean(value)
    : clean(withoutNumber(text)).replace(/:$/, "");
}
