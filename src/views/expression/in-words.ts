import type { Binary, Expression } from "../../expression/tree.ts";
import type { Plan } from "../../model/plan.ts";
import type { State } from "../../model/report.ts";
import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { formatDate } from "../../period/date.ts";
import type { Bilingual, Language } from "../../text/bilingual.ts";
import { sayIn } from "../../text/phrase.ts";
import { columnText } from "../columns.ts";
import { forPeople } from "../style.ts";
import { flags, states } from "../words.ts";
import { comparisons, functions, isComparison, ownNames, symbols } from "./expression-words.ts";
import { levelText } from "./level-text.ts";
import type { Macro, MacroParts, Variable } from "./macro-words.ts";
import { countIn, countWords, endsInCondition, macroWords, variableOf } from "./macro-words.ts";

/** Says an expression in words for those who do not write any. */
export type InWords = (expression: Expression) => string;

/** Longer titles are sentences, which nobody could find their way out of inside another one. */
const longestTitle = 60;

/**
 * With the titles of a rubric for its names, and its labels for their values.
 * @param nodes what areas and items are called: by their ids where a table of criteria stands beside
 */
export function inWords(plan: Plan, language: Language, nodes: "ids" | "titles"): InWords {
  const say = sayIn(language);
  const spoken: Plan = { ...plan, language };
  const style = forPeople(spoken);
  const columns = new Map(plan.columns.map((column, at) => [column.id, { title: column.title[language], at }]));
  const stages = [plan.stage, ...plan.rollups];
  const titles = new Map(stages.flatMap((stage) => stage.nodes).map(({ id, title }) => [id, title[language]]));
  const heads = new Map(
    plan.tables?.map(({ id, columns: own }) => [id, new Map(own.map((each) => [each.id, each.headers[0]]))]),
  );
  const bands = new Map(stages.flatMap((stage) => stage.bands).map(({ id, title }) => [id, title[language]]));
  /** What the variables of the macros around run over. */
  const variables = new Map<string, Variable>();

  const words: InWords = (expression) => {
    switch (expression.kind) {
      case "literal":
        return valueText(expression.value);
      case "missing":
        return say("no value");
      case "name":
        return nameText(expression.name);
      case "select":
        return selectText(expression.of, expression.field);
      case "index":
        return say("the row {row} of {table}", { row: words(expression.at), table: words(expression.of) });
      case "not":
        return say("not ({condition})", { condition: words(expression.of) });
      case "negate":
        return `−${closed(expression.of)}`;
      case "binary":
        return binaryText(expression);
      case "choose": {
        const { when, yes, no } = expression;
        const parts = { when: words(when), yes: words(yes), no: words(no) };
        return say("{yes} if {when}, else {no}", parts);
      }
      case "ask":
        return expression.name === "items"
          ? itemsText(expression.arguments)
          : say("the last {count} periods", { count: expression.arguments.map(words) });
      case "call":
        return callText(expression.name, expression.arguments);
      case "band": {
        const parts = { of: words(expression.of), than: bandText(expression.than) };
        return expression.name === "atLeast"
          ? say("{of} is {than} or better", parts)
          : say("{of} is worse than {than}", parts);
      }
      case "macro":
        return macroWords(expression.name, partsOf(expression))[language];
      case "list":
        return expression.elements.map(words).join(", ");
    }
  };
  return words;

  function itemsText([area]: readonly Expression[]): string {
    const id = area?.kind === "literal" ? String(area.value) : "";
    return say("the items of {area}", { area: nodeText(id) });
  }

  function valueText(value: Exact | string | boolean): string {
    if (typeof value === "boolean") return flags[value ? "yes" : "no"][language];
    return typeof value === "string" ? `“${value}”` : formatDecimal(value).replace(".", style.decimalMark);
  }

  function nameText(name: string): string {
    if (variables.has(name)) return say("the value");
    if (nodes === "titles" && titles.has(name)) return say("the score of {name}", { name: nodeText(name) });
    return columns.get(name)?.title ?? ownNames.get(name)?.[language] ?? name;
  }

  function nodeText(id: string): string {
    const title = titles.get(id) ?? id;
    return nodes === "ids" || title === id || title.length > longestTitle ? id : `“${title}”`;
  }

  function selectText(of: Expression, field: string): string {
    const variable = of.kind === "name" ? variables.get(of.name) : undefined;
    const table = of.kind === "index" && of.of.kind === "name" ? heads.get(of.of.name) : variable?.heads;
    const name = table?.get(field) ?? variable?.fields.get(field)?.[language] ?? nameText(field);
    if (variable) return variable.isApart ? say("{field} there", { field: name }) : name;
    if (of.kind === "index")
      return say("{field} of {row} by the table {table}", { field: name, row: words(of.at), table: words(of.of) });
    if (of.kind !== "name") return say("{field} of {what}", { field: name, what: words(of) });
    if (of.name === "raw") return say("the cell of {name}", { name: nodeText(field) });
    if (of.name === "full") return say("the max of {name}", { name: nodeText(field) });
    if (of.name === "latest") {
      const isLast = plan.rollups.every(({ attributes }) => attributes === "latest");
      return say(isLast ? "{name} in the last period" : "{name} in the period that groups go by", { name });
    }
    return columns.has(of.name) || titles.has(of.name) || ownNames.has(of.name)
      ? say("{field} of {what}", { field: name, what: nameText(of.name) })
      : name;
  }

  function binaryText({ operator, left, right, operands }: Binary): string {
    if (operator === "&&") return say("{left} and {right}", { left: closed(left, "||"), right: closed(right, "||") });
    if (operator === "||") return say("{left} or {right}", { left: closed(left, "&&"), right: closed(right, "&&") });
    if (operator === "in") return say("{left} is among {right}", { left: words(left), right: words(right) });
    if (!isComparison(operator)) return `${closed(left)} ${symbols[operator]} ${closed(right)}`;
    const counted = countIn(left);
    if (counted && operands === "number" && right.kind === "literal")
      return countWords(operator, { ...partsOf(counted), count: words(right) })[language];
    const [one, other] = [
      [left, right],
      [right, left],
    ].map(([side, beside]) =>
      bracketed(operandText(side as Expression, beside as Expression, operands), side?.kind === "choose"),
    );
    if (operator === "==" && operands === "number")
      return say("{left} equals {right}", { left: one as string, right: other as string });
    return comparisons[operator](one as string, other as string)[language];
  }

  /** The value of a choice and a level by its label, of a band by its title, a state in words. */
  function operandText(side: Expression, beside: Expression, operands: string): string {
    if (side.kind !== "literal" || typeof side.value === "boolean") return words(side);
    if (operands === "band") return bandText(side);
    const column = columnOf(beside);
    const level = typeof side.value === "string" ? levelText(spoken, beside, side.value) : undefined;
    if (level !== undefined) return level;
    const state = stateOf(side.value, beside);
    if (state) return state[language];
    if (operands === "date" && typeof side.value === "number") return formatDate(side.value);
    return column === undefined ? words(side) : columnText(spoken, column, style)(side.value) || words(side);
  }

  /** The column that a name, or a field of a period, is about. */
  function columnOf(side: Expression): number | undefined {
    const name = side.kind === "name" ? side.name : side.kind === "select" ? side.field : undefined;
    return name === undefined ? undefined : columns.get(name)?.at;
  }

  function bandText(side: Expression): string {
    return side.kind === "literal" && typeof side.value === "string"
      ? (bands.get(side.value) ?? side.value)
      : words(side);
  }

  function partsOf(macro: Macro): MacroParts {
    const { list, body, variable } = macro;
    const said = words(list);
    variables.set(variable, variableOf(macro, heads));
    const parts = { list: said, condition: words(body) };
    variables.delete(variable);
    return parts;
  }

  /** In brackets where it would be read otherwise. */
  function closed(expression: Expression, ...apart: readonly string[]): string {
    const text = words(expression);
    const needs =
      expression.kind === "choose" ||
      (expression.kind === "call" && sentences.has(expression.name)) ||
      endsInCondition(expression) ||
      (expression.kind === "binary" && (apart.length === 0 || apart.includes(expression.operator)));
    return bracketed(text, needs);
  }

  function callText(name: string, given: readonly Expression[]): string {
    const [first = "", second = "", third = ""] = given.map(words);
    switch (name) {
      case "days":
        return say("the days from {first} to {second}", { first, second });
      case "months":
        return say("the full months from {first} to {second}", { first, second });
      case "round":
        return say("{first} rounded to {second}", { first, second });
      case "clamp":
        return say("{first}, not below {second} and not above {third}", { first, second, third });
    }
    const called = functions.get(name)?.[language] ?? name;
    const [only, ...others] = given;
    const several = only?.kind === "list" && others.length === 0 ? only.elements : given;
    return several.length === 1 ? `${called} ${several.map(words)}` : `${called} (${several.map(words).join("; ")})`;
  }
}

/** What is said around their arguments would go on into what stands beside it. */
const sentences: ReadonlySet<string> = new Set(["days", "months", "round", "clamp"]);

/** A state of results, where one is asked for: those of other periods, or of a table. */
const stateOf = (value: unknown, beside: Expression): Bilingual | undefined =>
  beside.kind === "select" && beside.field === "state" && Object.hasOwn(states, value as State)
    ? states[value as State]
    : undefined;

const bracketed = (text: string, needs: boolean): string => (needs ? `(${text})` : text);
