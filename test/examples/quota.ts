// Who of the first band stays in it, for the checks of the examples: taken best first while every group has room.

import type { Num } from "./exact.ts";
import { atLeast, times } from "./exact.ts";
import { better, grouped } from "./standing.ts";

/** Groups that have places of their own: one for each scope that a quota names. */
export interface Scope<T> {
  readonly group: (one: T) => string;
  /** How many may stay, of those rated in one group. */
  readonly room: (members: readonly T[]) => number;
}

/** The most of `candidates` who may stay, where a share of those in the band below counts once the others have moved there. */
export function roomAfter(candidates: number, below: number, share: Num): number {
  let room = 0;
  while (room < candidates && atLeast(times(share, below + candidates - room - 1), room + 1)) room += 1;
  return room;
}

/** `out` move to the band below; `open` are equals who do not all fit, and stay for the authority to decide, where `ties` does not have them go. */
export function settle<T>(
  rated: readonly T[],
  candidates: readonly T[],
  scopes: readonly Scope<T>[],
  figures: (one: T) => readonly Num[],
  ties: "open" | "out" = "open",
): { readonly out: ReadonlySet<T>; readonly open: ReadonlySet<T> } {
  const left = scopes.map(
    ({ group, room }) => new Map([...grouped(rated, group)].map(([id, members]) => [id, room(members)])),
  );
  const closed = new Set<string>();
  const [out, open] = [new Set<T>(), new Set<T>()];
  const groupsOf = (one: T) => scopes.map(({ group }, at) => ({ at, id: group(one), key: `${at} ${group(one)}` }));
  const has = ({ at, id }: { at: number; id: string }) => left[at]?.get(id) ?? 0;

  let waiting = [...candidates].sort((a, b) => better(figures(a), figures(b)));
  while (waiting[0] !== undefined) {
    const best = figures(waiting[0]);
    const equal = waiting.filter((one) => better(figures(one), best) === 0);
    waiting = waiting.filter((one) => !equal.includes(one));
    const fits = equal.filter((one) => groupsOf(one).every((group) => !closed.has(group.key) && has(group) > 0));
    for (const one of equal.filter((each) => !fits.includes(each))) {
      out.add(one);
      for (const group of groupsOf(one)) if (has(group) <= 0) closed.add(group.key);
    }
    const counts = grouped(fits.flatMap(groupsOf), ({ key }) => key);
    const crowded = new Set([...counts].filter(([, all]) => all[0] && all.length > has(all[0])).map(([key]) => key));
    for (const one of fits) {
      const isCrowded = groupsOf(one).some(({ key }) => crowded.has(key));
      if (isCrowded) (ties === "out" ? out : open).add(one);
      if (out.has(one)) continue;
      for (const { at, id } of groupsOf(one)) left[at]?.set(id, has({ at, id }) - 1);
    }
    for (const key of crowded) closed.add(key);
  }
  return { out, open };
}
