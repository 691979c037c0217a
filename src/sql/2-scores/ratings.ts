import { ratingStage } from "../../engine/stage.ts";
import type { Column } from "../../model/column.ts";
import { keyIds } from "../../model/keys.ts";
import type { Item, Node } from "../../model/node.ts";
import type { Ratings } from "../../model/ratings.ts";
import { absence, hasCell, itemsIn, maxSql } from "../1-rows/items.ts";
import { subjectColumnsIn } from "../1-rows/table-layout.ts";
import { constructs } from "../constructs.ts";
import { scopeOf } from "../expressions/expression.ts";
import { closureOf } from "../nodes.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { evenly, timesOf } from "../numbers/values.ts";
import type { Chain, NodeSql, Obstacle, Writing } from "../parts.ts";
import { all, any, person, ratingPrefix, writingOf } from "../parts.ts";
import { leaveOutBonus } from "./bonus.ts";
import type { Rated } from "./ratings-combine.ts";
import { combinedOf, placesOf, rolesIn, sharesOf } from "./ratings-combine.ts";
import { lackOfRatings, mustRoles } from "./ratings-lack.ts";
import { addSpread } from "./ratings-spread.ts";
import { addLeft, finish, joinedItem, scoreNodes } from "./score.ts";
import { stateOf } from "./skip.ts";
import { exactTotal, finishTotal } from "./total.ts";
import { mayBeLeftOut } from "./when.ts";

/** With `ratings` a row is what one rater says: scored for itself, then combined to one row of each person and period. */
export function scoreRatings(chain: Chain, writing: Writing, ratings: Ratings): Obstacle {
  const { plan, stage, dialect } = writing;
  const rating = writingOf(plan, ratingStage(plan, stage), dialect, { lookups: writing.lookups });
  const items = rating.stage.nodes.filter(({ body }) => body.kind === "item");
  const isTotal = ratings.level === "total";
  const isSpread = ratings.maxSpread !== undefined;
  const needed =
    isTotal || isSpread
      ? undefined
      : closureOf(rating.stage, [...items, ...rating.stage.nodes.filter(mayLoseBonus(rating))]);
  accept(chain, rating, ratings);
  scoreNodes(chain, rating, ({ id }) => needed?.has(id) ?? true);
  if (needed) leaveOutBonus(chain, rating);
  const total = needed ? undefined : totalFigure(even(exactTotal(chain, rating), rating));
  const figures = isTotal && total ? [total] : items.map((node) => itemFigure(node, rating, ratings));
  addRatings(chain, rating, ratings, figures);
  const apart = isSpread && total ? addSpread(chain, rating, ratings, total.value) : undefined;
  gather(chain, rating, ratings, figures, apart?.columns ?? []);
  const must = [
    ...mustRoles(ratings).map(({ column }) => `${column} = 1`),
    ...(apart ? [`NOT (${apart.isApart})`] : []),
  ];
  if (isTotal) {
    const of = combinedOf(ratings, figures[0] as Rated);
    const exact: Scaled = { ...of, sql: `CASE WHEN ${all(["owing_total = 0", ...must])} THEN ${of.sql} END` };
    finishTotal(chain, stage.total, { total: exact, unclamped: exact }, writing);
  } else {
    settleItems(chain, writing, ratings, figures);
    scoreNodes(chain, writing, ({ body }) => body.kind === "area");
    const exact = exactTotal(chain, writing, must);
    finishTotal(chain, stage.total, { total: exact, unclamped: exact }, writing);
  }
  return lackOfRatings(chain, writing, ratings, figures, apart?.part);
}

/** Whether an area may be skipped with its bonus: a rating says nothing of that then. */
const mayLoseBonus =
  ({ plan, stage }: Writing) =>
  (node: Node): boolean =>
    node.body.kind === "area" &&
    node.body.children.some((child) => stage.nodes[child]?.bonus) &&
    mayBeLeftOut(plan, stage, node);

/** A figure that can be added up over raters. */
function even(of: Scaled, { dialect }: Writing): Scaled {
  const found = evenly(of, dialect);
  if (found) return found;
  throw new NotInSql("ratings", constructs.ratings.refused["scores that divide by what differs"]);
}

