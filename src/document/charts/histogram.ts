import type { Spec } from "vega";
import type { Language } from "../../text/bilingual.ts";
import { marked, markOf } from "../cell-text.ts";
import type { Histogram } from "../chart.ts";
import type { Marks } from "./figures.ts";
import { numberAxis, shade, width } from "./figures.ts";

/** Columns of counts, with a line at each bound. */
export function histogramSpec({ bins, bounds, axis }: Histogram, language: Language): Spec {
  const spoken = (value: number): string => marked(String(value), markOf(language));
  const ends = [...bins.flatMap(({ from, to }) => [from, to]), ...bounds.map(({ at }) => at)];
  return {
    width,
    height: 200,
    data: [
      {
        name: "bins",
        values: bins.map((bin) => ({ ...bin, said: `${spoken(bin.from)}–${spoken(bin.to)}: ${bin.count}` })),
      },
      // Labels of bounds that are near each other stand on several lines.
      { name: "bounds", values: bounds.map((bound, at) => ({ ...bound, row: at % 3 })) },
    ],
    scales: [
      { name: "value", type: "linear", domain: [Math.min(...ends), Math.max(...ends)], range: "width", zero: false },
      { name: "count", type: "linear", domain: { data: "bins", field: "count" }, range: "height", nice: true },
    ],
    axes: [
      numberAxis(language, { orient: "bottom", scale: "value", title: axis }),
      numberAxis(language, { orient: "left", scale: "count", grid: true, tickMinStep: 1, tickCount: 5 }),
    ],
    marks,
  };
}

const marks: Marks = [
  {
    type: "rect",
    from: { data: "bins" },
    encode: {
      enter: {
        x: { scale: "value", field: "from", offset: 1 },
        x2: { scale: "value", field: "to" },
        y: { scale: "count", field: "count" },
        y2: { scale: "count", value: 0 },
        fill: { value: shade(1, 4) },
        description: { field: "said" },
      },
    },
  },
  {
    type: "rule",
    from: { data: "bounds" },
    encode: {
      enter: {
        x: { scale: "value", field: "at" },
        y: { signal: "-8 - 14 * datum.row" },
        y2: { signal: "height" },
        strokeDash: { value: [4, 3] },
        description: { field: "label" },
      },
    },
  },
  {
    type: "text",
    from: { data: "bounds" },
    aria: false,
    encode: {
      enter: {
        x: { scale: "value", field: "at", offset: 3 },
        y: { signal: "-10 - 14 * datum.row" },
        text: { field: "label" },
      },
    },
  },
];
