import type { Spec } from "vega";
import type { Matrix } from "../chart.ts";
import type { Marks } from "./figures.ts";
import { shade, width } from "./figures.ts";

const cellHeight = 20;

/** A square for each pair, the fuller the more of it there is; groups of pairs have shades of their own and their number. */
export function matrixSpec({ rows, columns, cells, groups }: Matrix): Spec {
  const values = cells.map((cell) => ({
    ...cell,
    fill: shade(cell.group, Math.max(2, groups + 1)),
    said: `${cell.row} – ${cell.column}: ${Math.round(100 * cell.share)} %`,
  }));
  return {
    width,
    height: rows.length * cellHeight,
    data: [{ name: "cells", values }],
    scales: [
      { name: "row", type: "band", domain: [...rows], range: "height", padding: 0.1 },
      { name: "column", type: "band", domain: [...columns], range: "width", padding: 0.1 },
    ],
    axes: [
      { orient: "left", scale: "row", ticks: false, domain: false, labelPadding: 6 },
      {
        orient: "top",
        scale: "column",
        ticks: false,
        domain: false,
        labelAngle: -60,
        labelAlign: "left",
        labelPadding: 6,
      },
    ],
    marks,
  };
}

const marks: Marks = [
  {
    type: "rect",
    from: { data: "cells" },
    encode: {
      enter: {
        x: { scale: "column", field: "column" },
        width: { scale: "column", band: 1 },
        y: { signal: "scale('row', datum.row) + bandwidth('row') * (1 - datum.share)" },
        y2: { signal: "scale('row', datum.row) + bandwidth('row')" },
        fill: { field: "fill" },
        description: { field: "said" },
      },
    },
  },
  {
    type: "rect",
    from: { data: "cells" },
    aria: false,
    encode: {
      enter: {
        x: { scale: "column", field: "column" },
        width: { scale: "column", band: 1 },
        y: { scale: "row", field: "row" },
        height: { scale: "row", band: 1 },
        stroke: { value: "currentColor" },
        strokeOpacity: { value: 0.5 },
      },
    },
  },
];
