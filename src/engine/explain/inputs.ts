import { leavesOf } from "../../expression/leaves.ts";
import type { Expression, Value } from "../../expression/tree.ts";
import { expressionText } from "../../expression/write.ts";
import type { Input } from "../../model/derivation-scores.ts";
import type { Plan } from "../../model/plan.ts";
import { formatDate } from "../../period/date.ts";
import type { Environment } from "../law/environment.ts";
import type { Subject } from "../law/subject.ts";
import { amongOf } from "./among.ts";
import { evidenceOf } from "./evidence.ts";

/**
 * What an expression read of the subject: its parts that are single values. A part that is all of it says nothing more but in which
 * rows of logs, and of which items or periods, it was found.
 */
export const inputsOf = (
  plan: Plan,
  compile: Environment["compile"],
  expression: Expression,
  subject: Subject,
): Input[] =>
  leavesOf(expression)
    .flatMap(withKeys)
    .flatMap((leaf): Input[] => {
      const facts = evidenceOf(plan, compile, leaf, subject);
      const among = amongOf(compile, leaf, subject) ?? [];
      if (!facts && among.length === 0 && leaf === expression && leaf.kind === "macro") return [];
      const value = compile(leaf)(subject);
      if (!isSingle(value)) return [];
      const column = columnOf(plan, leaf);
      return [
        {
          expression: leaf,
          name: expressionText(leaf),
          value: isDay(leaf) && typeof value === "number" ? formatDate(value) : value,
          ...(facts && { facts }),
          ...(among.length > 0 && { among }),
          ...(column >= 0 && { column }),
          ...(isBand(leaf) && { isBand: true as const }),
        },
      ];
    });

/** What is looked up in a table, and by which key. */
const withKeys = (leaf: Expression): readonly Expression[] =>
  leaf.kind === "select" && leaf.of.kind === "index" ? [leaf, ...leavesOf(leaf.of.at)] : [leaf];

/** Missing, or a number, text or flag. */
const isSingle = (value: Value): boolean =>
  typeof value !== "object" || (!Array.isArray(value) && "d" in value && "n" in value);

const isBand = (leaf: Expression): boolean =>
  (leaf.kind === "name" && leaf.name === "band") || (leaf.kind === "select" && leaf.field === "band");

/** A day of the calendar, which a number of days would not show. */
const isDay = (leaf: Expression): boolean =>
  leaf.kind === "name" && (leaf.name === "period_start" || leaf.name === "period_end");

/** The column that a name stands for, or a field of the latest period. */
function columnOf({ columns }: Plan, leaf: Expression): number {
  if (leaf.kind === "name") return columns.findIndex(({ id }) => id === leaf.name);
  const isLatest = leaf.kind === "select" && leaf.of.kind === "name" && leaf.of.name === "latest";
  return isLatest ? columns.findIndex(({ id }) => id === leaf.field) : -1;
}
