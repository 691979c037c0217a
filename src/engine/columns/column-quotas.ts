import type { QuotaOutcome } from "../../model/report.ts";
import type { Quota, SortKey, Stage } from "../../model/stage.ts";
import type { Texts } from "../../text/texts.ts";
import { compareTexts, textAt } from "../../text/texts.ts";
import type { Capacity } from "../law/capacity.ts";
import { capacity } from "../law/capacity.ts";
import type { Grouped } from "./column-groups.ts";
import { endOf, sortedBy, startsOf } from "./counting-sort.ts";
import { gather } from "./gather.ts";
import { noBand } from "./ledger.ts";

/** What the quotas did. */
interface SettledColumns {
  /** By position: a bit for each quota that moved somebody, by its place in the rubric, and {@link leftOpen}. */
  readonly moves: Uint8Array;
  readonly outcomes: readonly QuotaOutcome[];
}

/** The bit of somebody who is equal at a cut that the authority decides. */
export const leftOpen = 128;

/** One quota in one group of people. */
interface Scope extends Capacity {
  kept: number;
  closed: boolean;
  readonly candidates: number;
  readonly leavers: number[];
  readonly open: number[];
}

/**
 * Applies quotas of which no two are of one band, so that everybody is a candidate in one scope: `law/quota.ts` has the rest.
 * Changes `bands`. `keysFor` and `groupsFor` are by position; undefined where a sort key is not whole.
 */
export function applyColumnQuotas(
  { bands: all, quotas }: Stage,
  bands: Uint8Array,
  keysFor: (order: readonly SortKey[]) => readonly Int32Array[] | undefined,
  groupsFor: (within: readonly number[]) => Grouped,
  keyIds: Int32Array,
  texts: Texts,
): SettledColumns | undefined {
  const moves = new Uint8Array(bands.length);
  const outcomes: QuotaOutcome[] = [];
  const before = bands.slice();
  for (const quota of quotas.toSorted((a, b) => a.band - b.band)) {
    const keys = keysFor(quota.order.filter(({ by }) => by.kind !== "band"));
    if (!keys) return undefined;
    const { of, values } = groupsFor(quota.within);
    const scopes = scopesOf(quota, all.length, values.length, of, before, bands);
    const candidates = positionsOf(bands, quota.band);
    const own = [of, ...keys].map((key) => gather(key, candidates, new Int32Array(candidates.length)));
    const order = sortedBy(candidates.length, own);
    fill(quota, scopes, of, gather(candidates, order, new Int32Array(order.length)), startsOf(order, own));
    const bit = 1 << quotas.indexOf(quota);
    for (const [group, scope] of scopes.entries()) {
      if (!scope) continue;
      settle(quota, scope, bit, bands, moves);
      outcomes.push(outcomeOf(quota, scope, values[group] as QuotaOutcome["scope"], keyIds, texts));
    }
  }
  return { moves, outcomes };
}

/** Takes the candidates of all scopes, best first, equal ones together: those between two `starts`. */
function fill(
  quota: Quota,
  scopes: readonly (Scope | undefined)[],
  of: Int32Array,
  candidates: Int32Array,
  starts: Uint8Array,
): void {
  for (let from = 0, to = 0; from < candidates.length; from = to) {
    to = endOf(starts, from);
    const scope = scopes[of[candidates[from] as number] as number] as Scope;
    const fate = admit(quota, scope, to - from);
    if (fate === "kept") continue;
    const list = fate === "out" ? scope.leavers : scope.open;
    for (let place = from; place < to; place++) list.push(candidates[place] as number);
  }
}

function settle({ then }: Quota, scope: Scope, bit: number, bands: Uint8Array, moves: Uint8Array): void {
  for (const at of scope.leavers) bands[at] = then;
  mark(moves, scope.leavers, bit);
  mark(moves, scope.open, leftOpen);
}

function mark(moves: Uint8Array, some: readonly number[], bit: number): void {
  for (const at of some) moves[at] = (moves[at] as number) | bit;
}

function positionsOf(bands: Uint8Array, band: number): Int32Array {
  let count = 0;
  for (let at = 0; at < bands.length; at++) if (bands[at] === band) count++;
  const positions = new Int32Array(count);
  let to = 0;
  for (let at = 0; at < bands.length; at++) if (bands[at] === band) positions[to++] = at;
  return positions;
}

/** By group; nothing where nobody of it is rated. */
function scopesOf(
  quota: Quota,
  bandCount: number,
  groups: number,
  of: Int32Array,
  before: Uint8Array,
  now: Uint8Array,
): readonly (Scope | undefined)[] {
  const first = new Int32Array(groups * bandCount);
  const present = new Int32Array(groups * bandCount);
  countBands(first, before, of, bandCount);
  countBands(present, now, of, bandCount);
  return Array.from({ length: groups }, (_, group) => {
    const nowThere = countsOf(present, group, bandCount);
    if (nowThere.every((people) => people === 0)) return undefined;
    const candidates = nowThere[quota.band] as number;
    const room = capacity(quota, { before: countsOf(first, group, bandCount), now: nowThere, candidates }, false);
    return { ...room, candidates, kept: 0, closed: false, leavers: [], open: [] };
  });
}

/** Counts people by their group, and in it by their band. Who has none never gets one. */
function countBands(counts: Int32Array, bands: Uint8Array, of: Int32Array, bandCount: number): void {
  for (let at = 0; at < bands.length; at++) {
    const band = bands[at] as number;
    if (band === noBand) continue;
    const to = (of[at] as number) * bandCount + band;
    counts[to] = (counts[to] as number) + 1;
  }
}

function countsOf(counts: Int32Array, group: number, bandCount: number): number[] {
  const own: number[] = [];
  for (let band = 0; band < bandCount; band++) own.push(counts[group * bandCount + band] as number);
  return own;
}

/** What becomes of so many equal candidates of one scope, none of whom is better than those before. */
function admit({ ties }: Quota, scope: Scope, equals: number): "kept" | "out" | "open" {
  if (scope.closed || scope.kept >= scope.room) return "out";
  const fits = scope.kept + equals <= scope.room;
  if (!fits) scope.closed = true;
  if (!fits && ties === "out") return "out";
  scope.kept += equals;
  return !fits && ties === "open" ? "open" : "kept";
}

function outcomeOf(
  quota: Quota,
  { room, share, denominator, oneMore, candidates, kept, leavers, open }: Scope,
  scope: QuotaOutcome["scope"],
  keyIds: Int32Array,
  texts: Texts,
): QuotaOutcome {
  return {
    quota: quota.id,
    scope,
    ...(share !== undefined && { share }),
    ...(denominator !== undefined && { denominator }),
    ...(oneMore && { oneMore }),
    room,
    candidates,
    kept,
    moved: leavers.length,
    leavers: keysOf(leavers, keyIds, texts),
    equals: keysOf(open, keyIds, texts),
    open: open.length,
  };
}

/** The keys of some people, sorted. */
function keysOf(some: readonly number[], keyIds: Int32Array, texts: Texts): string[] {
  const ids = some.map((at) => keyIds[at] as number).sort((a, b) => compareTexts(texts, a, b));
  return ids.map((id) => textAt(texts, id));
}
