import type { Rollup } from "../model/stage.ts";
import { hasOwnAreas } from "../model/stages.ts";
import { reasonText } from "../views/reason-text.ts";
import { calendarOf } from "./calendar.ts";
import { heldSql, missingScores } from "./classify.ts";
import type { Direct } from "./direct-rows.ts";
import { addDirect, eitherOf } from "./direct-rows.ts";
import { scopeOf } from "./expression.ts";
import { conditionsOf } from "./expressions.ts";
import { columnsFrom, groupingSql, takenSql } from "./grouping.ts";
import { addLowest, settled } from "./lowest.ts";
import { NotInSql } from "./not-in-sql.ts";
import { addOwnRows, askOwn } from "./own-areas.ts";
import type { Chain, NodeSql, Writing } from "./parts.ts";
import { figuresOf } from "./rollup-figures.ts";
import { gapsOf, isGap, tooFew } from "./rollup-gaps.ts";
import type { RolledFigure } from "./rollup-score.ts";
import { countedParts, rollFigure } from "./rollup-score.ts";
import { isOfKind } from "./row-period.ts";
import { scoreNodes } from "./score.ts";
import { subjectColumnsIn } from "./table-layout.ts";
import { finishTotal } from "./total.ts";
import type { Scaled } from "./values.ts";
import { times } from "./values.ts";

