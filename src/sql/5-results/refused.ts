import type { Column } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ratings } from "../../model/ratings.ts";
import { alikeListings } from "../1-rows/alike.ts";
import { leavesOpen } from "../1-rows/blank-row.ts";
import { words } from "../1-rows/cells.ts";
import { decisionListings } from "../1-rows/decisions.ts";
import { earlierListings } from "../1-rows/earlier-results.ts";
import type { ItemNode } from "../1-rows/items.ts";
import { itemsIn } from "../1-rows/items.ts";
import { unclearPercent } from "../1-rows/ratio.ts";
import type { Listing, Refusing } from "../1-rows/refused-groups.ts";
import { keyIn, listingsIn } from "../1-rows/refused-groups.ts";
import { isOfKind, isPeriod } from "../1-rows/row-period.ts";
import { columnsIn, ownStages } from "../1-rows/table-layout.ts";
import { tableListings } from "../1-rows/tables.ts";
import { appliesSql } from "../2-scores/when.ts";
import type { Cte } from "../cte.ts";
import { scopeOf } from "../expressions/expression.ts";
import type { Writing } from "../parts.ts";
import { any } from "../parts.ts";

/** The rows of the sheet that `score` would refuse, one line for each cell. */
export function refused(writing: Writing, refusing: Refusing): Cte {
  const rows = findingsIn(writing, refusing).map(({ cell, x, problem, where }): Listing => {
    const tail = `FROM ${refusing.from} WHERE ${where}`;
    return { subject: keyIn(writing, "x"), cell: `'${cell}'`, found: x, problem, tail };
  });
  const lines = [...rows, ...wholeListings(writing, refusing)].map(
    ({ subject, cell, found, problem, tail, period = "period" }) =>
      `  SELECT ${period} AS period, ${subject} AS subject, ${cell} AS cell, ${found} AS found, '${problem}' AS problem ${tail}`,
  );
  return {
    name: "refused",
    about: ["Rows that score would refuse: a result must not rest on them."],
    select: lines.join("\n  UNION ALL\n"),
  };
}

/** What no single row of the sheet shows. */
const wholeListings = (writing: Writing, refusing: Refusing): readonly Listing[] => [
  ...listingsIn(writing, refusing),
  ...tableListings(writing),
  ...earlierListings(writing, refusing.sheet),
  ...(writing.hasDecisions ? decisionListings(writing, refusing.results, keyIn(writing, "c")) : []),
  ...alikeListings(writing, refusing.from),
];

/**
 * How many rows there are that `score` would refuse; the sheet is read once for it, and once more for its keys. They are counted, not
 * sought: Spark works a condition of `WHERE` out of the cells themselves, each of them anew wherever it is named.
 */
export function unsound(writing: Writing, refusing: Refusing): Cte {
  const broken = findingsIn(writing, refusing).map(({ where }) => `(${where})`);
  const counts = wholeListings(writing, refusing).map(
    ({ tail }) => `  SELECT COUNT(*) AS found FROM (SELECT 1 AS one ${tail}) AS listed`,
  );
  return {
    name: "unsound",
    about: ["Rows that score would refuse: a result must not rest on them."],
    select: [
      `  SELECT COUNT(CASE WHEN ${broken.join("\n    OR ")} THEN 1 END) AS found FROM ${refusing.from}`,
      ...counts,
    ].join("\n  UNION ALL\n"),
  };
}

function findingsIn(writing: Writing, { from, period }: Refusing): readonly Finding[] {
  const { plan } = writing;
  const isKind = `period IS NULL OR NOT (${isPeriod(writing, period)})`;
  const owns = ownStages(plan).map((stage) => ({ stage, rows: `(${isOfKind(writing, stage.period)})` }));
  // Rows of what a rollup scores alone have no other items, and no raters.
  // A blank row has nothing that could be wrong but its key.
  const ofFilled = (finding: Finding): Finding => within(finding, leavesOpen(writing) ? "NOT is_blank" : undefined);
  const isOwn = owns.length === 0 ? undefined : any(owns.map(({ rows }) => rows));
  const within = (finding: Finding, rows: string | undefined): Finding =>
    rows === undefined ? finding : { ...finding, where: `${rows} AND (${finding.where})` };
  const ofOthers = (finding: Finding): Finding => within(finding, isOwn && `NOT (${isOwn})`);
  const misplaced = (id: string, where: string): Finding => ({
    cell: id,
    x: `x_${id}`,
    problem: "filled but does not apply",
    where: `x_${id} IS NOT NULL AND ${where}`,
  });
  return [
    { cell: "period", x: "period", problem: "no period of the rubric", where: isKind },
    ...columnsIn(plan).flatMap((column) => {
      const found = ofColumn(column, plan, writing);
      const isKey = plan.key.some((at) => plan.columns[at] === column);
      const filled = isKey ? found : found.map(ofFilled);
      return column.of === "subject" ? filled : filled.map(ofOthers);
    }),
    ...itemsIn(plan.stage).flatMap((item) => [
      ...ofItem(item, writing, from).map(ofOthers),
      ...(isOwn === undefined ? [] : [misplaced(item.node.id, `(${isOwn})`)]),
    ]),
    ...owns.flatMap(({ stage, rows }) =>
      itemsIn(stage).flatMap((item) => [
        ...ofItem(item, { ...writing, stage }, from).map((finding) => within(finding, rows)),
        misplaced(item.node.id, `NOT ${rows}`),
      ]),
    ),
    ...(plan.ratings ? ofRater(plan.ratings, writing).map(ofOthers) : []),
  ];
}

