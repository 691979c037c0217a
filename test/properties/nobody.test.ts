// CONTRACT 2: nobody is invented and nobody is dropped. A row that may have been a person's is an error, wherever it stands.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { compute } from "../../src/pipeline.ts";
import { source } from "../../src/text/source.ts";
import { compile } from "../reference/compile.ts";
import { csvText } from "../reference/csv.ts";
import { cellItems } from "../reference/generate/cells.ts";
import { drawn } from "../reference/generate/draw.ts";
import { rubricText } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { runs } from "../reference/runs.ts";

const rubricAndRows = fc.tuple(
  drawn(rubricText),
  drawn((draw) => draw),
);

async function errorsOf(rubric: string, sheet: string): Promise<{ codes: readonly string[]; isComputed: boolean }> {
  const diagnostics = createDiagnostics();
  const sheets = [
    {
      name: "sheet.csv",
      async *open() {
        yield Buffer.from(sheet);
      },
    },
  ];
  const computed = await compute({ rubric: source("rubric.yaml", rubric), sheets }, diagnostics);
  const codes = diagnostics.list.flatMap(({ code, severity }) => (severity === "error" ? [code] : []));
  return { codes, isComputed: computed !== undefined && !diagnostics.hasErrors };
}

test("somebody whose key is blank, and of whom a score is there", async () => {
  await fc.assert(
    fc.asyncProperty(rubricAndRows, async ([text, draw]) => {
      const { rubric } = compile(text);
      const items = cellItems(rubric.areas).map(({ id }) => id);
      const rows = sheetFor(draw, rubric);
      const scored = rows.filter(({ texts }) => items.some((id) => (texts[id] ?? "") !== ""));
      fc.pre(scored.length > 0);
      const row = draw.one(scored);
      const blank = draw.one([rubric.subject.key].flat());
      const unknown = { ...row, texts: { ...row.texts, [blank]: "" } };
      // One of several of the whole sheet, or all that there is.
      const others = draw.rarely(6) ? [] : rows.filter((other) => other !== row);
      const at = draw.int(0, others.length);
      const sheet = csvText(draw, rubric, [...others.slice(0, at), unknown, ...others.slice(at)]);
      expect(await errorsOf(text, sheet)).toEqual({ codes: ["D215"], isComputed: false });
    }),
    runs(0.4),
  );
});
