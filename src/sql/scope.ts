import type { Expression } from "../expression/tree.ts";
import type { Column } from "../model/column.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Writing } from "./parts.ts";
import type { Scaled } from "./values.ts";
import { millionths } from "./values.ts";

/** Where an expression is written: in a stage of a query, or over the parts of its periods. */
export interface Scope {
  readonly writing: Writing;
  /** The variable of a list of periods that is gone over, and the stage that they are of. */
  readonly part?: { readonly variable: string; readonly of: Writing };
  /** Of an offence that counts once: whether a part is not the first one with it, and left out of lists. */
  readonly firstOf?: string;
  /** The variable of a list of items that is gone over, and the one that it is. */
  readonly item?: { readonly variable: string; readonly id: string };
  condition(e: Expression, scope: Scope): string;
  /** A text, a choice, a band or a date, which is a text too. */
  text(e: Expression, scope: Scope): string;
  number(e: Expression, scope: Scope): Scaled;
}

/** One element of a list whose length the rubric fixes: whether it is in it, and where its expressions are written. */
export interface Element {
  readonly holds: string;
  readonly value: Expression | undefined;
  readonly scope: Scope;
}

/** What cannot be written in SQL; caught where the query is begun, and nowhere else. */
export class NotInSql extends Error {
  readonly construct: string;
  readonly reason: Bilingual | undefined;
  constructor(construct: string, reason?: Bilingual) {
    super(construct);
    this.construct = construct;
    this.reason = reason;
  }
}

export const isPart = (e: Expression, { part }: Scope): boolean => e.kind === "name" && e.name === part?.variable;

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
