import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { OpenResults } from "../archive/open-results.ts";
import type { Table } from "../comparison/of-files.ts";
import { namesOfSummary, snapshotOfTable } from "../comparison/of-files.ts";
import type { PeriodSnapshot, Snapshot } from "../comparison/snapshot.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { readOwnRows } from "../sheet/1-records/open-records.ts";

/** What result files tell, period by period; undefined, with a diagnostic, where the receipt does not list them all. */
export async function readSnapshot(
  { directory, receipt }: OpenResults,
  diagnostics: Diagnostics,
): Promise<Snapshot | undefined> {
  const needed = ["summary.csv", ...receipt.counts.map(({ period }) => `${period}.csv`)];
  if (!needed.every((name) => receipt.outputs.some((output) => output.name === name))) {
    diagnostics.report("C151", { directory, what: "outputs" });
    return undefined;
  }
  const names = namesOfSummary(await readTable(join(directory, "summary.csv")));
  const periods = new Map<string, PeriodSnapshot>();
  for (const { period } of receipt.counts) {
    const table = await readTable(join(directory, `${period}.csv`));
    const { key, name } = receipt.rubric;
    periods.set(period, snapshotOfTable(table, names.get(period) ?? { bands: [], titles: new Map() }, key, name));
  }
  return { name: directory, periods };
}

async function readTable(file: string): Promise<Table> {
  const { rows } = await readOwnRows({ name: file, open: () => createReadStream(file) });
  return rows.map(({ cells }) => cells);
}
