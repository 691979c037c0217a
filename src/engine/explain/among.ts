import type { Expression, Fields, Value } from "../../expression/tree.ts";
import type { Among } from "../../model/derivation-scores.ts";
import type { Exact } from "../../number/exact.ts";
import type { Environment } from "../law/environment.ts";
import type { Subject } from "../law/subject.ts";

/**
 * Which items or periods a part of an expression found: those for which the condition of a macro holds, of `all` those for which it
 * does not. Undefined where it asks about neither.
 */
export function amongOf(
  compile: Environment["compile"],
  part: Expression,
  subject: Subject,
): readonly Among[] | undefined {
  const found = foundBy(part);
  const kind = found && kindOf(found.list);
  const list = kind && compile(found)(subject);
  if (!list) return undefined;
  return ([...(list as readonly Value[])] as Fields[]).map(
    (of): Among =>
      kind === "period"
        ? { kind, period: of.field("period") as string }
        : { kind, id: of.field("id") as string, score: of.field("score") as Exact | undefined },
  );
}

type Macro = Extract<Expression, { kind: "macro" }>;

function foundBy(e: Expression): Macro | undefined {
  if (e.kind === "call") {
    const [list] = e.arguments;
    return e.name === "size" && list?.kind === "macro" && list.name === "filter" ? list : undefined;
  }
  if (e.kind !== "macro" || e.name === "map" || e.name === "consecutive") return undefined;
  return { ...e, name: "filter", body: e.name === "all" ? { kind: "not", of: e.body } : e.body };
}

function kindOf(list: Expression): Among["kind"] | undefined {
  if (list.kind === "macro") return list.name === "filter" ? kindOf(list.list) : undefined;
  if (list.kind === "ask") return list.name === "items" ? "item" : "period";
  return list.kind === "name" && (list.name === "periods" || list.name === "unrated") ? "period" : undefined;
}
