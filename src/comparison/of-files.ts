import type { BandName, PeriodSnapshot } from "./snapshot.ts";
import { subjectOf } from "./snapshot.ts";

/** A CSV file taken apart: its head, then its lines. */
export type Table = readonly (readonly string[])[];

/** One period as its result file tells it; `key` and `name` are ids of columns. */
export function snapshotOfTable(
  [head = [], ...lines]: Table,
  bands: readonly BandName[],
  key: readonly string[],
  name: string | undefined,
): PeriodSnapshot {
  const subjects = lines.map((line) => {
    const cells = new Map(head.map((id, at) => [id, line[at] ?? ""]));
    return subjectOf(cells, key, name);
  });
  return { bands, subjects: new Map(subjects.map((subject) => [subject.key, subject])) };
}

/** The bands of each period, best first, from `summary.csv`. */
export function bandsOfSummary([head = [], ...lines]: Table): ReadonlyMap<string, readonly BandName[]> {
  const [period, within, kind, id, title] = ["period", "within", "kind", "id", "title"].map((each) =>
    head.indexOf(each),
  ) as [number, number, number, number, number];
  const bands = new Map<string, BandName[]>();
  for (const line of lines) {
    if (line[kind] !== "band" || line[within] !== "") continue;
    const list = bands.get(line[period] as string) ?? [];
    list.push({ id: line[id] ?? "", title: line[title] ?? "" });
    bands.set(line[period] as string, list);
  }
  return bands;
}
