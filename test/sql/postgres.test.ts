// The same in PostgreSQL, whose sorting and division are others.
import fc from "fast-check";
import { expect, test } from "vitest";
import { dialectOf } from "../../src/sql/dialect.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { drawn } from "../reference/generate/draw.ts";
import { hasPostgres, inPostgres } from "../support/postgres.ts";
import { example, tableOf } from "./subset.ts";

// Skipped only where the server is not installed: .ci/run installs it and sets REQUIRE_ALL.
test.skipIf(!hasPostgres && process.env.REQUIRE_ALL !== "1")("random rubrics and sheets of the subset", () => {
  const examples = fc.sample(drawn(example), 20);
  const script = examples.flatMap((each) => {
    const sheet = { table: "sheet", names: new Map(), period: each.period };
    const written = writeSql(each.plan, dialectOf("postgres"), sheet, "query");
    if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
    return [...tableOf(each, "TEXT").map((statement) => `${statement};`), written.sql, "\\echo ----"];
  });
  const printed = inPostgres(`SET client_min_messages TO warning;\n${script.join("\n")}\n`);
  const results = printed.split("----\n").slice(0, -1);
  const expected = examples.map(({ csv }) => csv.slice(csv.indexOf("\n") + 1));
  expect(results).toEqual(expected);
});
