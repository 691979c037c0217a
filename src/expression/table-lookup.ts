import { namesIn } from "./names.ts";
import type { Scene } from "./scene.ts";
import type { Binary, Expression, Table, Value } from "./tree.ts";

type MacroExpression = Extract<Expression, { kind: "macro" }>;
/** The only elements for which the condition of a macro can hold; undefined where all must be tried. */
type Lookup<E> = (env: E, among: readonly Value[] | Table) => readonly Value[] | undefined;

/** Macros that ask nothing of an element for which their condition is false. */
const selective: readonly string[] = ["filter", "exists", "exists_one", "count"];

/**
 * `T.filter(m, m.to == to && …)` looks at the rows of one value of `to` and not at all of them: 50,000 leaders with a
 * million members between them would otherwise take a day.
 */
export function lookupFor<E>(e: MacroExpression, scene: Scene<E>): Lookup<E> | undefined {
  const match = selective.includes(e.name) ? equalityIn(e.body, e.variable) : undefined;
  if (!match) return undefined;
  const value = scene.compile(match.value, scene);
  return (env, among) => {
    if (!("rows" in among) || !among.where) return undefined;
    const wanted = value(env);
    return wanted === undefined ? undefined : among.where(match.field, wanted);
  };
}

/** `variable.field == value` as the whole condition or as the first that must hold, where the value is the same for all elements. */
function equalityIn(body: Expression, variable: string): { field: string; value: Expression } | undefined {
  if (body.kind !== "binary") return undefined;
  if (body.operator === "&&") return equalityIn(body.left, variable);
  if (body.operator !== "==") return undefined;
  return fieldEquals(body, "left", "right", variable) ?? fieldEquals(body, "right", "left", variable);
}

function fieldEquals(
  body: Binary,
  one: "left" | "right",
  other: "left" | "right",
  variable: string,
): { field: string; value: Expression } | undefined {
  const { [one]: field, [other]: value } = body;
  if (field.kind !== "select" || field.of.kind !== "name" || field.of.name !== variable) return undefined;
  const names = [...namesIn(value)];
  if (names.some((name) => name === variable || name.startsWith(`${variable}.`))) return undefined;
  return { field: field.field, value };
}
