// A second row of somebody is told of in the first run, by the same words, whatever else is wrong with either row, and classes nobody.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { compute } from "../../src/pipeline.ts";
import { source } from "../../src/text/source.ts";

interface DrawnRow {
  readonly key: string;
  readonly rater: string;
  readonly score: number;
  readonly isWrong: boolean;
}

const keys = ["1", "2", "3", "4", "5", "6"];
const drawnRows = fc.array(
  fc.record<DrawnRow>({
    key: fc.constantFrom(...keys),
    rater: fc.constantFrom("U", "V"),
    score: fc.integer({ min: 0, max: 9 }),
    isWrong: fc.boolean(),
  }),
  { minLength: 2, maxLength: 12 },
);

/** How rows are taken. */
interface Way {
  readonly further?: string;
  readonly rowsAtOnce?: number;
  /** What a second row is one of. */
  readonly id?: (row: DrawnRow) => string;
  readonly period?: string;
}

const ofYear = "rollups: [{ period: year, of: quarter, score: T, missing: skip, areas: [{ id: T, max: 9 }] }]";
const ratings = "ratings: { by: rater, level: item, blank: incomplete, combine: mean }";
const byRater = ({ key, rater }: DrawnRow): string => `${key} ${rater}`;
const ways: Readonly<Record<string, Way>> = {
  "many at once": { rowsAtOnce: 4096 },
  "two at once": { rowsAtOnce: 2 },
  "one by one": { rowsAtOnce: 0 },
  "when all are read": { further: "columns: { code: { type: text, required: true, match: fold } }" },
  "as ratings": { further: `columns: { rater: { type: text, of: rating, required: true } }\n${ratings}`, id: byRater },
  "as what a year has of its own": { further: ofYear, period: "2026" },
};

/** Errors but those of single cells, and who has a class. The rows stand in two sheets. */
async function outcome(rows: readonly DrawnRow[], cut: number, { further, rowsAtOnce, period = "2026-Q1" }: Way) {
  const head = period === "2026" ? "code,rater,T" : "code,rater,A";
  const lines = rows.map(({ key, rater, score, isWrong }) => `${key},${rater},${isWrong ? "?" : score}`);
  const sheet = (name: string, of: string, content: readonly string[]) => ({
    name,
    period: of,
    async *open() {
      yield Buffer.from(content.join("\n"));
    },
  });
  const parts = [lines.slice(0, cut), lines.slice(cut)].filter((part) => part.length > 0);
  const sheets = parts.map((part, at) => sheet(`${at + 1}.csv`, period, [head, ...part]));
  const quarter = sheet("q1.csv", "2026-Q1", ["code,rater,A", ...keys.map((key) => `${key},U,5`)]);
  const rubric = `schema: 1
id: t
version: "1"
period: quarter
missing: incomplete
subject: { key: code }
areas: [{ id: A, max: 9 }]
total: { max: 9 }
bands: [{ id: good, from: 5 }, { id: poor }]
${further ?? ""}`;
  const diagnostics = createDiagnostics();
  const computed = await compute(
    {
      rubric: source("rubric.yaml", rubric),
      sheets: period === "2026" ? [quarter, ...sheets] : sheets,
      period,
      ...(rowsAtOnce !== undefined && { rowsAtOnce }),
    },
    diagnostics,
  );
  const [results] = computed?.report.periods.map((each) => [...each.results]) ?? [];
  const errors = diagnostics.list.filter(({ severity, code }) => severity === "error" && code !== "D202");
  return { errors, rated: results?.filter(({ state }) => state === "rated").map(({ key }) => key) };
}

test.each(Object.entries(ways))("rows that are taken %s", async (_, way) => {
  let doubled = 0;
  const property = fc.asyncProperty(drawnRows, fc.nat(12), async (rows, cut) => {
    const sound = rows.map((row) => ({ ...row, isWrong: false }));
    const { errors, rated } = await outcome(rows, cut, way);
    expect(errors).toEqual((await outcome(sound, cut, way)).errors);
    const ids = rows.map(way.id ?? (({ key }) => key));
    const spoiled = new Set(
      rows.filter((row, at) => row.isWrong || ids.indexOf(ids[at] as string) !== at).map(({ key }) => key),
    );
    const sure = keys.filter((key) => rows.some((row) => row.key === key) && !spoiled.has(key));
    expect(rated?.toSorted()).toEqual(sure);
    doubled += errors.length;
  });
  await fc.assert(property);
  expect(doubled).toBeGreaterThan(0);
});
