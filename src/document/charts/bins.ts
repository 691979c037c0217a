import type { Histogram } from "../chart.ts";

/** Columns that a reader can tell apart. */
const mostBins = 25;
const steps = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

/** Bins of one round width over all values. */
export function binsOf(values: readonly number[]): Histogram["bins"] {
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const width = steps.find((step) => (most - least) / step < mostBins) ?? (most - least) / mostBins;
  const first = Math.floor(least / width);
  const counts = Array.from({ length: Math.floor(most / width) - first + 1 }, () => 0);
  for (const value of values) {
    const at = Math.min(counts.length - 1, Math.max(0, Math.floor(value / width) - first));
    counts[at] = (counts[at] as number) + 1;
  }
  const edge = (at: number): number => Math.round((first + at) * width * 1000) / 1000;
  return counts.map((count, at) => ({ from: edge(at), to: edge(at + 1), count }));
}
