import type { Rollup } from "../../model/stage.ts";
import { hasOwnAreas, rollupOf } from "../../model/stages.ts";
import { isOfKind } from "../1-rows/row-period.ts";
import { subjectColumnsIn } from "../1-rows/table-layout.ts";
import { heldSql } from "../3-classes/classify.ts";
import type { Whole } from "../calendar.ts";
import { calendarOf } from "../calendar.ts";
import { scopeOf } from "../expressions/expression.ts";
import { conditionsOf } from "../expressions/stage-conditions.ts";
import { NotInSql } from "../not-in-sql.ts";
import { settled } from "../numbers/lowest.ts";
import type { Chain, Writing } from "../parts.ts";
import type { Direct } from "./direct-rows.ts";
import { columnsFrom, groupingSql, takenSql } from "./grouping.ts";
import { waitingIn } from "./inside.ts";
import { addOwnRows, askOwn } from "./own-areas.ts";
import { periodsOf } from "./people.ts";
import { bareIn, columnsFor, concludeRollup } from "./rollup-conclude.ts";
import { figuresOf } from "./rollup-figures.ts";
import { gapsOf } from "./rollup-gaps.ts";
import type { RolledFigure } from "./rollup-score.ts";
import { countedParts, rollFigure } from "./rollup-score.ts";

/** What is known of the parts of a longer period. */
interface Below {
  readonly writing: Writing;
  readonly results: string;
  /** Who has a result of which period, as a query in brackets. */
  readonly people: string;
}

/** A longer period from the results of its parts: who has some, what they come to, and why somebody has no class. */
export function rollUp(
  chain: Chain,
  writing: Writing,
  rollup: Rollup,
  below: Below,
  direct: Direct,
  computed: Whole,
): void {
  const kind = rollup.period;
  const { plan } = writing;
  const keys = plan.key.map((at) => `c_${plan.columns[at]?.id}`);
  const aliases = keys.map((_, at) => `key_${at}`);
  const calendar = calendarOf(writing, rollup, direct.read, computed);
  chain.begin(calendar, `${kind}_`);
  chain.begin({
    name: `${kind}_there`,
    about: ["The parts that somebody has a result of, and whether others are still to come."],
    select: [
      "  SELECT calendar.*, COUNT(*) OVER (PARTITION BY whole) < parts OR MAX(part_waits) OVER (PARTITION BY whole) = 1 AS is_partial",
      `  FROM ${calendar.name} AS calendar`,
      "  INNER JOIN (",
      `    ${periodsOf(below.people, rollupOf(plan, below.writing.stage))}`,
      "  ) AS found ON found.period = calendar.part",
    ].join("\n"),
  });
  chain.begin({
    name: `${kind}_waits`,
    about: ["Those of which parts are still to come."],
    select: waitingIn(writing, rollup, direct.read),
  });
  const isDone = `NOT (${computed.isWaiting("is_partial", "whole")})`;
  const isOwn = hasOwnAreas(rollup);
  const keysNamed = keys.map((key, at) => `${key} AS ${aliases[at]}`).join(", ");
  chain.begin({
    name: `${kind}_people`,
    about: [`Everybody who has a result in some part${isOwn ? ", or a row of the whole period" : ""}.`],
    select: [
      `  SELECT DISTINCT whole, ${keysNamed}`,
      `  FROM ${kind}_there INNER JOIN ${below.people} AS results ON results.period = part\n  WHERE ${isDone}`,
      ...(isOwn
        ? [
            "  UNION",
            `  SELECT period, ${keysNamed}`,
            `  FROM ${direct.read}`,
            `  WHERE (${isOfKind(writing, kind)})${computed.only ? "" : `\n      AND NOT (${computed.isWaiting(`period NOT IN (SELECT whole FROM ${kind}_there WHERE NOT is_partial)`, "period")})`}`,
          ]
        : []),
    ].join("\n"),
  });
  const person = `PARTITION BY people.whole, ${aliases.join(", ")}`;
  const parts = `${kind}_parts`;
  chain.begin({
    name: parts,
    about: ["A row for each person and part, with the result if there is one; where the columns are read from."],
    select: [
      `  SELECT people.whole, ${aliases.join(", ")}, part, part_name, part_at, COALESCE(is_partial, TRUE) AS is_partial, results.*,`,
      `    ${groupingSql(rollup, person)} AS latest_at,`,
      `    MAX(CASE WHEN results.state = 'rated' THEN part_at END) OVER (${person}) AS last_at`,
      `  FROM ${kind}_people AS people`,
      `  ${isOwn ? "LEFT" : "INNER"} JOIN ${kind}_there AS calendar ON calendar.whole = people.whole`,
      `  LEFT JOIN ${below.results} AS results ON results.period = calendar.part`,
      ...keys.map((key, at) => `    AND results.${key} = people.${aliases[at]}`),
    ].join("\n"),
  });
  const rolled = figuresOf(writing, rollup, below.writing).map((figure) =>
    rollFigure(rollup, figure.name === "average" ? "mean" : rollup.score.kind, figure, writing),
  );
  expect(writing, rollup, rolled);
  const aggregates: readonly (readonly [string, string])[] = [
    ...columnsFrom(subjectColumnsIn(plan), isOwn ? "p" : "c"),
    ...(isOwn ? [["taken_part", takenSql(rollup)] as const] : []),
    ["is_provisional", "MAX(CASE WHEN is_partial THEN 1 ELSE 0 END) = 1"],
    ["rated_parts", "SUM(CASE WHEN state = 'rated' THEN 1 ELSE 0 END)"],
    ...countedParts(rollup, writing),
    ...gapsOf(writing, rollup).map(({ column, sql }) => [column, sql] as const),
    ...rolled.flatMap(({ name, value, aggregates: of, state }) => [
      ...of,
      ...(state === undefined ? [] : [appliesIn(rollup, name, state)]),
      ...(writing.hasDecisions
        ? [[bareIn(name), `SUM(CASE WHEN state = 'rated' AND ${value.sql} IS NULL THEN 1 ELSE 0 END)`] as const]
        : []),
    ]),
    ...[...writing.asked].map(([sql, name]): [string, string] => [name, sql]),
  ];
  chain.begin({
    name: `${kind}_rolled`,
    about: ["What the parts of one person come to."],
    select: [
      `  SELECT whole AS period,${isOwn ? ` ${aliases.join(", ")},` : ""}`,
      aggregates.map(([name, sql]) => `    ${sql} AS ${name}`).join(",\n"),
      `  FROM ${parts}`,
      `  GROUP BY whole, ${aliases.join(", ")}`,
    ].join("\n"),
  });
  if (isOwn)
    addOwnRows(
      chain,
      writing,
      rollup,
      direct.read,
      aggregates.flatMap(([name]) => (name.startsWith("p_") ? [] : [name])),
    );
  concludeRollup(chain, writing, rollup, rolled, direct, computed);
}

