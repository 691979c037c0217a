import type { Bilingual } from "../../text/bilingual.ts";
import type { Place } from "../../text/source.ts";
import { periodColumn } from "../3-facts/outline.ts";
import type { Check, Context } from "./context.ts";

type Enter = (id: string, place: Place) => void;

/** Columns, areas, items and tables are the variables of expressions: one namespace. `period` is the sheet's own. */
export const checkNames: Check = (context) => {
  const { rubric, places, diagnostics, columns, nodes } = context;
  const enter = unique(context);
  for (const { id, declared } of columns.values()) {
    enter(id, declared && rubric.columns ? places.key(rubric.columns, id) : places.value(rubric.subject, "key"));
  }
  for (const { part } of nodes) {
    const place = places.value(part, "id");
    if (part.id === periodColumn) diagnostics.report("R102", { id: part.id, meaning: thePeriod }, place);
    enter(part.id, place);
  }
  for (const id of Object.keys(rubric.tables ?? {})) enter(id, places.key(rubric.tables as object, id));
};

const thePeriod = { en: "the sheet column with the period", vi: "cột kỳ của bảng điểm" };
const bandWords = new Map<string, Bilingual>([
  ["next", { en: "the next band, in `otherwise`", vi: "mức kế tiếp, trong `otherwise`" }],
  ["incomplete", { en: "a state without a band", vi: "trạng thái chưa có mức" }],
  ["not_rated", { en: "a state without a band", vi: "trạng thái không có mức" }],
  ["rated", { en: "everybody who is rated, in `of`", vi: "mọi người được xếp loại, trong `of`" }],
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
  for (const part of list ?? []) enter(part.id, context.places.value(part, "id"));
}

/** Reports an id that was entered before, with the place of the first. */
function unique({ diagnostics }: Context): Enter {
  const seen = new Map<string, Place>();
  return (id, place) => {
    const first = seen.get(id);
    if (!first) seen.set(id, place);
    else diagnostics.report("R101", { id }, place, [{ place: first, message: firstOne(id) }]);
  };
}

const firstOne = (id: string): Bilingual => ({ en: `\`${id}\` stands here first`, vi: `\`${id}\` có ở đây trước` });
