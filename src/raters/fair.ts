/** A subject's official total and rank in one period, with the group it is ranked in. */
export interface Official {
  readonly period: string;
  readonly subject: string;
  readonly group: string;
  readonly total: number;
  readonly rank: number;
}

/** The same with what an average rater of its part would have given. */
export interface FairStanding extends Official {
  readonly fair: number;
  /** Absent where the group lies in several parts: severity cannot be compared there. */
  readonly fairRank: number | undefined;
}

/** Ranks by subject in one period, with these totals in place of the official ones, by the keys of the ranking; others keep theirs. */
export type Renumber = (period: string, totals: ReadonlyMap<string, number>) => ReadonlyMap<string, number>;

/** `fairOf`: the fair average of a subject and the number of its part; undefined where there is none. */
export function fairStandings(
  officials: readonly Official[],
  fairOf: (official: Official) => { readonly fair: number; readonly part: number } | undefined,
  renumber: Renumber,
): readonly FairStanding[] {
  const totals = new Map<string, Map<string, number>>();
  const parts = new Map<string, Set<number>>();
  const known = officials.flatMap((official) => {
    const found = fairOf(official);
    if (!found) return [];
    const ofPeriod = totals.get(official.period) ?? new Map<string, number>();
    totals.set(official.period, ofPeriod.set(official.subject, found.fair));
    parts.set(groupOf(official), (parts.get(groupOf(official)) ?? new Set()).add(found.part));
    return [{ ...official, fair: found.fair }];
  });
  const ranks = new Map([...totals].map(([period, ofPeriod]) => [period, renumber(period, ofPeriod)]));
  return known.map((each) => ({
    ...each,
    fairRank: parts.get(groupOf(each))?.size === 1 ? ranks.get(each.period)?.get(each.subject) : undefined,
  }));
}

const groupOf = ({ period, group }: Official): string => `${period}\u001E${group}`;
