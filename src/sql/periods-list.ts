import type { Expression } from "../expression/tree.ts";
import type { Writing } from "./parts.ts";
import type { Scope } from "./scope.ts";
import { NotInSql } from "./scope.ts";
import type { Scaled } from "./values.ts";

/** Some parts of a longer period: which, and what of them is looked at. */
interface Parts {
  readonly holds: string;
  readonly value?: Scaled;
  readonly mayMiss: boolean;
  /** Where something is written of one of them. */
  with(variable: string): Scope;
}

/** `periods` or `unrated`, and what filters and maps leave of them; undefined for another list. */
export function partsIn(list: Expression, scope: Scope): Parts | undefined {
  const { below } = scope.writing;
  if (list.kind === "name") {
    if (!below || (list.name !== "periods" && list.name !== "unrated")) return undefined;
    const first = scope.firstOf === undefined ? "" : ` AND NOT ${scope.firstOf}`;
    return {
      holds: `${list.name === "periods" ? "state = 'rated'" : "state <> 'rated'"}${first}`,
      mayMiss: false,
      with: (variable) => ({ ...scope, part: { variable, of: below } }),
    };
  }
  if (list.kind !== "macro" || (list.name !== "filter" && list.name !== "map")) return undefined;
  const among = partsIn(list.list, scope);
  if (!among) return undefined;
  if (among.value) throw new NotInSql(list.name);
  const inside = among.with(list.variable);
  const mayMiss = among.mayMiss || canMiss(list.body);
  if (list.name === "map") return { ...among, value: inside.number(list.body, inside), mayMiss };
  if (mayMiss) throw new NotInSql(list.name);
  return { ...among, holds: `${among.holds} AND (${inside.condition(list.body, inside)})` };
}

/** A figure of all the parts, which the stage that joins them works out. @returns its column */
export function asked({ asked: known, dialect }: Writing, aggregate: string): string {
  const sql = aggregate.startsWith("SUM(") ? `CAST(${aggregate} AS ${dialect.whole})` : aggregate;
  const column = known.get(sql) ?? `asked_${known.size + 1}`;
  known.set(sql, column);
  return column;
}

/** Whether an expression of a rated period can be without a value. */
export function canMiss(e: Expression): boolean {
  switch (e.kind) {
    case "missing":
    case "call":
    case "macro":
    case "ask":
    case "index":
      return true;
    case "select":
      return e.field === "rank" || canMiss(e.of);
    case "not":
    case "negate":
      return canMiss(e.of);
    case "binary":
      return e.operator === "/" || canMiss(e.left) || canMiss(e.right);
    case "choose":
      return canMiss(e.when) || canMiss(e.yes) || canMiss(e.no);
    case "list":
      return e.elements.some(canMiss);
    default:
      return false;
  }
}
