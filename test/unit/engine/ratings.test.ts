// Several ratings of one subject, from sheet to total: LANGUAGE, ratings.
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../../src/diagnostics/message.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import type { Result } from "../../../src/model/report.ts";
import { divide, toKey } from "../../../src/number/exact.ts";
import { compileRubric } from "../../../src/rubric/compile.ts";
import { readSheets } from "../../../src/sheet/4-rows/read-sheet.ts";
import { source } from "../../../src/text/source.ts";
import { reasonText } from "../../../src/views/reason-text.ts";

const head = "period,ma,diem,nguoi_cham,khoi_cham,vai_tro,A,B";

interface Given {
  readonly ratings: string;
  /** Cells from `ma` on. */
  readonly rows: readonly string[];
  readonly total?: string;
  readonly keepRows?: (key: string) => boolean;
}

async function computed({ ratings, rows, total = "total: { max: 100, clamp: false }\n", keepRows }: Given) {
  const text = `schema: 1
id: t
version: "1"
period: month
missing: incomplete
codes: { KPS: skip_total, BO: skip_area }
subject: { key: ma }
columns:
  ma: { type: text, required: true }
  diem: { type: number, required: true }
  nguoi_cham: { type: text, of: rating, required: true }
  khoi_cham: { type: text, of: rating, required: true }
  vai_tro: { type: text, of: rating, required: true }
areas: [{ id: A, max: 60 }, { id: B, max: 40 }]
${total}bands: [{ id: tot, from: 50 }, { id: kem }]
ratings: { by: nguoi_cham, ${ratings} }
`;
  const diagnostics = createDiagnostics();
  const plan = compileRubric(source("rubric.yaml", text), diagnostics);
  if (!plan) throw new Error(JSON.stringify(diagnostics.list));
  const engine = createEngine(plan, diagnostics, { reasonText, ...(keepRows && { keepRows }) });
  const bytes = Buffer.from([head, ...rows.map((row) => `2026-01,${row}`)].join("\n"));
  const input = {
    name: "s.csv",
    open: async function* () {
      yield bytes;
    },
  };
  await readSheets(plan, [input], {}, diagnostics, engine.add, engine.addBroken);
  const results = engine.finish().periods[0]?.results ?? [];
  const points = (units: Result["total"]): string | undefined =>
    units === undefined ? undefined : toKey(divide(units, plan.scale));
  return {
    codes: diagnostics.list
      .filter(({ severity, code }) => severity !== "note" && code !== "R715")
      .map(({ code, place }) => `${code} ${place?.line}`),
    related: (of: string) =>
      diagnostics.list
        .filter(({ code }) => code === of)
        .flatMap(({ related }) => related.map(({ place, message }) => `${place.line}:${place.column} ${message.en}`)),
    gaps: diagnostics.list.filter(({ code }) => code === "A306").map((each) => messageOf(each, "en")),
    notes: diagnostics.list.filter(({ code }) => code === "A304").length,
    results,
    totals: Object.fromEntries([...results].map((result) => [result.key, points(result.total)])),
    scores: Object.fromEntries([...results].map((result) => [result.key, result.scores.map(points)])),
    reasons: Object.fromEntries([...results].map((result) => [result.key, result.reason?.kind])),
    texts: (language: "en" | "vi") =>
      Object.fromEntries([...results].map(({ key, reason }) => [key, reasonText({ ...plan, language }, reason)])),
  };
}

/** A is 60, 30, 50, 6; B is 40, 40, 10, 20; the totals are 100, 70, 60, 26. */
const four = ["x,1,R1,K1,a,60,40", "x,1,R2,K1,a,30,40", "x,1,R3,K2,b,50,10", "x,1,R4,K3,c,6,20"];
const roles = "role: vai_tro, combine: { weights: { a: 60%, b: 30%, c: 10% } }";

test.each([
  ["combine: mean", "64", "64"],
  ["combine: median", "70", "65"],
  ["combine: sum", "256", "256"],
  ["combine: { trimmed: 1 }, at_least: 3", "70", "65"],
  ["combine: { mean_of: khoi_cham }", "57", "57"],
  ["role: vai_tro, combine: { first: [c, a, b] }", "26", "26"],
  [`${roles}, absent: incomplete`, "358/5", "358/5"],
  ["combine: mean, round: { to: 10, mode: half_up }", "70", "60"],
])("%s: items give %s, totals %s", async (ratings, items, totals) => {
  const byItem = await computed({ ratings: `level: item, blank: incomplete, ${ratings}`, rows: four });
  const byTotal = await computed({ ratings: `level: total, ${ratings}`, rows: four });
  expect([byItem.codes, byTotal.codes]).toEqual([[], []]);
  expect([byItem.totals, byTotal.totals]).toEqual([{ x: items }, { x: totals }]);
  expect(byTotal.scores).toEqual({ x: [undefined, undefined] });
});

