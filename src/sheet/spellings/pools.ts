import { namesIn } from "../../expression/names.ts";
import type { Expression } from "../../expression/tree.ts";
import type { Plan } from "../../model/plan.ts";

/** Text columns of sheets and tables whose values say who somebody is or where he belongs, those that are compared together. */
export type Pools = readonly ReadonlySet<string>[];

/** How a column of a table is named here; a column of the sheets is named by its id. */
export const tableField = (table: string, field: string): string => `${table}[].${field}`;

/**
 * Columns in which two spellings of one thing would change a result: keys, raters and roles, and what `within`, `accept`,
 * `mean_of` and look-ups in tables go by. Those that one condition compares stand together.
 */
export function poolsOf(plan: Plan): Pools {
  const texts = new Set([
    ...plan.columns.filter(({ type }) => type.kind === "text").map(({ id }) => id),
    ...(plan.tables ?? []).flatMap(({ id, columns }) =>
      columns.filter(({ type }) => type.kind === "text").map((column) => tableField(id, column.id)),
    ),
  ]);
  let pools: ReadonlySet<string>[] = [];
  for (const names of [...identities(plan), ...lookUps(plan, plan, new Map())]) {
    const known = names.filter((name) => texts.has(name));
    if (known.length === 0) continue;
    const touched = pools.filter((pool) => known.some((name) => pool.has(name)));
    pools = [
      ...pools.filter((pool) => !touched.includes(pool)),
      new Set([...touched.flatMap((pool) => [...pool]), ...known]),
    ];
  }
  const isExact = new Set(plan.columns.filter(({ match }) => match === "exact").map(({ id }) => id));
  return pools.map((pool) => new Set([...pool].filter((name) => !isExact.has(name))));
}

/** Columns by whose values people and ratings are put together. */
export function groupsOf({ stage, rollups, ratings }: Plan): readonly number[] {
  const within = [stage, ...rollups].flatMap(({ quotas, ranking, awards }) =>
    [...quotas, ranking, ...awards].flatMap((each) => each.within),
  );
  return [
    ...within,
    ...(ratings ? [ratings.by, ratings.role ?? ratings.by] : []),
    ...(ratings?.combine.kind === "mean_of" ? [ratings.combine.column] : []),
  ];
}

/** What `accept` compares: in a column of the sheets, who or what may not rate whom. */
export const acceptedBy = ({ ratings }: Plan): readonly string[] =>
  ratings?.accept ? [...namesIn(ratings.accept.expression)] : [];

function identities(plan: Plan): readonly (readonly string[])[] {
  const { ratings } = plan;
  const single = [...plan.key, ...groupsOf(plan)];
  const logged = (plan.tables ?? []).flatMap(({ id, columns, log }) =>
    (log?.key ?? []).map((at, part) => [
      tableField(id, columns[at]?.id ?? ""),
      plan.columns[plan.key[part] ?? -1]?.id ?? "",
    ]),
  );
  // A rater is found among the subjects by his name.
  const same = plan.columns.flatMap((column) =>
    column.is === undefined || !ratings
      ? []
      : [
          [ratings.by, ...plan.key],
          [plan.columns.indexOf(column), column.is],
        ],
  );
  const id = (index: number): string => plan.columns[index]?.id ?? "";
  return [
    ...[...single.map((index) => [index]), ...same].map((indexes) => indexes.map(id)),
    acceptedBy(plan),
    ...logged,
  ];
}

/** What each look-up in any expression below compares: the key of a table with what stands in the brackets, a field with the other side. */
function lookUps(plan: Plan, part: unknown, rows: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  if (typeof part !== "object" || part === null) return [];
  const e = part as Expression;
  if (e.kind === "macro") {
    const table = tableIn(plan, e.list);
    const inside = table === undefined ? rows : new Map([...rows, [e.variable, table]]);
    return [...lookUps(plan, e.list, rows), ...lookUps(plan, e.body, inside)];
  }
  const below = Object.values(part).flatMap((each) => lookUps(plan, each, rows));
  if (e.kind === "index") {
    const table = plan.tables?.find(({ id }) => e.of.kind === "name" && id === e.of.name);
    const key = table?.columns[table.key ?? -1];
    return table && key ? [[tableField(table.id, key.id), ...operands(e.at, rows)], ...below] : below;
  }
  if (e.kind === "binary" && (e.operator === "==" || e.operator === "!=")) {
    const compared = [...operands(e.left, rows), ...operands(e.right, rows)];
    return compared.some((name) => name.includes("[]")) ? [compared, ...below] : below;
  }
  return below;
}

function operands(e: Expression, rows: ReadonlyMap<string, string>): readonly string[] {
  if (e.kind === "name") return [e.name];
  const table = e.kind === "select" && e.of.kind === "name" ? rows.get(e.of.name) : undefined;
  return table !== undefined && e.kind === "select" ? [tableField(table, e.field)] : [];
}

/** The table whose rows a list is made of. */
function tableIn(plan: Plan, e: Expression): string | undefined {
  if (e.kind === "macro") return tableIn(plan, e.list);
  return e.kind === "name" ? plan.tables?.find(({ id }) => id === e.name)?.id : undefined;
}
