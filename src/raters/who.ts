import { evaluator } from "../expression/evaluate.ts";
import type { Expression } from "../expression/tree.ts";
import type { CellValue, Plan } from "../rubric/4-plan/plan.ts";

type Values = readonly (CellValue | undefined)[];

/** Whether a rater with the columns of one row might score a subject with those of another, as `accept` says. Cells are not known then. */
export function pairing(plan: Plan): (rater: Values, subject: Values) => boolean {
  const accept = plan.ratings?.accept;
  if (!accept) return () => true;
  const holds = evaluator<Values>(accept.expression, (name) => {
    const index = plan.columns.findIndex(({ id }) => id === name);
    return (values) => values[index];
  });
  return (rater, subject) =>
    holds(plan.columns.map(({ of }, index) => (of === "rating" ? rater[index] : subject[index]))) === true;
}

/** Columns (indexes) with the bloc of a rater and of a subject, where the rubric tells. */
export interface BlocColumns {
  readonly rater: number | undefined;
  readonly subject: number | undefined;
}

/**
 * The two that `accept` wants to differ; else the groups of `mean_of`, which are the raters'. The rater's own name is no
 * bloc: `accept` may only keep people from scoring themselves.
 */
export function blocColumns({ ratings, columns }: Plan): BlocColumns {
  const by = ratings && columns[ratings.by]?.id;
  const differing = ratings?.accept && differingNames(ratings.accept.expression, by);
  const indexes = (differing ?? []).map((name) => columns.findIndex(({ id }) => id === name));
  const of = (kind: "rating" | "subject"): number | undefined => indexes.find((index) => columns[index]?.of === kind);
  const grouped = ratings?.combine.kind === "mean_of" ? ratings.combine.column : undefined;
  return { rater: of("rating") ?? grouped, subject: of("subject") };
}

function differingNames(e: Expression, by: string | undefined): readonly string[] | undefined {
  if (e.kind !== "binary") return undefined;
  if (e.operator === "&&") return differingNames(e.left, by) ?? differingNames(e.right, by);
  const names = [e.left, e.right].flatMap((side) => (side.kind === "name" ? [side.name] : []));
  return e.operator === "!=" && names.length === 2 && !names.some((name) => name === by) ? names : undefined;
}
