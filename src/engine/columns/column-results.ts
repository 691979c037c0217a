import type { Classed, Figures, Mark, Move, Result, ResultColumns, ResultPage, Results } from "../../model/report.ts";
import { pageRows } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import { grown } from "../../text/texts.ts";
import type { Honours } from "../law/result.ts";
import { conclude, withMarks, withMoves } from "../law/result.ts";
import type { GroupsOf } from "./column-groups.ts";
import { leftOpen, mostKept } from "./column-quotas.ts";
import { gatherBytes } from "./gather.ts";
import type { Ranks } from "./ranks.ts";
import type { Roster } from "./roster.ts";
import { noBand } from "./roster.ts";
import type { Scored } from "./scored.ts";

/** What became of the rows of a period. */
export interface Concluded {
  /** By place in the ranking the row. */
  readonly order: Int32Array;
  readonly ranks: Ranks;
  /** By row: after the quotas. */
  readonly bands: Uint8Array;
  readonly moves: Uint8Array;
  /** By row, of those of whom there is anything to say. */
  readonly honours: ReadonlyMap<number, Omit<Honours, "rank">>;
}

/** Results that are made when somebody asks for them, by the law once more. */
export function createColumnResults<R extends Roster>(
  scored: Scored<R>,
  groupsOf: GroupsOf,
  counts: ResultColumns["counts"],
  concluded: () => Concluded,
): Results {
  const { roster, judge, plain, forgetScores } = scored;
  const { stage } = scored.prepared;
  const { count: length } = roster;
  const ownRank = new Int32Array(1);
  /** Those that were made, of a period that outputs for people go over again and again. */
  const made: (Result | undefined)[] = [];

  function at(index: number): Result | undefined {
    const place = index < 0 ? index + length : index;
    if (length > mostKept) return make(place);
    made[place] ??= make(place);
    return made[place];
  }

  function make(place: number): Result | undefined {
    const { order, ranks, moves, honours } = concluded();
    const row = order[place];
    if (row === undefined) return undefined;
    const bits = moves[row] as number;
    const classed = plain && roster.marked[row] === 0 ? plain.classed(row) : judge(row).classed;
    const moved = bits === 0 ? classed : seated(stage, classed, bits);
    ranks(place, ownRank);
    const rank = ownRank[0] || undefined;
    const { awards, alerts, marks } = honours.get(row) ?? noHonours;
    return conclude(withMoves(stage, moved), { rank, awards, alerts, marks });
  }

  function figuresAt(place: number): Figures | undefined {
    const { order, moves } = concluded();
    const row = order[place] as number;
    // Who had to leave a band has the same figures.
    const isPlain = plain && roster.marked[row] === 0 && ((moves[row] as number) & leftOpen) === 0;
    return isPlain ? plain.figures(row) : at(place);
  }

  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let place = 0; place < length; place++) yield at(place) as Result;
    },
    columns: {
      people: roster.people,
      per: roster.per,
      counts,
      get odd() {
        return roster.marked.includes(1) ? oddPlaces(concluded().order, roster.marked) : nobody;
      },
      groupsBy(within) {
        const { values, put } = groupsOf(roster.profile.subarray(0, length), within);
        const numbers = new Int32Array(pageRows);
        return {
          values,
          of({ count, profiles }) {
            put(profiles.subarray(0, count), numbers);
            return numbers;
          },
        };
      },
      figuresAt,
      alertsAt(place) {
        const { order, honours } = concluded();
        return (honours.get(order[place] as number) ?? noHonours).alerts;
      },
      forgetScores,
      page: createPages(scored, concluded),
    },
  };
}

const nobody = new Int32Array();
const noHonours: Omit<Honours, "rank"> = { awards: [], alerts: [], marks: [] };

/** Somebody whom quotas moved, or left open. */
function seated(stage: Stage, of: Classed, bits: number): Classed {
  const moved = stage.quotas
    .flatMap((quota, at): Move[] =>
      (bits >> at) & 1 ? [{ quotas: [quota.id], from: quota.band, to: quota.then }] : [],
    )
    .sort((a, b) => a.from - b.from);
  const marks: readonly Mark[] = bits & leftOpen ? ["tie_open"] : [];
  return { ...of, moved, band: moved.at(-1)?.to ?? of.band, marks: withMarks(of.marks, marks) };
}

export function countsOf({ band: bands, notRated }: Roster): ResultColumns["counts"] {
  let without = 0;
  for (let at = 0; at < bands.length; at++) if (bands[at] === noBand) without++;
  return { rated: bands.length - without, not_rated: notRated, incomplete: without - notRated };
}

function oddPlaces(order: Int32Array, marked: Uint8Array): Int32Array {
  let count = 0;
  let odd = new Int32Array();
  for (let place = 0; place < order.length; place++) {
    if (marked[order[place] as number] === 0) continue;
    if (count === odd.length) odd = grown(odd, Math.max(16, count * 2));
    odd[count++] = place;
  }
  return odd.subarray(0, count);
}

function createPages<R extends Roster>(
  { roster, scoring }: Scored<R>,
  concluded: () => Concluded,
): ResultColumns["page"] {
  const profiles = new Int32Array(pageRows);
  const ranked = new Int32Array(pageRows);
  const endings = new Int32Array(pageRows);
  const totals = new Int32Array(pageRows);
  const odd = new Uint8Array(pageRows);
  const settled = new Uint8Array(pageRows);
  return (from, count, nodes): ResultPage => {
    const { order, ranks, bands, moves } = concluded();
    const rows = order.subarray(from, from + count);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      totals[at] = roster.total[row] as number;
    }
    for (let at = 0; at < rows.length; at++) profiles[at] = roster.profile[rows[at] as number] as number;
    if (nodes) {
      ranks(from, ranked.subarray(0, rows.length));
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] as number;
        endings[at] = ((bands[row] as number) << 8) | (moves[row] as number);
      }
      scoring.page(roster, rows, nodes);
    }
    return {
      count: rows.length,
      profiles,
      ranks: ranked,
      endings,
      bands: gatherBytes(bands, rows, settled),
      totals,
      // Scoring may have marked some.
      odd: gatherBytes(roster.marked, rows, odd),
      nodes: scoring.nodes,
      unclamped: scoring.unclamped,
    };
  };
}
