import { evaluator } from "../../expression/evaluate.ts";
import { namesIn } from "../../expression/names.ts";
import type { Expression, Fields } from "../../expression/tree.ts";
import { operandText } from "../../expression/write.ts";
import type { Circumstances, Combination } from "../3-facts/circumstances.ts";
import { circumstances, lineage } from "../3-facts/circumstances.ts";
import type { Reader } from "../3-facts/readers.ts";
import { readersOf } from "../3-facts/readers.ts";
import type { Check, Context } from "./context.ts";
import { declaration } from "./references.ts";

/** Whatever is asked about somebody reads only columns that apply to him, or guards them. */
export const checkReadable: Check = (context) => {
  const cases = circumstances(context);
  if (!cases) return;
  for (const reader of readersOf(context)) checkReader(context, cases, reader);
};

function checkReader(context: Context, cases: Circumstances, reader: Reader): void {
  const { places, diagnostics, columns, expressions } = context;
  const { id, holder, key, expression, names, node } = reader;
  const used = [...names].flatMap((name) => columns.get(columnOf(name)) ?? []);
  const conditional = used.filter(({ part }) => part.when !== undefined);
  if (conditional.length === 0) return;
  const guards = used.filter(({ part }) => part.type === "flag" || part.type === "choice").map((column) => column.id);
  const deciding = cases.deciding([...(node ? lineage(node) : []), ...used.map(({ part }) => part)]);
  const combinations = cases.combinations([...new Set([...deciding, ...guards])]);
  for (const combination of combinations ?? []) {
    if (node && !cases.appliesWithin(node, combination)) continue;
    const read = new Set([...namesRead(expression, combination)].map(columnOf));
    const column = conditional.find((each) => read.has(each.id) && !cases.applies(each.part, combination));
    const condition = column && expressions.get(column.part, "when");
    if (!condition) continue;
    const guard = operandText(condition.expression, "&&");
    const parameters = { id, column: column.id, condition: column.part.when as string, guard };
    diagnostics.report("R141", parameters, places.value(holder, key), declaration(context, column));
    return;
  }
}

/** A rollup reads the columns of the grouping period as `latest.X`. */
const columnOf = (name: string): string => name.replace(/^latest\./, "");

/** The names whose values an expression needs in one case: not those of a branch that the case does not take. */
export function namesRead(e: Expression, combination: Combination): ReadonlySet<string> {
  const of = (parts: readonly Expression[]): ReadonlySet<string> =>
    new Set(parts.flatMap((part) => [...namesRead(part, combination)]));
  switch (e.kind) {
    case "choose": {
      const holds = known(e.when, combination);
      if (holds === undefined) return of([e.when, e.yes, e.no]);
      return of([e.when, holds ? e.yes : e.no]);
    }
    case "binary": {
      const { operator, left, right } = e;
      // Either side decides alone when it is this.
      const decisive = operator === "&&" ? false : operator === "||" ? true : undefined;
      const alone = [left, right].find((side) => decisive !== undefined && known(side, combination) === decisive);
      return of(alone ? [alone] : [left, right]);
    }
    case "not":
    case "negate":
      return of([e.of]);
    case "call":
    case "ask":
      return of(e.arguments);
    case "band":
      return of([e.of, e.than]);
    case "index":
      return of([e.of, e.at]);
    // No variable of a macro has the name of a column.
    case "macro":
      return of([e.list, e.body]);
    case "list":
      return of(e.elements);
    default:
      return namesIn(e);
  }
}

/** What a condition says in one case, where the deciding columns are enough to tell. */
function known(condition: Expression, combination: Combination): boolean | undefined {
  const latest: Fields = { field: (id) => combination.get(id) };
  const value = evaluator<Combination>(
    condition,
    (name) => (env) => (name === "latest" ? latest : env.get(name)),
    // What functions of the scope give, no column tells.
    { ask: () => () => undefined },
  )(combination);
  return typeof value === "boolean" ? value : undefined;
}