/** Ratings that the rubric does not let count, and roles that it does not name. */
function ofRater({ by, role = by, accept, otherwise, combine }: Ratings, writing: Writing): readonly Finding[] {
  const { plan, dialect } = writing;
  const scope = scopeOf(writing);
  const isAccepted = accept ? `COALESCE(${scope.condition(accept.expression, scope)}, FALSE)` : "TRUE";
  const [rater, ofRole] = [by, role].map((at) => plan.columns[at]?.id) as [string, string];
  const roles =
    combine.kind === "weights"
      ? combine.weights.map((each) => each.role)
      : combine.kind === "first"
        ? combine.roles
        : [];
  const isOther = `c_${ofRole} NOT IN (${words(roles, dialect)}) AND ${isAccepted}`;
  return [
    ...(accept && otherwise === "refuse"
      ? [{ cell: rater, x: `x_${rater}`, problem: "may not score here", where: `NOT ${isAccepted}` }]
      : []),
    ...(roles.length === 0
      ? []
      : [{ cell: ofRole, x: `x_${ofRole}`, problem: "no role of the rubric", where: isOther }]),
  ];
}

/** Something that is wrong with a cell. */
interface Finding {
  readonly cell: string;
  readonly x: string;
  readonly problem: string;
  readonly where: string;
}

function ofColumn({ id, required, when, is }: Column, { key, columns }: Plan, writing: Writing): readonly Finding[] {
  const [cell, x] = [id, `x_${id}`];
  if (is !== undefined) return ofRaterColumn(id);
  const scope = scopeOf(writing);
  const applies = when && `COALESCE(${scope.condition(when, scope)}, FALSE)`;
  const further = applies ? ` AND ${applies}` : "";
  const isKey = key.some((at) => columns[at]?.id === id);
  return [
    ...(required || isKey ? [{ cell, x, problem: "blank", where: `${x} IS NULL${further}` }] : []),
    { cell, x, problem: "not what the column holds", where: `${x} IS NOT NULL AND c_${id} IS NULL${further}` },
    ...(applies
      ? [{ cell, x, problem: "filled but does not apply", where: `${x} IS NOT NULL AND NOT ${applies}` }]
      : []),
  ];
}

/** What a rater is as a subject: known, and no other than his rows say. */
const ofRaterColumn = (id: string): readonly Finding[] => {
  const is = { cell: id, x: `x_${id}` };
  return [
    { ...is, problem: "blank", where: `c_${id} IS NULL` },
    { ...is, problem: "not what the column holds", where: `x_${id} IS NOT NULL AND said_${id} IS NULL` },
    { ...is, problem: "not what the rater is as a subject", where: `said_${id} <> own_${id}` },
  ];
};

function ofItem({ node, item }: ItemNode, writing: Writing, from: string): readonly Finding[] {
  const { plan, dialect } = writing;
  const [cell, x] = [node.id, `x_${node.id}`];
  const applies = appliesSql(node, writing);
  const codes = plan.codes.map(({ word }) => word);
  const isNoCode = codes.length === 0 ? "" : ` AND ${x} NOT IN (${words(codes, dialect)})`;
  const further = applies === undefined ? "" : ` AND ${applies}`;
  const unclear =
    item.scale.kind === "ratio" && item.scale.unit === undefined ? unclearPercent(node.id, from) : undefined;
  return [
    { cell, x, problem: "no score of the item", where: `${x} IS NOT NULL AND v_${cell} IS NULL${isNoCode}${further}` },
    ...(applies === undefined
      ? []
      : [{ cell, x, problem: "filled but does not apply", where: `${x} IS NOT NULL AND NOT (${applies})` }]),
    ...(unclear === undefined ? [] : [{ cell, x, problem: "a percentage or a fraction of 1", where: unclear }]),
  ];
}
