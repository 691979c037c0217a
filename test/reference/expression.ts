import type { Exact } from "../../src/number/exact.ts";
import { add, compare, divide, equal, maximum, minimum, multiply, subtract, sum } from "../../src/number/exact.ts";
import { round } from "../../src/number/rounding.ts";
import { monthsBetween } from "./periods.ts";

/** What an expression gives; `undefined` is a missing value. Bands and choices are their ids. */
export type Value = Exact | string | boolean | readonly Names[] | readonly string[] | Keyed | undefined;

/** A table whose rows have a key. */
type Keyed = ReadonlyMap<string, Names>;

/** What a name such as `A1`, `raw.A1` or `band` stands for. */
export type Names = (name: string) => Value;

type Expression = (names: Names) => Value;

/**
 * The value of an expression of LANGUAGE.md 1.10, as far as the tests write them: comparisons, `&& || !`, arithmetic,
 * names, `? :`, `in`, `atLeast`, `below`, `min`, `max`, `round`, `clamp`, `days`, `months`, and `exists`, `all`, `count`,
 * `sum`, `size` over lists.
 */
export function evaluate(text: string, names: Names, bands: readonly string[]): Value {
  const tokens = text.match(/"[^"]*"|\d+(?:\.\d+)?|[A-Za-z_][\w.]*|&&|\|\||[=!<>]=|\S/g) ?? [];
  return parse(tokens, bands)(names);
}

/** A condition that holds; a missing operand does not make it hold. */
export const holds = (text: string, names: Names, bands: readonly string[]): boolean =>
  evaluate(text, names, bands) === true;

function parse(tokens: readonly string[], bands: readonly string[]): Expression {
  let at = 0;
  const peek = (): string => tokens[at] ?? "end";
  const take = (...wanted: string[]): string | undefined => (wanted.includes(peek()) ? tokens[at++] : undefined);
  const must = (wanted: string): void => {
    if (take(wanted) === undefined) throw new Error(`${wanted} expected at ${peek()} in ${tokens.join(" ")}`);
  };

  function conditional(): Expression {
    const condition = either();
    if (!take("?")) return condition;
    const yes = conditional();
    must(":");
    const no = conditional();
    return (names) => {
      const decided = condition(names);
      return decided === undefined ? undefined : decided ? yes(names) : no(names);
    };
  }
  const either = (): Expression => leftToRight(both, { "||": (a, b) => negation(and(negation(a), negation(b))) });
  const both = (): Expression => leftToRight(comparison, { "&&": and });
  const comparison = (): Expression => leftToRight(terms, comparisons);
  const terms = (): Expression => leftToRight(factors, { "+": arithmetic(add), "-": arithmetic(subtract) });
  const factors = (): Expression => leftToRight(unary, { "*": arithmetic(multiply), "/": arithmetic(quotient) });

  function leftToRight(inner: () => Expression, operators: Record<string, (a: Value, b: Value) => Value>): Expression {
    let left = inner();
    for (let sign = take(...Object.keys(operators)); sign; sign = take(...Object.keys(operators))) {
      const [first, second, apply] = [left, inner(), operators[sign] as (a: Value, b: Value) => Value];
      left = (names) => apply(first(names), second(names));
    }
    return left;
  }

  function unary(): Expression {
    if (take("!")) {
      const inner = unary();
      return (names) => negation(inner(names));
    }
    if (take("-")) {
      const inner = unary();
      return (names) => arithmetic(subtract)(0, inner(names));
    }
    return primary();
  }

  function primary(): Expression {
    if (take("(")) {
      const inner = conditional();
      must(")");
      return inner;
    }
    const token = tokens[at++] ?? "end";
    if (token.startsWith('"')) return () => token.slice(1, -1);
    if (/^\d/.test(token)) return () => decimal(token);
    if (token === "missing") return () => undefined;
    if (token === "true" || token === "false") return () => token === "true";
    if (token === "recent") return recentMacro();
    if (take("(")) {
      if (token === "items") return itemsMacro();
      const [list, kind] = token.split(".") as [string, string?];
      return kind !== undefined
        ? macro(list, kind)
        : token === "count"
          ? counted()
          : token === "sum"
            ? summed()
            : call(token);
    }
    return take("[") ? rowOf(token) : (names) => names(token);
  }

  /** `T[x].column`. */
  function rowOf(table: string): Expression {
    const key = conditional();
    must("]");
    must(".");
    const column = tokens[at++] as string;
    return (names) => (names(table) as Keyed).get(key(names) as string)?.(column);
  }

  /** `list.exists(p, CONDITION)` is its conditions joined by ||, `all` by &&; `count(list, p, CONDITION)` goes over it too. */
  function macro(list: string, kind: string): Expression {
    const variable = tokens[at++] as string;
    must(",");
    const condition = conditional();
    must(")");
    return (names) => {
      const elements = names(list) as readonly Names[] | undefined;
      if (elements === undefined) return undefined;
      const each = elements.map((element) =>
        condition((name) => (name.startsWith(`${variable}.`) ? element(name.slice(variable.length + 1)) : names(name))),
      );
      if (kind === "count") return each.includes(undefined) ? undefined : each.filter((held) => held === true).length;
      return kind === "all" ? each.reduce(and, true) : negation(each.map(negation).reduce(and, true));
    };
  }

  /** `items(A).exists(i, CONDITION)`: the list has the name `items.A`. */
  function itemsMacro(): Expression {
    const list = `items.${tokens[at++]}`;
    must(")");
    must(".");
    const kind = tokens[at++] as string;
    must("(");
    return macro(list, kind);
  }

  /** `recent(3)`: the list has the name `recent.3`. */
  function recentMacro(): Expression {
    at--;
    const list = listName();
    if (!take(".")) return (names) => names(list);
    const kind = tokens[at++] as string;
    must("(");
    return macro(list, kind);
  }

  function listName(): string {
    const name = tokens[at++] as string;
    if (name !== "recent") return name;
    must("(");
    const count = tokens[at++] as string;
    must(")");
    return `recent.${count}`;
  }

  function counted(): Expression {
    const list = listName();
    must(",");
    return macro(list, "count");
  }

  function summed(): Expression {
    const list = listName();
    must(",");
    const field = tokens[at++] as string;
    must(")");
    return (names) => {
      const values = (names(list) as readonly Names[]).map((element) => element(field));
      return values.includes(undefined) ? undefined : sum(values as Exact[]);
    };
  }

  function call(name: string): Expression {
    const given: Expression[] = [conditional()];
    while (take(",")) given.push(conditional());
    must(")");
    return (names) => {
      const values = given.map((one) => one(names));
      return values.includes(undefined) ? undefined : apply(name, values as Exact[], bands);
    };
  }

  const whole = conditional();
  if (at < tokens.length) throw new Error(`${peek()} is too much in ${tokens.join(" ")}`);
  return whole;
}

