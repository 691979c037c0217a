// A rubric for those who do not read YAML.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { markdownLines } from "../../../src/document/markdown.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { compileRubric } from "../../../src/rubric/compile.ts";
import { source } from "../../../src/text/source.ts";
import { rubricDocument } from "../../../src/views/rubric/rubric-document.ts";
import { root } from "../../support/files.ts";

function compiled(text: string): Plan {
  const plan = compileRubric(source("rubric.yaml", text), createDiagnostics());
  if (!plan) throw new Error("the rubric does not compile");
  return plan;
}

const told = (text: string, language: "en" | "vi"): string =>
  [...markdownLines(rubricDocument(compiled(text), language))].join("");

const rubric = (rest: string): string => `schema: 1
id: thu
version: "1"
period: quarter
missing: incomplete
blank_rows: incomplete
subject: { key: ma }
columns:
  vung: { type: text, required: true, title: Vùng }
  nghi: { type: number, min: 0, max: 90, default: 0, title: Ngày nghỉ }
  ky_luat: { type: choice, values: [khong, canh_cao], labels: { khong: Không, canh_cao: Cảnh cáo }, default: khong, title: Kỷ luật }
  truong: { type: flag, default: false, title: Trưởng }
areas:
  - { id: A, max: 60 }
  - { id: B, max: 40, missing: zero, when: "!truong" }
  - { id: B2, max: 40, when: truong }
total: { max: 100, clamp: false }
bands:
  - { id: tot, title: Tốt, from: 80, require: ["A >= full.A * 0.5"], otherwise: next }
  - { id: kha, title: Khá, from: 50 }
  - { id: yeu, title: Yếu }
${rest}`;

/** The words of one condition. */
const words = (when: string, language: "en" | "vi"): string =>
  /where (.*): at most|khi (.*): cao nhất/
    .exec(told(rubric(`rules: [{ id: r, when: '${when}', at_most: kha }]`), language))
    ?.slice(1)
    .find(Boolean) ?? "";

test.each([
  ['ky_luat != "khong"', "Kỷ luật is not Không", "Kỷ luật khác Không"],
  ["nghi > 30.5 && truong", "Ngày nghỉ is above 30.5 and Trưởng", "Ngày nghỉ trên 30,5 và Trưởng"],
  [
    "(nghi > 3 || truong) && A < 10",
    "(Ngày nghỉ is above 3 or Trưởng) and A is below 10",
    "(Ngày nghỉ trên 3 hoặc Trưởng) và A dưới 10",
  ],
  ["!(truong && A >= 3)", "not (Trưởng and A is at least 3)", "không phải (Trưởng và A từ 3 trở lên)"],
  [
    "raw.A <= full.A - 5 * 2",
    "the cell of A is at most the max of A − (5 × 2)",
    "ô của A không quá điểm tối đa của A − (5 × 2)",
  ],
  ['ky_luat in ["canh_cao"]', "Kỷ luật is among “canh\\_cao”", "Kỷ luật thuộc “canh\\_cao”"],
  ["(truong ? A : B) < 3", "(A if Trưởng, else B) is below 3", "(A nếu Trưởng, không thì B) dưới 3"],
  ["max(A, 3) >= 4", "greatest of (A; 3) is at least 4", "lớn nhất của (A; 3) từ 4 trở lên"],
  ["max([A, 3]) >= 4", "greatest of (A; 3) is at least 4", "lớn nhất của (A; 3) từ 4 trở lên"],
  ["round(A, 1) * 2 > 4", "(A rounded to 1) × 2 is above 4", "(A làm tròn đến 1) × 2 trên 4"],
])("%s", (when, english, vietnamese) => {
  expect(words(when, "en")).toBe(english);
  expect(words(when, "vi")).toBe(vietnamese);
});

test("what is particular of a node, a column, a band", () => {
  const text = told(rubric(""), "en");
  expect(text).toContain(
    "| B | B | 40 | points from 0 to 40 in steps of 0.01 | counts as 0 points | only where not (Trưởng) |",
  );
  expect(text).toContain("| Ngày nghỉ | Ngày nghỉ / nghi | a number, from 0, at most 90 | is 0 |");
  expect(text).toContain("| Kỷ luật | Kỷ luật / ky\\_luat | Không / Cảnh cáo | is Không |");
  expect(text).toContain("| Tốt | 80 | A is at least the max of A × 0.5 | Khá |");
});

test("a quota and an award say whom they are about and what equals get", () => {
  const quota =
    "quotas: [{ id: q, band: tot, share: 20%, of: [kha], basis: after, within: [vung], round: down, ties: out, then: kha }]";
  const award = "awards: [{ id: co, title: Cờ, top: 1, within: [vung], ties: open }]";
  const text = told(rubric(`${quota}\n${award}`), "en");
  expect(text).toContain(
    "- q: at most 20 % of those in Khá hold Tốt, in each Vùng; counted once the surplus has moved; the number of people is rounded down; who is beyond it goes to Khá; who stays: by Total; equals at the cut go down",
  );
  expect(text).toContain("- Cờ: the first 1, in each Vùng; by Total; equals at the cut are left to the authority");
});

