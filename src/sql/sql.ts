import type { Column } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import type { Stage } from "../model/stage.ts";
import { hasOwnAreas } from "../model/stages.ts";
import { phrase } from "../text/phrase.ts";
import { alikeStages, isFolded, spellingStages } from "./1-rows/alike.ts";
import { leavesOpen, orBlank } from "./1-rows/blank-row.ts";
import { decisionStages } from "./1-rows/decisions.ts";
import { earlierStages } from "./1-rows/earlier-results.ts";
import { readSheet } from "./1-rows/read.ts";
import { isOfKind } from "./1-rows/row-period.ts";
import type { Sheet } from "./1-rows/table-layout.ts";
import { withNamedSource } from "./1-rows/table-layout.ts";
import { tableStages } from "./1-rows/tables.ts";
import { missingScores } from "./2-scores/missing-scores.ts";
import { scoreRatings } from "./2-scores/ratings.ts";
import { score } from "./2-scores/score.ts";
import { classify } from "./3-classes/classify.ts";
import { addOnce, offencesIn } from "./3-classes/once.ts";
import { applyQuotas } from "./3-classes/quotas.ts";
import { standing } from "./3-classes/standing.ts";
import { hasStreak } from "./3-classes/streak.ts";
import { withBoth } from "./4-periods/inside.ts";
import { peopleOf, peopleOfRows } from "./4-periods/people.ts";
import { rollUp } from "./4-periods/rollup.ts";
import { refused, unsound } from "./5-results/refused.ts";
import type { Shown } from "./5-results/result.ts";
import { addTexts, checkedRows, resultSql } from "./5-results/result.ts";
import { summarySql } from "./5-results/summary.ts";
import { rollupsTo, wholeIn } from "./calendar.ts";
import { constructs } from "./constructs.ts";
import { oneLine, withCtes } from "./cte.ts";
import type { Dialect } from "./dialect.ts";
import { widened } from "./dialect.ts";
import { conditionsOf, looksBack } from "./expressions/stage-conditions.ts";
import { isWide } from "./nodes.ts";
import { NotInSql } from "./not-in-sql.ts";
import { addKeys } from "./numbers/sort-keys.ts";
import type { Chain, Writing } from "./parts.ts";
import { writingOf } from "./parts.ts";
import { scriptOf } from "./script.ts";
import type { Outside } from "./subset.ts";
import { outsideOf } from "./subset.ts";

/** What becomes of the query: itself, a view or table of its rows, the same table by several statements, or the query of the rows that score refuses. */
export const forms = ["query", "view", "table", "script", "checks"] as const;
export type Form = (typeof forms)[number];

/** The lines of `<period>.csv`, or those of `summary.csv`. */
export type Given = "results" | "summary";

/** A rubric as SQL, or what of it cannot be said there. */
export type Written = { readonly sql: string } | { readonly outside: readonly Outside[] };

/** Writes the results of a rubric's rows, or their summary, as one query, a stage of it for each stage of the language. */
export function writeSql(given: Plan, dialect: Dialect, sheet: Sheet, form: Form, of: Given = "results"): Written {
  const plan = withNamedSource(given);
  const outside = outsideOf(plan, sheet.period);
  if (outside.length > 0) return { outside };
  try {
    const narrow = query(plan, dialect, sheet, form, of);
    return { sql: narrow.isDivided ? query(plan, widened(dialect), sheet, form, of).sql : narrow.sql };
  } catch (error) {
    if (!(error instanceof NotInSql)) throw error;
    return {
      outside: [
        { construct: error.construct, id: plan.id, reason: error.reason ?? phrase("it is not written in SQL yet") },
      ],
    };
  }
}

/** A stage of the language whose results the query has. */
interface Done extends Shown {
  readonly writing: Writing;
  readonly results: string;
  /** Who has a result of which period, as a query in brackets. */
  readonly people: string;
  /** Names of the periods, where not all of the kind are computed. */
  readonly only?: readonly string[] | undefined;
}

