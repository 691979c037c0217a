import { evaluator } from "../../expression/evaluate.ts";
import { namesIn } from "../../expression/names.ts";
import type { Value } from "../../expression/tree.ts";
import { once } from "../2-shape/once.ts";
import type { ColumnPart, NodePart } from "../2-shape/rubric.generated.ts";
import type { Facts } from "./facts.ts";
import { columnOf, valuesOf } from "./figures.ts";
import type { NodeEntry } from "./outline.ts";

/** One value of each column that decides; undefined for a column that does not apply itself. */
export type Combination = ReadonlyMap<string, string | boolean | undefined>;

/** The finitely many cases that the `when` of columns, areas and items distinguish. */
export interface Circumstances {
  /** Does this column, area or item apply, looking at its own `when` alone? */
  applies(part: ColumnPart | NodePart, combination: Combination): boolean;
  /** Do a node and all areas around it apply? */
  appliesWithin(node: NodeEntry, combination: Combination): boolean;
  /** The columns on which the `when` of these parts depends, each behind those that decide whether it applies. */
  deciding(parts: Iterable<ColumnPart | NodePart>): readonly string[];
  /** The same with those on which the figures of nodes depend. */
  settling(parts: Iterable<NodePart>): readonly string[];
  /**
   * All combinations of some columns, each with the values `given` of others, on which they may depend; undefined when
   * they are more than {@link mostCombinations}. Each is valid until the next one.
   */
  combinations(columns: readonly string[], given?: Combination): Iterable<Combination> | undefined;
  /** How many combinations some columns have at most. */
  count(columns: readonly string[]): number;
}

export const mostCombinations = 100_000;

/** Undefined when some `when` is wrong: nothing can be said then. */
export const circumstances = once((facts: Facts): Circumstances | undefined => {
  const { columns, nodes, expressions } = facts;
  const parts = [...[...columns.values()].map(({ part }) => part), ...nodes.map(({ part }) => part)];
  const conditions = new Map<object, { readonly names: ReadonlySet<string>; holds(combination: Combination): Value }>();
  for (const part of parts) {
    if (part.when === undefined) continue;
    const compiled = expressions.get(part, "when");
    if (!compiled) return undefined;
    const holds = evaluator<Combination>(compiled.expression, (name) => (combination) => combination.get(name));
    const names = namesIn(compiled.expression);
    if (![...names].every((name) => decides(facts, name))) return undefined;
    conditions.set(part, { names, holds });
  }

  const applies: Circumstances["applies"] = (part, combination) => {
    const condition = conditions.get(part);
    return condition === undefined || condition.holds(combination) === true;
  };

  function collect(part: ColumnPart | NodePart, into: Set<string>, under: ReadonlySet<string>): void {
    for (const name of conditions.get(part)?.names ?? []) {
      const column = columns.get(name);
      if (!column || into.has(name) || under.has(name)) continue;
      collect(column.part, into, new Set([...under, name]));
      into.add(name);
    }
  }

  const valuesAt = (name: string): readonly (string | boolean)[] => valuesOf(columns.get(name)?.part);

  const count: Circumstances["count"] = (names) => names.reduce((product, name) => product * valuesAt(name).length, 1);

  function* combine(
    names: readonly string[],
    index: number,
    combination: Map<string, string | boolean | undefined>,
  ): Generator<Combination> {
    const name = names[index];
    const column = name === undefined ? undefined : columns.get(name);
    if (name === undefined || !column) return yield combination;
    const values = applies(column.part, combination) ? valuesAt(name) : [undefined];
    for (const value of values) {
      combination.set(name, value);
      yield* combine(names, index + 1, combination);
    }
  }

  return {
    applies,
    appliesWithin(node, combination) {
      for (let at: NodeEntry | undefined = node; at; at = at.parent) if (!applies(at.part, combination)) return false;
      return true;
    },
    deciding(of) {
      const names = new Set<string>();
      for (const part of of) collect(part, names, new Set());
      return [...names];
    },
    settling(of) {
      const names = new Set<string>();
      for (const part of of) {
        collect(part, names, new Set());
        const column = columns.get(columnOf(part) ?? "");
        if (!column) continue;
        collect(column.part, names, new Set());
        names.add(column.id);
      }
      return [...names];
    },
    combinations: (names, given = new Map()) =>
      count(names) > mostCombinations ? undefined : combine(names, 0, new Map(given)),
    count,
  };
});

const decides = ({ columns }: Facts, name: string): boolean =>
  ["choice", "flag"].includes(columns.get(name)?.part.type ?? "");

/** A node and the areas around it. */
export function* lineage(node: NodeEntry): Generator<NodePart> {
  for (let at: NodeEntry | undefined = node; at; at = at.parent) yield at.part;
}

const mostNamed = 24;

/** `lanh_dao = true, khoi = xa`; empty when nothing decides. */
export function describe(combination: Combination): readonly string[] {
  const named = [...combination]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} = ${value}`);
  return [...named.slice(0, mostNamed), ...(named.length > mostNamed ? ["…"] : [])];
}

/** What applies only where the `when` of all these parts hold. */
export interface Conditional {
  readonly under: readonly (ColumnPart | NodePart)[];
}

/** Can two things never apply to one person? Without sound conditions the answer is yes: those come first. */
export function exclude(cases: Circumstances | undefined, a: Conditional, b: Conditional): boolean {
  if (!cases) return true;
  const parts = [...a.under, ...b.under];
  const combinations = cases.combinations(cases.deciding(parts));
  for (const combination of combinations ?? [new Map()]) {
    if (parts.every((part) => cases.applies(part, combination))) return false;
  }
  return true;
}

/** Everything that must apply for a node to be asked for. */
export const under = (node: NodeEntry): readonly NodePart[] => [...lineage(node)];
