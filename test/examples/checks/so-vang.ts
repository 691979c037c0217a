import { atLeast, compare, over, plus } from "../exact.ts";
import type { Check } from "../expectation.ts";
import { amongFirst, bandOf, grouped, rankOf } from "../standing.ts";

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
  return [...grouped(rows, ({ month }) => month)].flatMap(([month, members]) =>
    members.map((member) => {
      const { total, unit } = member;
      const candidates = members.filter((one) => one.unit === unit && atLeast(one.total, 90) && one.majority);
      const place = amongFirst(member, candidates, 2, figures);
      return {
        of: `${month}.csv`,
        who: { ma_dang_vien: member.member },
        is: {
          total,
          band: bandOf(total, [["xuat_sac", 90], ["tot", 70], ["con_lai"]]),
          rank: rankOf(member, members, unitOf, figures),
          awards: place === "yes" ? "guong_sang" : "",
          marks: place === "open" ? "tie_open" : "",
        },
      };
    }),
  );
};
export default check;
