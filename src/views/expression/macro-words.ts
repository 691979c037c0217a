import { namesIn } from "../../expression/names.ts";
import type { Comparison, Expression } from "../../expression/tree.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { isComparison } from "./expression-words.ts";

export type Macro = Extract<Expression, { kind: "macro" }>;

/** What a macro runs over. */
export interface Variable {
  /** The heads of the columns of a table. */
  readonly heads: ReadonlyMap<string, string | undefined> | undefined;
  /** What its fields are called that no column and no area or item is. */
  readonly fields: ReadonlyMap<string, Bilingual>;
  /** Whether the condition looks at the subject as well, so that it must be said whose field is meant. */
  readonly isApart: boolean;
}

const periodFields: Variable["fields"] = new Map([["period", phrase("the period")]]);
const itemFields: Variable["fields"] = new Map([
  ["id", phrase("the item")],
  ["score", phrase("the score")],
  ["full", phrase("its max")],
  ["raw", phrase("the cell")],
  ["weight", phrase("the weight")],
]);

const isItems = (list: Expression): boolean =>
  list.kind === "macro" ? list.name === "filter" && isItems(list.list) : list.kind === "ask" && list.name === "items";

/** `count(LIST, x, …)` or `size(LIST.filter(x, …))`. */
export function countIn(expression: Expression): Macro | undefined {
  if (expression.kind === "macro") return expression.name === "count" ? expression : undefined;
  const [list] = expression.kind === "call" && expression.name === "size" ? expression.arguments : [];
  return list?.kind === "macro" && list.name === "filter" ? list : undefined;
}

/** Whether what stands behind it would be read as a part of its condition. */
export const endsInCondition = (expression: Expression): boolean =>
  expression.kind === "binary"
    ? isComparison(expression.operator) && countIn(expression.left) !== undefined
    : expression.kind === "macro";

/** The table whose rows a list holds, all or some. */
function tableIn(list: Expression): string {
  if (list.kind === "macro" && list.name === "filter") return tableIn(list.list);
  return list.kind === "name" ? list.name : "";
}

/** What the variable of a macro stands for. `heads`: of the columns of each table. */
export function variableOf(
  { list, body, variable }: Macro,
  heads: ReadonlyMap<string, NonNullable<Variable["heads"]>>,
): Variable {
  const isOther = (name: string): boolean => name !== variable && !name.startsWith(`${variable}.`);
  return {
    heads: heads.get(tableIn(list)),
    fields: isItems(list) ? itemFields : periodFields,
    isApart: [...namesIn(body)].some(isOther),
  };
}

/** A list and a condition on each of its elements, in words. */
export type MacroParts = Readonly<Record<"list" | "condition", string>>;

export function macroWords(name: Macro["name"], parts: MacroParts): Bilingual {
  switch (name) {
    case "all":
      return phrase("of {list} every one: {condition}", parts);
    case "exists":
      return phrase("of {list} at least one: {condition}", parts);
    case "exists_one":
      return phrase("of {list} exactly one: {condition}", parts);
    case "filter":
      return phrase("those of {list} with: {condition}", parts);
    case "map":
      return phrase("{condition}, of each of {list}", parts);
    case "count":
      return phrase("how many of {list} ({condition})", parts);
    case "consecutive":
      return phrase("how many of {list} in a row ({condition})", parts);
  }
}

/** How many of a list there are that something holds of, compared with a number. */
export function countWords(operator: Comparison, parts: MacroParts & { readonly count: string }): Bilingual {
  switch (operator) {
    case ">=":
      return phrase("of {list} at least {count}: {condition}", parts);
    case "<=":
      return phrase("of {list} at most {count}: {condition}", parts);
    case ">":
      return phrase("of {list} more than {count}: {condition}", parts);
    case "<":
      return phrase("of {list} fewer than {count}: {condition}", parts);
    case "==":
      return phrase("of {list} exactly {count}: {condition}", parts);
    case "!=":
      return phrase("of {list} not {count}: {condition}", parts);
  }
}
