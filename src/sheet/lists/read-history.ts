import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { CellValue, Column } from "../../model/column.ts";
import { isPrinted } from "../../model/column.ts";
import type { PastPeriod, PastResult } from "../../model/given.ts";
import { joinKey, keyIds, showKey } from "../../model/keys.ts";
import type { Units } from "../../model/node.ts";
import { cellPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { stageOfKind } from "../../model/stages.ts";
import { parseDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { fromKey, multiply } from "../../number/exact.ts";
import { wholeNumber } from "../../period/date.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { untranslated } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { columnDecoder } from "../3-cells/column-decoder.ts";
import { unwatched } from "../3-cells/decimal-mark.ts";
import { isFault } from "../3-cells/fault.ts";
import type { Spellings } from "../spellings/spellings.ts";
import { readList } from "./list.ts";
import type { ListColumn, ListRow } from "./list-row.ts";

/** A result folder of an earlier run, its files as its receipt says. */
export interface PastFolder {
  /** As it was found. */
  readonly name: string;
  /** Id of the rubric that it was computed with. */
  readonly rubric: string;
  readonly version: string;
  /** Values of the parameters of that rubric. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What it judged by, as `recordedLaw` gives it; empty where its receipt does not say. */
  readonly law: Readonly<Record<string, string>>;
  /** `<period>.csv` by period. */
  readonly periods: readonly { readonly period: string; readonly input: FileInput }[];
  /** `exact.csv`, where some number has no finite decimal. */
  readonly exact?: FileInput;
}

/** Reads the results of an earlier run, the periods whose kind this rubric computes. */
export async function readHistory(
  plan: Plan,
  folder: PastFolder,
  spellings: Spellings,
  diagnostics: Diagnostics,
): Promise<PastPeriod[]> {
  const exact = folder.exact ? await readExact(plan, folder.exact, diagnostics) : new Map<string, Exact>();
  const past: PastPeriod[] = [];
  for (const file of folder.periods) {
    const kind = parsePeriod(file.period)?.kind;
    const stage = kind && stageOfKind(plan, kind);
    if (!stage) continue;
    const results = await readPeriod(
      plan,
      stage,
      file,
      { exact, isSame: folder.rubric === plan.id, spellings },
      diagnostics,
    );
    past.push({ period: file.period, file: file.input.name, results });
  }
  return past;
}

const exactId = (period: string, key: string, what: string): string => [period, key, what].join("\n");

/** The values that the period files hold only to some places, in points. */
async function readExact(plan: Plan, input: FileInput, diagnostics: Diagnostics): Promise<Map<string, Exact>> {
  const values = new Map<string, Exact>();
  const keys = plan.key.map((_, at) => `key_${at + 1}`);
  const columns = ["period", ...keys, "what", "value"].map((id) => ({ id, headers: [], required: true }));
  await readList(input, columns, diagnostics, {
    exact: true,
    onMissing: (column, place) => diagnostics.report("A406", { period: "-", what: `\`${column}\`` }, place),
    onRow: (row) => {
      const text = row.text("value");
      const value = fromKey(text) ?? parseDecimal(text);
      const key = joinKey(keys.map((id) => row.text(id)));
      if (value !== undefined) values.set(exactId(row.text("period"), key, row.text("what")), value);
    },
  });
  return values;
}

/** `exact`: what the folder holds of {@link readExact}; `isSame`: it was computed with this rubric. */
async function readPeriod(
  plan: Plan,
  stage: Stage,
  { period, input }: PastFolder["periods"][number],
  given: { readonly exact: ReadonlyMap<string, Exact>; readonly isSame: boolean; readonly spellings: Spellings },
  diagnostics: Diagnostics,
): Promise<PastResult[]> {
  const { exact, isSame, spellings } = given;
  const file = input.name;
  const decoders = plan.columns.map(({ type }) => columnDecoder(type, unwatched));
  const bands = new Map(stage.bands.map(({ id }, at) => [id, at]));
  const lacking = new Set<number>();
  const results: PastResult[] = [];

  function read(row: ListRow): PastResult {
    const key = joinKey(keyIds(plan).map(row.text));
    const units = (what: string, printed: string): Units | undefined => {
      // Most folders hold none, and a row is asked for all its nodes.
      const held = exact.size > 0 ? exact.get(exactId(period, key, what)) : undefined;
      const points = held ?? (printed === "" ? undefined : parseDecimal(printed));
      return points === undefined ? undefined : multiply(points, plan.scale);
    };
    const ids = (what: string): string[] => row.text(what).split(" ").filter(Boolean);
    const total = units("total", row.text("total"));
    const scores = stage.nodes.map(({ id }) => units(id, row.text(id)));
    // A blank cell with a number in the exact ones was left out, and counts 0.
    const isBlank = (node: number): boolean =>
      row.text(stage.nodes[node]?.id ?? "") === "" && scores[node] !== undefined;
    const states = scores.map((_, node) => (stage.top.includes(node) && isBlank(node) ? "none" : "counts"));
    // Behind a total that another body gave stand no scores, although there are columns for them.
    const isBare = stage.top.every(
      (node) => scores[node] === undefined && row.ordinals.has(stage.nodes[node]?.id ?? ""),
    );
    if (total !== undefined && !isBare) {
      for (const node of stage.readBack ?? []) if (scores[node] === undefined) lacking.add(node);
    }
    return {
      key,
      columns: plan.columns.map((column, at) => columnValue(row, key, column, at)),
      scores,
      states,
      unclamped: units("unclamped", row.text("unclamped")) ?? total,
      total,
      ...standing(row, key),
      reason: row.text("reason"),
      rank: /^\d+$/.test(row.text("rank")) ? wholeNumber(row.text("rank")) : undefined,
      rules: ids("rules"),
      awards: ids("awards"),
      alerts: ids("alerts"),
      line: row.line,
    };
  }

  function standing(row: ListRow, key: string): Pick<PastResult, "state" | "band"> {
    const [state, id] = [row.text("state"), row.text("band")];
    const band = bands.get(id);
    if (state === "rated" && band === undefined) tellUnreadable(row, key, "band", id, [...bands.keys()]);
    if (state === "rated" || state === "not_rated" || state === "incomplete") return { state, band };
    tellUnreadable(row, key, "state", state, ["rated", "not_rated", "incomplete"]);
    return { state: "incomplete", band: undefined };
  }

  /** What an earlier rubric declared otherwise is not known; what this one wrote must be readable. */
  function columnValue(row: ListRow, key: string, { id }: Column, at: number): CellValue | undefined {
    if (id === "period") return period;
    const text = row.text(id);
    if (text === "") return undefined;
    const pool = spellings.columns[at];
    if (pool && !pool.folds) pool.see(text, file, row.line, row.ordinals.get(id) ?? 1);
    const value = (decoders[at] as (typeof decoders)[number])(text, {
      line: row.line,
      column: row.ordinals.get(id) ?? 1,
    });
    if (!isFault(value)) return value;
    if (isSame) tellUnreadable(row, key, id, text, value.expected);
    return undefined;
  }

  function tellUnreadable(
    row: ListRow,
    key: string,
    column: string,
    text: string,
    expected: Bilingual | readonly string[],
  ): void {
    const found = text === "" ? phrase("a blank cell") : untranslated(`"${text}"`);
    const parameters = { column, found, key: showKey(key), expected };
    diagnostics.report("A407", parameters, row.place(column));
  }

  await readList(input, columnsOf(plan, stage), diagnostics, {
    exact: true,
    onMissing: (column, place) => diagnostics.report("A406", { period, what: `\`${column}\`` }, place),
    onRow: (row) => {
      results.push(read(row));
    },
  });
  for (const node of lacking) {
    diagnostics.report("A406", { period, what: `\`${stage.nodes[node]?.id}\`` }, cellPlace(file, 1));
  }
  return results;
}

function columnsOf(plan: Plan, stage: Stage): ListColumn[] {
  const required = [...keyIds(plan), "state", "total", "band"];
  const others = plan.columns
    .filter((column) => isPrinted(column) && !required.includes(column.id))
    .map(({ id }) => id);
  const scores = stage.nodes.map(({ id }) => id);
  return [
    ...required.map((id) => ({ id, headers: [], required: true })),
    ...[...others, ...scores, "unclamped", "reason", "rank", "rules", "awards", "alerts"].map((id) => ({
      id,
      headers: [],
      required: false,
    })),
  ];
}