function apply(name: string, values: readonly Exact[], bands: readonly string[]): Value {
  const [a, b, c] = values as [Exact, Exact, Exact];
  if (name === "atLeast") return bands.indexOf(String(a)) <= bands.indexOf(String(b));
  if (name === "below") return bands.indexOf(String(a)) > bands.indexOf(String(b));
  if (name === "min") return values.reduce(minimum);
  if (name === "max") return values.reduce(maximum);
  if (name === "size") return (a as unknown as readonly Names[]).length;
  if (name === "days") return subtract(b, a);
  if (name === "months") return monthsBetween(a as number, b as number);
  if (name === "round") return round(a, { to: b, mode: "half_up" });
  if (name === "clamp") return minimum(maximum(a, b), c);
  throw new Error(`no function ${name}`);
}

/** False as soon as one side is false, missing as soon as one is missing. */
const and = (a: Value, b: Value): Value =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
const negation = (a: Value): Value => (a === undefined ? undefined : !a);

const quotient = (a: Exact, b: Exact): Value => (equal(b, 0) ? undefined : divide(a, b));

function arithmetic(operate: (a: Exact, b: Exact) => Value): (a: Value, b: Value) => Value {
  return (a, b) => (a === undefined || b === undefined ? undefined : operate(a as Exact, b as Exact));
}

const isNumber = (value: Value): value is Exact =>
  typeof value === "number" || (typeof value === "object" && "d" in value);

const comparisons: Record<string, (a: Value, b: Value) => Value> = {};
for (const [sign, accepts] of Object.entries({
  "==": (order: number) => order === 0,
  "!=": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  "<=": (order: number) => order <= 0,
  ">": (order: number) => order > 0,
  ">=": (order: number) => order >= 0,
})) {
  comparisons[sign] = (a, b) => {
    if (a === undefined || b === undefined) return undefined;
    return accepts(isNumber(a) && isNumber(b) ? compare(a, b) : a === b ? 0 : 1);
  };
}
comparisons.in = (a, b) => {
  if (a === undefined || b === undefined) return undefined;
  return b instanceof Map ? b.has(a) : (b as readonly string[]).includes(a as string);
};

function decimal(token: string): Exact {
  const [whole = "", part = ""] = token.split(".");
  return divide(Number(whole + part), 10 ** part.length);
}
