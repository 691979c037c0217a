import type { Expression } from "../../expression/tree.ts";
import { tableRows } from "../1-rows/table-rows.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { counted } from "./lookups.ts";
import { recentRows } from "./recent.ts";
import type { Part, Rows, Scope } from "./scope.ts";
import { figureOf, isPart } from "./scope.ts";

/** Rows of which some, or a value of each, were taken. */
interface Taken {
  readonly rows: Rows;
  readonly value?: Scaled;
  readonly mayMiss: boolean;
  /** Where nobody knows which they are; absent: never. */
  readonly unknown?: string;
}

/** The rows of a list, and what filters and maps leave of them; undefined for a list of another kind. */
export function rowsIn(list: Expression, scope: Scope): Taken | undefined {
  if (list.kind !== "macro" || (list.name !== "filter" && list.name !== "map")) {
    const rows = listedRows(list, scope);
    return rows && { rows, mayMiss: false };
  }
  const among = rowsIn(list.list, scope);
  if (!among) return undefined;
  if (among.value) throw new NotInSql(list.name);
  const inside = among.rows.with(list.variable);
  const mayMiss = canMiss(list.body, inside);
  if (list.name === "map") return { ...among, value: inside.number(list.body, inside), mayMiss };
  const test = inside.condition(list.body, inside);
  const gaps = mayMiss ? [isThere(among.rows.narrowed(`(${test}) IS NULL`))] : [];
  const unknown = [...(among.unknown === undefined ? [] : [among.unknown]), ...gaps].join(" OR ");
  return { rows: among.rows.narrowed(`(${test})`), mayMiss: false, ...(unknown !== "" && { unknown }) };
}

/** Whether there is any of some rows. */
export const isThere = (rows: Rows): string => `${rows.ask(`MAX(CASE WHEN ${rows.holds} THEN 1 ELSE 0 END)`)} = 1`;

function listedRows(list: Expression, scope: Scope): Rows | undefined {
  const { plan, below } = scope.writing;
  if (list.kind === "ask" && list.name === "recent") return recentRows(list, scope);
  if (list.kind !== "name") return undefined;
  const table = plan.tables?.find(({ id }) => id === list.name);
  if (table) return tableRows(table, scope);
  if (!below || (list.name !== "periods" && list.name !== "unrated")) return undefined;
  const first = scope.firstOf === undefined ? "" : ` AND NOT ${scope.firstOf}`;
  const isRated = list.name === "periods";
  return partRows(`${isRated ? "state = 'rated'" : "state <> 'rated'"}${first}`, scope, partOf(below, isRated));
}

const partRows = (holds: string, scope: Scope, part: Omit<Part, "variable">): Rows => ({
  holds,
  areParts: true,
  with: (variable) => ({ ...scope, part: { ...part, variable } }),
  narrowed: (condition) => partRows(`${holds} AND ${condition}`, scope, part),
  ask: (aggregate) => asked(scope.writing, aggregate),
});

/** What is known of a part of a longer period; of one that is not rated there may be no score. */
const partOf = (below: Writing, isRated: boolean): Omit<Part, "variable"> => ({
  of: below,
  isAlone: true,
  figure(field) {
    if (field === "period") return { sql: "part", parts: 1n };
    if (field === "reason") return { sql: "reason", parts: 1n };
    if (field === "rank") return { sql: "rank_number", parts: 1n };
    return figureOf(field, below);
  },
  mayMiss: (field) =>
    field === "rank" ||
    below.plan.columns.some(({ id, when }) => id === field && when !== undefined) ||
    (!isRated && field === "band") ||
    ((!isRated || below.hasDecisions) &&
      (["total", "unclamped"].includes(field) ||
        below.scores.nodes.has(field) ||
        below.plan.columns.some(({ id }) => id === field && below.plan.blankRows === "incomplete"))),
});

/** A figure of all the parts, which the stage that joins them works out. @returns its column */
function asked({ asked: known, dialect }: Writing, aggregate: string): string {
  const sql = counted(aggregate, dialect.whole);
  const column = known.get(sql) ?? `asked_${known.size + 1}`;
  known.set(sql, column);
  return column;
}

/** Whether an expression of a row of a list can be without a value. */
export function canMiss(e: Expression, scope: Scope): boolean {
  const { plan, scores } = scope.writing;
  const mayBeBlank = plan.blankRows === "incomplete";
  const inside = (each: Expression): boolean => canMiss(each, scope);
  switch (e.kind) {
    case "missing":
    case "call":
    case "macro":
    case "ask":
    case "index":
      return true;
    case "name":
      return (
        ["total", "unclamped", "average", "band"].includes(e.name) ||
        scores.nodes.has(e.name) ||
        plan.columns.some(({ id, when }) => id === e.name && (when !== undefined || mayBeBlank))
      );
    case "select":
      return isPart(e.of, scope) ? scope.part?.mayMiss(e.field) === true : true;
    case "not":
    case "negate":
      return inside(e.of);
    case "binary":
      return e.operator === "/" || inside(e.left) || inside(e.right);
    case "choose":
      return inside(e.when) || inside(e.yes) || inside(e.no);
    case "list":
      return e.elements.some(inside);
    case "band":
      return scope.part?.of === undefined || inside(e.of) || inside(e.than);
    case "literal":
      return false;
  }
}
