import { compileExpression } from "../../expression/compile.ts";
import type { Scope } from "../../expression/context.ts";
import type { Meaning } from "../../expression/meaning.ts";
import { meaningOf } from "../../expression/meaning.ts";
import type { Type } from "../../expression/tree.ts";
import { phrase } from "../../text/phrase.ts";
import { isSame } from "../../text/same.ts";
import type { Place } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import type { BandPart, ColumnPart } from "../2-shape/rubric.generated.ts";
import type { Compiled } from "../3-facts/facts.ts";
import type { ColumnEntry } from "../3-facts/outline.ts";
import type { StageView } from "../3-facts/stages.ts";
import type { Context } from "./context.ts";

const everyType = ["text", "choice", "number", "date", "flag"] as const;

/**
 * The column that stands by name as `key` in `holder`. Reports a name that is no column's, and a column of another type
 * than `types` (any, when empty); then the result is undefined.
 */
export function columnAt(
  context: Context,
  holder: object,
  key: string | number,
  types: readonly ColumnPart["type"][] = [],
): ColumnEntry | undefined {
  const { places, diagnostics, columns } = context;
  const name = (holder as Record<string | number, string>)[key] as string;
  const column = columns.get(name);
  const place = places.value(holder, key);
  if (!column) {
    diagnostics.report("R103", { name, suggestion: suggest(name, columns.keys()) }, place);
    return undefined;
  }
  const found = column.part.compare === undefined ? column.part.type : "compare";
  if (found !== "compare" && (types.length === 0 || types.includes(found))) return column;
  const expected = types.length === 0 ? quoted(everyType) : quoted(types);
  diagnostics.report("R104", { name, found, expected }, place, declaration(context, column));
  return undefined;
}

/** The place where a column is declared, as the other half of a mistake. */
export function declaration({ rubric, places }: Context, { id, declared }: ColumnEntry) {
  if (!declared || !rubric.columns) return [];
  const message = phrase("`{id}` is declared here", { id });
  return [{ place: places.key(rubric.columns, id), message }];
}

/** The index of the band that stands by id as `key` in `holder`; undefined (and reported) when there is none such. */
export function bandAt(
  context: Context,
  { bands }: StageView,
  holder: object,
  key: string | number,
): number | undefined {
  const { places, diagnostics } = context;
  const name = (holder as Record<string | number, string>)[key] as string;
  const index = bands.findIndex(({ id }) => id === name);
  if (index >= 0) return index;
  const ids = bands.map(({ id }) => id);
  const titled = bands.find(({ title }) => titlesOf(title).includes(name))?.id;
  const known = bands.map(({ id, title }) => [`\`${id}\``, ...titlesOf(title).slice(0, 1)].join(" "));
  diagnostics.report("R202", { name, suggestion: titled ?? suggest(name, ids), known }, places.value(holder, key));
  return undefined;
}

const titlesOf = (title: BandPart["title"]): readonly string[] =>
  typeof title === "string" ? [title] : Object.values(title ?? {});

/** Compiles the expression at `key` of `holder` (behind its first `skip` characters: the `=` of a band) and keeps it for the plan; undefined (and reported) when it is wrong. */
export function compileAt(
  context: Context,
  holder: object,
  key: string | number,
  scope: Scope,
  expected: Type | Type["kind"],
  skip = 0,
): Compiled | undefined {
  const text = ((holder as Record<string | number, string>)[key] as string).slice(skip);
  const whole = withParameters(scope, context);
  const meaning = [expected, meaningOf(text, whole)];
  const before = known.get(holder)?.get(key);
  const at = (start: number, end: number): Place => context.places.within(holder, key, start + skip, end + skip);
  const compiled =
    before && isSame(before.meaning, meaning)
      ? before.compiled
      : compileExpression(text, whole, expected, at, context.diagnostics);
  if (!compiled) return undefined;
  context.expressions.set(holder, key, compiled);
  if (meaning[1])
    known.set(holder, (known.get(holder) ?? new Map<string | number, Known>()).set(key, { meaning, compiled }));
  return compiled;
}

/** An expression that was sound, with what its words meant. */
interface Known {
  readonly meaning: Meaning;
  readonly compiled: Compiled;
}

/** The last of each place: rubrics that adopt one law hold its parts. */
const known = new WeakMap<object, Map<string | number, Known>>();

/** Of scopes in which parameters and formulas are known too: many expressions stand in one. */
const withThem = new WeakMap<Scope, Scope>();

function withParameters(scope: Scope, { rubric, parameters: { constants, unavailable }, formulas }: Context): Scope {
  if (!rubric.parameters && formulas.size === 0) return scope;
  const known = withThem.get(scope);
  if (known) return known;
  const all = { ...scope, constants, formulas, unavailable: new Map([...unavailable, ...(scope.unavailable ?? [])]) };
  withThem.set(scope, all);
  return all;
}

/** `a`, `b`, `c`: the choices that a rubric's author has. */
export const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(", ");
