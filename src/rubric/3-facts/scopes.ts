import type { Scope } from "../../expression/context.ts";
import type { Type } from "../../expression/tree.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import type { Context } from "../4-check/context.ts";
import { lookingBack } from "../4-check/looking-back.ts";
import { tableTypes } from "../4-check/tables.ts";
import { times } from "./ranges.ts";
import { ratingNames, uncombinedNames } from "./rating-names.ts";
import type { StageView } from "./stages.ts";
import type { RecordType } from "./types.ts";
import { cellTypes, number, record, scoreTypes, subjectTypes } from "./types.ts";

const states: Type = { kind: "choice", name: "state", values: ["rated", "not_rated", "incomplete"] };
export const bandType = ({ bands }: StageView): Type => ({ kind: "band", bands: bands.map(({ id }) => id) });

/** What `rules` and `require` may speak of: all that is known before the band. */
export function ruleScope(context: Context, stage: StageView): Scope {
  const base = stage.rollup ? rollupScope(context, stage) : rowScope(context, stage);
  return {
    names: new Map([...base.names, ["total", number(stage.after)]]),
    functions: lookingBack(record(earlierFields(context, stage))),
    unavailable: new Map([...(base.unavailable ?? []), ["band", noBandYet]]),
  };
}

/** What awards and alerts may speak of: the final band too. */
export function awardScope(context: Context, stage: StageView): Scope {
  const { names, unavailable } = ruleScope(context, stage);
  return {
    names: new Map([...names, ["band", bandType(stage)], ["state", states]]),
    functions: lookingBack(periodType(context, stage)),
    ...(unavailable && { unavailable }),
  };
}

/** What the `score` of a rollup may be computed from. */
export const scoreScope = (context: Context, stage: StageView): Scope => rollupScope(context, stage);

function rowScope(context: Context, stage: StageView): Scope {
  const unavailable = uncombinedNames(context);
  const names = new Map<string, Type>([
    ...subjectTypes(context),
    ...cellTypes(context),
    ...scoreTypes(context),
    ...stageTables(context, stage),
    ["unclamped", number(stage.before)],
  ]);
  for (const name of unavailable.keys()) names.delete(name);
  return { names, unavailable };
}

/** What decides about a whole scope of the rows' own period: the columns of its people. */
export const columnScope = (context: Context): Scope => ({
  names: new Map([...subjectTypes(context), ...tableTypes(context, bandIds(context.rubric.bands))]),
  unavailable: ratingNames(context),
});

/** What is known of the sub-periods of a rollup. */
export function periodNames(context: Context, stage: StageView): Map<string, Type> {
  const source = stage.source as StageView;
  return new Map<string, Type>([
    ...stageTables(context, stage),
    ["average", number(source.after)],
    ["periods", { kind: "list", of: periodType(context, source) }],
    ["unrated", { kind: "list", of: unratedType(context) }],
    ["latest", record(subjectTypes(context))],
  ]);
}

function rollupScope(context: Context, stage: StageView): Scope {
  const names = periodNames(context, stage);
  const unavailable = new Map<string, Bilingual>();
  for (const id of subjectTypes(context).keys()) unavailable.set(id, severalValues(id));
  for (const name of ["raw", "full"]) unavailable.set(name, onlyPeriods);
  for (const [name, reason] of ratingNames(context)) if (name !== "raw") unavailable.set(name, reason);
  const scores = new Map<string, Type>([...scoresOf(context, stage), ["unclamped", number(stage.before)]]);
  const uncombined = uncombinedNames(context);
  for (const [id, type] of scores) {
    const reason = stage.adds ? uncombined.get(id) : notRolledUp;
    if (reason) unavailable.set(id, reason);
    else names.set(id, type);
  }
  const own = stage.rollup ? scoreTypes(context, stage.rollup) : new Map<string, Type>();
  if (own.size > 0) for (const [id, type] of [...own, ...cellTypes(context, stage.rollup)]) names.set(id, type);
  for (const id of names.keys()) unavailable.delete(id);
  return { names, unavailable };
}

/** Scores of areas and items as they are in a stage: as often added as its total. */
const scoresOf = (context: Context, { factor }: StageView): ReadonlyMap<string, Type> =>
  new Map(
    [...scoreTypes(context)].map(([id, type]) =>
      type.kind === "number" ? [id, number(times({ low: type.min, high: type.max }, factor))] : [id, type],
    ),
  );

const bandIds = (bands: StageView["bands"]): readonly string[] => bands.map(({ id }) => id);
const stageTables = (context: Context, { bands }: StageView): ReadonlyMap<string, Type> =>
  tableTypes(context, bandIds(bands));

/** A rated period, as `periods` holds it. */
const periodType = (context: Context, source: StageView): RecordType =>
  record([...earlierFields(context, source), ["band", bandType(source)]]);

/** Of a result all but its band, which is not known everywhere. */
const earlierFields = (context: Context, source: StageView): (readonly [string, Type])[] => [
  ...subjectTypes(context),
  ...(source.scores ? scoresOf(context, source) : []),
  ...(source.rollup ? scoreTypes(context, source.rollup) : []),
  ["period", { kind: "text" }],
  ["total", number(source.after)],
  ["state", states],
];

const unratedType = (context: Context): RecordType =>
  record([...subjectTypes(context), ["period", { kind: "text" }], ["state", states], ["reason", { kind: "text" }]]);

const noBandYet = {
  en: "rules and `require` decide the band, so they cannot ask for it; awards and alerts can",
  vi: "quy tắc và `require` quyết định mức xếp loại nên không hỏi được mức; khen thưởng và cảnh báo thì được",
};
const severalValues = (id: string): Bilingual => ({
  en: `each period has its own value: write \`latest.${id}\` for that of the grouping period, or go over \`periods\``,
  vi: `mỗi kỳ có một giá trị riêng: viết \`latest.${id}\` cho giá trị của kỳ dùng để nhóm, hoặc duyệt \`periods\``,
});
const onlyPeriods = {
  en: "a rollup has no cells of its own; go over `periods`",
  vi: "kỳ tổng hợp không có ô điểm riêng; hãy duyệt `periods`",
};
const notRolledUp = {
  en: "it does not roll up when the score is `best`, `worst` or an expression; go over `periods`",
  vi: "không tổng hợp được khi `score` là `best`, `worst` hoặc biểu thức; hãy duyệt `periods`",
};
