import type { Decision, DecisionAction } from "../../model/given.ts";
import { decisionActions } from "../../model/given.ts";
import type { Stage } from "../../model/stage.ts";
import { stagesOf } from "../../model/stages.ts";
import type { Exact } from "../../number/exact.ts";
import type { Period } from "../../period/period.ts";
import { periodOf } from "../../period/period.ts";
import { decisionReason } from "../../views/reason-text.ts";
import { rowsPeriodsIn } from "../calendar.ts";
import type { Cte } from "../cte.ts";
import { millionths } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { any } from "../parts.ts";
import { bound, datePattern, isPlain, millionthsIn, times, words } from "./cells.ts";
import type { Listing, ResultsOf } from "./refused-groups.ts";
import { isOfKind } from "./row-period.ts";
import type { Sheet } from "./table-layout.ts";
import { cellSql, tableSql } from "./table-layout.ts";

const cells = ["key", "action", "value", "reason", "authority", "date"] as const;

/** What a person and period was told: `decided`, one row for each, its columns named below. */
export const decidedStage = "decided";
const linesStage = "decision_lines";

/** Columns of {@link decidedStage}; absent decisions are NULL. */
export const decidedColumns = {
  /** The total that another body gave, in units. */
  total: "decided_total",
  /** 1: rated, whatever rules and `at_least` say. */
  isRated: "is_rated_by_decision",
  /** The total as it is written. */
  value: "decided_value",
  /** The place of the band that was set. */
  band: "decided_band",
  /** 1: not rated. */
  isUnrated: "is_unrated_by_decision",
  /** All that was decided, with reasons and authorities. */
  why: "decided_why",
  /** 1: the rule does not act. */
  exempt: (rule: string): string => `exempt_${rule}`,
  /** 1: given, 0: not given. */
  award: (award: string): string => `told_${award}`,
} as const;

/** The table of decisions in three stages: its cells, what each line says, and all that was decided of a person and period. */
export function decisionStages(writing: Writing, sheet: Sheet): readonly Cte[] {
  const { plan, dialect } = writing;
  const { decisions: table, period } = sheet;
  if (table === undefined) return [];
  const text = (id: string): string => cellSql(id, writing);
  const asked = period === undefined ? [] : rowsPeriodsIn(plan, period);
  const where = asked.length === 0 ? "" : `\n  WHERE ${text("period")} IN (${words(asked, dialect)})`;
  const from = "decision_cells";
  const kinds = stagesOf(plan).map((stage) => ({ stage, is: `(${isOfKind(writing, stage.period)})` }));
  const said = kinds.map(({ stage, is }) => `WHEN ${is} THEN ${saidIn(writing, stage)}`);
  const kind = kinds.map(({ stage, is }) => `WHEN ${is} THEN '${stage.period}'`);
  return [
    {
      name: from,
      about: ["The decisions as texts without spaces around them; a blank cell is NULL."],
      select: `  SELECT ${text("period")} AS period, ${cells.map((id) => `${text(id)} AS x_${id}`).join(", ")},\n    ${millionthsIn(text("value"), writing)} AS n_value\n  FROM ${tableSql(table, dialect)}${where}`,
    },
    {
      name: linesStage,
      about: ["What each says, in words; NULL where it is no decision of the rubric."],
      select: `  SELECT ${from}.*, CASE ${kind.join(" ")} END AS of_kind,\n    CASE ${said.join("\n      ")} END AS said\n  FROM ${from}`,
    },
    {
      name: decidedStage,
      about: ["All that was decided of somebody in a period."],
      select: [
        "  SELECT period AS decision_period, x_key AS decision_key,",
        columnsOf(writing)
          .map(([column, sql]) => `    ${sql} AS ${column}`)
          .join(",\n"),
        `  FROM ${linesStage}`,
        "  GROUP BY period, x_key",
      ].join("\n"),
    },
  ];
}

/** The ids of the rules or awards of all kinds of periods. */
const idsOf = ({ plan }: Pick<Writing, "plan">, of: "rules" | "awards"): readonly string[] => [
  ...new Set(stagesOf(plan).flatMap((stage) => stage[of].map(({ id }) => id))),
];

export const decidedIds = (writing: Pick<Writing, "plan">): readonly string[] => [
  decidedColumns.total,
  decidedColumns.isRated,
  decidedColumns.value,
  decidedColumns.band,
  decidedColumns.isUnrated,
  decidedColumns.why,
  ...idsOf(writing, "rules").map(decidedColumns.exempt),
  ...idsOf(writing, "awards").map(decidedColumns.award),
];

function columnsOf(writing: Writing): readonly (readonly [column: string, sql: string])[] {
  const { plan, dialect } = writing;
  const is = (action: DecisionAction, value?: string): string =>
    `x_action = '${action}'${value === undefined ? "" : ` AND x_value = '${value}'`}`;
  const one = (condition: string, then = "1"): string => `MAX(CASE WHEN ${condition} THEN ${then} END)`;
  const bands = stagesOf(plan).flatMap(({ period, bands: of }) =>
    of.map(({ id }, at) => `WHEN of_kind = '${period}' AND x_value = '${id}' THEN ${at}`),
  );
  const order = `CASE x_action ${decisionActions.map((action, at) => `WHEN '${action}' THEN '${at}'`).join(" ")} END || COALESCE(x_value, '')`;
  const units = dialect.quotient(`(n_value * ${writing.scale})`, String(millionths));
  return [
    [decidedColumns.total, `CAST(${one(is("rate"), units)} AS ${dialect.whole})`],
    [decidedColumns.isRated, one(is("rate"))],
    [decidedColumns.value, one(is("rate"), "x_value")],
    [decidedColumns.band, one(is("set_band"), `CASE ${bands.join(" ")} END`)],
    [decidedColumns.isUnrated, one(is("not_rated"))],
    [decidedColumns.why, dialect.joined("said", dialect.ordered(order), "; ")],
    ...idsOf(writing, "rules").map((id): [string, string] => [decidedColumns.exempt(id), one(is("exempt", id))]),
    ...idsOf(writing, "awards").map((id): [string, string] => [
      decidedColumns.award(id),
      `MAX(CASE WHEN ${is("award", id)} THEN 1 WHEN ${is("no_award", id)} THEN 0 END)`,
    ]),
  ];
}

