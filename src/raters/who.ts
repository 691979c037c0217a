import { evaluator } from "../expression/evaluate.ts";
import { namesIn } from "../expression/names.ts";
import type { Expression } from "../expression/tree.ts";
import type { Column, ColumnValues } from "../model/column.ts";
import { valueText } from "../model/groups.ts";
import type { Plan } from "../model/plan.ts";

/** Who might score whom, as `accept` says. Cells are not known then. */
interface Pairing {
  /** Of a rater with the columns of one row, and a subject with those of another. */
  holds(rater: ColumnValues, subject: ColumnValues): boolean;
  /** A text that is the same for those of whom `accept` says the same; undefined without columns. */
  kindOfRater(columns: ColumnValues | undefined): string | undefined;
  kindOfSubject(columns: ColumnValues | undefined): string | undefined;
}

export function pairing({ ratings, columns }: Plan): Pairing {
  const expression = ratings?.accept?.expression;
  const names = expression ? namesIn(expression) : new Set<string>();
  const indexes = [...columns.keys()].filter((index) => names.has((columns[index] as Column).id));
  const isOf = (subject: boolean): readonly number[] =>
    indexes.filter((index) => (columns[index]?.of === "subject") === subject);
  const kind = (of: readonly number[]) => (values: ColumnValues | undefined) =>
    values && JSON.stringify(of.map((index) => valueText(values[index])));
  return {
    holds: expression ? holding(expression, columns) : () => true,
    kindOfRater: kind(isOf(false)),
    kindOfSubject: kind(isOf(true)),
  };
}

function holding(expression: Expression, columns: Plan["columns"]): Pairing["holds"] {
  const holds = evaluator<{ readonly rater: ColumnValues; readonly subject: ColumnValues }>(expression, (name) => {
    const index = columns.findIndex(({ id }) => id === name);
    return columns[index]?.of === "subject" ? ({ subject }) => subject[index] : ({ rater }) => rater[index];
  });
  return (rater, subject) => holds({ rater, subject }) === true;
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
  const of = (isSubject: boolean): number | undefined =>
    indexes.find((index) => columns[index] && (columns[index].of === "subject") === isSubject);
  const grouped = ratings?.combine.kind === "mean_of" ? ratings.combine.column : undefined;
  return { rater: of(false) ?? grouped, subject: of(true) };
}

/** What people call a bloc: its label, where its column is a choice. */
export function blocTitles({ columns }: Plan, { rater, subject }: BlocColumns): (bloc: string) => string {
  const labels = new Map(
    [rater, subject].flatMap((at) => {
      const type = at === undefined ? undefined : columns[at]?.type;
      return type?.kind === "choice" ? type.values.map(({ id, label }) => [id, label ?? id] as const) : [];
    }),
  );
  return (bloc) => labels.get(bloc) ?? bloc;
}

function differingNames(e: Expression, by: string | undefined): readonly string[] | undefined {
  if (e.kind !== "binary") return undefined;
  if (e.operator === "&&") return differingNames(e.left, by) ?? differingNames(e.right, by);
  const names = [e.left, e.right].flatMap((side) => (side.kind === "name" ? [side.name] : []));
  return e.operator === "!=" && names.length === 2 && !names.some((name) => name === by) ? names : undefined;
}
