import type { Fraction } from "../exact.ts";
import { least, mean, minus, most, over, plus, rounded, times } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { bandOf, grouped } from "../standing.ts";

const BANDS: Bands = [["tot", 80], ["kha", 65], ["trung_binh"]];

/** Absent where the head's commitment has not been scored. */
function totalOf(row: Row): Fraction | undefined {
  if (row("Cam kết nêu gương") === "") return undefined;
  const rest = plus(row("Cam kết nêu gương"), most(0, minus(30, times(5, row("Số người vắng giao ban")))));
  const received = row("Kiến nghị tiếp nhận");
  if (received === "0") return rounded(times(rest, over(100, 60)), 2);
  return rounded(plus(rest, times(40, least(1, over(row("Kiến nghị đã giải quyết"), received)))), 2);
}

const check: Check = (sheet) => {
  const rows = sheet("xa-2026.csv").map((row) => ({
    quarter: row("Quý"),
    commune: row("Xã"),
    cluster: row("Cụm"),
    total: totalOf(row),
  }));
  const communes = rows.map(({ quarter, commune, total }) => ({
    of: `xa/${quarter}.csv`,
    who: { xa: commune },
    is: total ? { total, band: bandOf(total, BANDS) } : { state: "incomplete", band: "" },
  }));
  const years = [...grouped(rows, ({ commune }) => commune)].map(([xa, own]) => {
    const totals = own.flatMap(({ total }) => (total ? [total] : []));
    const total = rounded(mean(totals), 2);
    const whole = totals.length === 4;
    const is = whole ? { total, band: bandOf(total, BANDS) } : { state: "incomplete", band: "" };
    return { of: "xa/2026.csv", who: { xa }, is };
  });
  const last = rows.filter(({ quarter }) => quarter === "2026-Q4");
  const clusters = [...grouped(last, ({ cluster }) => cluster)].map(([cum, own]) => {
    const totals = own.flatMap(({ total }) => (total ? [total] : []));
    if (totals.length === 0) return { of: "cum/2026-Q4.csv", who: { cum }, is: { state: "not_rated", band: "" } };
    const total = rounded(mean(totals), 2);
    return { of: "cum/2026-Q4.csv", who: { cum }, is: { total, band: bandOf(total, BANDS) } };
  });
  return [...communes, ...years, ...clusters];
};
export default check;
