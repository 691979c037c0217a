import type { Expression } from "../../expression/tree.ts";
import { leavesBelow } from "../nodes.ts";
import type { Element, Scope } from "./scope.ts";

/** `items(A)`: the applying items of an area at any depth, without skipped ones. */
export function itemElements(list: Extract<Expression, { kind: "ask" }>, scope: Scope): readonly Element[] {
  const { stage, scores } = scope.writing;
  const area = list.arguments[0];
  return leavesBelow(stage, area?.kind === "literal" ? String(area.value) : "").map((id) => {
    const state = scores.nodes.get(id)?.state;
    const holds = state === undefined ? "TRUE" : `${state} IN ('counts', 'missing')`;
    return { holds, value: undefined, scope: { ...scope, item: { variable: "", id } } };
  });
}
