import { spend } from "./budget.ts";
import type { Cell, Evaluate, Scene } from "./scene.ts";
import { lookupFor } from "./table-lookup.ts";
import type { Expression, Fields, Table, Value } from "./tree.ts";
import { periodIndex } from "./tree.ts";

/** What becomes of the elements of a list; `test` gives the body's value for the element that it is given. */
type Fold = (elements: readonly Value[], test: (element: Value) => Value) => Value;

export function macro<E>(e: Extract<Expression, { kind: "macro" }>, scene: Scene<E>): Evaluate<E> {
  const list = scene.compile(e.list, scene);
  const cell: Cell = { value: undefined };
  const variables = new Map(scene.variables).set(e.variable, cell);
  const body = scene.compile(e.body, { ...scene, variables });
  const fold = folds[e.name];
  const { budget } = scene;
  const found = lookupFor(e, scene);
  return (env) => {
    const among = list(env) as readonly Value[] | Table | undefined;
    if (among === undefined) return undefined;
    // A field may be computed by this very expression for another period: what stood here is put back.
    const before = cell.value;
    const result = fold(found?.(env, among) ?? elementsOf(among), (element) => {
      spend(budget, 1);
      cell.value = element;
      return body(env);
    });
    cell.value = before;
    return result;
  };
}

export const elementsOf = (among: readonly Value[] | Table): readonly Value[] => ("rows" in among ? among.rows : among);

const folds: Readonly<Record<Extract<Expression, { kind: "macro" }>["name"], Fold>> = {
  all: (elements, test) => decided(elements, test, false),
  exists: (elements, test) => decided(elements, test, true),
  exists_one: (elements, test) => {
    const count = counted(elements, test);
    return count === undefined ? undefined : count === 1;
  },
  count: counted,
  map: (elements, test) => elements.map(test),
  filter: (elements, test) => {
    const kept: Value[] = [];
    for (const element of elements) {
      const holds = test(element);
      if (holds === undefined) return undefined;
      if (holds) kept.push(element);
    }
    return kept;
  },
  consecutive: (elements, test) => {
    let [longest, run, last] = [0, 0, 0];
    for (const element of elements) {
      const holds = test(element);
      if (holds === undefined) return undefined;
      const index = (element as Fields).field(periodIndex) as number;
      run = !holds ? 0 : run > 0 && index === last + 1 ? run + 1 : 1;
      last = index;
      longest = Math.max(longest, run);
    }
    return longest;
  },
};

/** One element with `decisive` decides, whatever is missing in others. */
function decided(elements: readonly Value[], test: (element: Value) => Value, decisive: boolean): Value {
  let result: Value = !decisive;
  for (const element of elements) {
    const holds = test(element);
    if (holds === decisive) return decisive;
    if (holds === undefined) result = undefined;
  }
  return result;
}

function counted(elements: readonly Value[], test: (element: Value) => Value): number | undefined {
  let count = 0;
  for (const element of elements) {
    const holds = test(element);
    if (holds === undefined) return undefined;
    if (holds) count++;
  }
  return count;
}
