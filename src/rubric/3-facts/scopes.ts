import { itemsName } from "../../expression/check-items.ts";
import type { Scope, Signature } from "../../expression/context.ts";
import { elsewhere } from "../../expression/elsewhere.ts";
import type { Type } from "../../expression/tree.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Facts } from "./facts.ts";
import { combinesTotals, isOfRating, nodesOf } from "./outline.ts";
import { times } from "./ranges.ts";
import type { StageView } from "./stages.ts";
import type { RecordType } from "./types.ts";
import {
  cellTypes,
  itemTypes,
  number,
  record,
  rolledItemTypes,
  scoreTypes,
  subjectTypes,
  tableTypes,
} from "./types.ts";

const states: Type = { kind: "choice", name: "state", values: ["rated", "not_rated", "incomplete"] };
/** The period that is computed: its name, its first and its last day. */
export const periodTypes: readonly (readonly [string, Type])[] = [
  ["period", { kind: "text" }],
  ["period_start", { kind: "date" }],
  ["period_end", { kind: "date" }],
];
export const bandType = ({ bands }: StageView): Type => ({ kind: "band", bands: bands.map(({ id }) => id) });

/** What `rules` and `require` may speak of: all that is known before the band. */
export function ruleScope(facts: Facts, stage: StageView): Scope {
  const base = stage.rollup ? rollupScope(facts, stage) : rowScope(facts, stage);
  return {
    ...base,
    names: new Map([...base.names, ["total", number(stage.after)]]),
    functions: lookingBack(() => ({ ...record(earlierFields(facts, stage)), lacks: new Map([["band", noBandYet]]) })),
    unavailable: new Map([...(base.unavailable ?? []), ["band", noBandYet]]),
  };
}

/** What awards and alerts may speak of: the final band too. */
export function awardScope(facts: Facts, stage: StageView, ofRules: Scope): Scope {
  return {
    ...ofRules,
    names: new Map([...ofRules.names, ["band", bandType(stage)], ["state", states]]),
    functions: lookingBack(() => periodType(facts, stage)),
  };
}

/** What the `score` of a rollup may be computed from. */
export const scoreScope = (facts: Facts, stage: StageView): Scope => ({ ...rollupScope(facts, stage), mayMiss: true });

function rowScope(facts: Facts, stage: StageView): Scope {
  const unavailable = uncombinedNames(facts);
  const names = new Map<string, Type>([
    ...periodTypes,
    ...subjectTypes(facts),
    ...cellTypes(facts),
    ...scoreTypes(facts),
    ...stageTables(facts, stage),
    ["unclamped", number(stage.before)],
  ]);
  for (const name of unavailable.keys()) names.delete(name);
  return {
    names,
    ...(!combinesTotals(facts) && { items: () => itemTypes(facts, !facts.rubric.ratings) }),
    unavailable,
  };
}

/** What decides about a whole scope of the rows' own period: the columns of its people. */
export const columnScope = (facts: Facts): Scope => ({
  names: new Map([...periodTypes, ...subjectTypes(facts), ...tableTypes(facts, bandIds(facts.rubric.bands))]),
  unavailable: new Map([...[...elsewhere.keys()].map((name) => [name, onlyColumns] as const), ...ratingNames(facts)]),
});

const onlyColumns = phrase("this is asked of the columns of people alone");

/** What is known of the sub-periods of a rollup. */
export function periodNames(facts: Facts, stage: StageView): Map<string, Type> {
  const source = stage.source as StageView;
  return new Map<string, Type>([
    ...periodTypes,
    ...stageTables(facts, stage),
    ["average", number(source.after)],
    ["periods", { kind: "list", of: periodType(facts, source) }],
    ["unrated", { kind: "list", of: unratedType(facts) }],
    ["latest", record(subjectTypes(facts))],
  ]);
}

function rollupScope(facts: Facts, stage: StageView): Scope {
  const names = periodNames(facts, stage);
  const unavailable = new Map<string, Bilingual>();
  for (const id of subjectTypes(facts).keys()) unavailable.set(id, severalValues(id));
  for (const name of ["raw", "full"]) unavailable.set(name, onlyPeriods);
  for (const [name, reason] of ratingNames(facts)) if (name !== "raw") unavailable.set(name, reason);
  const scores = new Map<string, Type>([...scoresOf(facts, stage), ["unclamped", number(stage.before)]]);
  const uncombined = uncombinedNames(facts);
  for (const [id, type] of scores) {
    const reason = stage.adds ? uncombined.get(id) : notRolledUp;
    if (reason) unavailable.set(id, reason);
    else names.set(id, type);
  }
  const own = stage.rollup ? scoreTypes(facts, stage.rollup) : new Map<string, Type>();
  if (own.size > 0) for (const [id, type] of [...own, ...cellTypes(facts, stage.rollup)]) names.set(id, type);
  for (const id of names.keys()) unavailable.delete(id);
  const rolled = stage.scores && { items: () => rolledItemTypes(facts, scores) };
  if (own.size === 0 && !stage.scores) unavailable.set(itemsName, stage.adds ? onlyTotals : notRolledUp);
  return { names, ...(own.size > 0 ? { items: () => itemTypes(facts, true, stage.rollup) } : rolled), unavailable };
}

