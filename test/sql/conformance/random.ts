// Random rubrics and sheets.
import fc from "fast-check";
import { expect, test } from "vitest";
import { dialectOf } from "../../../src/sql/dialect.ts";
import type { Written } from "../../../src/sql/sql.ts";
import { writeSql } from "../../../src/sql/sql.ts";
import type { Draw } from "../../reference/generate/draw.ts";
import { drawn } from "../../reference/generate/draw.ts";
import { csvOf } from "../../support/engines/engine.ts";
import type { EarlierExample } from "../earlier-results.ts";
import { earlierCsv, earlierExample, earlierRows, earlierSheet, onceExample } from "../earlier-results.ts";
import type { Example } from "../subset.ts";
import { anyExample, decidedExample, example, longSheetOf, lookingExample, ratedExample, sheetOf } from "../subset.ts";
import { refusesAlike } from "../untidy.ts";
import type { Trial } from "./trial.ts";
import { patience } from "./trial.ts";

export function randomOnes({ name, engine, random, isSlow, longest, sqlOf }: Trial): void {
  const whileSearching = Math.max(patience, random * 10_000);

  const property = fc.asyncProperty(drawn(example), async (each) => {
    await engine.load("sheet", sheetOf(each));
    const rows = await engine.run(sqlOf(each.plan, "query", { period: each.period }));
    expect(csvOf(rows)).toBe(each.csv.slice(each.csv.indexOf("\n") + 1));
  });
  test(
    "random rubrics and sheets of the subset",
    () => fc.assert(property, { numRuns: random, endOnFailure: true }),
    whileSearching,
  );

  const summed = fc.asyncProperty(drawn(example), async (each) => {
    await engine.load("cells", longSheetOf(each));
    const sheet = { table: "cells", isLong: true, period: each.period };
    expect(csvOf(await engine.run(sqlOf(each.plan, "query", sheet, "summary")))).toBe(each.summary);
  });
  // Engines of many processes take minutes for one of these.
  test.runIf(random > 10)(
    "summaries of random rubrics and of sheets with a row for each cell",
    () => fc.assert(summed, { numRuns: Math.ceil(random / 3), endOnFailure: true }),
    whileSearching,
  );

  const anything = (of: (draw: Draw) => Example | Promise<Example>) =>
    fc.asyncProperty(drawn(of), fc.nat(2), async (drawing, number) => {
      const each = await drawing;
      const asks = isSlow ? [number === 0 ? "summary" : "results"] : ["results", "summary"];
      const sheet = {
        table: "sheet",
        names: new Map(),
        period: each.period,
        ...(each.decisions && { decisions: "quyet_dinh" }),
      };
      const [written, summary] = [undefined, "summary" as const].map((of) =>
        writeSql(each.plan, dialectOf(name), sheet, "query", of),
      ) as [Written, Written];
      fc.pre(!("sql" in written) || written.sql.length <= longest);
      await engine.load("sheet", sheetOf(each));
      for (const [id, rows] of each.tables ?? []) await engine.load(id, rows);
      if (each.decisions) await engine.load("quyet_dinh", each.decisions);
      if (!("sql" in written)) expect(written.outside).not.toEqual([]);
      else if (asks.includes("results"))
        expect(csvOf(await engine.run(written.sql))).toBe(each.csv.slice(each.csv.indexOf("\n") + 1));
      if (!("sql" in summary)) expect(summary.outside).not.toEqual([]);
      else if (!asks.includes("summary")) return;
      else if (each.isProvisional)
        await expect(engine.run(summary.sql)).rejects.toThrow("compute its summary with score");
      else expect(csvOf(await engine.run(summary.sql))).toBe(each.summary);
    });
  test.each([
    ["of the whole language", anyExample],
    ["with several raters", ratedExample],
    ["with tables, logs and what earlier periods gave", lookingExample],
    ["with decisions of the authority", decidedExample],
  ])(
    "random rubrics %s: the same bytes, or refused by name",
    (_, of) => fc.assert(anything(of), { numRuns: random, endOnFailure: true }),
    whileSearching,
  );

  test(
    "what the program refuses of random untidy sheets, tables and logs a query lists, and never gives another result",
    () => refusesAlike(engine, name, Math.ceil(random * 0.3), longest),
    whileSearching,
  );

  const lasting = (of: (draw: Draw) => EarlierExample) =>
    fc.asyncProperty(drawn(of), async (each) => {
      await engine.load("sheet", earlierSheet(each));
      await engine.load("Ket_Qua", earlierRows(each.earlier));
      const sheet = { earlier: "Ket_Qua", ...(each.period !== undefined && { period: each.period }) };
      expect(csvOf(await engine.run(sqlOf(each.plan, "query", sheet)))).toBe(earlierCsv(each));
    });
  test.each([
    ["years in a row", earlierExample],
    ["offences that count once", onceExample],
  ])(
    "%s over results of earlier runs",
    (_, of) => fc.assert(lasting(of), { numRuns: Math.ceil(random / 3), endOnFailure: true }),
    whileSearching,
  );
}