const totalFigure = (value: Scaled): Rated => {
  const conditions = new Map([
    ["counts", `${value.sql} IS NOT NULL`],
    ["missing", `${value.sql} IS NULL`],
  ]);
  return { name: "total", value, is: (state) => conditions.get(state) ?? "FALSE", isLeft: "FALSE" };
};

function itemFigure(node: Node, rating: Writing, ratings: Ratings): Rated {
  const { id } = node;
  const { score, state } = rating.scores.nodes.get(id) as NodeSql;
  const plain = totalFigure(score);
  const is = (which: string): string => (state === undefined ? plain.is(which) : `${state} = '${which}'`);
  const codes = hasCell(node.body as Item) ? rating.plan.codes.map(({ word }) => rating.dialect.literal(word)) : [];
  const isCode = codes.length === 0 ? "" : ` AND NOT COALESCE(x_${id} IN (${codes.join(", ")}), FALSE)`;
  const isLeft = ratings.blank === "leave_out" ? `${is("missing")}${isCode}` : "FALSE";
  return { name: id, value: even(score, rating), is, isLeft };
}

function accept(chain: Chain, rating: Writing, ratings: Ratings): void {
  const scope = scopeOf(rating);
  const cells = itemsIn(rating.stage).map(({ node: { id } }) => `x_${id} IS NOT NULL`);
  // A source whose cells are all blank did not score.
  const some = ratings.sources ? [`(${any(cells)})`] : [];
  const further = ratings.accept ? [`COALESCE(${scope.condition(ratings.accept.expression, scope)}, FALSE)`] : [];
  const { last } = chain;
  const select = `  SELECT ${last}.*, ${all([`c_${rating.plan.columns[ratings.by]?.id} IS NOT NULL`, ...some, ...further])} AS is_accepted\n  FROM ${last}`;
  chain.begin(
    { name: "ratings", about: ["Each row is what one rater says; which of them count."], select },
    ratingPrefix,
  );
}

/** What each rating says, and what it weighs. */
function addRatings(chain: Chain, rating: Writing, ratings: Ratings, figures: readonly Rated[]): void {
  const { stage, scores, dialect } = rating;
  const scored = stage.nodes.flatMap(({ id, body }) => {
    const { state, score } = scores.nodes.get(id) ?? {};
    if (body.kind !== "item" || !score) return [];
    return [state === undefined ? `${score.sql} IS NOT NULL` : `${state} = 'counts'`];
  });
  chain.add("said", "What each says of an item: a score, or a blank that leaves it out.", [
    ...figures.flatMap(({ name, value, is, isLeft }) => [
      [`is_given_${name}`, `is_accepted AND ${is("counts")}`] as const,
      [`is_left_${name}`, `is_accepted AND ${isLeft}`] as const,
      [`valueof_${name}`, `CAST(${value.sql} AS ${dialect.whole})`] as const,
    ]),
    ...(ratings.must ? [["scores_some", any(scored)] as const] : []),
  ]);
  chain.add(
    "placed",
    "Where each stands among those of a person, and how many are alike.",
    placesOf(rating, ratings, figures),
  );
  chain.add("weighed", "What each weighs.", sharesOf(rating, ratings, figures));
}

/** A row for each person and period. */
function gather(
  chain: Chain,
  rating: Writing,
  ratings: Ratings,
  figures: readonly Rated[],
  further: readonly (readonly [string, string])[],
): void {
  const { plan, dialect } = rating;
  const keys = keyIds(plan);
  const sum = (condition: string, value = "1"): string =>
    `CAST(SUM(CASE WHEN ${condition} THEN ${value} ELSE 0 END) AS ${dialect.whole})`;
  const own = subjectColumnsIn(plan).filter(({ id }) => !keys.includes(id));
  const role = `c_${plan.columns[ratings.role ?? ratings.by]?.id}`;
  const columns: readonly (readonly [string, string])[] = [
    ...own.map(({ id, type }: Column): [string, string] => [
      `c_${id}`,
      `${type.kind === "flag" ? "BOOL_OR" : "MAX"}(c_${id})`,
    ]),
    ["accepted", sum("is_accepted")],
    ...further,
    ...figures.flatMap((figure) => {
      const { name, is } = figure;
      return [
        [`given_${name}`, sum(`is_given_${name}`)] as const,
        [`left_${name}`, sum(`is_left_${name}`)] as const,
        [`owing_${name}`, sum(`is_accepted AND ${is("missing")} AND NOT is_left_${name}`)] as const,
        ...["none", "skip_area", "skip_total"].map(
          (state) => [`${state}_${name}`, sum(`is_accepted AND ${is(state)}`)] as const,
        ),
        [`top_${name}`, sum(`is_given_${name}`, `valueof_${name} * share_of_${name}`)] as const,
        [`weight_${name}`, sum(`is_given_${name}`, `share_of_${name}`)] as const,
        ...rolesIn(rating, ratings, figure),
      ];
    }),
    ...mustRoles(ratings).map(({ role: id, column }): [string, string] => {
      const isThere = `is_accepted AND scores_some AND ${role} = ${dialect.literal(id)}`;
      return [column, `MAX(CASE WHEN ${isThere} THEN 1 ELSE 0 END)`];
    }),
  ];
  const group = person(rating).join(", ");
  const select = `  SELECT ${group},\n${columns.map(([name, sql]) => `    ${sql} AS ${name}`).join(",\n")}\n  FROM ${chain.last}\n  GROUP BY ${group}`;
  chain.begin({ name: "people", about: ["A row for each person and period, with what all ratings say."], select }, "");
}

