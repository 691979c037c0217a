// One month of cross-scoring: 500 bodies, each scored by 500 raters on 17 items. Rows are not kept, so memory must not grow
// with them.   node bench/raters.mjs [UNITS]
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const units = Number(process.argv[2] ?? 500);
const items = Array.from({ length: 17 }, (_, at) => `C${at + 1}`);
const score = fileURLToPath(new URL("../bin/score.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "score-raters-"));

const rubric = `schema: 1
id: bench
version: "1"
period: month
missing: incomplete
subject: { key: unit }
columns:
  unit: { type: text, required: true }
  bloc: { type: text, required: true }
  rater: { type: text, of: rating, required: true }
  rater_bloc: { type: text, of: rating, required: true }
areas: [${items.map((id) => `{ id: ${id}, max: 10 }`).join(", ")}]
total: { max: 170 }
ratings: { by: rater, accept: rater_bloc != bloc, otherwise: refuse, level: item, combine: mean }
bands: [{ id: good, from: 120 }, { id: poor }]
`;

/** Every rater is of another bloc than the unit: 3 blocs of units, 3 of raters beside them. */
function writeSheet(path) {
  const file = openSync(path, "w");
  writeSync(file, `period,unit,bloc,rater,rater_bloc,${items.join(",")}\n`);
  for (let unit = 0; unit < units; unit++) {
    const lines = [];
    for (let rater = 0; rater < units; rater++) {
      const cells = items.map((_, at) => ((unit * 7 + rater * 3 + at * 5) % 101) / 10);
      lines.push(`2026-01,U${unit},K${unit % 3},R${rater},L${rater % 3},${cells.join(",")}\n`);
    }
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}

try {
  const [rubricFile, sheet] = [join(folder, "rubric.yaml"), join(folder, "2026-01.csv")];
  const file = openSync(rubricFile, "w");
  writeSync(file, rubric);
  closeSync(file);
  writeSheet(sheet);
  const rows = units * units;
  const megabytes = statSync(sheet).size / 1e6;
  const begin = process.hrtime.bigint();
  const peak = fileURLToPath(new URL("./peak.mjs", import.meta.url));
  const ran = spawnSync(
    process.execPath,
    ["--import", peak, score, "compute", rubricFile, sheet, "--quiet", "--format", "csv"],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      maxBuffer: 1e9,
    },
  );
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (ran.status !== 0) throw new Error(ran.stderr);
  const memory = Number(ran.output[3]) / 1024;
  console.log(
    `${rows} ratings of ${items.length} items, ${megabytes.toFixed(0)} MB: ${seconds.toFixed(1)} s, ${(rows / seconds / 1000).toFixed(0)}k ratings/s`,
  );
  console.log(`peak memory ${memory.toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
