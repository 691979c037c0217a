import type { Spec } from "vega";
import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import type { Language } from "../../text/bilingual.ts";
import { visible } from "../../text/visible.ts";
import type { Document } from "../block.ts";
import { chartsIn } from "../block.ts";
import type { Chart } from "../chart.ts";
import { barsSpec } from "./bars.ts";
import { histogramSpec } from "./histogram.ts";
import { intervalsSpec } from "./intervals.ts";
import { linesSpec } from "./lines.ts";
import { matrixSpec } from "./matrix.ts";

/** Each chart of a document as the text of an SVG image. */
export type Drawings = ReadonlyMap<Chart, string>;

/** Draws every chart of a document. Nothing is measured on a screen: the same figures give the same text on every machine. */
export async function draw({ blocks, language }: Document): Promise<Drawings> {
  const drawings = new Map<Chart, string>();
  for (const chart of chartsIn(blocks)) drawings.set(chart, await svgOf(chart, language));
  return drawings;
}

/** Expressions of a chart are interpreted: no code is made of texts, as the policy of a page forbids it. */
async function svgOf({ description, form }: Chart, language: Language): Promise<string> {
  const spec: Spec = { ...specOf(form, language), description, padding: 4, background: "transparent", config };
  const runtime = parse(spec, undefined, { ast: true });
  const view = new View(runtime, { renderer: "none", expr: expressionInterpreter });
  const svg = await view.toSVG();
  view.finalize();
  return visible(svg.replace(emptyMarks, "").replace(englishRoles, ""));
}

/** What kind of mark something is, which Vega says in English in every language. */
const englishRoles = / aria-roledescription="[^"]*"/g;

/** Marks that there is nothing to draw of would be pictures without words. */
const emptyMarks = /<g [^>]*role="graphics-[^>]*><\/g>/g;

function specOf(form: Chart["form"], language: Language): Spec {
  switch (form.kind) {
    case "bars":
      return barsSpec(form);
    case "histogram":
      return histogramSpec(form, language);
    case "lines":
      return linesSpec(form, language);
    case "intervals":
      return intervalsSpec(form, language);
    case "matrix":
      return matrixSpec(form);
  }
}

/**
 * Text and lines in the colour of the page, light or dark. Axes and legends are for eyes alone: Vega describes them in English, and
 * what they say stands in the words of each mark.
 */
const ink = "currentColor";
const config = {
  axis: {
    aria: false,
    labelColor: ink,
    titleColor: ink,
    domainColor: ink,
    tickColor: ink,
    gridColor: ink,
    gridOpacity: 0.15,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal" as const,
    labelLimit: 300,
  },
  legend: { aria: false, labelColor: ink, titleColor: ink, labelFontSize: 12, labelLimit: 0, symbolSize: 120 },
  style: { "guide-label": { font: "sans-serif" }, "guide-title": { font: "sans-serif" } },
  text: { font: "sans-serif", fontSize: 12, fill: ink },
  rule: { stroke: ink },
};
