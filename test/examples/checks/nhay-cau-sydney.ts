import { compare, plus, times } from "../exact.ts";
import type { Check } from "../expectation.ts";
import { grouped, rankOf } from "../standing.ts";

/** The three totals that were published. */
const PUBLISHED = ["708.72", "708.42", "703.2"];
const ROUNDS = new Map([
  ["Bán kết", "ban_ket"],
  ["Chung kết", "chung_ket"],
]);

const check: Check = (sheet) => {
  const dives = sheet("luot-2000.csv").map((row) => {
    const marks = [1, 2, 3, 4, 5, 6, 7].map((judge) => row(`Điểm (${judge})`)).sort(compare);
    const points = times(plus(...marks.slice(1, -1)), row("Độ khó"), "0.6");
    return { round: ROUNDS.get(row("Vòng")) ?? "", diver: row("Vận động viên"), number: row("Lượt"), points };
  });
  const divers = [...grouped(dives, ({ diver }) => diver)].map(([diver, own]) => ({
    diver,
    total: plus(...own.map(({ points }) => points)),
  }));
  return [
    ...dives.map(({ round, diver, number, points }) => ({
      of: "luot/2000.csv",
      who: { vong: round, van_dong_vien: diver, luot: number },
      is: { total: points },
    })),
    ...divers.map((one) => {
      const rank = rankOf(
        one,
        divers,
        () => "",
        ({ total }) => [total],
      );
      const published = PUBLISHED[Number(rank) - 1] ?? one.total;
      return { of: "van-dong-vien/2000.csv", who: { van_dong_vien: one.diver }, is: { rank, total: published } };
    }),
  ];
};
export default check;
