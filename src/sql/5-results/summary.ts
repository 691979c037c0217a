import type { Column } from "../../model/column.ts";
import { stagesOf } from "../../model/stages.ts";
import type { Exact } from "../../number/exact.ts";
import { defuse } from "../../text/formula.ts";
import { totalType } from "../../views/fields.ts";
import { forPrograms } from "../../views/style.ts";
import { scopeId, summaryOf } from "../../views/summary/summary.ts";
import { constructs } from "../constructs.ts";
import { widened } from "../dialect.ts";
import { periodOrder } from "../expressions/period.ts";
import { NotInSql } from "../not-in-sql.ts";
import { addFractionTexts } from "../numbers/fraction-text.ts";
import type { Chain, Writing } from "../parts.ts";
import type { Shown } from "./result.ts";
import { columnText, defused } from "./result.ts";
import type { Counting } from "./summary-lines.ts";
import { countingsOf } from "./summary-lines.ts";

/** A counting with the number by which the query knows it. */
interface Numbered {
  readonly line: number;
  readonly counting: Counting;
}

/** Adds the lines of `summary.csv`, from the results of each kind of period. @returns the query of them */
export function summarySql(chain: Chain, shown: readonly Shown[], checked: (from: string) => string): string {
  const [{ writing: first }] = shown as readonly [Shown];
  const { plan, dialect: narrow } = first;
  if (plan.columns.some(({ compare }) => compare)) {
    throw new NotInSql("compare", constructs.summary.refused.compare);
  }
  const dialect = widened(narrow);
  let line = 0;
  const stages = shown.map(({ writing, results }) => ({
    writing: { ...writing, dialect },
    results,
    lines: countingsOf(writing).map((counting): Numbered => ({ line: ++line, counting })),
  }));
  const all = stages.flatMap(({ lines }) => lines);
  const most = Math.max(...all.map(({ counting }) => counting.within.length));
  const groups = Array.from({ length: most }, (_, at) => `group_${at}`);
  for (const { writing, results, lines } of stages) addCounted(chain, writing, results, lines, groups);
  chain.begin(
    {
      name: "summary_lines",
      about: ["What each line counts, and its place."],
      select: [
        "  SELECT counted.*, described.*",
        `  FROM (${stages.map(({ writing: { stage } }) => `SELECT * FROM ${stage.period}_lines`).join(" UNION ALL ")}) AS counted`,
        "  INNER JOIN (VALUES",
        `    ${all.map((each) => describedIn(each, first)).join(",\n    ")}`,
        "  ) AS described(line, section, place_1, place_2, place_3, within_ids, kind, id, named)",
        "    ON described.line = counted.of_line",
      ].join("\n"),
    },
    "summary_",
  );
  const fraction = (id: string, bounds: readonly Exact[]) => ({
    id,
    of: { sql: `${id}_top`, parts: 1n, over: `${id}_over` },
    bounds,
  });
  const texts = addFractionTexts(chain, { ...first, dialect }, [
    fraction("share", [0, plan.scale]),
    { ...fraction("mean", []), bounds: totalType(plan, stagesOf(plan)).bounds ?? [] },
    fraction("sum", []),
  ]);
  const columns = summaryOf({ plan, periods: [] }, forPrograms).columns.map(({ id }): string => {
    const sql = textOf(id, all, texts, first);
    return `  ${sql} AS ${dialect.quote(id)}`;
  });
  const ordered = ["period_order", "section", "place_1", "place_2", ...groups, "place_3", "reason_key"].map((key) =>
    /^(section|place_.)$/.test(key) ? key : dialect.ordered(key),
  );
  return [`SELECT`, columns.join(",\n"), checked(chain.last), `ORDER BY ${ordered.join(", ")}`].join("\n");
}

