import type { PeriodWord, Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { PlainDecision } from "./decisions.ts";
import type { Names } from "./expression.ts";
import { dayNumber, daysOf, termsOf, thursdayOf } from "./periods.ts";
import { percentage } from "./sheet.ts";

/** A row of the log `so`, as it was typed: whose it is, and the texts of its columns. */
export interface PlainFact {
  /** As `keyOf` gives it. */
  readonly key: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** What is given beside sheets. */
export interface Beside {
  readonly facts?: readonly PlainFact[];
  readonly decisions?: readonly PlainDecision[];
  /** The rows of the other tables, as they were typed, by the id of the table. */
  readonly tables?: Readonly<Record<string, readonly PlainFact["texts"][]>>;
}

/** What an expression knows beside scores and columns: the period with its days, and the rows of the log in it. */
export type Around = (key: string, period: string) => Names;

export function aroundOf(rubric: Rubric, { facts = [], tables = {} }: Beside): Around {
  const terms = termsOf(rubric);
  return (key, period) => {
    const [first, last] = daysOf(period, terms);
    return (name) => {
      if (name === "period") return period;
      if (name === "period_start") return first;
      if (name === "period_end") return last;
      const table = rubric.tables?.[name];
      if (!table) return undefined;
      if (table.of === undefined) {
        const { key, period: column } = table;
        const rows = (tables[name] ?? []).filter((texts) => column === undefined || texts[column] === period);
        const records = rows.map((texts) => recordOf(table.columns, texts));
        return key === undefined
          ? records
          : new Map(rows.map((texts, at) => [texts[key] as string, records[at] as Names]));
      }
      const isIn = ({ texts }: PlainFact): boolean => {
        const day = belongs(texts[table.period as string] as string, rubric.period);
        return first <= day && day <= last;
      };
      return facts.filter((fact) => fact.key === key && isIn(fact)).map(({ texts }) => recordOf(table.columns, texts));
    };
  };
}

const recordOf =
  (
    columns: Readonly<Record<string, { readonly type: string; readonly default?: unknown }>>,
    texts: PlainFact["texts"],
  ): Names =>
  (id) => {
    const text = texts[id] ?? "";
    if (text === "") return columns[id]?.default as never;
    const type = columns[id]?.type;
    return type === "number" ? percentage(text) : type === "date" ? dayNumber(text) : text;
  };

/** Where weeks are the shortest periods a day belongs where its week does. */
const belongs = (text: string, shortest: PeriodWord): number =>
  shortest === "week" ? thursdayOf(dayNumber(text)) : dayNumber(text);
