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

/** `fairOf`: the fair average of a subject and the number of its part; undefined where there is none. */
export function fairStandings(
  officials: readonly Official[],
  fairOf: (official: Official) => { readonly fair: number; readonly part: number } | undefined,
): readonly FairStanding[] {
  const groups = new Map<string, { official: Official; fair: number; part: number }[]>();
  for (const official of officials) {
    const found = fairOf(official);
    if (!found) continue;
    const id = `${official.period}\u001E${official.group}`;
    const group = groups.get(id) ?? [];
    group.push({ official, ...found });
    groups.set(id, group);
  }
  return [...groups.values()].flatMap((members) => {
    const isOne = members.every(({ part }) => part === members[0]?.part);
    return members.map(({ official, fair }) => {
      // Doubles that differ by less than this are equal.
      const above = members.filter((other) => other.fair > fair + 1e-9).length;
      return { ...official, fair, fairRank: isOne ? above + 1 : undefined };
    });
  });
}
