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
import { noBand, rowAt, whoAt } from "./ledger.ts";
import type { Ranks } from "./ranks.ts";
import type { Scoring } from "./scoring.ts";

/** What became of the rows of a period. */
interface Concluded {
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

/** Results that are made when somebody asks for them, by the law once more. */
export function createColumnResults(
  plan: Plan,
  ledger: Ledger,
  scoring: Scoring,
  classedOf: (row: Row) => Classed,
  groupsOf: GroupsOf,
  { order, ranks, bands, moves, honours, notRated }: Concluded,
): Results {
  const { stage } = plan;
  const { length } = order;
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
      counts: countsOf(bands, notRated),
      odd: oddPlaces(order, ledger.marked),
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
      alertsAt: (place) => (honours.get(order[place] as number) ?? noHonours).alerts,
      page: createPages(ledger, scoring, { order, ranks, bands, moves }),
    },
  };
}

const none: readonly Mark[] = [];
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

function countsOf(bands: Uint8Array, notRated: number): ResultColumns["counts"] {
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

function createPages(
  ledger: Ledger,
  scoring: Scoring,
  { order, ranks, bands, moves }: Omit<Concluded, "notRated" | "honours">,
): ResultColumns["page"] {
  const profiles = new Int32Array(pageRows);
  const ranked = new Int32Array(pageRows);
  const endings = new Int32Array(pageRows);
  const totals = new Int32Array(pageRows);
  const odd = new Uint8Array(pageRows);
  const settled = new Uint8Array(pageRows);
  return (from, count, nodes): ResultPage => {
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
