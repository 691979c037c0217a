import type { Binary, Expression } from "../expression/tree.ts";
import type { Exact } from "../number/exact.ts";
import type { Writing } from "./parts.ts";
import type { Scaled } from "./values.ts";
import { inParts, millionths, scaled } from "./values.ts";

/** What an expression cannot be written in; thrown where the subset is looked for, and nowhere else. */
export class NotInSql extends Error {
  readonly construct: string;
  constructor(construct: string) {
    super(construct);
    this.construct = construct;
  }
}

/** A condition as SQL. A missing operand is NULL: AND, OR and NOT treat it as the rubric language does. */
export function conditionSql(e: Expression, writing: Writing): string {
  const condition = (part: Expression): string => conditionSql(part, writing);
  switch (e.kind) {
    case "literal":
      if (typeof e.value === "boolean") return e.value ? "TRUE" : "FALSE";
      break;
    case "name":
      return named(e.name, writing).sql;
    case "not":
      return `NOT (${condition(e.of)})`;
    case "band":
      return bandSql(e, writing);
    case "binary":
      if (e.operator === "&&") return `(${condition(e.left)} AND ${condition(e.right)})`;
      if (e.operator === "||") return `(${condition(e.left)} OR ${condition(e.right)})`;
      return comparison(e, writing);
  }
  throw new NotInSql(nameOf(e));
}

const operators: Readonly<Record<string, string>> = {
  "==": "=",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

function comparison(e: Binary, writing: Writing): string {
  const operator = operators[e.operator];
  if (operator === undefined) throw new NotInSql(e.operator);
  switch (e.operands) {
    case "number": {
      const [left, right] = same(numberSql(e.left, writing), numberSql(e.right, writing));
      return `${left.sql} ${operator} ${right.sql}`;
    }
    case "text":
    case "choice":
    case "band":
      if (operator !== "=" && operator !== "<>") break;
      return `${textSql(e.left, writing)} ${operator} ${textSql(e.right, writing)}`;
    case "flag":
      return `(${conditionSql(e.left, writing)}) ${operator} (${conditionSql(e.right, writing)})`;
  }
  throw new NotInSql(`${e.operator} (${e.operands})`);
}

function textSql(e: Expression, writing: Writing): string {
  if (e.kind === "literal" && typeof e.value === "string") return writing.dialect.literal(e.value);
  if (e.kind === "name") return named(e.name, writing).sql;
  throw new NotInSql(nameOf(e));
}

/** A number as whole parts, so that nothing is rounded: fractions are compared by what they have in common. */
function numberSql(e: Expression, writing: Writing): Scaled {
  switch (e.kind) {
    case "literal":
      return scaled(e.value as Exact);
    case "name":
      return named(e.name, writing);
    case "negate": {
      const { sql, parts } = numberSql(e.of, writing);
      return { sql: `-(${sql})`, parts };
    }
    case "binary": {
      const [left, right] = [numberSql(e.left, writing), numberSql(e.right, writing)];
      if (e.operator === "+" || e.operator === "-") {
        const [a, b] = same(left, right);
        return { sql: `(${a.sql} ${e.operator} ${b.sql})`, parts: a.parts };
      }
      // Of two columns the product could leave 64 bits.
      if (e.operator === "*" && [e.left, e.right].some(({ kind }) => kind === "literal")) {
        return { sql: `(${left.sql} * ${right.sql})`, parts: left.parts * right.parts };
      }
    }
  }
  throw new NotInSql(e.kind === "binary" ? e.operator : nameOf(e));
}

function same(left: Scaled, right: Scaled): readonly [Scaled, Scaled] {
  const parts = left.parts * (right.parts / common(left.parts, right.parts));
  return [
    { sql: inParts(left, parts), parts },
    { sql: inParts(right, parts), parts },
  ];
}

const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b));

/** `atLeast(band, "tot")`: bands are known by their place, the best first. */
function bandSql(e: Expression & { kind: "band" }, { plan }: Writing): string {
  const { of, than } = e;
  if (of.kind !== "name" || of.name !== "band" || than.kind !== "literal") throw new NotInSql(e.name);
  const at = plan.stage.bands.findIndex(({ id }) => id === than.value);
  return `band_at ${e.name === "atLeast" ? "<=" : ">"} ${at}`;
}

/** A column, a score or what a result says; the columns of the query have a letter before the rubric's ids. */
function named(name: string, { plan, scale }: Writing): Scaled {
  if (name === "total" || name === "unclamped") return { sql: name, parts: scale };
  if (name === "band" || name === "state") return { sql: name, parts: 1n };
  if (plan.stage.nodes.some(({ id }) => id === name)) return { sql: `s_${name}`, parts: scale };
  const column = plan.columns.find(({ id }) => id === name);
  if (!column) throw new NotInSql(name);
  return { sql: `c_${name}`, parts: column.type.kind === "number" ? BigInt(millionths) : 1n };
}

function nameOf(e: Expression): string {
  switch (e.kind) {
    case "call":
    case "macro":
    case "ask":
      return e.name;
    case "select":
      return `.${e.field}`;
    case "index":
      return "[…]";
    case "choose":
      return "? :";
    default:
      return e.kind;
  }
}
