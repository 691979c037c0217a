import type { Award, Stage } from "../../model/stage.ts";
import type { Contenders } from "../law/award.ts";
import type { Evaluate } from "../law/environment.ts";
import type { ClassedSubject } from "../law/result.ts";
import type { Grouped } from "./column-groups.ts";
import { areEqual } from "./counting-sort.ts";
import { pagesOf } from "./pages.ts";
import type { Roster } from "./roster.ts";
import { compareKeys, keyOfRow, noBand } from "./roster.ts";
import type { Scoring } from "./scoring.ts";
import type { SortKeys } from "./sort-keys.ts";

/** The rows of a period with their final bands. */
interface Field<R extends Roster> {
  readonly stage: Stage;
  readonly roster: R;
  readonly scoring: Scoring<R>;
  readonly bands: Uint8Array;
  /** 1 where a result says more than its band. */
  readonly own: Uint8Array;
  /** Rows in ranking order. */
  readonly order: Int32Array;
  readonly keys: SortKeys;
  groupsBy(within: readonly number[]): Grouped;
  /** The law's own word on one row. */
  judge(row: number): ClassedSubject;
}

/** Those among whom awards are given, as rows. None of them is told of in a decision. */
export function columnContenders<R extends Roster>(field: Field<R>): Contenders<number> {
  const { stage, roster, scoring, bands, own, order, keys, groupsBy } = field;
  const keysBy = new Map<Award, readonly Int32Array[]>();
  const isRated = (at: number): boolean => bands[at] !== noBand;
  const bandId = (at: number): string | undefined => stage.bands[bands[at] as number]?.id;
  const isOwn = (at: number): boolean => !scoring.visit || own[at] === 1 || roster.marked[at] === 1;

  function holdsAlone(holds: Evaluate, at: number): boolean {
    const { classed, subject } = field.judge(at);
    const { state, rules } = classed;
    return holds({ ...subject, band: bandId(at), state, rules }) === true;
  }

  return {
    get everybody() {
      return Array.from(order);
    },
    groups({ within }) {
      const { of, values } = groupsBy(within);
      const members = values.map((): number[] => []);
      for (const at of order) if (isRated(at)) members[of[at] as number]?.push(at);
      return values.map((each, group) => ({ values: each, members: members[group] as number[] })).filter(hasMembers);
    },
    where(holds, some) {
      const found = new Uint8Array(some.length);
      let from = 0;
      for (const page of pagesOf(Int32Array.from(some))) {
        scoring.visit?.(roster, page, (work, at) => {
          const position = some[from + at] as number;
          if (isOwn(position)) return;
          found[from + at] = holds({ work, band: bandId(position), state: "rated", rules: [] }) === true ? 1 : 0;
        });
        from += page.length;
      }
      return some.filter((at, place) => (isOwn(at) ? holdsAlone(holds, at) : found[place] === 1));
    },
    isRated,
    result: (at) => ({ key: keyOfRow(roster, at), state: "rated", band: bands[at] as number }),
    isTold: () => false,
    sorted(some, award) {
      const found = keysBy.get(award) ?? keys.of(award.by, bands) ?? [];
      keysBy.set(award, found);
      const compare = (a: number, b: number): number => {
        for (const key of found) if (key[a] !== key[b]) return (key[a] as number) - (key[b] as number);
        return compareKeys(roster, a, b);
      };
      return { all: [...some].sort(compare), areEqual: (a, b) => areEqual(found, a, b) };
    },
  };
}

const hasMembers = ({ members }: { readonly members: readonly number[] }): boolean => members.length > 0;
