import type { Exact } from "../number/exact.ts";
import { negate } from "../number/exact.ts";
import type { Budget } from "./budget.ts";
import { exhausted, mostSteps, needsBudget } from "./budget.ts";
import { binary } from "./evaluate-binary.ts";
import { bandCall, call } from "./evaluate-call.ts";
import { macro } from "./evaluate-macro.ts";
import type { Evaluate, Hooks, Scene } from "./scene.ts";
import type { Expression, Fields, Table, Value } from "./tree.ts";

/**
 * An expression as a function of an environment, such as one subject in one period. `resolve` is asked for names,
 * whose records (`raw`) are then asked for fields. All is exact. A missing operand (`undefined`) makes the result missing, except where `&&`,
 * `||`, `all`, `exists` and `in` can decide without it.
 */
export function evaluator<E>(
  expression: Expression,
  resolve: (name: string) => Evaluate<E>,
  hooks: Hooks<E> = {},
): Evaluate<E> {
  const budget: Budget = { left: mostSteps };
  const evaluate = compile(expression, { resolve, hooks, budget, variables: new Map(), compile });
  if (!needsBudget(expression)) return evaluate;
  return (env) => {
    // A field may be computed by this very expression for another period.
    const before = budget.left;
    budget.left = mostSteps;
    try {
      return evaluate(env);
    } catch (error) {
      if (error !== exhausted) throw error;
      hooks.onExhausted?.(env);
      return undefined;
    } finally {
      budget.left = before;
    }
  };
}

function compile<E>(e: Expression, scene: Scene<E>): Evaluate<E> {
  const part = (of: Expression): Evaluate<E> => compile(of, scene);
  switch (e.kind) {
    case "literal": {
      const { value } = e;
      return () => value;
    }
    case "missing":
      return () => undefined;
    case "name": {
      const cell = scene.variables.get(e.name);
      return cell ? () => cell.value : scene.resolve(e.name);
    }
    case "select":
      return select(part(e.of), e.field);
    case "index":
      return row(e, part(e.of), part(e.at), scene);
    case "not": {
      const of = part(e.of);
      return (env) => {
        const value = of(env);
        return value === undefined ? undefined : !value;
      };
    }
    case "negate": {
      const of = part(e.of);
      return (env) => {
        const value = of(env) as Exact | undefined;
        return value === undefined ? undefined : negate(value);
      };
    }
    case "binary":
      return binary(e, scene);
    case "choose":
      return choose(part(e.when), part(e.yes), part(e.no));
    case "call":
      return call(e.name, e.arguments.map(part), scene);
    case "band":
      return bandCall(e, part(e.of), part(e.than));
    case "ask":
      return ask(e.name, e.arguments.map(part), scene);
    case "macro":
      return macro(e, scene);
    case "list": {
      const literals = e.elements.map((element) => (element.kind === "literal" ? element.value : undefined));
      if (!literals.includes(undefined)) return () => literals;
      const elements = e.elements.map(part);
      return (env) => elements.map((element) => element(env));
    }
  }
}

function choose<E>(when: Evaluate<E>, yes: Evaluate<E>, no: Evaluate<E>): Evaluate<E> {
  return (env) => {
    const holds = when(env);
    return holds === undefined ? undefined : holds ? yes(env) : no(env);
  };
}

function select<E>(of: Evaluate<E>, field: string): Evaluate<E> {
  return (env) => (of(env) as Fields | undefined)?.field(field);
}

function row<E>(e: Expression & { kind: "index" }, of: Evaluate<E>, at: Evaluate<E>, { hooks }: Scene<E>): Evaluate<E> {
  const name = e.of.kind === "name" ? e.of.name : "";
  return (env) => {
    const table = of(env) as Table | undefined;
    const key = at(env) as string | undefined;
    if (table === undefined || key === undefined) return undefined;
    const found = table.row(key);
    if (found === undefined) hooks.onMissingRow?.(env, name, key);
    return found;
  };
}

/** A function is not asked about a missing argument. */
function ask<E>(name: string, given: readonly Evaluate<E>[], { hooks }: Scene<E>): Evaluate<E> {
  const answer = hooks.ask?.(name);
  if (answer === undefined) throw new Error(`the function ${name} is in the scope but not in the hooks`);
  return (env) => {
    const values: Value[] = given.map((argument) => argument(env));
    return values.includes(undefined) ? undefined : answer(env, values);
  };
}
