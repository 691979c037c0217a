import type { Binary, Comparison, Expression } from "../../expression/tree.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { formatDate } from "../../period/date.ts";
import type { Bilingual, Language } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { columnText } from "../columns.ts";
import { forPeople } from "../style.ts";
import { flags } from "../words.ts";

/** Says an expression in words for those who do not write any. */
export type InWords = (expression: Expression) => string;

/** With the titles of a rubric for its names, and its labels for their values. */
export function inWords(plan: Plan, stage: Stage, language: Language): InWords {
  const spoken: Plan = { ...plan, language };
  const style = forPeople(spoken);
  const columns = new Map(plan.columns.map((column, at) => [column.id, { title: column.title[language], at }]));
  // By their ids: the table of criteria has them, and titles are often whole sentences.
  const nodes = new Set([...plan.stage.nodes, ...stage.nodes].map(({ id }) => id));
  const bands = new Map(
    [plan.stage, ...plan.rollups].flatMap((each) => each.bands).map(({ id, title }) => [id, title[language]]),
  );
  const own: ReadonlyMap<string, Bilingual> = ownNames();

  const say: InWords = (expression) => {
    switch (expression.kind) {
      case "literal":
        return valueText(expression.value);
      case "missing":
        return phrase("no value")[language];
      case "name":
        return nameText(expression.name);
      case "select":
        return selectText(expression.of, expression.field);
      case "index":
        return phrase("the row {row} of {table}", { row: say(expression.at), table: say(expression.of) })[language];
      case "not":
        return phrase("not ({condition})", { condition: say(expression.of) })[language];
      case "negate":
        return `−${closed(expression.of)}`;
      case "binary":
        return binaryText(expression);
      case "choose": {
        const { when, yes, no } = expression;
        const parts = { when: say(when), yes: say(yes), no: say(no) };
        return phrase("{yes} if {when}, else {no}", parts)[language];
      }
      case "ask":
        if (expression.name === "items") return itemsText(expression.arguments);
        return `${functionText(expression.name)}(${expression.arguments.map(say).join("; ")})`;
      case "call":
        return `${functionText(expression.name)}(${expression.arguments.map(say).join("; ")})`;
      case "band": {
        const parts = { of: say(expression.of), than: bandText(expression.than) };
        return expression.name === "atLeast"
          ? phrase("{of} is {than} or better", parts)[language]
          : phrase("{of} is worse than {than}", parts)[language];
      }
      case "macro":
        return macroText(expression);
      case "list":
        return expression.elements.map(say).join(", ");
    }
  };
  return say;

  function itemsText([area]: readonly Expression[]): string {
    const id = area?.kind === "literal" ? String(area.value) : "";
    return phrase("the items of {area}", { area: id })[language];
  }

  function valueText(value: Exact | string | boolean): string {
    if (typeof value === "boolean") return flags[value ? "yes" : "no"][language];
    return typeof value === "string" ? `“${value}”` : formatDecimal(value).replace(".", style.decimalMark);
  }

  function nameText(name: string): string {
    return columns.get(name)?.title ?? own.get(name)?.[language] ?? name;
  }

  function selectText(of: Expression, field: string): string {
    const name = nameText(field);
    if (of.kind !== "name") return phrase("{field} of {what}", { field: name, what: say(of) })[language];
    if (of.name === "raw") return phrase("the cell of {name}", { name })[language];
    if (of.name === "full") return phrase("the max of {name}", { name })[language];
    if (of.name === "latest") return phrase("{name} in the last period", { name })[language];
    return columns.has(of.name) || nodes.has(of.name) || own.has(of.name)
      ? phrase("{field} of {what}", { field: name, what: nameText(of.name) })[language]
      : name;
  }

  function binaryText({ operator, left, right, operands }: Binary): string {
    if (operator === "&&")
      return phrase("{left} and {right}", { left: closed(left, "||"), right: closed(right, "||") })[language];
    if (operator === "||")
      return phrase("{left} or {right}", { left: closed(left, "&&"), right: closed(right, "&&") })[language];
    if (operator === "in") return phrase("{left} is among {right}", { left: say(left), right: say(right) })[language];
    if (!isComparison(operator)) return `${closed(left)} ${symbols[operator]} ${closed(right)}`;
    const [one, other] = [
      [left, right],
      [right, left],
    ].map(([side, beside]) =>
      bracketed(operandText(side as Expression, beside as Expression, operands), side?.kind === "choose"),
    );
    return comparisons[operator](one as string, other as string)[language];
  }

  /** The value of a choice by its label, of a band by its title. */
  function operandText(side: Expression, beside: Expression, operands: string): string {
    if (side.kind !== "literal" || typeof side.value === "boolean") return say(side);
    if (operands === "band") return bandText(side);
    const column = columnOf(beside);
    if (operands === "date" && typeof side.value === "number") return formatDate(side.value);
    return column === undefined ? say(side) : columnText(spoken, column, style)(side.value) || say(side);
  }

  /** The column that a name, or a field of a period, is about. */
  function columnOf(side: Expression): number | undefined {
    const name = side.kind === "name" ? side.name : side.kind === "select" ? side.field : undefined;
    return name === undefined ? undefined : columns.get(name)?.at;
  }

  function bandText(side: Expression): string {
    return side.kind === "literal" && typeof side.value === "string"
      ? (bands.get(side.value) ?? side.value)
      : say(side);
  }

  function macroText({ name, list, body }: Extract<Expression, { kind: "macro" }>): string {
    const parts = { list: say(list), condition: say(body) };
    switch (name) {
      case "all":
        return phrase("of {list} every one: {condition}", parts)[language];
      case "exists":
        return phrase("of {list} at least one: {condition}", parts)[language];
      case "exists_one":
        return phrase("of {list} exactly one: {condition}", parts)[language];
      case "filter":
        return phrase("those of {list} with: {condition}", parts)[language];
      case "map":
        return phrase("{condition}, of each of {list}", parts)[language];
      case "count":
        return phrase("how many of {list}: {condition}", parts)[language];
      case "consecutive":
        return phrase("how many of {list} in a row: {condition}", parts)[language];
    }
  }

  /** In brackets where it would be read otherwise. */
  function closed(expression: Expression, ...apart: readonly string[]): string {
    const text = say(expression);
    const needs =
      expression.kind === "choose" ||
      (expression.kind === "binary" && (apart.length === 0 || apart.includes(expression.operator)));
    return bracketed(text, needs);
  }

  function functionText(name: string): string {
    return functions.get(name)?.[language] ?? name;
  }
}

