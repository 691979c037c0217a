// `--anonymise` on random rubrics and rows: no key of a sheet stands in anything that the program prints or writes.
import fc from "fast-check";
import { expect, test } from "vitest";
import { containing } from "../../src/period/calendar.ts";
import { parsePeriod } from "../../src/period/parse-period.ts";
import { compile } from "../reference/compile.ts";
import { csvText } from "../reference/csv.ts";
import { drawn } from "../reference/generate/draw.ts";
import { rubricText } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { runs } from "../reference/runs.ts";
import type { PlainRow } from "../reference/sheet.ts";
import { readTree, withFolder, writeTree } from "../support/files.ts";
import { runHere } from "../support/run.ts";

const rubricAndRows = fc.tuple(
  drawn(rubricText),
  drawn((draw) => draw),
);

/** Keys that cannot be anything else by chance. */
const tellable = ({ period, texts }: PlainRow): PlainRow => ({ period, texts: { ...texts, ma: `khoa${texts.ma}` } });
const aKey = /khoa\d/;

test("in the table and in files of every format, of complete years and of others", async () => {
  await fc.assert(
    fc.asyncProperty(rubricAndRows, async ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const rows = sheetFor(draw, rubric).map(tellable);
      const longest = plan.rollups.at(-1);
      const first = parsePeriod(rows[0]?.period ?? "");
      const whole = longest && first && !draw.rarely(4) ? containing(first, longest.period, plan.year) : undefined;
      const some = whole ? rows.filter(({ period }) => period === first?.name) : rows;
      const asked = whole ? ["--period", whole.name] : [];
      await withFolder(async (cwd) => {
        writeTree(cwd, [
          ["rubric.yaml", text],
          ["sheet.csv", csvText(draw, rubric, some)],
        ]);
        const argv = ["compute", "rubric.yaml", "sheet.csv", ...asked, "--anonymise", "map.csv"];
        for (const more of [
          ["--out", "out", "--format", "json", "--format", "md"],
          ["--format", "table"],
        ]) {
          const { exit, stdout, stderr } = await runHere([...argv, ...more], { cwd });
          expect(exit, stderr).toBe(0);
          expect(stdout).not.toMatch(aKey);
        }
        const files = [...readTree(`${cwd}/out`)];
        expect(files.length).toBeGreaterThan(2);
        for (const [name, bytes] of files) expect(Buffer.from(bytes).toString("utf8"), name).not.toMatch(aKey);
      });
    }),
    { ...runs(0.15), endOnFailure: true },
  );
});