test("a role that did not score", async () => {
  const rows = four.slice(0, 3);
  const strict = await computed({ ratings: `level: total, ${roles}, absent: incomplete`, rows });
  expect([strict.totals, strict.reasons]).toEqual([{ x: undefined }, { x: "missing_roles" }]);
  expect(strict.texts("en")).toEqual({ x: "no score by: c" });
  // (85 × 0.6 + 60 × 0.3) / 0.9
  const others = await computed({ ratings: `level: total, ${roles}, absent: renormalise`, rows });
  expect(others.totals).toEqual({ x: "230/3" });
});

test("a rater who skips an item is left out of it; a score that is owed leaves the subject incomplete", async () => {
  const rows = [
    "x,1,R1,K1,a,60,KPS",
    "x,1,R2,K1,a,30,40",
    "y,1,R1,K1,a,60,KPS",
    "y,1,R2,K1,a,30,BO",
    "z,1,R1,K1,a,60,",
  ];
  const { scores, totals, reasons } = await computed({
    ratings: "level: item, blank: incomplete, combine: mean",
    rows,
  });
  expect(scores).toEqual({ x: ["45", "40"], y: ["45", "0"], z: ["60", undefined] });
  expect(totals).toEqual({ x: "85", y: "75", z: undefined });
  expect(reasons.z).toBe("missing_scores");
});

test("at_least counts, for each item, the ratings that do not skip it", async () => {
  const rows = ["x,1,R1,K1,a,60,KPS", "x,1,R2,K1,a,30,40", "y,1,R1,K1,a,60,40"];
  const { totals, texts } = await computed({
    ratings: "level: item, blank: incomplete, combine: mean, at_least: 2",
    rows,
  });
  expect(totals).toEqual({ x: undefined, y: undefined });
  expect(texts("en")).toEqual({
    x: "too few ratings: B (1 of 2 needed)",
    y: "only 1 accepted rating, at least 2 needed",
  });
  expect(texts("vi")).toEqual({
    x: "không đủ lượt chấm: B (có 1, cần 2)",
    y: "chỉ có 1 lượt chấm hợp lệ, cần ít nhất 2",
  });
});

test("all that lacks is told at once: items with too few ratings, those with a score owed, roles that did not score", async () => {
  const rows = [
    // A rating that owes its score does not skip the item: two of A, one of B.
    "x,1,R1,K1,a,60,KPS",
    "x,1,R2,K1,a,,40",
    "x,1,R3,K1,b,KPS,KPS",
    // Two of each, one owed.
    "y,1,R1,K1,a,60,40",
    "y,1,R2,K1,b,60,",
    "z,1,R1,K1,a,,40",
  ];
  const { texts } = await computed({ ratings: "level: item, blank: incomplete, combine: mean, at_least: 2", rows });
  expect(texts("en")).toEqual({
    x: "too few ratings: B (1 of 2 needed); no score: A",
    y: "no score: B",
    z: "only 1 accepted rating, at least 2 needed; no score: A",
  });
});

test("a role that scored some items only is named with those that it did not score", async () => {
  const rows = ["x,1,R1,K1,a,60,40", "x,1,R2,K1,b,30,KPS", "y,1,R2,K1,b,60,40", "y,1,R3,K1,c,,40"];
  const { texts } = await computed({ ratings: `level: item, blank: incomplete, ${roles}, absent: incomplete`, rows });
  expect(texts("en")).toEqual({ x: "no score by: b (B), c", y: "no score: A; no score by: a (B)" });
  expect(texts("vi")).toEqual({ x: "chưa có điểm của: b (B), c", y: "thiếu tiêu chí A; chưa có điểm của: a (B)" });
});

test("raters without a total are counted; where nothing applies, nothing is owed", async () => {
  const rows = ["x,1,R1,K1,a,60,", "x,1,R2,K1,a,KPS,KPS", "x,1,R3,K1,a,1,1", "y,1,R1,K1,a,KPS,BO"];
  const byTotal = await computed({ ratings: "level: total, combine: mean, at_least: 2", rows });
  expect(byTotal.texts("en")).toEqual({
    x: "2 of 3 ratings have no total",
    y: "only 1 accepted rating, at least 2 needed; 1 of 1 rating has no total",
  });
  const byItem = await computed({ ratings: "level: item, blank: incomplete, combine: mean", rows });
  expect(byItem.texts("en")).toEqual({ x: "no score: B", y: "no item to score" });
});

