import type { BandName, PeriodSnapshot } from "./snapshot.ts";
import { subjectOf } from "./snapshot.ts";

/** A CSV file taken apart: its head, then its lines. */
export type Table = readonly (readonly string[])[];

/** What the summary of a period calls things. */
export type SummaryNames = Pick<PeriodSnapshot, "bands" | "titles">;

/** One period as its result file tells it; `key` and `name` are ids of columns. */
export function snapshotOfTable(
  [head = [], ...lines]: Table,
  { bands, titles }: SummaryNames,
  key: readonly string[],
  name: string | undefined,
): PeriodSnapshot {
  const subjects = lines.map((line) => {
    const cells = new Map(head.map((id, at) => [id, line[at] ?? ""]));
    return subjectOf(cells, key, name);
  });
  return { bands, titles, subjects: new Map(subjects.map((subject) => [subject.key, subject])) };
}

/** The names of each period from `summary.csv`: bands, best first, awards and alerts. */
export function namesOfSummary([head = [], ...lines]: Table): ReadonlyMap<string, SummaryNames> {
  const at = (name: string): number => head.indexOf(name);
  const names = new Map<string, { readonly bands: BandName[]; readonly titles: Map<string, string> }>();
  for (const line of lines) {
    const [period = "", within, kind = "", id = "", title = ""] = ["period", "within", "kind", "id", "title"].map(
      (name) => line[at(name)],
    );
    const known = names.get(period) ?? { bands: [], titles: new Map<string, string>() };
    names.set(period, known);
    if (kind === "band" && within === "") known.bands.push({ id, title });
    if (titled.includes(kind)) known.titles.set(id, title);
  }
  return names;
}

const titled: readonly string[] = ["award", "award_open", "alert"];
