import type { Check } from "../expectation.ts";
import { amongFirst, grouped, rankOf } from "../standing.ts";

const check: Check = (sheet) =>
  [...grouped(sheet("binh-chon.csv"), (row) => row("Quý"))].flatMap(([quarter, ballots]) => {
    const members = [...grouped(ballots, (row) => row("Mã đảng viên"))].map(([who, own]) => {
      if (own.some((row) => row("Người bình chọn") === who)) throw new Error(`${who} votes for himself`);
      return { who, branch: own[0]?.("Chi bộ"), votes: own.filter((row) => row("Đồng ý") === "x").length };
    });
    const figures = ({ votes }: (typeof members)[number]) => [votes];
    return members.map((one) => {
      const candidates = members.filter(({ branch, votes }) => branch === one.branch && votes >= 3);
      const place = amongFirst(one, candidates, 2, figures);
      const is = {
        rank: rankOf(one, members, ({ branch }) => branch ?? "", figures),
        total: one.votes,
        band: one.votes > 0 ? "duoc_binh_chon" : "khong_co_phieu",
        awards: place === "yes" ? "so_ghi" : "",
        marks: place === "open" ? "tie_open" : "",
      };
      return { of: `${quarter}.csv`, who: { ma_dang_vien: one.who }, is };
    });
  });
export default check;
