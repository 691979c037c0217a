import { atLeast, exact, over, plus, times } from "../exact.ts";
import type { Check, Expectation, Row } from "../expectation.ts";
import { bandOf, grouped } from "../standing.ts";

const MINUTES = new Map([
  ["Đầy đủ", 10],
  ["Sơ sài", 5],
  ["Không có", 0],
]);

function month(row: Row): Expectation["is"] {
  if (row("Hoãn họp") !== "") return { band: "", state: "not_rated", rules: "hoan_hop" };
  const share = over(row("Số đảng viên có mặt"), row("Số đảng viên phải dự"));
  const attendance = atLeast(share, "0.95") ? 15 : atLeast(share, "0.8") ? 10 : 5;
  const duration = atLeast(row("Thời lượng (phút)"), 90) ? 10 : atLeast(row("Thời lượng (phút)"), 60) ? 6 : 2;
  const speakers = atLeast(row("Số người phát biểu"), 5) ? 15 : atLeast(row("Số người phát biểu"), 3) ? 10 : 0;
  const minutes = MINUTES.get(row("Biên bản")) ?? 0;
  const rest = plus(attendance, duration, speakers, minutes, row("Nội dung"), row("Phê bình"));
  const topic = row("Chuyên đề");
  const total = topic === "KPS" ? times(rest, over(100, 80)) : plus(rest, topic);
  const gates = attendance === 15 && duration === 10 && speakers === 15 && minutes === 10;
  const band = bandOf(total, [["tot", 90], ["kha", 70], ["trung_binh", 50], ["kem"]]);
  return { total, band: band === "tot" && !gates ? "kha" : band, state: "rated" };
}

function year(bands: readonly string[]): Expectation["is"] {
  const total = times(over(bands.filter((band) => band === "tot").length, bands.length), 100);
  const band = bandOf(total, [["tot", 75], ["kha", 50], ["trung_binh", 25], ["kem"]]);
  return { total: exact(total), band: band === "tot" && bands.includes("kem") ? "kha" : band, state: "rated" };
}

const check: Check = (sheet) => {
  const months = sheet("sinh-hoat-2026.csv").map((row) => ({
    of: `${row("Tháng")}.csv`,
    who: { ma_chi_bo: row("Mã") },
    is: month(row),
  }));
  const rated = months.filter(({ is }) => is.state === "rated");
  const years = [...grouped(rated, ({ who }) => who.ma_chi_bo)].map(([ma_chi_bo, own]) => ({
    of: "2026.csv",
    who: { ma_chi_bo },
    is: year(own.map(({ is }) => `${is.band}`)),
  }));
  return [...months, ...years];
};
export default check;