test("with `expect: all` the ratings that nobody gave are counted, of all that `accept` allows", async () => {
  const accept = "accept: nguoi_cham != ma, otherwise: ignore, expect: all";
  const rows = ["R1,1,R2,K1,a,1,1", "R2,1,R2,K1,a,1,1", "R2,1,R1,K1,a,1,1", "R3,1,R1,K1,a,1,1"];
  const { gaps } = await computed({ ratings: `level: item, blank: incomplete, combine: mean, ${accept}`, rows });
  expect(gaps).toEqual(["2026-01: 1 of 4 expected ratings is absent, such as that of R3 by R2"]);
  const whole = await computed({
    ratings: `level: item, blank: incomplete, combine: mean, ${accept}`,
    rows: [...rows, "R3,1,R2,K1,a,1,1"].reverse(),
  });
  expect(whole.gaps).toEqual([]);
  const unasked = await computed({ ratings: "level: item, blank: incomplete, combine: mean", rows });
  expect(unasked.gaps).toEqual([]);
});

test("raters' totals are combined before they are clamped and rounded, once", async () => {
  const total = "total: { max: 100, clamp: true, round: { to: 1, mode: half_up } }\nranking: { by: [total] }\n";
  const rows = ["x,1,R1,K1,a,40.4,0", "x,1,R2,K1,a,40.4,0", "y,1,R1,K1,a,60,0", "y,1,R2,K1,a,60,10"];
  const { totals, results } = await computed({ ratings: "level: total, combine: sum", total, rows });
  expect(totals).toEqual({ x: "81", y: "100" });
  expect([...results].map(({ unclamped }) => unclamped)).toEqual([13_000, 8100]);
});

test("a rater scores a subject once in a period, and its rows agree on the subject", async () => {
  const rows = ["x,0.5,R1,K1,a,60,40", "x,0.50,R2,K1,a,60,40", "x,0.5,R1,K1,a,60,40", "x,0.4,R3,K1,a,60,40"];
  const { codes, reasons } = await computed({ ratings: "level: item, blank: incomplete, combine: mean", rows });
  expect(codes).toEqual(["A301 4", "A302 5"]);
  // Whoever goes on in spite of the error sees no score.
  expect(reasons).toEqual({ x: "broken_row" });
});

test("ratings that are not accepted are refused, or left out and listed", async () => {
  const rows = [...four, "y,1,R1,K9,a,60,40"];
  const accept = 'accept: khoi_cham == "K1" || khoi_cham == "K2"';
  const refused = await computed({
    ratings: `level: item, blank: incomplete, combine: mean, ${accept}, otherwise: refuse`,
    rows,
  });
  expect(refused.codes).toEqual(["A303 5", "A303 6"]);
  // The cell that decided, beside that of the rater.
  expect(refused.related("A303")).toEqual(["5:5 khoi_cham = K3", "6:5 khoi_cham = K9"]);
  const ignored = await computed({
    ratings: `level: item, blank: incomplete, combine: mean, ${accept}, otherwise: ignore`,
    rows,
  });
  expect([ignored.codes, ignored.notes]).toEqual([[], 2]);
  // Somebody whose only rating is left out is still listed.
  expect(ignored.totals).toEqual({ x: "230/3", y: undefined });
  expect(ignored.reasons.y).toBe("too_few_ratings");
});

test("a role that the combination does not name is an error", async () => {
  const { codes } = await computed({
    ratings: "level: item, blank: incomplete, role: vai_tro, combine: { first: [a, b] }",
    rows: four,
  });
  expect(codes).toEqual(["A305 5"]);
});

test("a subject's rows are kept for those who ask for them", async () => {
  const rows = [...four, "y,1,R1,K1,a,60,40", "y,1,R2,K1,a,60,40"];
  const { results } = await computed({
    ratings: "level: item, blank: incomplete, combine: mean",
    rows,
    keepRows: (key) => key === "x",
  });
  expect(Object.fromEntries([...results].map((result) => [result.key, result.rows.map(({ line }) => line)]))).toEqual({
    x: [2, 3, 4, 5],
    y: [6],
  });
});