/** The people of one kind of period beside every line that they are of, then what each line comes to. */
function addCounted(
  chain: Chain,
  writing: Writing,
  results: string,
  lines: readonly Numbered[],
  groups: readonly string[],
): void {
  const { plan, stage, dialect } = writing;
  const byLine = (say: (counting: Counting) => string | undefined, otherwise: string): string => {
    const cases = new Map<string, number[]>();
    for (const { line, counting } of lines) {
      const sql = say(counting);
      if (sql !== undefined && sql !== otherwise) cases.set(sql, [...(cases.get(sql) ?? []), line]);
    }
    const whens = [...cases].map(([sql, of]) => `WHEN line IN (${of.join(", ")}) THEN ${sql}`);
    return whens.length === 0 ? otherwise : `CASE ${whens.join(" ")} ELSE ${otherwise} END`;
  };
  const one = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
  const key = plan.key.map((at) => columnText(writing, plan.columns[at] as Column)).join(" || ' / ' || ");
  const number = (sql: string): string => `CAST(${sql} AS ${dialect.wide})`;
  const columns: readonly (readonly [string, string])[] = [
    ...groups.map((group, at): [string, string] => [
      group,
      byLine(({ within }) => {
        const column = plan.columns[within[at] ?? -1];
        // Who has no value there is of the group of an empty one.
        return column && `COALESCE(${columnText(writing, column)}, '')`;
      }, "''"),
    ]),
    [
      "reason_key",
      byLine(({ by, counted }) => by && `CASE WHEN ${counted} THEN COALESCE(${by}, '') ELSE '' END`, "''"),
    ],
    ["is_counted", byLine(({ counted }) => one(counted), "0")],
    ["is_whole", byLine(({ whole }) => whole && one(whole), "0")],
    [
      "named_key",
      byLine(({ named }) => named && `CASE WHEN ${named} THEN ${key} END`, `CAST(NULL AS ${dialect.text})`),
    ],
    [
      "value",
      byLine(({ value, counted }) => value && `CASE WHEN ${counted} THEN ${number(value.of.sql)} END`, number("NULL")),
    ],
    ["value_parts", number(byLine(({ value }) => value && String(value.of.parts), "1"))],
    ["quota_share", byLine(({ quota }) => quota?.share && number(quota.share.sql), number("NULL"))],
    ["quota_parts", number(byLine(({ quota }) => quota?.share && String(quota.share.parts), "1"))],
    ["quota_people", byLine(({ quota }) => quota?.denominator && number(quota.denominator), number("NULL"))],
    ["quota_room", byLine(({ quota }) => quota && number(quota.room), number("NULL"))],
    ["is_kept", byLine(({ quota }) => quota && one(`${quota.candidate} AND NOT ${quota.moved}`), "0")],
    ["is_moved", byLine(({ quota }) => quota && one(quota.moved), "0")],
    ["is_left_open", byLine(({ quota }) => quota && one(quota.open), "0")],
  ];
  const people = `${stage.period}_counted`;
  chain.begin({
    name: people,
    about: [`Everybody of a ${stage.period} beside the lines of the summary that count them.`],
    select: [
      `  SELECT period, ${periodOrder(writing)} AS period_order, is_provisional, line,`,
      columns.map(([name, sql]) => `    ${sql} AS ${name}`).join(",\n"),
      `  FROM ${results}`,
      `  CROSS JOIN (VALUES ${lines.map(({ line }) => `(${line})`).join(", ")}) AS lines(line)`,
      `  WHERE ${byLine(({ among }) => among, "TRUE")}`,
    ].join("\n"),
  });
  const group = ["period", "line", ...groups];
  const numbersOf = (is: string): string =>
    lines
      .filter(({ counting }) => isOf(counting, is))
      .map(({ line }) => line)
      .join(", ") || "0";
  const needed = lines.filter(({ counting }) => counting.isNeeded).map(({ line }) => line);
  chain.begin({
    name: `${stage.period}_summed`,
    about: ["What each line comes to."],
    select: [
      `  SELECT ${[...group, "reason_key"].join(", ")}, MAX(period_order) AS period_order,`,
      `    ${dialect.demand("MAX(CASE WHEN is_provisional THEN 1 ELSE 0 END) = 0", provisional)} AS is_final,`,
      "    SUM(is_counted) AS people,",
      `    SUM(SUM(is_whole)) OVER (PARTITION BY ${group.join(", ")}) AS whole_people,`,
      "    SUM(value) AS value_sum, COUNT(value) AS valued, MAX(value_parts) AS value_parts,",
      "    MAX(quota_share) AS quota_share, MAX(quota_parts) AS quota_parts, MAX(quota_people) AS quota_people, MAX(quota_room) AS quota_room,",
      "    SUM(is_kept) AS kept, SUM(is_moved) AS moved, SUM(is_left_open) AS left_open,",
      `    ${dialect.joined("named_key", dialect.ordered("named_key"), "; ")} AS keys`,
      `  FROM ${people}`,
      `  GROUP BY ${[...group, "reason_key"].join(", ")}`,
    ].join("\n"),
  });
  chain.begin({
    name: `${stage.period}_lines`,
    about: ["Those that are printed, in whole numbers."],
    select: [
      `  SELECT period, period_order, line AS of_line, ${groups.map((each) => `${each}, `).join("")}reason_key, people, quota_people, quota_room, kept, moved, left_open, keys,`,
      `    CASE WHEN line IN (${numbersOf("quota")}) THEN quota_share ELSE ${number("people")} END AS share_top,`,
      `    CASE WHEN line IN (${numbersOf("quota")}) THEN quota_parts WHEN line IN (${numbersOf("share")}) THEN ${number("NULLIF(whole_people, 0)")} END AS share_over,`,
      `    value_sum AS mean_top, CASE WHEN line IN (${numbersOf("mean")}) THEN ${number("NULLIF(valued, 0)")} * value_parts END AS mean_over,`,
      `    COALESCE(value_sum, 0) AS sum_top, CASE WHEN line IN (${numbersOf("sum")}) THEN value_parts END AS sum_over`,
      `  FROM ${chain.last}`,
      `  WHERE is_final = 1${needed.length === 0 ? "" : ` AND (line NOT IN (${needed.join(", ")}) OR people > 0)`}`,
    ].join("\n"),
  });
}

