// LANGUAGE.md 1.9: a log gives what an office would count by hand, in months, quarters and years, whatever the order of its
// rows and the files they stand in.
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../reference/runs.ts";
import { readTree, withFolder, writeTree } from "../support/files.ts";
import { runHere } from "../support/run.ts";

/** The same law over facts (`log`), and over columns that somebody filled in by hand. */
const rubric = (late: string, points: string, tables: string) => `schema: 1
id: thu
version: "1"
period: month
missing: incomplete
subject: { key: [to, ma] }
columns:
  muon: { type: number, default: 0, min: 0 }
  diem: { type: number, default: 0, min: 0 }
${tables}areas:
  - { id: A, max: 100, min: none, value: "100 - 3 * ${late} - ${points}", clamp: false }
total: { max: 100, clamp: false }
bands:
  - { id: tot, title: Tốt, from: 80 }
  - { id: kem, title: Kém }
rules:
  - { id: ba_lan, when: "${late} >= 3", set: kem }
rollups:
  - period: quarter
    of: month
    score: mean
    missing: skip
    bands: [{ id: tot, title: Tốt, from: 80 }, { id: kem, title: Kém }]
    rules: [{ id: nam_lan, when: "${late.includes("log") ? late : "sum(periods, muon)"} >= 5", set: kem }]
`;
const table = `tables:
  log:
    of: subject
    period: khi
    columns: { khi: { type: text, header: Thời gian }, loi: { type: choice, values: [muon, khac], required: true }, diem: { type: number, default: 0, min: 0 } }
`;
const byLog = rubric('count(log, n, n.loi == \\"muon\\")', "sum(log, diem)", table);
const byHand = rubric("muon", "diem", "");

const people = ["1,a", "1,b", "2,a"];
const fact = fc.record({
  who: fc.constantFrom(...people),
  month: fc.integer({ min: 1, max: 3 }),
  form: fc.constantFrom("2026-0M", "Tháng M/2026", "tháng 0M năm 2026", "M/2026"),
  late: fc.boolean(),
  half: fc.nat(5),
  file: fc.nat(1),
});

test("a log counts as an office does by hand", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { maxLength: 25 }), async (facts) => {
      const head = "to,ma,period,muon,diem\n";
      const cells = [1, 2, 3].flatMap((month) =>
        people.map((who) => {
          const own = facts.filter((each) => each.who === who && each.month === month);
          const late = own.filter((each) => each.late).length;
          return { who, month, late, points: own.reduce((sum, { half }) => sum + half, 0) / 2 };
        }),
      );
      const sheet = cells.map(({ who, month, late, points }) => `${who},2026-0${month},${late},${points}\n`);
      const lines = (file: number) =>
        facts
          .filter((each) => each.file === file)
          .map(({ who, month, form, late, half }) => {
            const when = form.replace("M", String(month));
            return `${who},${when},${late ? "muon" : "khac"},"${String(half / 2).replace(".", ",")}"\n`;
          });
      const logHead = "to,ma,Thời gian,loi,diem\n";
      await withFolder(async (cwd) => {
        writeTree(
          cwd,
          Object.entries({
            "log.yaml": byLog,
            "hand.yaml": byHand,
            "sheet.csv": head + sheet.join(""),
            "log1.csv": logHead + lines(0).join(""),
            "log2.csv": logHead + lines(1).join(""),
          }),
        );
        const run = (argv: readonly string[]) => runHere(["compute", ...argv, "--quiet"], { cwd });
        expect(await run(["hand.yaml", "sheet.csv", "--out", "hand"])).toMatchObject({ exit: 0 });
        const logs = ["--table", "log=log2.csv", "--table", "log=log1.csv"];
        expect(await run(["log.yaml", "sheet.csv", ...logs, "--out", "log"])).toMatchObject({ exit: 0 });
        const results = (folder: string) =>
          [...readTree(join(cwd, folder))].filter(([name]) => name.startsWith("2026"));
        expect(results("log")).toEqual(results("hand"));
        expect(results("log").map(([name]) => name)).toEqual([
          "2026-01.csv",
          "2026-02.csv",
          "2026-03.csv",
          "2026-Q1.csv",
        ]);
      });
    }),
    runs(0.1),
  );
});
