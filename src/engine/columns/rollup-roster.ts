import { keyIdOf } from "../../model/people.ts";
import type { Figures, State } from "../../model/report.ts";
import type { Rollup } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { commonDenominator, compare, divide, multiply } from "../../number/exact.ts";
import type { Period } from "../../period/period.ts";
import { weighedParts } from "../law/rollup-score.ts";
import type { ByKey } from "../periods/chronicle.ts";
import { courseOf } from "../periods/rollup.ts";
import type { PartColumns } from "./conclude.ts";
import type { Roster } from "./roster.ts";
import { keyOfRow, noBand } from "./roster.ts";

/** A part of a longer period. */
export interface Part extends PartColumns {
  readonly period: Period;
  readonly results: ByKey;
}

/** Whom a longer period is about. */
export interface RollupRoster extends Roster {
  readonly parts: readonly Part[];
  /** By part, then by row: the row of the part, -1 where it has none. */
  readonly rows: readonly Int32Array[];
  /** By row the number of its course. */
  readonly course: Int32Array;
  readonly courses: readonly Course[];
}

/** What is made of the parts of all who have the same state in each of them. */
interface Course {
  /** By part, how often its numbers are in those of the whole; undefined where they are not. Absent where the law finds no score. */
  readonly times: readonly (number | undefined)[] | undefined;
  /** The part that says who somebody is. */
  readonly grouping: number;
}

/** Numbers that are taken as often, for each week of a year, still add up exactly in doubles. */
const mostTimes = 1 << 16;

/** Nobody of it is scored yet. Gives nothing where its numbers would have no room. */
export function createRollupRoster(rollup: Rollup, parts: readonly Part[]): RollupRoster | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const { people } = first.roster;
  const { rows, count } = rowsIn(parts);
  const { course, states } = coursesIn(parts, rows, count);
  const shares = states.map((each) => sharesOf(rollup, parts, each));
  const per = commonDenominator(shares.flatMap((each) => each.shares ?? []).filter((share) => share !== undefined));
  if (typeof per !== "number" || per > mostTimes) return undefined;
  const courses = shares.map(({ shares: some, grouping }): Course => {
    const times = some?.map((share) => (share === undefined ? undefined : (multiply(share, per) as number)));
    return { grouping, times };
  });
  const profile = new Int32Array(count);
  const marked = new Uint8Array(count);
  for (const [at, part] of parts.entries()) {
    const partRows = rows[at] as Int32Array;
    for (let row = 0; row < count; row++) {
      const own = partRows[row] as number;
      if (own < 0) continue;
      if (part.roster.marked[own] === 1) marked[row] = 1;
      if (courses[course[row] as number]?.grouping === at) profile[row] = part.roster.profile[own] as number;
    }
  }
  const nothing = { total: new Int16Array(), band: new Uint8Array(), notRated: 0 };
  return { people, count, profile, marked, per, parts, rows, course, courses, ...nothing };
}

/** Everybody who is in some part has a row. */
function rowsIn(parts: readonly Part[]): { readonly rows: readonly Int32Array[]; readonly count: number } {
  const people = (parts[0] as Part).roster.people;
  const rowOf = new Int32Array(people.keys.count).fill(-1);
  let count = 0;
  for (const { roster } of parts) {
    for (let row = 0; row < roster.count; row++) {
      const key = keyIdOf(people, roster.profile[row] as number);
      if (rowOf[key] === -1) rowOf[key] = count++;
    }
  }
  const rows = parts.map(({ roster }) => {
    const own = new Int32Array(count).fill(-1);
    for (let row = 0; row < roster.count; row++) {
      own[rowOf[keyIdOf(people, roster.profile[row] as number)] as number] = row;
    }
    return own;
  });
  return { rows, count };
}

/** Undefined where somebody is not there. */
type PartState = State | undefined;
const partStates: readonly PartState[] = [undefined, "rated", "not_rated", "incomplete"];

/** The number of each one's course, and by this the states in it. */
function coursesIn(parts: readonly Part[], rows: readonly Int32Array[], count: number) {
  const course = new Int32Array(count);
  let states: (readonly PartState[])[] = [[]];
  for (const [at, part] of parts.entries()) {
    const next: number[] = [];
    const longer: (readonly PartState[])[] = [];
    const partRows = rows[at] as Int32Array;
    for (let row = 0; row < count; row++) {
      const before = course[row] as number;
      const state = stateOf(part, partRows[row] as number);
      const id = before * partStates.length + state;
      next[id] ??= longer.push([...(states[before] as PartState[]), partStates[state]]) - 1;
      course[row] = next[id] as number;
    }
    states = longer;
  }
  return { course, states };
}

/** By its place in {@link partStates}. */
function stateOf({ roster, results }: Part, row: number): number {
  if (row < 0) return 0;
  if (roster.band[row] !== noBand) return 1;
  return partStates.indexOf((results.get(keyOfRow(roster, row)) as Figures).state);
}

/** By part, what one of its numbers is in units of the whole. */
function sharesOf(rollup: Rollup, parts: readonly Part[], states: readonly PartState[]) {
  const slots = parts.map(({ period }, at) => ({ period, result: figuresIn(states[at]) }));
  const { counted, obstacle, grouping } = courseOf(rollup, slots);
  const weighed = obstacle ? undefined : weighedParts(rollup.score, counted);
  if (!weighed || compare(weighed.divisor, 0) === 0) return { grouping, shares: undefined };
  const shares = parts.map(({ roster }, at): Exact | undefined => {
    const place = counted.findIndex(({ result }) => result !== undefined && result === slots[at]?.result);
    return place < 0 ? undefined : divide(weighed.weights[place] as Exact, multiply(weighed.divisor, roster.per));
  });
  return { grouping, shares };
}

/** Nobody asks for the figures themselves. */
const figuresIn = (state: PartState): Figures | undefined =>
  state && { columns: [], scores: [], states: [], unclamped: 0, total: 0, state, marks: [] };