/** Without the marks that keep Markdown from reading text as its own. */
const plain = (markdown: string): string =>
  markdown.replaceAll("\\", "").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");

/** Shipped rubrics that stand alone: an adopting one needs its base. */
const shipped = globSync(["rubrics/**/*.yaml", "examples/**/*.yaml"], { cwd: root })
  .sort()
  .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }))
  .filter(({ text }) => /^areas:/m.test(text) && !/^(?:extends|use|abstract):/m.test(text));

describe.each(shipped)("$name", ({ text }) => {
  test("is told in both languages, with nothing left out", () => {
    for (const language of ["en", "vi"] as const) {
      const document = told(text, language);
      expect(document).not.toMatch(/undefined|\[object|\bNaN\b|\{\w+\}/);
      const { stage, columns, rollups } = compiled(text);
      for (const { nodes, bands, rules, quotas, awards, alerts } of [stage, ...rollups]) {
        const named = [...nodes, ...bands, ...rules, ...quotas, ...awards, ...alerts];
        for (const { id, title } of [...named, ...columns]) expect(plain(document)).toContain(title?.[language] ?? id);
      }
    }
  });
});

test("points that depend on a column are told for each of its values", () => {
  const text = rubric("").replace("{ id: A, max: 60 }", "{ id: A, max: { by: ky_luat, khong: 60, else: 60 } }");
  expect(told(text, "vi")).toContain("điểm theo Kỷ luật: Không 60, Cảnh cáo 60");
});

test("a code of one of several ratings leaves that rater out, and a criterion says where it stands in the sheet", () => {
  const text = told(
    `schema: 1
id: thu
version: "1"
period: quarter
missing: incomplete
codes: { KPS: skip_total }
subject: { key: ma }
columns:
  cham: { type: text, of: rating, required: true }
ratings: { by: cham, level: item, combine: mean, at_least: 1, blank: incomplete }
areas: [{ id: A, max: 100, title: Nhiệm vụ, column: Cột A }]
total: { max: 100 }
bands: [{ id: tot, from: 80 }, { id: yeu }]
`,
    "en",
  );
  expect(text).toContain("“KPS” in a score cell: leaves the rater out of this item");
  expect(text).toContain("| in the sheet: Cột A |");
});

test("nothing that decides somebody's class is left out: sources, remarks, lists, blank rows, places of awards", () => {
  const text = told(
    rubric(`basis: [ { id: luat, title: Luật } ]
codes: { KPS: skip_total }
tables:
  don_vi:
    key: ma_don_vi
    columns:
      ma_don_vi: { type: text, required: true, header: [Mã đơn vị] }
      muc: { type: band, required: true }
      so: { type: number, min: 0, step: 1, default: 2 }
rules:
  - { id: r, when: nghi > 3, at_most: kha, cite: luat, note: illustrative }
  - { id: s, when: "vung in don_vi && don_vi[vung].so > 3", at_most: kha }
quotas: [ { id: q, band: tot, count: 2, within: [vung], ties: out, then: kha, note: lưu ý hạn mức } ]
awards:
  - { id: vang, title: Vàng, top: 1, ties: open }
  - { id: dong, title: Đồng, top: 8, from: 5, ties: all, except: [vang], note: lưu ý giải }
alerts: [ { id: c, title: Nhắc, when: total < 9, cite: luat, note: lưu ý nhắc } ]
rollups:
  - period: year
    of: quarter
    score: mean
    missing: skip
    attributes: first
    total: { max: 100, clamp: true }
    bands: [ { id: tot, title: Tốt, from: 80, cite: luat }, { id: yeu, title: Yếu } ]
    awards:
      - { id: lien, title: Ba năm, streak: { band: tot, years: 3, not_rated: skips, again: once } }
`),
    "en",
  );
  const said = [
    "r: where Ngày nghỉ is above 3: at most Khá; basis: Luật; illustrative",
    "who is beyond it goes to Khá",
    "equals at the cut go down; lưu ý hạn mức",
    "places 5 to 8",
    "who gets Vàng is passed over",
    "; lưu ý giải",
    "Nhắc: where the total is below 9; basis: Luật; lưu ý nhắc",
    "| don\\_vi | Mã đơn vị / ma\\_don\\_vi | a text | is refused | found by this |",
    "| don\\_vi | muc | a class | is refused |  |",
    "| don\\_vi | so | a number, from 0, in steps of 1 | is 2 |  |",
    "- A row with nothing but whose it is: a score is still owed",
    "- Where a criterion is left out of a sum, what the others give is scaled up to the full max",
    "| Tốt | 80 |  |  | basis: Luật |",
    "3 years in a row Tốt or better; once only in an unbroken row; one without a class is passed over",
    "- A quarter that still owes a score leaves the whole owing it",
    "- Who moved counts where he was in the first quarter",
    "- A total above 100 is cut there",
  ];
  expect(said.filter((each) => !text.includes(each))).toEqual([]);
  expect(text).not.toContain("passed over; equals");
});
