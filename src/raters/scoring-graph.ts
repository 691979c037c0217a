import type { Chart } from "../document/chart.ts";
import { showKey } from "../model/keys.ts";
import type { Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Analysis } from "./analyse.ts";

/** More raters or subjects than these are no picture any more. */
const [mostRaters, mostSubjects] = [40, 60];

/** Who scored whom, part by part: a square for each pair that was expected or given, as full as the share of its periods. */
export function scoringGraph({ pairs, parts, raterTitle }: Analysis, language: Language): readonly Chart[] {
  const partOf = new Map(parts.flatMap(({ part }, at) => part.raters.map((rater) => [rater, at] as const)));
  const found = new Map<string, { rater: string; subject: string; given: number; all: number }>();
  for (const { rater, subject, state } of pairs) {
    if (state === "left_out") continue;
    const id = `${rater}\u001F${subject}`;
    const pair = found.get(id) ?? { rater, subject, given: 0, all: 0 };
    found.set(id, pair);
    pair.all++;
    if (state === "scored") pair.given++;
  }
  const all = [...found.values()];
  const inParts = (rater: string): number => partOf.get(rater) ?? parts.length;
  const raters = [...new Set(all.map(({ rater }) => rater))].sort((a, b) => inParts(a) - inParts(b));
  const first = (subject: string): number =>
    Math.min(...all.flatMap((pair) => (pair.subject === subject && pair.given > 0 ? [inParts(pair.rater)] : [])));
  const subjects = [...new Set(all.map(({ subject }) => subject))];
  if (raters.length > mostRaters || subjects.length > mostSubjects || raters.length < 2) return [];
  const order = new Map(subjects.map((subject) => [subject, first(subject)]));
  subjects.sort((a, b) => (order.get(a) as number) - (order.get(b) as number) || 0);
  const title = phrase("Who scored whom")[language];
  const description = phrase(
    "the fuller a square, the more of its periods were scored; parts have shades of their own",
  );
  return [
    {
      kind: "chart",
      title: `${title}: ${description[language]}`,
      description: `${title}: ${description[language]}`,
      form: {
        kind: "matrix",
        rows: raters.map(raterTitle),
        columns: subjects.map(showKey),
        groups: parts.length,
        cells: all.map(({ rater, subject, given, all: count }) => ({
          row: raterTitle(rater),
          column: showKey(subject),
          share: given / count,
          group: inParts(rater),
        })),
      },
    },
  ];
}
