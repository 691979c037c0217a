import type { Bilingual } from "../../text/bilingual.ts";
import type { Context } from "../4-check/context.ts";
import { nodesOf } from "./outline.ts";

/** Names that have a value for each rating and none for the subject, with why; empty where one row is the official score. */
export function ratingNames({ rubric, columns }: Context): ReadonlyMap<string, Bilingual> {
  if (!rubric.ratings) return new Map();
  const ofRating = [...columns].filter(([, { part }]) => part.of === "rating").map(([id]) => id);
  return new Map([...ofRating, "raw"].map((name) => [name, ofEachRating]));
}

/** The same, and with `level: total` areas and items too: raters' totals are combined, nothing below them. */
export function uncombinedNames(context: Context): ReadonlyMap<string, Bilingual> {
  if (!combinesTotals(context)) return ratingNames(context);
  const parts = [...nodesOf(context).map(({ part }) => part.id), "full"].map((id) => [id, onlyTotals] as const);
  return new Map([...ratingNames(context), ...parts]);
}

export const combinesTotals = ({ rubric }: Pick<Context, "rubric">): boolean => rubric.ratings?.level === "total";

const ofEachRating = {
  en: "each rating has its own; it may stand in the keys of items, `accept`, `by`, `role` and `mean_of`",
  vi: "mỗi lượt chấm có giá trị riêng; chỉ dùng được trong khóa của tiêu chí, `accept`, `by`, `role` và `mean_of`",
};
const onlyTotals = {
  en: "with `level: total` only the raters' totals are combined; use `total`, or `level: item`",
  vi: "với `level: total` chỉ tổng điểm của người chấm được tổng hợp; hãy dùng `total`, hoặc `level: item`",
};