/** The items as their ratings come to; one that nobody scored is what its own `missing` says. */
function settleItems(chain: Chain, writing: Writing, ratings: Ratings, figures: readonly Rated[]): void {
  const { plan, stage, scores } = writing;
  const items = figures.map((figure) => {
    const node = stage.nodes.find(({ id }) => id === figure.name) as Node;
    const { missing } = node.body as Item;
    const of = combinedOf(ratings, figure);
    const isOwn = `given_${figure.name} = 0 AND owing_${figure.name} = 0 AND left_${figure.name} > 0`;
    const isFixed = ratings.blank === "leave_out" && (missing === "zero" || missing === "full");
    return { node, missing, of, isOwn, isFixed, isStated: mayBeLeftOut(plan, stage, node) };
  });
  chain.add(
    "item_states",
    "What becomes of items: missing, left out as their ratings say, or scored.",
    items.map(({ node: { id }, missing, of, isOwn }) => [
      `state_${id}`,
      [
        `CASE WHEN owing_${id} > 0 THEN 'missing' WHEN ${isOwn} THEN '${stateOf(missing)}'`,
        `WHEN given_${id} = 0 THEN CASE WHEN skip_area_${id} > 0 THEN 'skip_area' WHEN skip_total_${id} > 0 THEN 'skip_total' WHEN none_${id} > 0 THEN 'none' ELSE 'missing' END`,
        `WHEN ${of.sql} IS NULL THEN 'missing' ELSE 'counts' END`,
      ].join(" "),
    ]),
  );
  const stated = items.flatMap(({ node, isStated }) => (isStated ? [node] : []));
  addLeft(chain, "item_states", stated, writing);
  // Their own rounding and `zero_if` have acted on each rating.
  const joined = items.map(({ node, of, isStated }) => {
    const { round: _, zeroIf: __, ...rest } = node;
    const bare: Node = { ...rest, ...(ratings.round && { round: ratings.round }) };
    const sql = `CASE WHEN state_${node.id} = 'counts' THEN ${of.sql} END`;
    return { ...joinedItem(node, { ...of, sql }, isStated, writing), node: bare };
  });
  finish(chain, "items", joined, writing);
  const fixed = items.filter(({ isFixed }) => isFixed);
  chain.add(
    "items_own",
    "Items that nobody scored, as they say themselves.",
    fixed.flatMap(({ node, missing, isOwn }) => {
      const { score } = scores.nodes.get(node.id) as NodeSql;
      const points = timesOf(absence(missing, maxSql(node, writing), { sql: "", parts: 1n }), String(score.parts));
      return [
        [`own_${node.id}`, `CASE WHEN ${isOwn} THEN ${points} ELSE ${score.sql} END`] as const,
        ...(score.over === undefined
          ? []
          : [[`ownover_${node.id}`, `CASE WHEN ${isOwn} THEN 1 ELSE ${score.over} END`] as const]),
      ];
    }),
  );
  for (const {
    node: { id },
  } of fixed) {
    const known = scores.nodes.get(id) as NodeSql;
    const over = known.score.over === undefined ? {} : { over: `ownover_${id}` };
    scores.nodes.set(id, { ...known, score: { sql: `own_${id}`, parts: known.score.parts, ...over } });
  }
}