/** Scores of areas and items as they are in a stage: as often added as its total. */
const scoresOf = (facts: Facts, { factor }: StageView): ReadonlyMap<string, Type> =>
  factor === 1
    ? scoreTypes(facts)
    : new Map(
        [...scoreTypes(facts)].map(([id, type]) =>
          type.kind === "number" ? [id, number(times({ low: type.min, high: type.max }, factor))] : [id, type],
        ),
      );

const bandIds = (bands: StageView["bands"]): readonly string[] => bands.map(({ id }) => id);
const stageTables = (facts: Facts, { bands }: StageView): ReadonlyMap<string, Type> =>
  tableTypes(facts, bandIds(bands));

/** A rated period, as `periods` holds it. */
const periodType = (facts: Facts, source: StageView): RecordType =>
  record([...earlierFields(facts, source), ["band", bandType(source)]]);

/** Of a result all but its band, which is not known everywhere. */
const earlierFields = (facts: Facts, source: StageView): (readonly [string, Type])[] => [
  ...subjectTypes(facts),
  ...(source.scores ? scoresOf(facts, source) : []),
  ...(source.rollup ? scoreTypes(facts, source.rollup) : []),
  ["period", { kind: "text" }],
  ["total", number(source.after)],
  ...(source.adds ? [["unclamped", number(source.before)] as const] : []),
  ["state", states],
  ["rank", { kind: "number", min: 1 }],
  ...(["rules", "awards", "alerts"] as const).map((key) => [key, idsOf(key, source)] as const),
];

/** A list of ids, each of which the stage knows. */
const idsOf = (key: "rules" | "awards" | "alerts", { holder }: StageView): Type => ({
  kind: "list",
  of: { kind: "choice", name: key, values: (holder[key] ?? []).map(({ id }) => id) },
});

const unratedType = (facts: Facts): RecordType =>
  record([...subjectTypes(facts), ["period", { kind: "text" }], ["state", states], ["reason", { kind: "text" }]]);

const noBandYet = phrase("rules and `require` decide the band, so they cannot ask for it; awards and alerts can");
const severalValues = (id: string): Bilingual =>
  phrase("each period has its own value: write `latest.{id}` for that of the grouping period, or go over `periods`", {
    id,
  });
const onlyPeriods = phrase("a rollup has no cells of its own; go over `periods`");
const notRolledUp = phrase("it does not roll up when the score is `best`, `worst` or an expression; go over `periods`");

/** Names that have a value for each rating and none for the subject, with why; empty where one row is the official score. */
export function ratingNames({ rubric, columns }: Facts): ReadonlyMap<string, Bilingual> {
  if (!rubric.ratings) return new Map();
  const ofRating = [...columns].filter(([, { part }]) => isOfRating(part)).map(([id]) => id);
  return new Map([...ofRating, "raw"].map((name) => [name, ofEachRating]));
}

/** The same, and with `level: total` areas and items too: raters' totals are combined, nothing below them. */
function uncombinedNames(facts: Facts): ReadonlyMap<string, Bilingual> {
  if (!combinesTotals(facts)) return ratingNames(facts);
  const parts = [...nodesOf(facts).map(({ part }) => part.id), "full", itemsName].map(
    (id) => [id, onlyTotals] as const,
  );
  return new Map([...ratingNames(facts), ...parts]);
}

const ofEachRating = phrase(
  "each rating has its own; it may stand in the keys of items, `accept`, `by`, `role` and `mean_of`",
);
const onlyTotals = phrase("with `level: total` only the raters' totals are combined; use `total`, or `level: item`");

/** No rubric looks back further; it keeps a slip of the keyboard from costing hours. */
export const mostPeriods = 1000;

/** `recent(n)`: this subject's results of the last n periods of this kind, this one included. */
const lookingBack = (result: () => RecordType): ReadonlyMap<string, () => Signature> =>
  new Map([
    ["recent", () => ({ arguments: [number({ low: 1, high: mostPeriods })], result: { kind: "list", of: result() } })],
  ]);
