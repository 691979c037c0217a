// Pages of results of very many people: one that sums them up and opens at once, and one for each unit.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder } from "../support/files.ts";
import { runHere } from "../support/run.ts";

const people = process.env.MODE === "deep" ? 100_000 : 10_000;
const units = people / 500;

const rubric = `${readFileSync(join(root, "test/cases/shared/two-areas.yaml"), "utf8")}
blank_rows: incomplete
columns:
  ma: { type: text, required: true }
  don_vi: { type: text, required: true, title: Đơn vị }
rules:
  - { id: kem, when: B == 0, at_most: dat }
ranking: { within: [don_vi], by: [total] }
awards:
  - { id: nhat, title: Nhất, top: 1, within: [don_vi], ties: all }
alerts:
  - { id: thap, title: Dưới 10, when: total < 10 }
`;

/** One of 97 has no score of A. */
const line = (at: number): string =>
  `P${String(at).padStart(6, "0")},Nguyễn Văn ${at},2026-Q1,Đơn vị ${at % units},${at % 97 === 0 ? "" : (at * 7) % 60},${(at * 13) % 41}\n`;

test(
  `${people} people: a page of sums and a page for each of ${units} units, small and soon`,
  () =>
    withFolder(async (cwd) => {
      writeFileSync(join(cwd, "rubric.yaml"), rubric);
      const rows = Array.from({ length: people }, (_, at) => line(at)).join("");
      writeFileSync(join(cwd, "sheet.csv"), `ma,ho_ten,period,don_vi,A,B\n${rows}`);
      const score = async (...argv: readonly string[]) =>
        expect(await runHere([...argv, "--quiet"], { cwd })).toMatchObject({ exit: 0 });
      await score("compute", "rubric.yaml", "sheet.csv", "--out", "out");

      const before = process.cpuUsage();
      await score("report", "out");
      const page = readFileSync(join(cwd, "out/report.html"), "utf8");
      expect(page.length).toBeLessThan(400_000);
      expect(page).toContain(`${people / 1000}.000 người: xem tệp kết quả của kỳ`);
      // Lists of people end where nobody reads on.
      expect(page).toMatch(/P000000 Nguyễn Văn 0; .* … \(\+\d+\)</);

      await score("report", "out", "--per", "don_vi", "--out", "out/unit.html");
      const pages = readdirSync(join(cwd, "out")).filter((name) => /^unit-\d+\.html$/.test(name));
      expect(pages).toHaveLength(units);
      for (const name of pages) expect(statSync(join(cwd, "out", name)).size).toBeLessThan(400_000);
      const { user, system } = process.cpuUsage(before);
      // A third of a second for each thousand people, in time of the processor: others may work meanwhile.
      expect((user + system) / 1e6).toBeLessThan(people / 3000 + 5);
    }),
  600_000,
);
