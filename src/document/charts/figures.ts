import type { Axis, Spec } from "vega";
import type { Language } from "../../text/bilingual.ts";
import { markOf } from "../cell-text.ts";

/** Width of the drawing in pixels; a page makes it as wide as there is room. */
export const width = 640;

/** The colour of one of several series, from dark to light so that it is told on paper without colours; a page may say another. */
export function shade(index: number, count: number): string {
  const light = count < 2 ? 0 : index / (count - 1);
  const lightness = Math.round(32 + 52 * light);
  return `hsl(${200 - Math.round(20 * light)}, ${Math.round(60 - 20 * light)}%, ${lightness}%)`;
}

/** Of a label on a shade: the one that is read better. */
export const inkOn = (index: number, count: number): string => (index / Math.max(1, count - 1) < 0.5 ? "#fff" : "#000");

/** Numbers of an axis with the decimal mark of the reader. */
export const numberAxis = (language: Language, axis: Omit<Axis, "encode">): Axis => ({
  ...axis,
  encode: {
    labels: { update: { text: { signal: `replace(format(datum.value, '~g'), '.', '${markOf(language)}')` } } },
  },
});

export type Marks = NonNullable<Spec["marks"]>;
