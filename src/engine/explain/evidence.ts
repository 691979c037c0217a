import type { Expression, Fields, Value } from "../../expression/tree.ts";
import type { Fact } from "../../model/given.ts";
import type { Plan } from "../../model/plan.ts";
import type { Place } from "../../text/source.ts";
import type { Environment } from "../law/environment.ts";
import type { Subject } from "../law/subject.ts";

/** The rows of logs and tables that a part of an expression found its value in; undefined where it asks none. */
export function evidenceOf(
  plan: Plan,
  compile: Environment["compile"],
  part: Expression,
  subject: Subject,
): readonly Place[] | undefined {
  const looked = part.kind === "select" && part.of.kind === "index" && compile(part.of)(subject);
  if (looked) return placeIn(looked as Fields, (part as Select).field);
  const isLog = (name: string): boolean => plan.tables?.some(({ id, log }) => id === name && log) === true;
  const lists = factLists(part, isLog);
  if (lists.length === 0) return undefined;
  const facts = lists.flatMap((list) => (compile(list)(subject) ?? []) as readonly Value[] as readonly Fact[]);
  return [...new Set(facts)].map(({ place }) => place);
}

type Select = Extract<Expression, { kind: "select" }>;

const placeIn = (row: Fields, field: string): readonly Place[] | undefined => row.placeOf && [row.placeOf(field)];

/** The lists of facts that a value is made of: of those that a condition chooses only the ones that it holds for. */
function factLists(e: Expression, isLog: (name: string) => boolean): readonly Expression[] {
  const within = (part: Expression) => factLists(part, isLog);
  switch (e.kind) {
    case "name":
      return isLog(e.name) ? [e] : [];
    case "call":
      return e.arguments.flatMap(within);
    case "macro": {
      const lists = within(e.list);
      if (e.name === "map" || e.name === "all") return lists;
      return lists.map((list): Expression => ({ ...e, name: "filter", list }));
    }
    default:
      return [];
  }
}