const [reasonHole, authorityHole, valueHole] = ["\u0001", "\u0002", "\u0003"];

/** What a decision about a period of a kind says, in words; NULL of what is none. */
function saidIn(writing: Writing, stage: Stage): string {
  const { plan, dialect } = writing;
  const { name: period } = periodOf(stage.period, 2001, 1) as Period;
  const holes: Readonly<Record<string, string>> = {
    [reasonHole]: "x_reason",
    [authorityHole]: "x_authority || CASE WHEN x_date IS NULL THEN '' ELSE ', ' || x_date END",
    [valueHole]: "x_value",
  };
  const text = (action: DecisionAction, value = ""): string => {
    const said = { key: "", period, action, value, reason: reasonHole, authority: authorityHole, date: "" };
    const about = { ...said, file: "", line: 0, ordinals: new Map() } satisfies Decision;
    return decisionReason(plan, about)
      .split(new RegExp(`([${Object.keys(holes).join("")}])`))
      .filter((part) => part !== "")
      .map((part) => holes[part] ?? dialect.literal(part))
      .join(" || ");
  };
  const named = (action: DecisionAction, parts: readonly { readonly id: string }[]): readonly string[] =>
    parts.map(({ id }) => `WHEN x_action = '${action}' AND x_value = '${id}' THEN ${text(action, id)}`);
  return [
    "CASE",
    ...named("exempt", stage.rules),
    `WHEN x_action = 'rate' AND x_value IS NULL THEN ${text("rate")}`,
    `WHEN x_action = 'rate' AND ${isTotal(writing, stage)} THEN ${text("rate", valueHole)}`,
    ...named("set_band", stage.bands),
    `WHEN x_action = 'not_rated' AND x_value IS NULL THEN ${text("not_rated")}`,
    ...named("award", stage.awards),
    ...named("no_award", stage.awards),
    "END",
  ].join(" ");
}

/** Whether a value is a total that the rubric could give, in whole units. */
function isTotal({ scale }: Writing, { total: { least, most } }: Stage): string {
  const within = (limit: Exact | undefined, operator: string): readonly string[] =>
    limit === undefined ? [] : [`${times(`(n_value * ${scale})`, limit)} ${operator} ${bound(limit)}`];
  return [...within(least, ">="), ...within(most, "<="), `n_value * ${scale} % ${millionths} = 0`].join(" AND ");
}

/** What `score` would refuse of decisions; `key`: what it is of people. */
export function decisionListings(writing: Writing, results: readonly ResultsOf[], key: string): readonly Listing[] {
  const { dialect } = writing;
  const listing = (cell: string, problem: string, where: string): Listing => ({
    subject: "x_key",
    cell: `'decisions.${cell}'`,
    found: cell === "period" ? "period" : `x_${cell}`,
    problem,
    tail: `FROM ${linesStage} WHERE ${where}`,
  });
  const needed = ["key", "action", "reason", "authority"] as const;
  const known = decisionActions.filter((action) => action !== "was");
  const answers = "CASE x_action WHEN 'no_award' THEN 'award' WHEN 'not_rated' THEN 'set_band' ELSE x_action END";
  const about = "CASE WHEN x_action IN ('exempt', 'award', 'no_award') THEN x_value END";
  const computed = results.map(({ people }) => `SELECT period AS of_period, ${key} AS of_key FROM ${people} AS people`);
  const computedKinds = results.map(({ kind, only }) => {
    const some = only === undefined ? "" : ` AND period IN (${words(only, dialect)})`;
    return `of_kind = '${kind}'${some}`;
  });
  return [
    ...needed.map((cell) => listing(cell, "blank", `x_${cell} IS NULL`)),
    listing("period", "no period of the rubric", "of_kind IS NULL"),
    listing("action", "a former key is followed by score alone", "x_action = 'was'"),
    listing("action", "no action", `x_action <> 'was' AND x_action NOT IN (${words(known, dialect)})`),
    listing(
      "value",
      "nothing that can be decided",
      `said IS NULL AND of_kind IS NOT NULL AND x_action IN (${words(known, dialect)})${needed.map((cell) => ` AND x_${cell} IS NOT NULL`).join("")}`,
    ),
    ...(["reason", "authority"] as const).map((cell) =>
      listing(cell, "not what the column holds", `NOT (${isPlain(`x_${cell}`, dialect)})`),
    ),
    listing("date", "not what the column holds", `NOT (${dialect.matches("x_date", datePattern)})`),
    {
      subject: "MIN(x_key)",
      cell: "'decisions'",
      found: "MIN(x_action)",
      problem: "a second decision of one question",
      tail: `FROM ${linesStage} WHERE x_key IS NOT NULL GROUP BY period, x_key, ${answers}, ${about} HAVING COUNT(*) > 1`,
    },
    {
      ...listing("key", "nobody who is computed", ""),
      tail: [
        `FROM ${linesStage}`,
        `LEFT JOIN (${computed.join(" UNION ALL ")}) AS computed ON of_period = period AND of_key = x_key`,
        `WHERE of_key IS NULL AND x_key IS NOT NULL AND (${any(computedKinds)})`,
      ].join(" "),
    },
  ];
}
