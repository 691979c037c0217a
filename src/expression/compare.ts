import { join } from "./interval.ts";
import type { Type } from "./tree.ts";

/** Can values of these types be equal? */
export function isComparable(a: Type, b: Type): boolean {
  if (a.kind === "band" && b.kind === "band") return a.bands.some((band) => b.bands.includes(band));
  if (a.kind === "choice" && b.kind === "choice") return a.values.some((value) => b.values.includes(value));
  if ((a.kind === "choice" && b.kind === "text") || (a.kind === "text" && b.kind === "choice")) return true;
  return a.kind === b.kind && !["list", "record", "table", "missing"].includes(a.kind);
}

/** The type of a value that is one of `a` or one of `b`, or undefined where nothing can be done with both. */
export function unite(a: Type, b: Type): Type | undefined {
  if (a === b || b.kind === "missing") return a;
  switch (a.kind) {
    case "number":
      return b.kind === "number" ? { kind: "number", ...join(a, b) } : undefined;
    case "text":
      return b.kind === "text" || b.kind === "choice" ? a : undefined;
    case "choice": {
      if (b.kind === "text") return b;
      if (b.kind !== "choice") return undefined;
      return { kind: "choice", name: a.name, values: [...new Set([...a.values, ...b.values])] };
    }
    case "band":
      return b.kind === "band" && sameBands(a.bands, b.bands) ? a : undefined;
    case "list": {
      const of = b.kind === "list" ? unite(a.of, b.of) : undefined;
      return of && { kind: "list", of, ...((isRows(a) || isRows(b)) && { rows: true }) };
    }
    case "missing":
      return b;
    case "flag":
    case "date":
      return a.kind === b.kind ? a : undefined;
    case "record":
    case "table":
      return undefined;
  }
}

export const sameBands = (a: readonly string[], b: readonly string[]): boolean => a.join(" ") === b.join(" ");

/** Is it a list that may well be empty, being taken from a table? */
export const isRows = (type: Type): boolean => type.kind === "table" || (type.kind === "list" && type.rows === true);
