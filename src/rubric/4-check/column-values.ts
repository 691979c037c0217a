import type { Exact } from "../../number/exact.ts";
import { compare } from "../../number/exact.ts";
import { parseDate } from "../../period/date.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { fold } from "../../text/fold.ts";
import type { Place } from "../../text/source.ts";
import type { ColumnPart, Dictionary } from "../2-shape/rubric.ts";
import type { Check, Context } from "./context.ts";
import { didYouMean, quoted } from "./words.ts";

/** Defaults that fit their column, labels of values that exist, and no two words that a reader could confuse. */
export const checkColumnValues: Check = (context) => {
  const { rubric, places, diagnostics } = context;
  for (const [id, part] of Object.entries(rubric.columns ?? {})) {
    const expected = part.default === undefined ? undefined : misfit(part, part.default);
    if (expected) diagnostics.report("R113", { id, expected }, places.value(part, "default"));
    if (part.type === "choice" && part.values) checkChoice(context, part, part.values);
  }
};

function checkChoice(context: Context, part: ColumnPart, values: readonly string[]): void {
  const places = values.map((_, index) => context.places.value(values, index));
  checkWords(
    context,
    values.map((id, index) => ({ id, place: places[index] as Place })),
    part.labels,
  );
}

/**
 * Two ids or labels that are the same without case, accents and spaces would make a cell ambiguous, unless they are words
 * for one id. `known` are the ids with their places.
 */
export function checkWords(
  { places, diagnostics }: Context,
  known: readonly { readonly id: string; readonly place: Place }[],
  labels: Dictionary<string> | undefined,
): void {
  const ids = known.map(({ id }) => id);
  const seen = new Map<string, Word>();
  const enter = (entry: Word): void => {
    const first = seen.get(fold(entry.word));
    if (!first) seen.set(fold(entry.word), entry);
    else if (first.id !== entry.id || !entry.label) {
      const message = { en: `\`${first.word}\` stands here`, vi: `\`${first.word}\` ở đây` };
      diagnostics.report("R116", { word: entry.word, other: first.word }, entry.place, [
        { place: first.place, message },
      ]);
    }
  };
  for (const { id, place } of known) enter({ word: id, id, place, label: false });
  for (const [id, word] of Object.entries(labels ?? {})) {
    const holder = labels as Dictionary<string>;
    if (ids.includes(id)) enter({ word, id, place: places.value(holder, id), label: true });
    else
      diagnostics.report("R115", { id, suggestion: didYouMean(id, ids), known: quoted(ids) }, places.key(holder, id));
  }
}

interface Word {
  readonly word: string;
  /** What the word stands for. */
  readonly id: string;
  readonly place: Place;
  readonly label: boolean;
}

/** What a default should have been, when it does not fit the column. */
export function misfit(part: ColumnPart, value: Exact | string | boolean): Bilingual | undefined {
  const same = (text: string): Bilingual => ({ en: text, vi: text });
  switch (part.type) {
    case "text":
      return typeof value === "string" ? undefined : { en: "a text in quotes", vi: "một chuỗi trong dấu nháy" };
    case "flag":
      return typeof value === "boolean" ? undefined : same("`true`, `false`");
    case "choice":
      return !part.values || part.values.includes(value as string) ? undefined : same(quoted(part.values));
    case "date":
      return typeof value === "string" && /^\d{4}-/.test(value) && parseDate(value) !== undefined
        ? undefined
        : { en: "a date such as 2026-03-31", vi: "một ngày như 2026-03-31" };
    case "number":
      return isNumber(value) && within(value, part)
        ? undefined
        : { en: "a number within `min` and `max`", vi: "một số trong khoảng `min`–`max`" };
  }
}

const isNumber = (value: Exact | string | boolean): value is Exact =>
  typeof value === "number" || typeof value === "object";
const within = (value: Exact, { min, max }: ColumnPart): boolean =>
  (min === undefined || compare(value, min) >= 0) && (max === undefined || compare(value, max) <= 0);
