import { partsOf } from "../../expression/budget.ts";
import type { Binary, Expression } from "../../expression/tree.ts";
import type { Circumstances } from "../3-facts/circumstances.ts";
import { circumstances, describe, lineage } from "../3-facts/circumstances.ts";
import type { Reader } from "../3-facts/readers.ts";
import { readersOf } from "../3-facts/readers.ts";
import type { Check, Context } from "./context.ts";
import { namesRead } from "./readable.ts";

/** A score that does not apply to somebody is 0, which is no low score: who compares it says whom he means. */
export const checkApplying: Check = (context) => {
  const cases = circumstances(context);
  if (!cases || !context.nodes.some(({ part }) => part.when !== undefined)) return;
  // A formula is written for those to whom its item applies.
  for (const reader of readersOf(context)) if (!reader.node) checkReader(context, cases, reader);
};

function checkReader(context: Context, cases: Circumstances, { id, holder, key, expression, names }: Reader): void {
  const { places, diagnostics, columns } = context;
  const guards = [...names].flatMap((name) => columns.get(name.replace(/^latest\./, ""))?.id ?? []);
  for (const name of comparedIn(expression)) {
    const node = context.node.get(name);
    // Who asks for the max that applies knows of those to whom none does.
    if (!node || names.has(`full.${name}`)) continue;
    const deciding = cases.deciding(lineage(node));
    if (deciding.length === 0) continue;
    const others = guards.filter((guard) => ["choice", "flag"].includes(columns.get(guard)?.part.type ?? ""));
    for (const combination of cases.combinations([...new Set([...deciding, ...others])]) ?? []) {
      if (cases.appliesWithin(node, combination) || !namesRead(expression, combination).has(name)) continue;
      const where = describe(new Map([...combination].filter(([column]) => deciding.includes(column)))).join(", ");
      diagnostics.report("R142", { id, node: name, where }, places.value(holder, key));
      return;
    }
  }
}

const comparisons: readonly string[] = ["<", "<=", ">", ">=", "==", "!="];

/** The names that are compared as they are, and not only asked whether there is anything: in a sum of variants one of them is always 0. */
function comparedIn(e: Expression): ReadonlySet<string> {
  const own = e.kind === "binary" && comparisons.includes(e.operator) && !asksForAny(e) ? [e.left, e.right] : [];
  const names = own.flatMap((side) => (side.kind === "name" ? [side.name] : []));
  return new Set([...names, ...partsOf(e).flatMap((part) => [...comparedIn(part)])]);
}

const asksForAny = ({ operator, right }: Binary): boolean =>
  [">", "!="].includes(operator) && right.kind === "literal" && right.value === 0;
