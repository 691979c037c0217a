import type { Spec } from "vega";
import type { Language } from "../../text/bilingual.ts";
import { marked, markOf } from "../cell-text.ts";
import type { Intervals } from "../chart.ts";
import type { Marks } from "./figures.ts";
import { numberAxis, shade, width } from "./figures.ts";

const rowHeight = 22;

/** A dot with its range for each thing, around a line at 0. */
export function intervalsSpec({ points, axis }: Intervals, language: Language): Spec {
  const ends = [0, ...points.flatMap(({ low, high }) => [low, high])];
  return {
    width,
    height: Math.max(1, points.length) * rowHeight,
    data: [
      {
        name: "points",
        values: points.map((point) => ({
          ...point,
          said: `${point.label}: ${marked(String(point.value), markOf(language))}`,
        })),
      },
    ],
    scales: [
      { name: "value", type: "linear", domain: [Math.min(...ends), Math.max(...ends)], range: "width", nice: true },
      { name: "label", type: "point", domain: points.map(({ label }) => label), range: "height", padding: 0.5 },
    ],
    axes: [
      { orient: "left", scale: "label", ticks: false, domain: false, labelPadding: 8 },
      numberAxis(language, { orient: "bottom", scale: "value", title: axis, grid: true }),
    ],
    marks,
  };
}

const marks: Marks = [
  {
    type: "rule",
    aria: false,
    encode: { enter: { x: { scale: "value", value: 0 }, y: { value: 0 }, y2: { signal: "height" } } },
  },
  {
    type: "rule",
    from: { data: "points" },
    aria: false,
    encode: {
      enter: {
        x: { scale: "value", field: "low" },
        x2: { scale: "value", field: "high" },
        y: { scale: "label", field: "label" },
        strokeWidth: { value: 2 },
        stroke: { value: shade(1, 3) },
      },
    },
  },
  {
    type: "symbol",
    from: { data: "points" },
    encode: {
      enter: {
        x: { scale: "value", field: "value" },
        y: { scale: "label", field: "label" },
        size: { value: 60 },
        fill: { value: shade(0, 3) },
        description: { field: "said" },
      },
    },
  },
];
