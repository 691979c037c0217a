import { partsOf } from "../../expression/budget.ts";
import type { Binary, Expression } from "../../expression/tree.ts";
import type { Exact } from "../../number/exact.ts";
import { compare } from "../../number/exact.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { readersOf } from "../3-facts/readers.ts";
import { hasCell } from "../3-facts/scale.ts";
import type { Check } from "./context.ts";

/**
 * A score that was skipped is 0, and no low score: a condition that it meets for that reason, or a requirement that it fails, says whom
 * it means.
 */
export const checkSkipped: Check = (context) => {
  const { places, diagnostics, node, rubric } = context;
  const word = Object.entries(rubric.codes ?? {}).find(([, policy]) => policy.startsWith("skip"))?.[0];
  for (const { id, holder, key, expression, names, ...reader } of readersOf(context)) {
    if (reader.node || reader.rollup) continue;
    const skipped = [...decidedByZero(expression, key === "when")].find((name) => {
      const entry = node.get(name);
      return entry && !names.has(`full.${name}`) && canSkip(entry, word !== undefined);
    });
    if (skipped === undefined) continue;
    const by = isSkippedBlank(node.get(skipped) as NodeEntry) ? undefined : word;
    diagnostics.report("R143", { id, node: skipped, word: by }, places.value(holder, key));
  }
};

const canSkip = (entry: NodeEntry, hasCode: boolean): boolean =>
  isSkippedBlank(entry) || (hasCode && entry.part.items === undefined && hasCell(entry.part));

/** Of what has no cell only its own policy says that it may lack a score. */
const isSkippedBlank = ({ part, missing }: NodeEntry): boolean =>
  part.items === undefined && (hasCell(part) ? missing : part.missing)?.startsWith("skip") === true;

/**
 * The names that make an expression come out as `wanted` where they are 0: by a comparison of their own, unless one beside it
 * speaks of 0 and decides otherwise (`A > 0 && A < 10`, `A == 0 || A >= 10`).
 */
function decidedByZero(e: Expression, wanted: boolean): ReadonlySet<string> {
  if (e.kind === "not") return decidedByZero(e.of, !wanted);
  if (e.kind !== "binary") return new Set(partsOf(e).flatMap((part) => [...decidedByZero(part, wanted)]));
  const { operator, left, right } = e;
  if (operator !== "&&" && operator !== "||") return new Set(atZero(e, wanted));
  const sides = [left, right];
  const found = new Set(sides.flatMap((side) => [...decidedByZero(side, wanted)]));
  // One side alone makes `wanted` of it only where both have to agree on the other value.
  const others = sides.flatMap((side) => [...decidedByZero(side, !wanted)]);
  return (operator === "&&") === wanted ? new Set([...found].filter((name) => !others.includes(name))) : found;
}

/** The name that is compared, where the comparison comes out as `wanted` for 0; also where that hangs on another value. */
function atZero({ operator, left, right }: Binary, wanted: boolean): readonly string[] {
  const isOf = (name: Expression, other: Expression, order: (compared: number) => number): readonly string[] => {
    if (name.kind !== "name") return [];
    const holds = other.kind === "literal" && typeof other.value !== "string" && typeof other.value !== "boolean";
    return !holds || outcomes[operator]?.(order(compare(0, other.value as Exact))) === wanted ? [name.name] : [];
  };
  if (outcomes[operator] === undefined) return [];
  return [...isOf(left, right, (compared) => compared), ...isOf(right, left, (compared) => -compared)];
}

/** Of a comparison, by whether its left side is less (below 0), equal or greater. */
const outcomes: Readonly<Record<string, (compared: number) => boolean>> = {
  "<": (compared) => compared < 0,
  "<=": (compared) => compared <= 0,
  ">": (compared) => compared > 0,
  ">=": (compared) => compared >= 0,
  "==": (compared) => compared === 0,
  "!=": (compared) => compared !== 0,
};
