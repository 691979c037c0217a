import { keyColumns, listOf } from "../3-facts/outline.ts";
import { columnAt, declaration } from "../3-facts/references.ts";
import type { Check, Context } from "./context.ts";

/** The key identifies a person: text that every row has. The name is only shown. */
export const checkSubject: Check = (context) => {
  const { subject } = context.rubric;
  const { key } = subject;
  if (typeof key === "string") checkKey(context, subject, "key");
  else for (const index of key.keys()) checkKey(context, key, index);
  if (subject.name !== undefined) columnAt(context, subject, "name", ["text"]);
};

function checkKey(context: Context, holder: object, key: string | number): void {
  const { places, diagnostics } = context;
  const column = columnAt(context, holder, key, ["text", "choice"]);
  if (!column || (column.part.required && column.part.when === undefined && column.part.of !== "rating")) return;
  diagnostics.report("R105", { name: column.id }, places.value(holder, key), declaration(context, column));
}

/** Somebody who moves to another unit becomes a second person when the unit is part of the key. */
export const checkKeyWithin: Check = ({ rubric, places, diagnostics }) => {
  const keys = keyColumns(rubric);
  for (const stage of [rubric, ...(rubric.rollups ?? [])]) {
    for (const part of [...listOf(stage.ranking), ...(stage.quotas ?? []), ...(stage.awards ?? [])]) {
      for (const [index, name] of (part.within ?? []).entries()) {
        if (part.within && keys.includes(name)) diagnostics.report("R106", { name }, places.value(part.within, index));
      }
    }
  }
};

/** `within`, `evidence`, `done` and `target` name columns that can serve. */
export const checkColumnNames: Check = (context) => {
  const { rubric, nodes } = context;
  for (const stage of [rubric, ...(rubric.rollups ?? [])]) {
    for (const part of [...listOf(stage.ranking), ...(stage.quotas ?? []), ...(stage.awards ?? [])]) {
      for (const index of (part.within ?? []).keys()) columnAt(context, part.within as readonly string[], index);
    }
  }
  for (const { part } of nodes) {
    if (part.evidence !== undefined) columnAt(context, part, "evidence");
    for (const key of ["done", "target"] as const) {
      if (part.ratio?.[key] !== undefined) columnAt(context, part.ratio, key, ["number"]);
    }
  }
};