function query(
  plan: Plan,
  dialect: Dialect,
  sheet: Sheet,
  form: Form,
  of: Given,
): { readonly sql: string; readonly isDivided: boolean } {
  const rows = writingOf(plan, plan.stage, dialect, {
    hasDecisions: sheet.decisions !== undefined,
    hasEarlier: sheet.earlier !== undefined,
  });
  const rollups = rollupsTo(plan, sheet.period);
  const offences = offencesIn(plan, [plan.stage, ...rollups.filter(({ of }) => of === plan.stage.period)]);
  if (offences.length > 0 && plan.rollups.some(hasOwnAreas))
    throw new NotInSql("once", constructs.rollup.refused["areas beside once"]);
  if (rows.hasEarlier) refuseUntold(plan, [plan.stage, ...rollups], offences);
  // What counts once, and periods in a row, are looked for in all of them.
  const { period: wanted, ...everything } = sheet;
  const seesRollups = rollups.some(seesEarlier);
  const asked: Sheet = offences.length > 0 || seesEarlier(plan.stage) || seesRollups ? everything : sheet;
  const chain = readSheet(rows, asked);
  const read = chain.last;
  const tables = [
    ...spellingStages(rows, sheet),
    ...tableStages(rows, sheet),
    ...decisionStages(rows, asked),
    ...earlierStages(rows, sheet),
  ];
  const isMade = form !== "query" && form !== "checks";
  refuseNames(plan, sheet, [...tables.map(({ name }) => name), ...(isMade ? [`${plan.id}_${of}`] : [])]);
  if (!plan.ratings) score(chain, rows);
  const gaps = plan.ratings ? scoreRatings(chain, rows, plan.ratings) : missingScores(rows);
  const lack = leavesOpen(rows) ? orBlank(gaps, rows) : gaps;
  rows.obstacles.push(lack);
  const scored = chain.last;
  if (rollups.length > 0) {
    const { period } = plan.stage;
    const about = [`Those whose rows cover a ${period}.`];
    chain.begin({
      name: `${period}_rows`,
      about,
      select: `  SELECT *\n  FROM ${scored}\n  WHERE ${isOfKind(rows, period)}`,
    });
  }
  chain.add("periods", "The rows' own periods are whole.", [["is_provisional", "FALSE"]]);
  addOnce(chain, rows, offences);
  const done: Done[] = [{ ...concludeStage(chain, rows, of), people: peopleOfRows(rows, read) }];
  for (const rollup of rollups) {
    const below = done.find(({ writing }) => writing.stage.period === rollup.of) as Done;
    const writing = writingOf(plan, rollup, dialect, { below: below.writing });
    if (offencesIn(plan, [rollup]).length > 0 && below.writing !== rows) throw new NotInSql("once");
    const whole = wholeIn(plan, rollup, wanted, seesRollups);
    rollUp(chain, writing, rollup, below, { rows: scored, read, scores: rows.scores, lack }, whole);
    done.push({
      ...concludeStage(chain, writing, of),
      people: peopleOf(writing, rollup, read, whole),
      only: whole.only?.map(({ name }) => name),
    });
  }
  const isDivided = done.some(({ writing }) => dividesIn(writing));
  const refusing = {
    from: read,
    period: asked.period,
    both: rollups.flatMap((rollup) => (hasOwnAreas(rollup) ? [] : [withBoth(rows, rollup, read)])),
    sheet: asked,
    results: done.map(({ writing: { stage }, people, only }) => ({ kind: stage.period, people, only })),
  };
  if (form === "checks") {
    const { ordered } = dialect;
    const listed = `SELECT * FROM refused\nORDER BY ${["period", "subject", "cell", "found", "problem"].map((key) => `${ordered(key)} NULLS LAST`).join(", ")}`;
    // What nobody may have twice is known once all is computed.
    const isKnownLast = rollups.length > 0 || rows.hasDecisions || rows.lookups.wanting.length > 0;
    const last = isKnownLast ? chain.ctes.length : chain.ctes.findIndex(({ name }) => name === read) + 1;
    const ctes = [...tables, ...chain.ctes.slice(0, last), ...alikeStages(rows, read), refused(rows, refusing)];
    return { sql: dialect.finished(`${head(plan)}${withCtes(ctes, dialect)}${listed};\n`), isDivided };
  }
  const shown = wanted === undefined ? done : done.slice(-1);
  const results =
    of === "summary"
      ? summarySql(chain, shown, (from) => checkedRows(from, sheet, dialect).join("\n"))
      : resultSql(shown, sheet, dialect);
  const all = [...tables, ...chain.ctes, ...alikeStages(rows, read), unsound(rows, refusing)];
  const begin = created(plan, dialect, form, of);
  if (form === "script") {
    const script = scriptOf(all, { begin, results }, plan.id, dialect);
    return { sql: dialect.finished(`${head(plan)}${script}`), isDivided };
  }
  return {
    sql: dialect.finished(`${head(plan)}${begin}${withCtes(all, dialect)}${results};\n`),
    isDivided,
  };
}

/** A name of a stage hides a table of that name from those behind it, and what is made may not take the place of what it is made of. */
function refuseNames({ tables = [] }: Plan, sheet: Sheet, taken: readonly string[]): void {
  const further = tables.map(({ id }) => sheet.tables?.get(id) ?? id);
  for (const name of [sheet.table, ...further, sheet.decisions, sheet.earlier]) {
    if (name !== undefined && taken.some((each) => each.toLowerCase() === name.toLowerCase()))
      throw new NotInSql(
        name,
        phrase("the query makes something of that name: put the schema before it, or take a view"),
      );
  }
}

/** What results of earlier runs do not tell. */
function refuseUntold(plan: Plan, stages: readonly Stage[], offences: readonly Column[]): void {
  const { recent, "once, of a column with match: fold": once } = constructs.earlier.refused;
  if (offences.some((column) => isFolded(plan, column))) throw new NotInSql("once", once);
  if (stages.some((stage) => conditionsOf(stage).some(looksBack))) throw new NotInSql("recent", recent);
}

/** Whether results of a stage rest on earlier ones. */
const seesEarlier = (stage: Stage): boolean => hasStreak(stage) || conditionsOf(stage).some(looksBack);

const dividesIn = ({ scores, stage }: Writing): boolean =>
  conditionsOf(stage).some(isWide) ||
  [scores.total, scores.unclamped, ...[...scores.nodes.values()].map((node) => node.score)].some(
    ({ parts, over }) => parts !== 1n || over !== undefined,
  );

/** From scores to ranks, awards and alerts: the same in every kind of period. */
function concludeStage(chain: Chain, writing: Writing, of: Given): Omit<Done, "people"> {
  addKeys(chain, writing);
  classify(chain, writing);
  applyQuotas(chain, writing);
  standing(chain, writing);
  const texts = of === "results" ? addTexts(chain, writing) : [];
  return { writing, texts, results: chain.last };
}

const head = ({ id, version, title, language }: Plan): string =>
  `-- ${oneLine(title[language])} (${id} ${version})\n-- Points are whole numbers of the finest step: nothing is rounded but where the rubric says so.\n`;

function created({ id }: Plan, { quote }: Dialect, form: Form, of: Given): string {
  if (form === "view") return `CREATE OR REPLACE VIEW ${quote(`${id}_${of}`)} AS\n`;
  return form === "table" || form === "script" ? `CREATE TABLE ${quote(`${id}_${of}`)} AS\n` : "";
}
