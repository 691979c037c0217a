import { keyIdOf } from "../../model/people.ts";
import type { QuotaOutcome } from "../../model/report.ts";
import type { Quota, SortKey, Stage } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { compareTexts, textAt } from "../../text/texts.ts";
import type { Capacity, Head } from "../law/capacity.ts";
import { capacity } from "../law/capacity.ts";
import type { Grouped } from "./column-groups.ts";
import { endOf, sortedBy, startsOf } from "./counting-sort.ts";
import { gather } from "./gather.ts";
import type { Roster } from "./roster.ts";
import { noBand } from "./roster.ts";
import type { Workspace } from "./workspace.ts";

/** What the quotas did. */
interface SettledColumns {
  /** By position: a bit for each quota that moved somebody, by its place in the rubric, and {@link leftOpen}. */
  readonly moves: Uint8Array;
  readonly outcomes: Iterable<QuotaOutcome>;
}

/** The bit of somebody who is equal at a cut that the authority decides. */
export const leftOpen = 128;

/** What is made only where somebody asks for it is kept of a period with so few people. */
export const mostKept = 20_000;

/**
 * Applies quotas of which no two are of one band, so that everybody is a candidate in one scope: `law/quota.ts` has the rest.
 * Changes `bands`. `keysFor` and `groupsFor` are by position; undefined where a sort key is not whole.
 */
export function applyColumnQuotas(
  { bands: all, quotas }: Stage,
  bands: Uint8Array,
  keysFor: (order: readonly SortKey[]) => readonly Int32Array[] | undefined,
  groupsFor: (within: readonly number[]) => Grouped,
  roster: Roster,
  workspace: Workspace,
): SettledColumns | undefined {
  const moves = new Uint8Array(bands.length);
  const contests: Contest[] = [];
  const before = bands.slice();
  for (const quota of quotas.toSorted((a, b) => a.band - b.band)) {
    const keys = keysFor(quota.order.filter(({ by }) => by.kind !== "band"));
    if (!keys) return undefined;
    const { of, values } = groupsFor(quota.within);
    const some = positionsOf(bands, quota.band);
    const own = [of, ...keys].map((key) => gather(key, some));
    const order = sortedBy(some.length, own, workspace);
    const headOf = createHeads(all.length, values.length, of, before, bands);
    const contest = { quota, values, candidates: gather(some, order), starts: startsOf(order, own), headOf };
    contests.push(contest);
    const bit = 1 << quotas.indexOf(quota);
    for (const { to, cut } of scopesIn(contest)) {
      for (let place = cut.stay; place < to; place++) bands[contest.candidates[place] as number] = quota.then;
      mark(moves, contest.candidates, cut.stay, to, bit);
      mark(moves, contest.candidates, cut.open, cut.stay, leftOpen);
    }
  }
  return { moves, outcomes: outcomesOf(contests, roster) };
}

/** Those who have the band of a quota, in its scopes one behind the other, in each the best first. */
interface Contest {
  readonly quota: Quota;
  readonly values: Grouped["values"];
  readonly candidates: Int32Array;
  /** 1 where a run of equal ones begins. */
  readonly starts: Uint8Array;
  readonly headOf: ReturnType<typeof createHeads>;
}

