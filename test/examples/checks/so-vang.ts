import { atLeast, compare, mean, over, plus, rounded } from "../exact.ts";
import type { Check } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { amongFirst, bandOf, grouped, rankOf } from "../standing.ts";

const BANDS: Bands = [["xuat_sac", 90], ["tot", 70], ["con_lai"]];

const check: Check = (sheet) => {
  const rows = [
    ...sheet("so-tai-chinh.csv"),
    ...sheet("huyen-uy-hoa-lu.csv", { delimiter: ";", titles: 2 }),
    ...sheet("benh-vien-tinh.csv"),
  ].map((row) => ({
    month: row("Tháng").replace(/^Tháng (\d+)\/(\d+)$/, (_, month, year) => `${year}-${month.padStart(2, "0")}`),
    member: row("Mã đảng viên"),
    unit: row("Cơ quan, đơn vị"),
    votes: row("Số phiếu đồng ý"),
    majority: compare(over(row("Số phiếu đồng ý"), row("Số phiếu phát ra")), "0.5") > 0,
    total: plus(row("Kết quả công tác"), row("Nêu gương")),
  }));
  type Member = (typeof rows)[number];
  const figures = ({ total, votes }: Member) => [total, votes];
  const unitOf = ({ unit }: Member) => unit;
  const months = [...grouped(rows, ({ month }) => month)].flatMap(([month, members]) =>
    members.map((member) => {
      const { total, unit } = member;
      const candidates = members.filter((one) => one.unit === unit && atLeast(one.total, 90) && one.majority);
      const place = amongFirst(member, candidates, 2, figures);
      return {
        of: `${month}.csv`,
        who: { ma_dang_vien: member.member },
        is: {
          total,
          band: bandOf(total, BANDS),
          rank: rankOf(member, members, unitOf, figures),
          awards: place === "yes" ? "guong_sang" : "",
          marks: place === "open" ? "tie_open" : "",
        },
      };
    }),
  );
  const years = [...grouped(months, ({ who }) => who.ma_dang_vien)].map(([ma_dang_vien, own]) => {
    const entered = own.filter(({ is }) => is.awards === "guong_sang").length;
    const total = rounded(mean(own.map(({ is }) => is.total)), 2);
    const is = { total, band: bandOf(total, BANDS), awards: entered >= 3 ? "tieu_bieu_nam" : "" };
    return { of: "2026.csv", who: { ma_dang_vien }, is };
  });
  return [...months, ...years];
};
export default check;
