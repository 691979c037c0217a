// Bands, ranks and the first n, for the checks of the examples.

import type { Num } from "./exact.ts";
import { atLeast, compare } from "./exact.ts";

/** The best first; the last one has no bound. */
export type Bands = readonly (readonly [id: string, from?: Num])[];

export function bandOf(total: Num, bands: Bands): string {
  const [id] = bands.find(([, from]) => from === undefined || atLeast(total, from)) ?? [];
  if (id === undefined) throw new Error("the last band has a bound");
  return id;
}

/** The place of a band, 0 for the best. */
export function placeOf(band: string, bands: Bands): number {
  const place = bands.findIndex(([id]) => id === band);
  if (place < 0) throw new Error(`no band "${band}"`);
  return place;
}

/** `band`, but nothing better than `limit`. */
export function atMost(band: string, limit: string, bands: Bands): string {
  return placeOf(band, bands) < placeOf(limit, bands) ? limit : band;
}

export function grouped<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** Compares lists of figures, each the better the larger it is: below 0 where `a` comes first. */
export function better(a: readonly Num[], b: readonly Num[]): number {
  return a.map((value, at) => -compare(value, b[at] ?? 0)).find((sign) => sign !== 0) ?? 0;
}

/** Standard ranks, 1-1-3, within each group. */
export function rankOf<T>(one: T, all: readonly T[], group: (one: T) => string, figures: (one: T) => readonly Num[]) {
  const peers = all.filter((other) => group(other) === group(one));
  return `${1 + peers.filter((other) => better(figures(other), figures(one)) < 0).length}`;
}

/** Whether somebody is among the first n; equals who do not all fit are left open. */
export function amongFirst<T>(
  one: T,
  candidates: readonly T[],
  top: number,
  figures: (one: T) => readonly Num[],
): "yes" | "open" | "no" {
  if (!candidates.includes(one)) return "no";
  const ahead = candidates.filter((other) => better(figures(other), figures(one)) < 0).length;
  const equal = candidates.filter((other) => better(figures(other), figures(one)) === 0).length;
  if (ahead >= top) return "no";
  return ahead + equal > top ? "open" : "yes";
}
