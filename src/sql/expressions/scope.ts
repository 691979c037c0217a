import type { Expression } from "../../expression/tree.ts";
import type { Column } from "../../model/column.ts";
import { constructs } from "../constructs.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { millionths } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";

/** Where an expression is written: in a stage of a query, or over the parts of its periods. */
export interface Scope {
  readonly writing: Writing;
  /** The variable of a list of rows that is gone over, and what is known of each. */
  readonly part?: Part;
  /** Of an offence that counts once: whether a part is not the first one with it, and left out of lists. */
  readonly firstOf?: string;
  /** The variable of a list of items that is gone over, and the one that it is. */
  readonly item?: { readonly variable: string; readonly id: string };
  /** The class of everybody is known, in this period and in earlier ones. */
  readonly isClassed?: true;
  /** Where the expression is worked out at all; absent: for everybody. */
  readonly guard?: string;
  condition(e: Expression, scope: Scope): string;
  /** A text, a choice, a band or a date, which is a text too. */
  text(e: Expression, scope: Scope): string;
  number(e: Expression, scope: Scope): Scaled;
}

/** One of the rows that a list goes over. */
export interface Part {
  readonly variable: string;
  /** The stage that it is of, where it is the result of a part of a longer period. */
  readonly of?: Writing;
  /** Nothing of the row that the expression is about stands beside it. */
  readonly isAlone?: true;
  figure(field: string): Scaled;
  mayMiss(field: string): boolean;
}

/** Rows beside the one that an expression is about, such as the parts of a longer period. */
export interface Rows {
  /** What an aggregate over them counts. */
  readonly holds: string;
  /** Whether they are the parts of a period in the order of time. */
  readonly areParts?: true;
  /** Where something is written of one of them. */
  with(variable: string): Scope;
  /** Those of them for which a condition holds. */
  narrowed(condition: string): Rows;
  /** What an aggregate over them comes to. */
  ask(aggregate: string): string;
}

/** One element of a list whose length the rubric fixes: whether it is in it, and where its expressions are written. */
export interface Element {
  readonly holds: string;
  readonly value: Expression | undefined;
  readonly scope: Scope;
}

export const isPart = (e: Expression, { part }: Scope): boolean => e.kind === "name" && e.name === part?.variable;

/** The same, in an expression: of a row that stands alone nothing else is known. */
export function namedFigure(name: string, { part, writing }: Scope): Scaled {
  if (part?.isAlone)
    throw new NotInSql(name, constructs.expression.refused["rows of recent beside what this period says"]);
  return figureOf(name, writing);
}

/** A column, a score or what a result says; the columns of the query have a letter before the rubric's ids. */
export function figureOf(name: string, writing: Writing): Scaled {
  const { scores, scale, plan } = writing;
  const inPoints = (of: Scaled): Scaled => ({ ...of, parts: of.parts * scale });
  if (name === "total" || name === "unclamped") return inPoints(scores[name]);
  if (name === "band" || name === "state") return { sql: name, parts: 1n };
  if (name === "average" && scores.average) return inPoints(scores.average);
  const node = scores.nodes.get(name);
  if (node) return inPoints(node.score);
  if (plan.columns.every(({ id }) => id !== name)) throw new NotInSql(name);
  return columnOf(writing, name);
}

export function columnOf({ plan }: Writing, name: string): Scaled {
  const { type } = plan.columns.find(({ id }) => id === name) as Column;
  return { sql: `c_${name}`, parts: type.kind === "number" ? BigInt(millionths) : 1n };
}

/** What a construct is called that is refused. */
export function nameOf(e: Expression): string {
  switch (e.kind) {
    case "call":
    case "macro":
    case "ask":
    case "name":
      return e.name;
    case "select":
      return `.${e.field}`;
    case "index":
      return "[…]";
    case "choose":
      return "? :";
    case "binary":
      return e.operator;
    default:
      return e.kind;
  }
}
