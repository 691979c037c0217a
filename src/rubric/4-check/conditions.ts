import type { Scope } from "../../expression/context.ts";
import { elsewhere } from "../../expression/elsewhere.ts";
import { namesIn } from "../../expression/names.ts";
import type { Type } from "../../expression/tree.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { once } from "../2-shape/once.ts";
import { circumstances, lineage } from "../3-facts/circumstances.ts";
import type { ColumnEntry } from "../3-facts/outline.ts";
import { combinesTotals } from "../3-facts/outline.ts";
import { ratingNames } from "../3-facts/scopes.ts";
import { columnTypes } from "../3-facts/types.ts";
import type { Check, Context } from "./context.ts";
import { compileAt } from "./references.ts";

/** `when` of columns and nodes: an answer to yes or no, over choice and flag columns only, so that all cases can be tried. */
export const checkConditions: Check = (context) => {
  for (const { part } of context.columns.values()) {
    if (part.when !== undefined) compileAt(context, part, "when", scopes[part.of ?? "subject"](context), "flag");
  }
  for (const { part, rollup } of context.nodes) {
    if (part.when === undefined) continue;
    const mayDiffer = part.items === undefined && !rollup && combinesTotals(context);
    compileAt(context, part, "when", scopes[mayDiffer ? "rating" : "subject"](context), "flag");
  }
  for (const column of context.columns.values()) checkCycle(context, column);
};

const isLate = ({ columns }: Context, id: string): boolean => columns.get(id)?.part.is !== undefined;

/** By what a column or node belongs to. */
const scopes = {
  subject: once((context: Context) => {
    const perRating = ratingNames(context);
    return conditionScope(context, (id) => (perRating.has(id) ? onlyOfSubject : undefined));
  }),
  rating: once((context: Context) => conditionScope(context, (id) => (isLate(context, id) ? knownLate : undefined))),
  rater: once((context: Context) => {
    const isOfRater = (id: string): boolean => context.columns.get(id)?.part.of === "rater";
    return conditionScope(context, (id) => (isLate(context, id) ? knownLate : isOfRater(id) ? undefined : onlyOfRater));
  }),
};

/**
 * Without the names that are `refused`. Items that apply to some ratings only would be added up once their scores are combined;
 * within the total of one rater they exclude each other.
 */
function conditionScope(context: Context, refused: (column: string) => Bilingual | undefined): Scope {
  const names = new Map<string, Type>();
  const unavailable = new Map<string, Bilingual>();
  for (const [id, type] of columnTypes(context)) {
    const why = refused(id);
    if (why) unavailable.set(id, why);
    else if (type.kind === "choice" || type.kind === "flag") names.set(id, type);
    else unavailable.set(id, onlyDeciding);
  }
  for (const id of [...elsewhere.keys(), ...context.node.keys()]) unavailable.set(id, onlyDeciding);
  unavailable.set("latest", ofItsRow);
  return { names, unavailable };
}

const onlyDeciding = phrase("`when` uses choice and flag columns only, so that every case can be checked");

const ofItsRow = phrase("`when` looks at the row whose cells it is about: name the column alone");

const onlyOfSubject = phrase(
  "each rating has its own: what applies to a subject depends on columns of the subject (an item's `when` may use it with `level: total`)",
);

const onlyOfRater = phrase(
  "what a column of the rater depends on is the same in all his rows: columns `of: rater` only",
);

const knownLate = phrase("with `is` it may be known only when all rows are read, and `when` is asked in each row");

/** A column whose `when` comes back to itself could never be read. */
function checkCycle({ columns, expressions, places, diagnostics }: Context, start: ColumnEntry): void {
  const path: string[] = [];
  const visit = (id: string): boolean => {
    if (path.includes(id)) return id === start.id;
    const part = columns.get(id)?.part;
    const compiled = part && expressions.get(part, "when");
    if (!compiled) return false;
    path.push(id);
    if ([...namesIn(compiled.expression)].some(visit)) return true;
    path.pop();
    return false;
  };
  if (start.part.when === undefined || !visit(start.id)) return;
  diagnostics.report("R121", { id: start.id, path: [...path, start.id].join(" → ") }, places.value(start.part, "when"));
}

/** A node that applies to nobody is a mistake in its `when`, or in that of an area around it. */
export const checkReachable: Check = (context) => {
  const { nodes, places, diagnostics } = context;
  const cases = circumstances(context);
  if (!cases) return;
  for (const node of nodes) {
    if (node.part.when === undefined) continue;
    const combinations = cases.combinations(cases.deciding(lineage(node)));
    if (!combinations) continue;
    let applies = false;
    for (const combination of combinations) {
      applies = cases.appliesWithin(node, combination);
      if (applies) break;
    }
    if (!applies) diagnostics.report("R128", { id: node.part.id }, places.value(node.part, "when"));
  }
};
