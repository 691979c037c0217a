import type { Binary, Expression } from "../../expression/tree.ts";
import { weightIn } from "../../model/stages.ts";
import type { Exact } from "../../number/exact.ts";
import { formatDate } from "../../period/date.ts";
import { rawFlagSql, rawNumberSql, rawTextSql } from "../1-rows/raw.ts";
import { isInTable, rowFigure } from "../1-rows/table-rows.ts";
import { constructs } from "../constructs.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { compared, plus, same, scaled, through, times } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { functionSql } from "./function.ts";
import { listFlagSql, listNumberSql } from "./list.ts";
import { periodSql } from "./period.ts";
import type { Scope } from "./scope.ts";
import { columnOf, figureOf, isPart, namedFigure, nameOf } from "./scope.ts";

/** Where the expressions of a stage are written. */
export const scopeOf = (writing: Writing): Scope => ({
  writing,
  condition: conditionSql,
  text: textSql,
  number: numberSql,
});

/** A condition as SQL. A missing operand is NULL: AND, OR and NOT treat it as the rubric language does. */
function conditionSql(e: Expression, scope: Scope): string {
  const condition = (part: Expression): string => conditionSql(part, scope);
  switch (e.kind) {
    case "literal":
      if (typeof e.value === "boolean") return e.value ? "TRUE" : "FALSE";
      break;
    case "missing":
      return "NULL";
    case "name":
      return namedFigure(e.name, scope).sql;
    case "select":
      return selected(e, scope, rawFlagSql).sql;
    case "not":
      return `NOT (${condition(e.of)})`;
    case "band":
      return bandSql(e, scope);
    case "choose":
      return chosen(e, scope, conditionSql).join(" ");
    case "macro":
      return listFlagSql(e, scope);
    case "binary":
      if (e.operator === "&&" || e.operator === "||") return joined(e, scope);
      if (e.operator === "in") return membership(e, scope);
      return comparison(e, scope);
  }
  throw new NotInSql(nameOf(e));
}

/** What stands behind `&&` and `||` is worked out only where the left side does not decide. */
function joined({ operator, left, right }: Binary, scope: Scope): string {
  const first = conditionSql(left, scope);
  const isOpen = operator === "&&" ? `COALESCE(${first}, TRUE)` : `NOT COALESCE(${first}, FALSE)`;
  const second = conditionSql(right, guarded(scope, isOpen));
  return `(${first} ${operator === "&&" ? "AND" : "OR"} ${second})`;
}

/** The same where an expression is worked out under a further condition alone. */
const guarded = (scope: Scope, condition: string): Scope => ({
  ...scope,
  guard: scope.guard === undefined ? condition : `${scope.guard} AND ${condition}`,
});

/** One of two values, each worked out only where it is chosen. */
function chosen(
  { when, yes, no }: Extract<Expression, { kind: "choose" }>,
  scope: Scope,
  write: (e: Expression, scope: Scope) => string,
): readonly string[] {
  const [holds, fails] = [`(${conditionSql(when, scope)})`, `NOT (${conditionSql(when, scope)})`];
  const [first, second] = [write(yes, guarded(scope, holds)), write(no, guarded(scope, fails))];
  return ["CASE", `WHEN ${holds} THEN ${first}`, `WHEN ${fails} THEN ${second}`, "END"];
}

