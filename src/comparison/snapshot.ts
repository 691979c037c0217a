/** One side of a comparison: what is printed of the results of some periods, as text. */
export interface Snapshot {
  /** As given on the command line. */
  readonly name: string;
  /** By canonical name. */
  readonly periods: ReadonlyMap<string, PeriodSnapshot>;
}

export interface PeriodSnapshot {
  /** Best first. */
  readonly bands: readonly BandName[];
  /** Of rules, quotas, awards and alerts by their ids, as far as they are known. */
  readonly titles: ReadonlyMap<string, string>;
  /** By key, the parts as people read them: `Chi bộ 1 / An`. */
  readonly subjects: ReadonlyMap<string, Subject>;
}

export interface BandName {
  readonly id: string;
  readonly title: string;
}

/** What one subject got in one period. */
export interface Subject {
  readonly key: string;
  readonly name: string;
  /** Id of the band, or the state of somebody without one. */
  readonly class: string;
  readonly hasBand: boolean;
  /** Empty where there is none. */
  readonly rank: string;
  readonly total: string;
  readonly reason: string;
  /** Ids, sorted. */
  readonly rules: readonly string[];
  readonly awards: readonly string[];
  readonly alerts: readonly string[];
  /** All other columns and scores, by id. */
  readonly cells: ReadonlyMap<string, string>;
  /** Known only where the results were computed just now. */
  readonly path?: Path;
}

/** How a class came about. */
export interface Path {
  /** Id of the band by points alone; empty where there is none. */
  readonly natural: string;
  /** Ids of the quotas that moved the subject down. */
  readonly quotas: readonly string[];
}

const own: ReadonlySet<string> = new Set(
  "rank unclamped total band band_title state reason rules awards alerts marks".split(" "),
);

/** A subject from one line of a period's table; `key` and `name` are ids of columns. */
export function subjectOf(
  cells: ReadonlyMap<string, string>,
  key: readonly string[],
  name: string | undefined,
  path?: Path,
): Subject {
  const text = (id: string): string => cells.get(id) ?? "";
  const ids = (id: string): string[] => text(id).split(" ").filter(Boolean);
  return {
    key: key.map(text).join(" / "),
    name: name === undefined ? "" : text(name),
    class: text("band") || text("state"),
    hasBand: text("band") !== "",
    rank: text("rank"),
    total: text("total"),
    reason: text("reason"),
    rules: ids("rules"),
    awards: ids("awards"),
    alerts: ids("alerts"),
    cells: new Map([...cells].filter(([id]) => !own.has(id) && !key.includes(id))),
    ...(path && { path }),
  };
}
