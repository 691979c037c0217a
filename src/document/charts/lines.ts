import type { Spec } from "vega";
import type { Language } from "../../text/bilingual.ts";
import type { Lines } from "../chart.ts";
import type { Marks } from "./figures.ts";
import { numberAxis, width } from "./figures.ts";

/** Told apart without colours. */
const dashes = [[], [8, 3], [2, 2], [8, 3, 2, 3], [12, 4], [4, 4]];
/** Each is told from white paper and from a dark screen. */
const colours = ["#2a7fb8", "#c8641a", "#4c8f35", "#b04a90", "#85852a", "#7a7aa0"];

/** Whether names side by side would run into each other: nothing is measured on a screen. */
const isCrowded = (times: readonly string[]): boolean =>
  times.length * (Math.max(...times.map(({ length }) => length)) + 2) * widthOfCharacter > width;

const widthOfCharacter = 7;
const slanting = { labelAngle: -35, labelAlign: "right", labelBaseline: "middle" } as const;

/** A line for each series, told apart by colour and by dashes. */
export function linesSpec({ times, series, axis }: Lines, language: Language): Spec {
  const values = series.flatMap(({ label, values: each }) =>
    each.flatMap((value, at) =>
      value === undefined ? [] : [{ label, time: times[at], value, said: `${label}, ${times[at]}` }],
    ),
  );
  const labels = series.map(({ label }) => label);
  return {
    width,
    height: 240,
    data: [{ name: "values", values }],
    scales: [
      { name: "time", type: "point", domain: [...times], range: "width", padding: 0.2 },
      {
        name: "value",
        type: "linear",
        domain: { data: "values", field: "value" },
        range: "height",
        nice: true,
        zero: false,
      },
      { name: "colour", type: "ordinal", domain: labels, range: colours },
      { name: "dash", type: "ordinal", domain: labels, range: dashes },
    ],
    legends: [
      { stroke: "colour", strokeDash: "dash", orient: "top", columns: 2, symbolType: "stroke", symbolSize: 600 },
    ],
    axes: [
      { orient: "bottom", scale: "time", ...(isCrowded(times) && slanting) },
      numberAxis(language, { orient: "left", scale: "value", title: axis, grid: true, tickCount: 6 }),
    ],
    marks,
  };
}

const marks: Marks = [
  {
    type: "group",
    from: { facet: { name: "line", data: "values", groupby: "label" } },
    marks: [
      {
        type: "line",
        from: { data: "line" },
        encode: {
          enter: {
            x: { scale: "time", field: "time" },
            y: { scale: "value", field: "value" },
            stroke: { scale: "colour", field: "label" },
            strokeDash: { scale: "dash", field: "label" },
            strokeWidth: { value: 2 },
            description: { field: "label" },
          },
        },
      },
      {
        type: "symbol",
        from: { data: "line" },
        encode: {
          enter: {
            x: { scale: "time", field: "time" },
            y: { scale: "value", field: "value" },
            fill: { scale: "colour", field: "label" },
            size: { value: 36 },
            description: { field: "said" },
          },
        },
      },
    ],
  },
];
