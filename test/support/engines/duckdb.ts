import { DuckDBInstance } from "@duckdb/node-api";
import type { Engine, Rows } from "./engine.ts";
import { tableOf } from "./engine.ts";

/** DuckDB, within this process. */
export async function startDuckdb(): Promise<Engine> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return {
    async load(table, rows) {
      for (const statement of tableOf(table, rows, "VARCHAR")) await connection.run(statement);
    },
    async run(statement) {
      return (await connection.runAndReadAll(statement)).getRows() as unknown as Rows;
    },
    stop: () => connection.closeSync(),
  };
}