const bracketed = (text: string, needs: boolean): string => (needs ? `(${text})` : text);

const isComparison = (operator: string): operator is Comparison => Object.hasOwn(comparisons, operator);

const comparisons: Readonly<Record<Comparison, (left: string, right: string) => Bilingual>> = {
  "==": (left, right) => phrase("{left} is {right}", { left, right }),
  "!=": (left, right) => phrase("{left} is not {right}", { left, right }),
  "<": (left, right) => phrase("{left} is below {right}", { left, right }),
  "<=": (left, right) => phrase("{left} is at most {right}", { left, right }),
  ">": (left, right) => phrase("{left} is above {right}", { left, right }),
  ">=": (left, right) => phrase("{left} is at least {right}", { left, right }),
};

const symbols = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

const ownNames = (): ReadonlyMap<string, Bilingual> =>
  new Map([
    ["total", phrase("the total")],
    ["unclamped", phrase("the total before the limit")],
    ["band", phrase("the band")],
    ["periods", phrase("the rated periods")],
    ["unrated", phrase("the periods without a class")],
    ["average", phrase("the average of the periods")],
    ["state", phrase("the state")],
    ["period", phrase("the period itself")],
    ["period_start", phrase("the first day of the period")],
    ["period_end", phrase("the last day of the period")],
  ]);

const functions: ReadonlyMap<string, Bilingual> = new Map([
  ["size", phrase("number of")],
  ["sum", phrase("sum of")],
  ["mean", phrase("mean of")],
  ["min", phrase("least of")],
  ["max", phrase("greatest of")],
  ["smallest", phrase("least of")],
  ["largest", phrase("greatest of")],
  ["round", phrase("rounded")],
  ["clamp", phrase("limited to")],
  ["days", phrase("days between")],
  ["months", phrase("full months between")],
  ["recent", phrase("the last periods")],
]);