/** In how many of the parts that the score is made of an item has one. */
const appliesIn = ({ score }: Rollup, name: string, state: string): readonly [string, string] => [
  `has_${name}`,
  `SUM(CASE WHEN ${score.kind === "last" ? "part_at = last_at" : "state = 'rated'"} AND ${state} IN ('counts', 'missing') THEN 1 ELSE 0 END)`,
];

/** Says where the figures will be, and collects what expressions ask of the parts: known once each was written. */
function expect(writing: Writing, rollup: Rollup, rolled: readonly RolledFigure[]): void {
  const { scores } = writing;
  const scope = scopeOf(writing);
  for (const { name, isDivided, value, state } of rolled) {
    const of = { ...value, ...(isDivided && { over: "1" }) };
    const at = settled({ ...columnsFor(name), of });
    if (name === "total" || name === "unclamped") continue;
    if (name === "average") scores.average = at;
    else
      scores.nodes.set(name, {
        score: at,
        full: "NULL",
        max: "NULL",
        ...(state !== undefined && { state: `state_${name}` }),
      });
  }
  for (const expression of conditionsOf(rollup)) ignoreType(() => scope.condition(expression, scope));
  for (const rule of rollup.rules) ignoreType(() => heldSql(rule, writing));
  const { score } = rollup;
  if (score.kind === "value") ignoreType(() => scope.number(score.expression, scope));
  if (hasOwnAreas(rollup)) askOwn(writing, rollup);
  // What stands in tables is looked up once the parts are one.
  writing.lookups.forget();
}

/** Aggregates over the parts are asked for while an expression is written; one that cannot be is refused elsewhere. */
const ignoreType = (write: () => unknown): void => {
  try {
    write();
  } catch (error) {
    if (!(error instanceof NotInSql)) throw error;
  }
};
