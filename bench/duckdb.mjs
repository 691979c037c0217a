// Most of the job in DuckDB with two threads: exact sums, bands, quota, ranks in units and overall, one file, in no order. No
// names, no summary, no hashes; keys may be doubled.
//
//   node bench/duckdb.mjs SHEET OUT
import { DuckDBInstance } from "@duckdb/node-api";

const [, , sheet, out] = process.argv;
const sizes = [4, 6, 4, 3];
const areas = sizes.map((size, area) => Array.from({ length: size }, (_, item) => `s${area + 1}_${item + 1}`));
const types = [
  ...["member_id", "full_name", "unit_id", "bloc", "period"].map((id) => `'${id}': 'VARCHAR'`),
  ...areas.flat().map((id) => `'${id}': 'DECIMAL(5,2)'`),
  "'note': 'VARCHAR'",
];
const query = `
WITH scored AS MATERIALIZED (
  SELECT member_id, unit_id, period, ${areas.map((items, area) => `${items.join(" + ")} AS a${area + 1}`).join(", ")}
  FROM read_csv('${sheet}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${types.join(", ")}})
), totalled AS (
  SELECT *, (a1 + a2 + a3 + a4)::DECIMAL(5,2) AS total,
    CASE WHEN total >= 90 THEN 0 WHEN total >= 70 THEN 1 WHEN total >= 50 THEN 2 ELSE 3 END AS band
  FROM scored
), counts AS (
  SELECT period, total, COUNT(*) AS people FROM totalled GROUP BY ALL
), overall AS (
  SELECT period, total, 1 + COALESCE(SUM(people) OVER (
    PARTITION BY period ORDER BY total DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::BIGINT AS rank_overall
  FROM counts
), ranked AS (
  SELECT *,
    RANK() OVER (PARTITION BY period, unit_id ORDER BY total DESC) AS rank_in_unit,
    ROW_NUMBER() OVER (PARTITION BY period, unit_id ORDER BY total DESC, member_id) AS place,
    COUNT(*) FILTER (band = 1) OVER (PARTITION BY period, unit_id) AS good
  FROM totalled
)
SELECT member_id, unit_id, period, a1, a2, a3, a4, total,
  CASE WHEN band = 0 AND place > (good * 20) // 100 THEN 1 ELSE band END AS class, rank_in_unit, rank_overall
FROM ranked JOIN overall USING (period, total)`;

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
await connection.run("SET preserve_insertion_order = false");
await connection.run(`COPY (${query}) TO '${out}' (FORMAT csv, HEADER)`);