const provisional =
  "a period that is not whole yet has an outlook that no query writes: compute its summary with score";

function isOf({ quota, whole, value }: Counting, is: string): boolean {
  if (is === "quota") return quota?.share !== undefined;
  return is === "share" ? whole !== undefined : value?.as === is;
}

/** What a line is, as a row of literals. */
function describedIn({ line, counting }: Numbered, { plan, dialect }: Writing): string {
  const { order, at, within, kind, id, title } = counting;
  const ids = within.map((index) => plan.columns[index]?.id).join(" ");
  const texts = [ids, kind, id, defuse(title)].map(dialect.literal);
  return `(${[line, ...order, at, ...texts].join(", ")})`;
}

/** A column of `summary.csv` as a text. */
function textOf(id: string, all: readonly Numbered[], texts: ReadonlyMap<string, string>, writing: Writing): string {
  const { plan, dialect } = writing;
  const number = (sql: string): string => `CAST(${sql} AS ${dialect.text})`;
  const ofQuotas = (sql: string): string => {
    const lines = all.flatMap(({ line, counting }) => (counting.kind === "quota" ? [line] : []));
    return lines.length === 0
      ? `CAST(NULL AS ${dialect.text})`
      : `CASE WHEN line IN (${lines.join(", ")}) THEN ${number(sql)} END`;
  };
  switch (id) {
    case "period":
    case "kind":
    case "id":
      return id;
    case "within":
      return "within_ids";
    case "title":
      return `CASE WHEN reason_key <> '' THEN ${defused("reason_key", writing)} ELSE named END`;
    case "count":
      return number("people");
    case "share":
    case "mean":
    case "sum":
      return texts.get(id) as string;
    case "denominator":
      return number("quota_people");
    case "room":
      return number("quota_room");
    case "kept":
    case "moved":
      return ofQuotas(id);
    case "open":
      return ofQuotas("left_open");
    case "note":
      return defused("COALESCE(keys, '')", writing);
    default: {
      const at = plan.columns.findIndex((_, column) => scopeId(plan, column) === id);
      const places = [...new Set(all.map(({ counting: { within } }) => within.indexOf(at)))].filter(
        (each) => each >= 0,
      );
      const cases = places.map((place) => {
        const lines = all.flatMap(({ line, counting: { within } }) => (within.indexOf(at) === place ? [line] : []));
        return `WHEN line IN (${lines.join(", ")}) THEN ${defused(`group_${place}`, writing)}`;
      });
      return cases.length === 0 ? `CAST(NULL AS ${dialect.text})` : `CASE ${cases.join(" ")} END`;
    }
  }
}
