import type { ColumnValues } from "./column.ts";
import type { Plan } from "./plan.ts";

/** Columns (indexes) that say who somebody is or where he belongs, besides the key; names of people last, as two may share one. */
export function whoColumns({ columns, key, name }: Plan): readonly number[] {
  const others = [...columns.keys()].filter((at) => {
    const column = columns[at];
    const says = column?.type.kind === "text" || column?.type.kind === "choice" || column?.type.kind === "date";
    const isOwn = column?.of === "subject" && !column.when && !column.compare && column.id !== "period";
    return says && isOwn && !key.includes(at) && at !== name;
  });
  return name === undefined || key.includes(name) ? others : [...others, name];
}

/** A key as a rubric states it. */
export const statedKey = ({ columns }: Plan, key: readonly number[]): string =>
  `key: [${key.map((at) => columns[at]?.id).join(", ")}]`;

/** The key of the rubric with a column more, which tells two rows of one key apart; undefined where none does. */
export function widerKey(plan: Plan, one: ColumnValues, other: ColumnValues): string | undefined {
  const telling = whoColumns(plan).find(
    (at) => one[at] !== undefined && other[at] !== undefined && one[at] !== other[at],
  );
  return telling === undefined ? undefined : statedKey(plan, [...plan.key, telling]);
}
