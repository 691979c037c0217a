import { sizeOf } from "../../expression/facts.ts";
import type { Expression, Macro } from "../../expression/tree.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { compared, plus, same } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { consecutiveSql } from "./consecutive.ts";
import { itemElements } from "./item-list.ts";
import { canMiss, isThere, rowsIn } from "./row-list.ts";
import type { Element, Scope } from "./scope.ts";
import { nameOf } from "./scope.ts";

type MacroCall = Extract<Expression, { readonly kind: "macro" }>;

/** `list.all(x, …)`, `exists` and `exists_one`. */
export function listFlagSql(e: MacroCall, scope: Scope): string {
  if (e.name === "exists_one") {
    return compared(listNumberSql({ ...e, name: "count" }, scope), "=", { sql: "1", parts: 1n });
  }
  if (e.name !== "all" && e.name !== "exists") throw new NotInSql(e.name);
  const taken = rowsIn(e.list, scope);
  const isAll = e.name === "all";
  if (!taken) {
    const tests = elementsIn({ ...e, name: "map" }, scope).map(({ holds, value, scope: inside }) => {
      const test = `(${inside.condition(value as Expression, inside)})`;
      return holds === "TRUE" ? test : isAll ? `(NOT (${holds}) OR ${test})` : `(${holds} AND ${test})`;
    });
    return tests.length === 0 ? (isAll ? "TRUE" : "FALSE") : `(${tests.join(isAll ? " AND " : " OR ")})`;
  }
  const { rows, unknown } = taken;
  const inside = rows.with(e.variable);
  const test = inside.condition(e.body, inside);
  const decisive = isThere(rows.narrowed(isAll ? `NOT (${test})` : `(${test})`));
  const gaps = canMiss(e.body, inside) ? [isThere(rows.narrowed(`(${test}) IS NULL`))] : [];
  if (gaps.length === 0 && unknown === undefined) return isAll ? `NOT (${decisive})` : decisive;
  const [found, otherwise] = isAll ? ["FALSE", "TRUE"] : ["TRUE", "FALSE"];
  const missing = (where: readonly string[]): string =>
    where.map((condition) => `WHEN ${condition} THEN NULL `).join("");
  return `CASE ${missing(unknown === undefined ? [] : [unknown])}WHEN ${decisive} THEN ${found} ${missing(gaps)}ELSE ${otherwise} END`;
}

/** A figure of a list: `count(…)`, `size`, `sum`, `mean`, `min`, `max`. */
export function listNumberSql(e: Expression, scope: Scope): Scaled {
  if (e.kind === "macro") {
    if (e.name === "consecutive") return consecutiveSql(e, scope);
    if (e.name !== "count") throw new NotInSql(e.name);
    return listNumberSql(sizeOf({ ...e, name: "filter" }), scope);
  }
  if (e.kind !== "call") throw new NotInSql(nameOf(e));
  const [list] = e.arguments as [Expression];
  const taken = rowsIn(list, scope);
  if (!taken) return ofElements(e.name, elementsIn(list, scope), scope.writing);
  const { rows, value, unknown } = taken;
  const whereKnown = (of: Scaled): Scaled =>
    unknown === undefined ? of : { ...of, sql: `CASE WHEN NOT (${unknown}) THEN ${of.sql} END` };
  const count = (): string => rows.ask(`SUM(CASE WHEN ${rows.holds} THEN 1 ELSE 0 END)`);
  if (e.name === "size") return whereKnown({ sql: count(), parts: 1n });
  if (!value) throw new NotInSql(e.name);
  if (value.over !== undefined) throw new NotInSql(e.name);
  const fold = (by: string, other: string): string =>
    rows.ask(`${by}(CASE WHEN ${rows.holds} THEN ${value.sql} ${other}END)`);
  const known = (sql: string): string => {
    if (!taken.mayMiss) return sql;
    const gaps = rows.ask(`SUM(CASE WHEN ${rows.holds} AND ${value.sql} IS NULL THEN 1 ELSE 0 END)`);
    return `CASE WHEN ${gaps} = 0 THEN ${sql} END`;
  };
  switch (e.name) {
    case "sum":
      return whereKnown({ sql: known(fold("SUM", "ELSE 0 ")), parts: value.parts });
    case "mean":
      return whereKnown({
        sql: known(fold("SUM", "ELSE 0 ")),
        parts: value.parts,
        over: `NULLIF(${count()}, 0)`,
      });
    case "min":
    case "max":
      return whereKnown({ sql: known(fold(e.name.toUpperCase(), "")), parts: value.parts });
    default:
      throw new NotInSql(e.name);
  }
}

/** The elements of a written list, of `items(A)`, or of those that a filter leaves. */
function elementsIn(list: Expression, scope: Scope): readonly Element[] {
  if (list.kind === "list") return list.elements.map((value) => ({ holds: "TRUE", value, scope }));
  if (list.kind === "ask" && list.name === "items") return itemElements(list, scope);
  if (list.kind !== "macro") throw new NotInSql(nameOf(list));
  return elementsIn(list.list, scope).map((element) => {
    const { item } = element.scope;
    if (!item) throw new NotInSql(list.name);
    const inside: Scope = { ...element.scope, item: { ...item, variable: list.variable } };
    if (list.name !== "filter") return { ...element, value: list.body, scope: inside };
    const test = `(${inside.condition(list.body, inside)})`;
    return { ...element, holds: element.holds === "TRUE" ? test : `${element.holds} AND ${test}`, scope: inside };
  });
}

type Fold = Macro | Extract<Expression, { kind: "call" }>["name"];

function ofElements(name: Fold, elements: readonly Element[], writing: Writing): Scaled {
  const count = elements.map(({ holds }) => `CASE WHEN ${holds} THEN 1 WHEN NOT (${holds}) THEN 0 END`).join(" + ");
  const size: Scaled = { sql: elements.length === 0 ? "0" : `(${count})`, parts: 1n };
  if (name === "size") return size;
  const values = elements.map(({ holds, value, scope }) => ({
    holds,
    value: scope.number(value as Expression, scope),
  }));
  if (values.some(({ value }) => value.over !== undefined)) throw new NotInSql(name);
  if (name === "sum" || name === "mean") {
    const sum = values
      .map(({ holds, value }) =>
        holds === "TRUE"
          ? value
          : { ...value, sql: `CASE WHEN ${holds} THEN ${value.sql} WHEN NOT (${holds}) THEN 0 END` },
      )
      .reduce<Scaled>((a, b) => plus(a, "+", b), { sql: "0", parts: 1n });
    return name === "sum" ? sum : { ...sum, over: `NULLIF(CAST(${size.sql} AS ${writing.dialect.whole}), 0)` };
  }
  if ((name !== "min" && name !== "max") || values.some(({ holds }) => holds !== "TRUE")) throw new NotInSql(name);
  return values
    .map(({ value }) => value)
    .reduce((left, right) => {
      const [a, b] = same(left, right);
      const [first, second] = name === "min" ? ["<=", ">"] : [">=", "<"];
      return {
        ...a,
        sql: `CASE WHEN ${a.sql} ${first} ${b.sql} THEN ${a.sql} WHEN ${a.sql} ${second} ${b.sql} THEN ${b.sql} END`,
      };
    });
}
