import type { Rollup } from "../../model/stage.ts";
import { hasOwnAreas } from "../../model/stages.ts";
import { reasonText } from "../../views/reason-text.ts";
import { unless } from "../2-scores/decided.ts";
import { missingScores } from "../2-scores/missing-scores.ts";
import { scoreNodes } from "../2-scores/score.ts";
import { finishTotal } from "../2-scores/total.ts";
import type { Whole } from "../calendar.ts";
import { scopeOf } from "../expressions/expression.ts";
import { addLowest, settled } from "../numbers/lowest.ts";
import type { Scaled } from "../numbers/values.ts";
import { times } from "../numbers/values.ts";
import type { Chain, NodeSql, Writing } from "../parts.ts";
import type { Direct } from "./direct-rows.ts";
import { addDirect, eitherOf } from "./direct-rows.ts";
import { gapsOf, isGap, tooFew } from "./rollup-gaps.ts";
import type { RolledFigure } from "./rollup-score.ts";

/** The figures of the whole period, and why somebody has none. */
export function concludeRollup(
  chain: Chain,
  writing: Writing,
  rollup: Rollup,
  rolled: readonly RolledFigure[],
  direct: Direct,
  computed: Whole,
): void {
  const { plan, stage, dialect, scores, obstacles } = writing;
  const gaps = gapsOf(writing, rollup);
  chain.add("gaps", "Whether every part has what is to be rolled up.", [
    ["is_whole", `NOT (${gaps.map(isGap).join(" OR ")})`],
  ]);
  const whole = (of: Scaled, further = ""): Scaled => ({
    ...of,
    sql: `CASE WHEN is_whole${further} THEN ${of.sql} END`,
  });
  const figures = new Map(
    rolled.map((figure) => {
      const isKnown = writing.hasDecisions ? ` AND ${bareIn(figure.name)} = 0` : "";
      return [figure.name, whole(figure.rolled(chain), isKnown)];
    }),
  );
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
  ].map((each) => eitherOf(each, dialect));
  const scored = named.map(({ name }) => {
    const ofRow = name === "average" ? own : (nodes.get(name) as NodeSql).score;
    const columns = columnsFor(name);
    const at = settled({ ...columns, of: figures.get(name) as Scaled });
    return eitherOf({ ...columns, ofParts: at, ofRow }, dialect);
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
      computed,
    );
  const lacking = (condition: string, reason: string): void => {
    obstacles.push({ condition: unless("total", condition, writing), state: "incomplete", reason });
  };
  lacking("direct_lack IS NOT NULL", "direct_lack");
  for (const gap of gaps) lacking(isGap(gap), gap.reason);
  const few = tooFew(writing, rollup);
  obstacles.push({ ...few, condition: unless("isRated", few.condition, writing) });
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

/** In how many rated parts a figure has no value, since another body gave the total. */
export const bareIn = (name: string): string => `bare_in_${name}`;

/** What the columns of a rolled figure are called. */
export const columnsFor = (name: string): { readonly column: string; readonly over: string } =>
  name === "average" ? { column: "average", over: "over_average" } : { column: `s_${name}`, over: `over_${name}` };
