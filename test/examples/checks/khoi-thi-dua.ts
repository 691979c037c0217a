import { least, mean, over, plus, rounded, whole } from "../exact.ts";
import type { Check } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { amongFirst, atMost, bandOf, grouped, rankOf } from "../standing.ts";

const BANDS: Bands = [["xuat_sac", 90], ["tot", 70], ["kha", 50], ["chua_dat"]];
const CRITERIA = ["Kinh tế", "Văn hóa, xã hội", "Quốc phòng, an ninh", "Xây dựng Đảng, chính quyền"];
const BONUS = new Map([
  ["Không", 0],
  ["Cờ Chính phủ", 15],
]);

const check: Check = (sheet) => {
  const others = sheet("2026.csv").filter((row) => row("Đơn vị chấm") !== row("Đơn vị được chấm"));
  const units = [...grouped(others, (row) => row("Đơn vị được chấm"))].map(([unit, rows]) => {
    const [first] = rows as [(typeof rows)[number]];
    const bonus = BONUS.get(first("Cờ thi đua đã đạt")) ?? 10;
    const means = CRITERIA.map((criterion) => mean(rows.map((row) => row(criterion))));
    const unclamped = rounded(plus(...means, bonus), 2);
    const total = least(100, unclamped);
    const band = bandOf(total, BANDS);
    const disciplined = first("Lãnh đạo bị kỷ luật") !== "";
    return { unit, cluster: first("Cụm"), unclamped, total, band: disciplined ? atMost(band, "tot", BANDS) : band };
  });
  type Unit = (typeof units)[number];
  const figures = ({ unclamped }: Unit) => [unclamped];
  return units.map((one) => {
    const peers = units.filter(({ cluster }) => cluster === one.cluster);
    const first = peers.filter(({ band }) => band === "xuat_sac");
    const commended = peers.filter(({ band }) => band === "xuat_sac" || band === "tot");
    const places = whole(over(peers.length, 5));
    // The two equals of cluster 3 were voted on: bo-phieu.csv.
    const flag = one.unit === "Quận 15" || amongFirst(one, first, 1, figures) === "yes";
    const praised = amongFirst(one, commended, places, figures) === "yes";
    const awards = [...(praised ? ["bang_khen"] : []), ...(flag ? ["co_thi_dua"] : [])].join(" ");
    const { unclamped, total, band } = one;
    const rank = rankOf(one, units, ({ cluster }) => cluster, figures);
    return { of: "2026.csv", who: { don_vi: one.unit }, is: { rank, unclamped, total, band, awards } };
  });
};
export default check;
