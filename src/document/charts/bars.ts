import type { Spec } from "vega";
import type { Bars } from "../chart.ts";
import type { Marks } from "./figures.ts";
import { inkOn, shade, width } from "./figures.ts";

const barHeight = 26;
/** A part narrower than this has no room for its number. */
const leastForText = 0.035;

/** Stacked bars of shares, with the counts in them. */
export function barsSpec({ series, groups }: Bars): Spec {
  const parts = groups.flatMap(({ label, counts }) => {
    const sum = counts.reduce((all, count) => all + count, 0);
    let start = 0;
    return counts.map((count, at) => {
      const share = sum === 0 ? 0 : count / sum;
      const part = { group: label, part: series[at], count, start, end: start + share, ink: inkOn(at, series.length) };
      start += share;
      return { ...part, text: share < leastForText ? "" : String(count), said: `${label}, ${series[at]}: ${count}` };
    });
  });
  return {
    width,
    height: Math.max(1, groups.length) * barHeight,
    data: [{ name: "parts", values: parts }],
    scales: [
      { name: "share", type: "linear", domain: [0, 1], range: "width" },
      { name: "group", type: "band", domain: groups.map(({ label }) => label), range: "height", padding: 0.2 },
      { name: "part", type: "ordinal", domain: [...series], range: series.map((_, at) => shade(at, series.length)) },
    ],
    axes: [
      { orient: "left", scale: "group", ticks: false, domain: false, labelPadding: 8 },
      { orient: "bottom", scale: "share", format: ".0%", tickCount: 5, grid: true },
    ],
    legends: [{ fill: "part", orient: "top", direction: "horizontal", columns: 2, symbolType: "square" }],
    marks,
  };
}

const marks: Marks = [
  {
    type: "rect",
    from: { data: "parts" },
    encode: {
      enter: {
        x: { scale: "share", field: "start" },
        x2: { scale: "share", field: "end" },
        y: { scale: "group", field: "group" },
        height: { scale: "group", band: 1 },
        fill: { scale: "part", field: "part" },
        stroke: { value: "#fff" },
        strokeWidth: { value: 1 },
        description: { field: "said" },
      },
    },
  },
  {
    type: "text",
    from: { data: "parts" },
    aria: false,
    encode: {
      enter: {
        x: { signal: "scale('share', (datum.start + datum.end) / 2)" },
        y: { scale: "group", field: "group", band: 0.5 },
        align: { value: "center" },
        baseline: { value: "middle" },
        fill: { field: "ink" },
        text: { field: "text" },
      },
    },
  },
];
