import type { Formulas } from "../../expression/context.ts";
import { calledIn } from "../../expression/formulas.ts";
import { parse } from "../../expression/parse.ts";
import type { Places } from "../1-read/places.ts";
import type { Rubric } from "../2-shape/rubric.generated.ts";
import type { Check } from "./context.ts";

/** The formulas of a rubric, each with its place. */
export const formulasOf = ({ formulas = {} }: Rubric, places: Places): Formulas =>
  new Map(
    Object.entries(formulas).map(([name, part]) => [
      name,
      {
        arguments: part.arguments ?? [],
        text: part.value,
        at: (start, end) => places.within(part, "value", start, end),
        told: new Set<string>(),
      },
    ]),
  );

/** Each formula can be read, and none stands within itself. What it means is known where it is called. */
export const checkFormulas: Check = ({ rubric, places, diagnostics, formulas }) => {
  const calls = new Map<string, ReadonlySet<string>>();
  for (const [name, { text, at }] of formulas) {
    const syntax = parse(text, (code, parameters, { start, end }) => {
      diagnostics.report(code, parameters, at(start, end));
      return undefined;
    });
    if (syntax) calls.set(name, calledIn(syntax, formulas));
  }
  const known = new Set<string>();
  for (const [name, part] of Object.entries(rubric.formulas ?? {})) {
    const path = circleFrom(name, []);
    if (path) diagnostics.report("R322", { path: path.join(" → ") }, places.value(part, "value"));
  }

  /** The way from a formula, or from one that it calls, back to itself. */
  function circleFrom(name: string, path: readonly string[]): readonly string[] | undefined {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (known.has(name)) return undefined;
    known.add(name);
    for (const each of calls.get(name) ?? []) {
      const found = circleFrom(each, [...path, name]);
      if (found) return found;
    }
    return undefined;
  }
};