/** A longer period from the results of its parts: who has some, what they come to, and why somebody has no class. */
export function rollUp(
  chain: Chain,
  writing: Writing,
  rollup: Rollup,
  below: { readonly writing: Writing; readonly results: string },
  direct: Direct,
  wanted: string | undefined,
): void {
  const kind = rollup.period;
  const { plan } = writing;
  const keys = plan.key.map((at) => `c_${plan.columns[at]?.id}`);
  const aliases = keys.map((_, at) => `key_${at}`);
  const calendar = calendarOf(writing, rollup, direct.rows, wanted);
  chain.begin(calendar, `${kind}_`);
  chain.begin({
    name: `${kind}_there`,
    about: ["The parts that somebody has a result of, and whether others are still to come."],
    select: [
      "  SELECT calendar.*, COUNT(*) OVER (PARTITION BY whole) < parts OR MAX(part_waits) OVER (PARTITION BY whole) = 1 AS is_partial",
      `  FROM ${calendar.name} AS calendar`,
      "  INNER JOIN (",
      `    SELECT period, MAX(CASE WHEN is_provisional THEN 1 ELSE 0 END) AS part_waits FROM ${below.results} GROUP BY period`,
      "  ) AS found ON found.period = calendar.part",
    ].join("\n"),
  });
  const whole = wanted === undefined ? "\n  WHERE NOT is_partial" : "";
  const isOwn = hasOwnAreas(rollup);
  const keysNamed = keys.map((key, at) => `${key} AS ${aliases[at]}`).join(", ");
  chain.begin({
    name: `${kind}_people`,
    about: [`Everybody who has a result in some part${isOwn ? ", or a row of the whole period" : ""}.`],
    select: [
      `  SELECT DISTINCT whole, ${keysNamed}`,
      `  FROM ${kind}_there INNER JOIN ${below.results} AS results ON results.period = part${whole}`,
      ...(isOwn
        ? [
            "  UNION",
            `  SELECT period, ${keysNamed}`,
            `  FROM ${direct.read}`,
            `  WHERE (${isOfKind(writing, kind)})${wanted === undefined ? ` AND period IN (SELECT whole FROM ${kind}_there WHERE NOT is_partial)` : ""}`,
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
      `  SELECT people.whole, ${aliases.join(", ")}, part, part_name, part_at, COALESCE(is_partial, TRUE) AS is_partial, COALESCE(whole_order, people.whole) AS whole_order, results.*,`,
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
    ["period_order", "MAX(whole_order)"],
    ["rated_parts", "SUM(CASE WHEN state = 'rated' THEN 1 ELSE 0 END)"],
    ...countedParts(rollup, writing),
    ...gapsOf(writing, rollup).map(({ column, sql }) => [column, sql] as const),
    ...rolled.flatMap(({ name, aggregates: of, state }) => [
      ...of,
      ...(state === undefined ? [] : [appliesIn(rollup, name, state)]),
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
  conclude(chain, writing, rollup, rolled, direct, wanted);
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

/** The figures of the whole period, and why somebody has none. */
function conclude(
  chain: Chain,
  writing: Writing,
  rollup: Rollup,
  rolled: readonly RolledFigure[],
  direct: Direct,
  wanted: string | undefined,
): void {
  const { plan, stage, dialect, scores, obstacles } = writing;
  const gaps = gapsOf(writing, rollup);
  chain.add("gaps", "Whether every part has what is to be rolled up.", [
    ["is_whole", `NOT (${gaps.map(isGap).join(" OR ")})`],
  ]);
  const whole = (of: Scaled): Scaled => ({ ...of, sql: `CASE WHEN is_whole THEN ${of.sql} END` });
  const figures = new Map(rolled.map((figure) => [figure.name, whole(figure.rolled(chain))]));
  const named = rolled.filter(({ name }) => name !== "total" && name !== "unclamped");
  const divided = named.map(({ name }) => ({ ...columnsFor(name), of: figures.get(name) as Scaled }));
  addLowest(chain, "scores", "What the scores of the parts come to.", divided, writing);
  const { score } = rollup;
  const scope = scopeOf(writing);
  if (hasOwnAreas(rollup)) scoreNodes(chain, writing);
  const value =
    score.kind === "value"
      ? whole(times(scope.number(score.expression, scope), { sql: String(writing.scale), parts: 1n }))
      : undefined;
  const total = value ?? (figures.get("total") as Scaled);
  const { total: own, unclamped, nodes } = direct.scores;
  const totals = [
    { column: "rolled_exact", over: "rolled_over", ofParts: total, ofRow: own },
    {
      column: "rolled_unclamped",
      over: "unclamped_over",
      ofParts: figures.get("unclamped") ?? total,
      ofRow: unclamped,
    },
  ].map(eitherOf);
  const scored = named.map(({ name }) => {
    const ofRow = name === "average" ? own : (nodes.get(name) as NodeSql).score;
    const columns = columnsFor(name);
    const at = settled({ ...columns, of: figures.get(name) as Scaled });
    return eitherOf({ ...columns, ofParts: at, ofRow });
  });
  const states = named.flatMap(({ name, state }) =>
    state === undefined ? [] : [{ name, state: nodes.get(name)?.state ?? "'counts'" }],
  );
  const ofTotals = totals.flatMap(({ ofParts }) => ofParts);
  if (hasOwnAreas(rollup)) {
    const none = `CAST(NULL AS ${dialect.text})`;
    chain.add("all", "What the score comes to.", [...ofTotals, ["direct_lack", none]]);
  } else
    addDirect(
      chain,
      writing,
      rollup,
      direct,
      [
        ...["is_whole", "rated_parts", ...gaps.map(({ column }) => column), ...writing.asked.values()].map(
          (name): [string, string] => [name, name],
        ),
        ...[...scored, ...totals].flatMap(({ ofParts }) => ofParts),
        ...states.map(({ name }): [string, string] => [
          `state_${name}`,
          `CASE WHEN rated_parts > 0 AND has_${name} = 0 THEN 'none' ELSE 'counts' END`,
        ]),
      ],
      [
        ["is_whole", "TRUE"],
        ["rated_parts", "NULL"],
        ...gaps.map(({ column }): [string, string] => [column, "NULL"]),
        ...[...writing.asked].map(([sql, name]): [string, string] => [name, sql.includes("ELSE 0") ? "0" : "NULL"]),
        ...[...scored, ...totals].flatMap(({ ofRow }) => ofRow),
        ...states.map(({ name, state }): [string, string] => [`state_${name}`, state]),
      ],
      wanted,
    );
  obstacles.push({ condition: "direct_lack IS NOT NULL", state: "incomplete", reason: "direct_lack" });
  for (const gap of gaps) obstacles.push({ condition: isGap(gap), state: "incomplete", reason: gap.reason });
  obstacles.push(tooFew(writing, rollup));
  for (const [at, { name }] of named.entries()) {
    const of = scored[at]?.of as Scaled;
    const node = scores.nodes.get(name);
    if (name === "average") scores.average = of;
    else if (node) scores.nodes.set(name, { ...node, score: of });
  }
  const [exact, unlimited] = totals.map(({ of }) => of) as [Scaled, Scaled];
  finishTotal(chain, stage.total, { total: exact, unclamped: unlimited }, writing);
  if (value) {
    if (hasOwnAreas(rollup)) obstacles.push(missingScores(writing));
    const reason = dialect.literal(reasonText(plan, { kind: "no_value" }));
    obstacles.push({ condition: "rated_parts IS NOT NULL AND total IS NULL", state: "incomplete", reason });
  }
}

/** What the columns of a rolled figure are called. */
const columnsFor = (name: string): { readonly column: string; readonly over: string } =>
  name === "average" ? { column: "average", over: "over_average" } : { column: `s_${name}`, over: `over_${name}` };
