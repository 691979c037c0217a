import type { PeriodWord, RollupPart, Rubric } from "../../../src/rubric/2-shape/rubric.generated.ts";
import { before, partsOf, termsOf, wholeOf } from "../periods.ts";
import type { PlainRow } from "../sheet.ts";
import { attributes, cellItems, marksOf, withoutStrangers } from "./cells.ts";
import type { Draw } from "./draw.ts";

type Texts = PlainRow["texts"];

/** Rows that fit a rubric: every period that its rollups need, blanks, codes, and people who are equal. */
export function sheetFor(draw: Draw, rubric: Rubric): PlainRow[] {
  const periods = periodsFor(draw, rubric);
  const people = draw.list(1, periods.length > 1 ? (periods.length > 6 ? 3 : 5) : 14, (index) => person(draw, index));
  const rows: PlainRow[] = [];
  for (const [index, period] of periods.entries()) {
    const before = rows.length;
    for (const each of people) {
      // The first person is in every period, so that each one has a row.
      if (each !== people[0] && draw.rarely(6)) continue;
      const twin = rows.length > before && draw.rarely(2) ? draw.one(rows.slice(before)) : undefined;
      const last = index > 0 && draw.rarely(2) ? rows.findLast((row) => row.texts.ma === each.ma) : undefined;
      const texts = twin
        ? { ...twin.texts, ...(draw.rarely(3) && attributes(draw, rubric)) }
        : { ...last?.texts, ...(!last && attributes(draw, rubric)), ...marksOf(draw, rubric) };
      rows.push({ period, texts: withoutStrangers(rubric, rubric.areas, { period, texts: { ...texts, ...each } }) });
    }
  }
  let parts = periods;
  for (const [index, rollup] of (rubric.rollups ?? []).entries()) {
    parts = [...new Set(parts.map((part) => wholeOf(part, rollup.of, rollup.period, termsOf(rubric))))];
    if (rollup.areas) rows.push(...parts.flatMap((period) => ownRows(draw, rubric, rollup, period, people)));
    else rows.push(...parts.flatMap((period) => wholeRows(draw, rubric, period, 20 + 10 * index)));
  }
  return rows;
}

const person = (draw: Draw, index: number): Texts => ({
  ma: `${index}`.padStart(3, "0"),
  ho: draw.one(["a", "b"]),
  ten: "Công",
});

/** Rows that cover a longer period as a whole: of people who have none inside it, numbered from `first`. */
const wholeRows = (draw: Draw, rubric: Rubric, period: string, first: number): PlainRow[] =>
  draw.list(0, draw.rarely(3) ? 2 : 0, (index) => {
    const texts = { ...attributes(draw, rubric), ...marksOf(draw, rubric), ...person(draw, first + index) };
    return { period, texts: withoutStrangers(rubric, rubric.areas, { period, texts }) };
  });

/** Rows of what a rollup scores alone: of some people, and perhaps of one who has no other row. */
function ownRows(
  draw: Draw,
  rubric: Rubric,
  { areas = [] }: RollupPart,
  period: string,
  people: readonly Texts[],
): PlainRow[] {
  const raterColumns = Object.entries(rubric.columns ?? {}).filter(
    ([, column]) => (column.of ?? "subject") !== "subject",
  );
  const noRater = Object.fromEntries(raterColumns.map(([id]) => [id, ""]));
  // A file is known as a sheet by the column of an item.
  if (cellItems(areas).length === 0) return [];
  const guests = draw.rarely(4) ? [person(draw, people.length)] : [];
  return [...people.filter(() => !draw.rarely(3)), ...guests].map((each) => {
    const marks = marksOf(draw, { ...rubric, areas });
    const texts = { ...attributes(draw, rubric), ...noRater, ...marks, ...each };
    return { period, texts: withoutStrangers(rubric, areas, { period, texts }) };
  });
}

/** How many of the longest periods there may be at most, by how many kinds are shorter. */
const most: Readonly<Record<PeriodWord, readonly number[]>> = {
  year: [6, 2, 1],
  semester: [6, 1],
  quarter: [6, 2],
  month: [6, 2],
  week: [6],
};

/** Some periods up to the last; one of them may be left out. */
function severalUpTo(draw: Draw, last: string, count: number): string[] {
  const periods = [last];
  for (let more = draw.int(1, count); more > 1; more--) periods.unshift(before(periods[0] as string));
  const gap = periods.length > 2 && draw.rarely(3) ? draw.int(1, periods.length - 2) : undefined;
  return periods.filter((_, at) => at !== gap);
}

/** All that its longest rollups need. */
function periodsFor(draw: Draw, rubric: Rubric): string[] {
  const kinds = [rubric.period, ...(rubric.rollups ?? []).map((rollup) => rollup.period)];
  const isSchool = rubric.year !== undefined || (rubric.period === "semester" && draw.rarely(2));
  const first = { year: "2026", quarter: "2026-Q2", semester: "2026-H1", month: "2026-03", week: "2026-W01" } as const;
  const longest = kinds.at(-1) as PeriodWord;
  const school = longest === "semester" ? "2025-2026-HK1" : "2025-2026";
  let periods = severalUpTo(draw, isSchool ? school : first[longest], most[longest][kinds.length - 1] ?? 1);
  for (let at = kinds.length - 1; at > 0; at--) {
    periods = periods.flatMap((whole) =>
      partsOf(whole, kinds[at] as PeriodWord, kinds[at - 1] as PeriodWord, termsOf(rubric)),
    );
  }
  return periods;
}
