import { expect, test } from "vitest";
import type { Chart } from "../../../src/document/chart.ts";
import { draw } from "../../../src/document/charts/draw.ts";

async function svgOf(form: Chart["form"]): Promise<string> {
  const chart: Chart = { kind: "chart", title: "Tên", description: "Mô tả", form };
  const drawings = await draw({ language: "vi", blocks: [{ kind: "indented", by: 2, blocks: [chart] }] });
  return drawings.get(chart) as string;
}

/** What the marks say to those who hear them. */
const said = (svg: string): string[] => [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, label = ""]) => label);

test("bars say every part, and show the numbers that have room", async () => {
  const groups = [
    { label: "Chi bộ 1", counts: [1, 60] },
    { label: "Chi bộ 2", counts: [0, 0] },
  ];
  const svg = await svgOf({ kind: "bars", series: ["Tốt", "Khá"], groups });
  expect(said(svg)).toEqual(
    expect.arrayContaining(["Chi bộ 1, Tốt: 1", "Chi bộ 1, Khá: 60", "Chi bộ 2, Tốt: 0", "Chi bộ 2, Khá: 0"]),
  );
  expect(svg).toContain(">60<");
  expect(svg).not.toContain(">1<");
});

test("nothing is said but the words of the page: no English of the library", async () => {
  const groups = [{ label: "Chi bộ 1", counts: [1, 2] }];
  const bars = await svgOf({ kind: "bars", series: ["Tốt", "Khá"], groups });
  const lines = await svgOf({
    kind: "lines",
    times: ["Quý I", "Quý II"],
    series: [{ label: "Toàn bộ", values: [1, 2] }],
    axis: "Điểm",
  });
  for (const svg of [bars, lines]) expect(svg).not.toMatch(/aria-roledescription|axis for|legend for/i);
});

test("a histogram draws its bounds, with the decimal mark of the reader", async () => {
  const bins = [
    { from: 89, to: 89.5, count: 3 },
    { from: 89.5, to: 90, count: 1 },
  ];
  const svg = await svgOf({ kind: "histogram", bins, bounds: [{ at: 89.7, label: "Xuất sắc" }], axis: "Tổng" });
  expect(said(svg)).toEqual(expect.arrayContaining(["89–89,5: 3", "Xuất sắc"]));
  expect(svg).toMatch(/>89,\d</);
});

test("what nothing is drawn of is no picture for those who hear it, and no text turns the line around", async () => {
  const bins = [{ from: 89, to: 90, count: 3 }];
  const svg = await svgOf({ kind: "histogram", bins, bounds: [], axis: "Tổng\u202E" });
  expect(svg).not.toMatch(/<g [^>]*role="graphics-[^>]*><\/g>|\u202E/);
});

test("lines have a gap where there is no value, and names", async () => {
  const series = [{ label: "Chi bộ 1", values: [80, undefined, 90] }];
  const svg = await svgOf({ kind: "lines", times: ["Quý I", "Quý II", "Quý III"], series, axis: "Điểm" });
  expect(said(svg)).toEqual(expect.arrayContaining(["Chi bộ 1, Quý I", "Chi bộ 1, Quý III"]));
  expect(said(svg)).not.toContain("Chi bộ 1, Quý II");
});

test("names of many periods slant, so that none runs into another", async () => {
  const year = (months: number) => {
    const times = Array.from({ length: months }, (_, at) => `Tháng ${at + 1}/2026`);
    return svgOf({ kind: "lines", times, series: [{ label: "Toàn bộ", values: times.map(() => 80) }], axis: "Điểm" });
  };
  expect(await year(4)).not.toContain("rotate(-35)");
  expect((await year(12)).match(/rotate\(-35\)/g)).toHaveLength(12);
});

test("intervals stand around 0", async () => {
  const svg = await svgOf({ kind: "intervals", points: [{ label: "U1", value: -2, low: -3, high: -1 }], axis: "Điểm" });
  expect(said(svg)).toContain("U1: -2");
});

test("hostile names stay text, and the same figures give the same bytes", async () => {
  const form = { kind: "bars", series: ["<script>"], groups: [{ label: '"><img src=x>', counts: [1] }] } as const;
  const svg = await svgOf(form);
  expect(svg).not.toMatch(/<script|<img/);
  expect(await svgOf(form)).toBe(svg);
  expect(svg).not.toMatch(/https?:(?!\/\/www\.w3\.org)/);
});
