import { parseDate } from "../../period/date.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Place } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import { isOfRating, keyColumns, listOf, periodColumn } from "../3-facts/outline.ts";
import type { Check, Context } from "./context.ts";
import { columnAt, declaration } from "./references.ts";

/** The place is found out only for what is reported: most rubrics have nothing wrong. */
type Enter = (id: string, place: () => Place) => void;

/** Columns, areas, items, tables and parameters are the variables of expressions, formulas their functions: one namespace. `period` is the sheet's own. */
export const checkNames: Check = (context) => {
  const { rubric, places, diagnostics, columns, nodes } = context;
  const seen = new Map<string, () => Place>();
  const enter = unique(context, seen);
  for (const { id, declared } of columns.values()) {
    enter(id, () =>
      declared && rubric.columns ? places.key(rubric.columns, id) : places.value(rubric.subject, "key"),
    );
  }
  for (const { part } of nodes) {
    const place = () => places.value(part, "id");
    if (part.id === periodColumn) diagnostics.report("R102", { id: part.id, meaning: thePeriod }, place());
    enter(part.id, place);
  }
  for (const named of [rubric.tables, rubric.parameters, rubric.formulas]) {
    for (const id of Object.keys(named ?? {})) enter(id, () => places.key(named as object, id));
  }
  // Each formula has arguments of its own.
  for (const { arguments: given = [] } of Object.values(rubric.formulas ?? {})) {
    const enterArgument = unique(context, new Map(seen));
    for (const [at, id] of given.entries()) enterArgument(id, () => places.value(given, at));
  }
};

const thePeriod = phrase("the sheet column with the period");
const bandWords = new Map<string, Bilingual>([
  ["next", phrase("the next band, in `otherwise`")],
  ["incomplete", phrase("a state without a band")],
  ["not_rated", phrase("a state without a band")],
  ["rated", phrase("everybody who is rated, in `of`")],
]);

/** Within each list of bands, rules, quotas, awards, alerts and bases an id stands once. */
export const checkListIds: Check = (context) => {
  const { rubric } = context;
  oneOfEach(context, rubric.basis);
  for (const stage of [rubric, ...(rubric.rollups ?? [])]) {
    for (const band of stage.bands ?? []) {
      const meaning = bandWords.get(band.id);
      if (meaning) context.diagnostics.report("R102", { id: band.id, meaning }, context.places.value(band, "id"));
    }
    for (const list of [stage.bands, stage.rules, stage.quotas, stage.awards, stage.alerts]) oneOfEach(context, list);
  }
};

function oneOfEach(context: Context, list: readonly { readonly id: string }[] | undefined): void {
  const enter = unique(context);
  for (const part of list ?? []) enter(part.id, () => context.places.value(part, "id"));
}

/** Reports an id that was entered before, with the place of the first. */
function unique({ diagnostics }: Context, seen = new Map<string, () => Place>()): Enter {
  return (id, place) => {
    const first = seen.get(id);
    if (!first) seen.set(id, place);
    else diagnostics.report("R101", { id }, place(), [{ place: first(), message: firstOne(id) }]);
  };
}

const firstOne = (id: string): Bilingual => phrase("`{id}` stands here first", { id });

/** `cite` and `because` name one of the rubric's `basis`. */
export const checkCites: Check = ({ rubric, places, diagnostics, nodes }) => {
  const bases = new Set((rubric.basis ?? []).map(({ id }) => id));
  const parts = [rubric, ...(rubric.rollups ?? [])].flatMap(({ bands, rules, quotas, awards, alerts }) => [
    ...(bands ?? []),
    ...(rules ?? []),
    ...(quotas ?? []),
    ...(awards ?? []),
    ...(alerts ?? []),
  ]);
  const named = [rubric.parameters, rubric.formulas].flatMap((each) => Object.values(each ?? {}));
  for (const part of [...nodes.map((node) => node.part), ...parts, ...named]) check(part.cite, part, "cite");
  for (const part of [rubric, ...(rubric.departures ?? [])]) check(part.because, part, "because");

  function check(name: string | undefined, holder: object, key: string): void {
    if (name === undefined || bases.has(name)) return;
    diagnostics.report("R110", { name, suggestion: suggest(name, bases) }, places.value(holder, key));
  }
};

/** The days between which a rubric is valid exist and are in order. */
export const checkValid: Check = ({ rubric, places, diagnostics }) => {
  const { valid } = rubric;
  if (!valid) return;
  const [from, to] = (["from", "to"] as const).map((key) => {
    const found = valid[key];
    const day = found === undefined ? undefined : parseDate(found);
    if (found !== undefined && day === undefined) diagnostics.report("R145", { found }, places.value(valid, key));
    return day;
  });
  if (from !== undefined && to !== undefined && from > to) {
    diagnostics.report("R146", {}, places.value(valid, "to"));
  }
};

/** The key identifies a person: text that every row has. The name is only shown. */
export const checkSubject: Check = (context) => {
  const { subject } = context.rubric;
  const { key } = subject;
  if (typeof key === "string") checkKey(context, subject, "key");
  else for (const index of key.keys()) checkKey(context, key, index);
  if (subject.name !== undefined) columnAt(context, subject, "name", ["text"]);
};

function checkKey(context: Context, holder: object, key: string | number): void {
  const { places, diagnostics } = context;
  const column = columnAt(context, holder, key, ["text", "choice"]);
  if (!column || (column.part.required && column.part.when === undefined && !isOfRating(column.part))) return;
  diagnostics.report("R105", { name: column.id }, places.value(holder, key), declaration(context, column));
}

/** Somebody who moves to another unit becomes a second person when the unit is part of the key. */
export const checkKeyWithin: Check = ({ rubric, places, diagnostics }) => {
  const keys = keyColumns(rubric);
  for (const stage of [rubric, ...(rubric.rollups ?? [])]) {
    for (const part of [...listOf(stage.ranking), ...(stage.quotas ?? []), ...(stage.awards ?? [])]) {
      for (const [index, name] of (part.within ?? []).entries()) {
        if (part.within && keys.includes(name)) {
          const key = { place: places.value(rubric.subject, "key"), message: phrase("the key") };
          diagnostics.report("R106", { name }, places.value(part.within, index), [key]);
        }
      }
    }
  }
};

/** `within`, `evidence`, `done` and `target` name columns that can serve. */
export const checkColumnNames: Check = (context) => {
  const { rubric, nodes } = context;
  for (const stage of [rubric, ...(rubric.rollups ?? [])]) {
    for (const part of [...listOf(stage.ranking), ...(stage.quotas ?? []), ...(stage.awards ?? [])]) {
      for (const index of (part.within ?? []).keys()) columnAt(context, part.within as readonly string[], index);
    }
  }
  for (const { part } of nodes) {
    if (part.evidence !== undefined) columnAt(context, part, "evidence");
    for (const key of ["done", "target"] as const) {
      if (part.ratio?.[key] !== undefined) columnAt(context, part.ratio, key, ["number"]);
    }
  }
};