const operators: Readonly<Record<string, string>> = {
  "==": "=",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

function comparison(e: Binary, scope: Scope): string {
  const operator = operators[e.operator] as string;
  switch (e.operands) {
    case "number":
      return compared(numberSql(e.left, scope), operator, numberSql(e.right, scope));
    case "date": {
      const { ordered } = scope.writing.dialect;
      return `${ordered(textSql(e.left, scope))} ${operator} ${textSql(e.right, scope)}`;
    }
    case "text":
    case "choice":
    case "band":
      if (operator !== "=" && operator !== "<>") break;
      return `${textSql(e.left, scope)} ${operator} ${textSql(e.right, scope)}`;
    case "flag":
      return `(${conditionSql(e.left, scope)}) ${operator} (${conditionSql(e.right, scope)})`;
  }
  throw new NotInSql(`${e.operator} (${e.operands})`);
}

/** `x in ["a", "b"]`, `x in T` of a table, and `"id" in p.rules`. */
function membership({ left, right, operands }: Binary, scope: Scope): string {
  const inTable = isInTable(left, right, scope);
  if (inTable !== undefined) return inTable;
  if (right.kind === "list" && right.elements.length > 0) {
    if (operands === "number") {
      const value = numberSql(left, scope);
      return `(${right.elements.map((each) => compared(value, "=", numberSql(each, scope))).join(" OR ")})`;
    }
    return `${textSql(left, scope)} IN (${right.elements.map((each) => textSql(each, scope)).join(", ")})`;
  }
  const field =
    right.kind === "name" ? right.name : right.kind === "select" && isPart(right.of, scope) ? right.field : "";
  const letter = { rules: "r", awards: "a", alerts: "t" }[field];
  if (letter === undefined || left.kind !== "literal") throw new NotInSql("in");
  const of = right.kind === "select" ? scope.part?.of : scope.writing;
  if (!of) throw new NotInSql("recent");
  const list = { r: of.stage.rules, a: of.stage.awards, t: of.stage.alerts }[letter] ?? [];
  return list.some(({ id }) => id === left.value) ? `${letter}_${left.value}` : "FALSE";
}

/** A text, a choice, a band or a date, which is a text too. */
function textSql(e: Expression, scope: Scope): string {
  switch (e.kind) {
    case "literal":
      if (typeof e.value === "string") return scope.writing.dialect.literal(e.value);
      if (typeof e.value === "number") return `'${formatDate(e.value)}'`;
      break;
    case "missing":
      return "NULL";
    case "name":
      return (scope.part?.isAlone ? undefined : periodSql(e.name, scope.writing)) ?? namedFigure(e.name, scope).sql;
    case "select":
      return selected(e, scope, rawTextSql).sql;
    case "choose":
      return chosen(e, scope, textSql).join(" ");
  }
  throw new NotInSql(nameOf(e));
}

/** A number as whole parts, so that nothing is rounded: fractions are compared by what they have in common. */
function numberSql(e: Expression, scope: Scope): Scaled {
  switch (e.kind) {
    case "literal":
      return scaled(e.value as Exact);
    case "missing":
      // Of a bare NULL not every engine knows that it is a number.
      return { sql: "CAST(NULL AS BIGINT)", parts: 1n };
    case "name":
      return namedFigure(e.name, scope);
    case "select":
      return selected(e, scope, rawNumberSql);
    case "negate": {
      const of = numberSql(e.of, scope);
      return { ...of, sql: `-(${of.sql})` };
    }
    case "choose": {
      const when = conditionSql(e.when, scope);
      const [yes, no] = same(
        numberSql(e.yes, guarded(scope, `(${when})`)),
        numberSql(e.no, guarded(scope, `NOT (${when})`)),
      );
      const chosen = `CASE WHEN ${when} THEN ${yes.sql} WHEN NOT (${when}) THEN ${no.sql} END`;
      return { ...yes, sql: `CAST(${chosen} AS ${scope.writing.dialect.whole})` };
    }
    case "call":
      return functionSql(e, scope) ?? listNumberSql(e, scope);
    case "macro":
      return listNumberSql(e, scope);
    case "binary": {
      const [left, right] = [numberSql(e.left, scope), numberSql(e.right, scope)];
      if (e.operator === "+" || e.operator === "-") return plus(left, e.operator, right);
      if (e.operator === "*") return times(left, right);
      if (e.operator === "/") return through(left, right);
    }
  }
  throw new NotInSql(nameOf(e));
}

/** `atLeast(band, "tot")`: bands are known by their place, the best first. */
function bandSql({ name, of, than, bands }: Expression & { kind: "band" }, scope: Scope): string {
  const places = (band: string): string =>
    `CASE ${band} ${bands.map((id, at) => `WHEN '${id}' THEN ${at}`).join(" ")} END`;
  const place = (e: Expression): string =>
    e.kind === "literal" ? String(bands.indexOf(String(e.value))) : places(textSql(e, scope));
  const isOwn =
    of.kind === "name" && of.name === "band" && bands.join() === scope.writing.stage.bands.map(({ id }) => id).join();
  return `${isOwn ? "band_at" : place(of)} ${name === "atLeast" ? "<=" : ">"} ${place(than)}`;
}

/** `raw.A1`, `full.A1`, `latest.khoi`, or a field of a period that a list is gone over for. */
function selected(
  { of, field }: Expression & { kind: "select" },
  scope: Scope,
  raw: (id: string, writing: Writing) => Scaled,
): Scaled {
  const { writing, part, item } = scope;
  if (item && of.kind === "name" && of.name === item.variable) return ofItem(field, item.id, writing, raw);
  if (isPart(of, scope) && part) return part.figure(field);
  if (part?.isAlone)
    throw new NotInSql(nameOf(of), constructs.expression.refused["rows of recent beside what this period says"]);
  if (of.kind === "index") return rowFigure(of, field, scope);
  const name = of.kind === "name" ? of.name : "";
  if (name === "raw") return raw(field, writing);
  if (name === "latest") return columnOf(writing, field);
  if (name !== "full") throw new NotInSql(`.${field}`);
  return fullOf(field, writing);
}

/** A field of an item of `items(A)`. */
function ofItem(field: string, id: string, writing: Writing, raw: (id: string, writing: Writing) => Scaled): Scaled {
  if (field === "id") return { sql: `'${id}'`, parts: 1n };
  if (field === "score") return figureOf(id, writing);
  if (field === "weight")
    return scaled(
      weightIn(
        writing.stage,
        writing.stage.nodes.findIndex((node) => node.id === id),
      ),
    );
  return field === "full" ? fullOf(id, writing) : raw(id, writing);
}

/** The max that applies; of a missing score nobody knows it. */
function fullOf(id: string, { scores, scale, dialect }: Writing): Scaled {
  const node = scores.nodes.get(id);
  if (!node) throw new NotInSql("full");
  const known = `CASE WHEN ${node.known ?? `${node.score.sql} IS NOT NULL`} THEN ${node.full} END`;
  return { sql: `CAST(${known} AS ${dialect.whole})`, parts: scale };
}
