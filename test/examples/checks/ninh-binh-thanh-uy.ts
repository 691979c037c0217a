import type { Fraction } from "../exact.ts";
import { least, mean, minus, most, plus, rounded, times } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { amongFirst, atMost, bandOf, grouped, rankOf } from "../standing.ts";

const BANDS: Bands = [["tot", 80], ["kha", 65], ["trung_binh", 50], ["yeu"]];

/** 40 points for all, 60 of the bloc; where nothing could be judged in XP3 the other 45 are scaled up. */
function unitTotal(row: Row): Fraction {
  const common = plus(row("C1"), row("C2"), most(0, minus(20, times(5, row("C3")))));
  if (row("Khối") === "Khối xã, phường") {
    const rest = plus(times(least(100, row("XP1")), "0.25"), row("XP2"));
    const letters = row("XP3");
    return plus(common, letters === "KPS" ? times(rest, { n: 60n, d: 45n }) : plus(rest, letters));
  }
  if (row("Khối") === "Khối cơ quan thuộc UBND") return plus(common, times(row("CQ1"), "0.3"), row("CQ2"));
  return plus(common, row("DT1"), row("DT2"));
}

const units: Check = (sheet) => {
  const rows = sheet("don-vi.csv").map((row) => ({
    month: row("Tháng"),
    unit: row("Đơn vị"),
    bloc: row("Khối"),
    total: unitTotal(row),
  }));
  type Unit = (typeof rows)[number];
  const blocOf = ({ bloc }: Unit) => bloc;
  const figures = ({ total }: Unit) => [total];
  const months = [...grouped(rows, ({ month }) => month)].flatMap(([month, units]) =>
    units.map((unit) => {
      const good = units.filter(({ bloc, total }) => bloc === unit.bloc && bandOf(total, BANDS) === "tot");
      const places = [amongFirst(unit, good, 2, figures), amongFirst(unit, good, 1, figures)];
      const awards = ["bieu_duong", "co_luan_luu"].filter((_, at) => places[at] === "yes").join(" ");
      const band = bandOf(unit.total, BANDS);
      const marks = places.includes("open") ? "tie_open" : "";
      return {
        of: `don-vi/${month}.csv`,
        who: { don_vi: unit.unit },
        is: { total: unit.total, band, rank: rankOf(unit, units, blocOf, figures), awards, marks },
      };
    }),
  );
  const years = [...grouped(rows, ({ unit }) => unit)].map(([don_vi, own]) => {
    const total = rounded(mean(own.map((one) => one.total)), 2);
    return { of: "don-vi/2026.csv", who: { don_vi }, is: { total, band: bandOf(total, BANDS) } };
  });
  return [...months, ...years];
};
/** The month so many months before a month, both as 2026-03. */
function monthBefore(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
  return `${Math.floor(months / 12)}-${`${(months % 12) + 1}`.padStart(2, "0")}`;
}

const officials: Check = (sheet) => {
  const criticised = sheet("phe-binh.csv").map((row) => ({ who: row("Mã cán bộ"), month: row("Ngày").slice(0, 7) }));
  const count = (who: string, from: string, to: string) =>
    criticised.filter((one) => one.who === who && one.month >= from && one.month <= to).length;
  const rows = sheet("can-bo.csv");
  const months = rows.map((row) => {
    const [who, month] = [row("Mã cán bộ"), row("Tháng")];
    const total = plus(row("Trách nhiệm công vụ"), row("Tác phong, văn hóa công sở"));
    const now = count(who, month, month) > 0;
    const alerts = [
      ...(now && count(who, monthBefore(month, 11), month) >= 3 ? ["lan_3_12_thang"] : []),
      ...(now && count(who, "2025-10", month) >= 3 ? ["lan_3_den_nay"] : []),
    ];
    const band = bandOf(total, BANDS);
    return {
      of: `can-bo/${month}.csv`,
      who: { ma_can_bo: who },
      is: { total, band: now ? atMost(band, "kha", BANDS) : band, alerts: alerts.join(" ") },
    };
  });
  const years = [...new Set(rows.map((row) => row("Mã cán bộ")))].map((who) => ({
    of: "can-bo/2026.csv",
    who: { ma_can_bo: who },
    is: { alerts: count(who, "2026-01", "2026-12") >= 3 ? "lan_3_trong_nam" : "" },
  }));
  return [...months, ...years];
};

const check: Check = (sheet) => [...units(sheet), ...officials(sheet)];
export default check;
