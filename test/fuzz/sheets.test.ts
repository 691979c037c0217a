// Whatever a sheet, a list of decisions or a table holds, there are results or it is said what is wrong.
import fc from "fast-check";
import { expect, test } from "vitest";
import { withFolder, writeTree } from "../support/files.ts";
import { mutatedBytes } from "../support/mutations.ts";
import { runHere } from "../support/run.ts";

const rubric = `schema: 1
id: fuzz
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma, name: ho_ten }
columns:
  to: { type: text, required: true }
  ky_luat: { type: choice, values: [khong, khien_trach], default: khong }
  sinh: { type: date, default: "1990-03-31" }
areas:
  - id: A
    max: 60
    items:
      - { id: A1, max: 40 }
      - { id: A2, levels: { tot: 20, kem: 0 } }
  - { id: B, max: 40 }
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 80 }, { id: dat, title: Đạt }]
tables: { units: { key: to, columns: { rate: { type: number, required: true } } } }
rules: [{ id: slow, when: "units[to].rate < 50", at_most: dat }]
quotas: [{ id: it, band: tot, share: 20%, of: rated, basis: before, within: [], round: down, ties: open, then: dat, order: [total] }]
ranking: { within: [to], by: [band, total] }
rollups: [{ period: year, of: quarter, score: mean, missing: skip, at_least: 1 }]
`;
const given = {
  "rubric.yaml": rubric,
  "q1.csv":
    "Bảng điểm quý I/2026\nma,ho_ten,to,ky_luat,sinh,A1,A2,B\n001,An,1,,31/3/1990,38.5,Tốt,39\n002,Ý,2,khien_trach,,40,kem,\nTổng,,,,,78.5,,\n",
  "q2.csv": 'ma;ho_ten;to;period;A1;A2;B\n001;"An ""Bé""";1;Quý 2/2026;38,5;tot;39\n003;Ở;2;2026-Q2;0;kem;0\n',
  "units.csv": "to,rate\n1,60\n2,40\n",
  "decisions.csv": "key,period,action,value,reason,authority,date\n001,2026-Q1,set_band,dat,appeal,board,2026-04-01\n",
};
const argv =
  "compute rubric.yaml q1.csv q2.csv --table units=units.csv --decisions decisions.csv --out out --keep-going";

test("the files are in order as they are", () =>
  withFolder(async (cwd) => {
    writeTree(cwd, Object.entries(given));
    const { exit, stderr } = await runHere(argv.split(" "), { cwd });
    expect(stderr).not.toMatch(/error [A-Z]/);
    expect(exit).toBe(0);
  }));

test.each(["q1.csv", "q2.csv", "units.csv", "decisions.csv"] as const)("%s that is changed", async (name) => {
  const property = fc.asyncProperty(mutatedBytes(given[name]), (bytes) =>
    withFolder(async (cwd) => {
      writeTree(cwd, Object.entries({ ...given, [name]: bytes }));
      const { exit, stderr } = await runHere(argv.split(" "), { cwd });
      expect([0, 1, 2], stderr).toContain(exit);
      if (exit > 0) expect(stderr).toMatch(/error [A-Z]\d{3}: /);
    }),
  );
  await fc.assert(property, { numRuns: Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 2) });
});

/** A file with another text in each of its cells, one after the other. */
function* withEachCell(file: string, text: string): Generator<string> {
  for (const { 0: cell, index } of file.matchAll(/[^,;"\n]+/g))
    yield `${file.slice(0, index)}${text}${file.slice(index + cell.length)}`;
}

test.each([
  ["words and signs", `q${"Tổ 1. (a: b/2) - ".repeat(1_500)}z`],
  ["letters behind a dash", `g-${"a".repeat(100_000)}-${"1".repeat(100_000)}x`],
  ["figures", `${"1".repeat(100_000)}x`],
])(
  "no cell costs more for each letter, the longer it is: %s",
  async (_, long) => {
    for (const [name, file] of Object.entries(given).slice(1)) {
      for (const text of withEachCell(file, long)) {
        await withFolder(async (cwd) => {
          writeTree(cwd, Object.entries({ ...given, [name]: text }));
          const before = process.cpuUsage();
          const { exit, stderr } = await runHere(argv.split(" "), { cwd });
          const { user, system } = process.cpuUsage(before);
          expect([0, 1, 2], stderr).toContain(exit);
          expect((user + system) / 1e6, `seconds, ${name}: ${text.replaceAll(long, "…")}`).toBeLessThan(3);
        });
      }
    }
  },
  300_000,
);
