import type { Plan } from "../../model/plan.ts";
import type { Classed, Figures, Mark, Move, Result, ResultColumns, ResultPage, Results } from "../../model/report.ts";
import { pageRows } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Stage } from "../../model/stage.ts";
import { grown } from "../../text/texts.ts";
import type { Verdict } from "../law/classify.ts";
import { naturalBand } from "../law/classify.ts";
import type { Honours } from "../law/result.ts";
import { conclude, makeClassed, withMarks, withMoves } from "../law/result.ts";
import { startWork } from "../law/work.ts";
import type { GroupsOf } from "./column-groups.ts";
import { leftOpen, mostKept } from "./column-quotas.ts";
import { gatherBytes } from "./gather.ts";
import type { Ledger } from "./ledger.ts";
import { forgetPlainCells, noBand, rowAt, whoAt } from "./ledger.ts";
import type { Ranks } from "./ranks.ts";
import type { Scoring } from "./scoring.ts";

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
  readonly notRated: number;
}

/** What results are made of. */
interface Grounds {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly scoring: Scoring;
  readonly groupsOf: GroupsOf;
  /** The law's own word on one row, before quotas. */
  classedOf(row: Row): Classed;
  readonly counts: ResultColumns["counts"];
}

/** Results that are made when somebody asks for them, by the law once more. */
export function createColumnResults(
  { plan, ledger, scoring, groupsOf, classedOf, counts }: Grounds,
  concluded: () => Concluded,
): Results {
  const { stage } = plan;
  const { count: length } = ledger;
  const whole = startWork(stage, [], []);
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
    const classed = isPlain(row) ? plainOf(row) : classedOf(rowAt(ledger, row));
    const moved = bits === 0 ? classed : seated(stage, classed, bits);
    ranks(place, ownRank);
    const rank = ownRank[0] || undefined;
    const { awards, alerts, marks } = honours.get(row) ?? noHonours;
    return conclude(withMoves(stage, moved), { rank, awards, alerts, marks });
  }

  /** Whether the scores and the class of a result are whole numbers alone, and nobody but the kernels has to be asked. */
  const isPlain = (row: number): boolean => ledger.marked[row] === 0 && scoring.alone !== undefined;

  function plainOf(at: number): Classed {
    const row = rowAt(ledger, at);
    const total = ledger.total[at] as number;
    const band = naturalBand(stage.bands, total);
    const { scores, unclamped } = (scoring.alone as NonNullable<Scoring["alone"]>)(ledger, at);
    const work = { ...whole, columns: row.columns, cells: row.cells, scores, unclamped, total };
    const verdict: Verdict = { class: { kind: "rated", natural: band, band, changes: [] }, rules: [] };
    return makeClassed(stage, work, verdict, undefined, { key: row.key, rows: [row], parts: [] });
  }

  function figuresAt(place: number): Figures | undefined {
    const { order, moves } = concluded();
    const row = order[place] as number;
    // Who had to leave a band has the same figures.
    if (!isPlain(row) || (moves[row] as number) & leftOpen) return at(place);
    const { scores, unclamped } = (scoring.alone as NonNullable<Scoring["alone"]>)(ledger, row);
    const { columns } = whoAt(ledger, row);
    const { states } = whole;
    return { columns, scores, states, unclamped, total: ledger.total[row], state: "rated", marks: none };
  }

  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let place = 0; place < length; place++) yield at(place) as Result;
    },
    columns: {
      people: ledger.people,
      counts,
      get odd() {
        return ledger.marked.includes(1) ? oddPlaces(concluded().order, ledger.marked) : nobody;
      },
      groupsBy(within) {
        const { values, put } = groupsOf(ledger.profile.subarray(0, length), within);
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
      forgetScores: () => forgetPlainCells(ledger),
      page: createPages(ledger, scoring, concluded),
    },
  };
}

const none: readonly Mark[] = [];
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

export function countsOf(bands: Uint8Array, notRated: number): ResultColumns["counts"] {
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

function createPages(ledger: Ledger, scoring: Scoring, concluded: () => Concluded): ResultColumns["page"] {
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
      totals[at] = ledger.total[row] as number;
      odd[at] = ledger.marked[row] as number;
    }
    for (let at = 0; at < rows.length; at++) profiles[at] = ledger.profile[rows[at] as number] as number;
    if (nodes) {
      ranks(from, ranked.subarray(0, rows.length));
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] as number;
        endings[at] = ((bands[row] as number) << 8) | (moves[row] as number);
      }
      scoring.page(ledger, rows, nodes);
    }
    return {
      count: rows.length,
      profiles,
      ranks: ranked,
      endings,
      bands: gatherBytes(bands, rows, settled),
      totals,
      odd,
      nodes: scoring.nodes,
      unclamped: scoring.unclamped,
    };
  };
}