interface Scope {
  readonly group: number;
  readonly room: Capacity;
  /** Its candidates are from here up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly cut: Cut;
}

function* scopesIn({ quota, values, starts, headOf }: Contest): Generator<Scope> {
  for (let group = 0, from = 0; group < values.length; group++) {
    const head = headOf(group, quota.band);
    if (!head) continue;
    const to = from + head.candidates;
    const room = capacity(quota, head, false);
    yield { group, room, from, to, cut: cutOf(quota, starts, from, to, room.room) };
    from = to;
  }
}

function outcomesOf(contests: readonly Contest[], roster: Roster): Iterable<QuotaOutcome> {
  function* told(): Generator<QuotaOutcome> {
    for (const contest of contests) for (const scope of scopesIn(contest)) yield new Told(contest, scope, roster);
  }
  return roster.count > mostKept ? { [Symbol.iterator]: told } : [...told()];
}

/** What becomes of the candidates of one scope, who stand one behind the other, best first: some stay, the last of them perhaps open. */
interface Cut {
  /** The places behind those who stay, and where those left open begin. */
  readonly stay: number;
  readonly open: number;
}

/** Where the cut is among the candidates of a scope; `starts`: 1 where a run of equal ones begins. */
function cutOf({ ties }: Quota, starts: Uint8Array, from: number, to: number, room: number): Cut {
  let stay = from;
  while (stay < to && stay - from < room) {
    const next = endOf(starts, stay);
    if (next - from > room) {
      // Equals who do not fit: nobody behind them is admitted, even if there is room.
      return { stay: ties === "out" ? stay : next, open: ties === "in" ? next : stay };
    }
    stay = next;
  }
  return { stay, open: stay };
}

function mark(moves: Uint8Array, candidates: Int32Array, from: number, to: number, bit: number): void {
  for (let place = from; place < to; place++) {
    const at = candidates[place] as number;
    moves[at] = (moves[at] as number) | bit;
  }
}

function positionsOf(bands: Uint8Array, band: number): Int32Array {
  let count = 0;
  for (let at = 0; at < bands.length; at++) if (bands[at] === band) count++;
  const positions = new Int32Array(count);
  let to = 0;
  for (let at = 0; at < bands.length; at++) if (bands[at] === band) positions[to++] = at;
  return positions;
}

/** How many people of a group stand in each band; nothing where nobody of it is rated. It is overwritten by the next one. */
function createHeads(
  bandCount: number,
  groups: number,
  of: Int32Array,
  before: Uint8Array,
  now: Uint8Array,
): (group: number, band: number) => Head | undefined {
  const first = new Int32Array(groups * bandCount);
  const present = new Int32Array(groups * bandCount);
  countBands(first, before, of, bandCount);
  countBands(present, now, of, bandCount);
  const head = {
    before: new Array<number>(bandCount).fill(0),
    now: new Array<number>(bandCount).fill(0),
    candidates: 0,
  };
  return (group, limited) => {
    let rated = 0;
    for (let band = 0; band < bandCount; band++) {
      const at = group * bandCount + band;
      head.before[band] = first[at] as number;
      head.now[band] = present[at] as number;
      rated += present[at] as number;
    }
    head.candidates = head.now[limited] as number;
    return rated === 0 ? undefined : head;
  };
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

/** Keys are sorted when they are asked for: some readers want the numbers alone. A class, as accessors of its own slow an object down. */
class Told implements QuotaOutcome {
  readonly quota: string;
  readonly scope: QuotaOutcome["scope"];
  readonly room: number;
  declare readonly share?: Exact;
  declare readonly denominator?: number;
  declare readonly oneMore?: NonNullable<Capacity["oneMore"]>;
  readonly candidates: number;
  readonly kept: number;
  readonly moved: number;
  readonly open: number;
  readonly #contest: Contest;
  readonly #scope: Scope;
  readonly #roster: Roster;

  constructor(contest: Contest, scope: Scope, roster: Roster) {
    const { quota, values } = contest;
    const { group, room, from, to, cut } = scope;
    const { stay, open } = cut;
    this.quota = quota.id;
    this.scope = values[group] as QuotaOutcome["scope"];
    this.room = room.room;
    if (room.share !== undefined) this.share = room.share;
    if (room.denominator !== undefined) this.denominator = room.denominator;
    if (room.oneMore) this.oneMore = room.oneMore;
    this.candidates = to - from;
    this.kept = stay - from;
    this.moved = to - stay;
    this.open = stay - open;
    this.#contest = contest;
    this.#scope = scope;
    this.#roster = roster;
  }
  get leavers(): readonly string[] {
    return this.#keys(this.#scope.cut.stay, this.#scope.to);
  }
  get equals(): readonly string[] {
    return this.#keys(this.#scope.cut.open, this.#scope.cut.stay);
  }
  #keys(from: number, to: number): readonly string[] {
    return sortedKeys(this.#contest.candidates.subarray(from, to), this.#roster);
  }
}

const none: string[] = [];

/** The keys of some rows, sorted. */
function sortedKeys(rows: Int32Array, { people, profile }: Roster): readonly string[] {
  if (rows.length === 0) return none;
  const ids: number[] = [];
  for (const row of rows) ids.push(keyIdOf(people, profile[row] as number));
  return ids.sort((a, b) => compareTexts(people.keys, a, b)).map((id) => textAt(people.keys, id));
}
