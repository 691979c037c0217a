import { atLeast, compare, least, mean, minus, over, plus, times } from "../exact.ts";
import type { Check } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { amongFirst, bandOf, grouped, placeOf, rankOf } from "../standing.ts";

const BANDS: Bands = [["tot", 100], ["kha", 90], ["trung_binh", 80], ["khong_dat"]];
/** What an offence costs each time, and at most in a week. */
const OFFENCES = [
  ["Đi muộn", 2, 20],
  ["Sai đồng phục", 5, 20],
  ["Vệ sinh bẩn", 10, 30],
] as const;

/** The week of a day of 2025, as 2025-W36: the one that holds its Thursday. */
function weekOf(day: string): string {
  const [date = 0, month = 0, year = 0] = day.split("/").map(Number);
  const at = new Date(Date.UTC(year, month - 1, date));
  const thursday = at.getTime() + (3 - ((at.getUTCDay() + 6) % 7)) * 86_400_000;
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1;
  return `${year}-W${week}`;
}

const check: Check = (sheet) => {
  const offences = sheet("so-sao-do.csv").map((row) => ({
    in: `${row("Lớp")} ${weekOf(row("Ngày"))}`,
    what: row("Lỗi"),
    times: row("Số lượt") || "1",
  }));
  const rows = sheet("tuan.csv").map((row) => {
    const own = offences.filter((one) => one.in === `${row("Lớp")} ${row("Tuần")}`);
    const lost = OFFENCES.map(([what, each, limit]) =>
      least(limit, times(each, plus(...own.filter((one) => one.what === what).map((one) => one.times)))),
    );
    const register = minus(row("Tổng điểm các tiết"), times(10, row("Số tiết")));
    const base = minus(plus(100, register), ...lost);
    const bonus = least(10, plus(least(10, row("Số điểm 10")), least(10, times(2, row("Số việc tốt")))));
    const total = plus(base, bonus);
    const deserved = compare(minus(100, base), over(bonus, 2)) <= 0;
    const band = bandOf(total, BANDS);
    return {
      week: row("Tuần"),
      name: row("Lớp"),
      year: row("Khối"),
      base,
      total,
      band: band === "tot" && !deserved ? "kha" : band,
    };
  });
  type Week = (typeof rows)[number];
  const figures = ({ band, total }: Week) => [-placeOf(band, BANDS), total];
  const weeks = [...grouped(rows, ({ week }) => week)].flatMap(([week, peers]) =>
    peers.map((one) => {
      const candidates = peers.filter(({ year, band }) => year === one.year && band === "tot");
      const flag = amongFirst(one, candidates, 1, figures) === "yes";
      const rank = rankOf(one, peers, ({ year }) => year, figures);
      const is = { rank, nen: one.base, total: one.total, band: one.band, awards: flag ? "co_tuan" : "" };
      return { of: `${week}.csv`, who: { lop: one.name }, is };
    }),
  );
  // The weeks up to 39 have their Thursday in September, the later ones in October.
  const monthOf = ({ week }: Week) => (atLeast(week.slice(6), 40) ? "2025-10" : "2025-09");
  const months = [...grouped(rows, (one) => `${monthOf(one)} ${one.name}`)].map(([key, own]) => {
    const [month = "", lop = ""] = key.split(" ");
    const total = mean(own.map((one) => one.total));
    return { of: `${month}.csv`, who: { lop }, is: { total, band: bandOf(total, BANDS) } };
  });
  return [...weeks, ...months];
};
export default check;
