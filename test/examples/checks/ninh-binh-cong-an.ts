import type { Fraction } from "../exact.ts";
import { least, mean, plus, rounded, times } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { amongFirst, atMost, bandOf, grouped, placeOf } from "../standing.ts";

const BANDS: Bands = [["xuat_sac", 90], ["tot", 80], ["kha", 65], ["khong_dat"]];

const collective = (row: Row): Fraction =>
  plus(
    ...[1, 2, 3, 4, 5].map((subject) => row(`Chuyên đề ${subject}`)),
    least(50, times(5, row("Số công tác trọng tâm đạt"))),
    row("Xây dựng lực lượng"),
  );
const individual = (row: Row): Fraction => plus(...["Đức", "Trí", "Dũng", "Nhân hậu", "Nhiệm vụ trong tháng"].map(row));

/** `award` goes to the first of `bands` in a group; equals leave it open. */
function results(
  folder: string,
  rows: readonly Row[],
  totalOf: (row: Row) => Fraction,
  award: { readonly id: string; readonly bands: readonly string[]; readonly within: (row: Row) => string },
) {
  const scored = rows.map((row) => {
    const [total, offended] = [totalOf(row), Number(row("Số vụ vi phạm kỷ luật") || 0) > 0];
    const band = bandOf(total, BANDS);
    return {
      row,
      month: row("Tháng"),
      who: row("Mã"),
      total,
      offended,
      band: offended ? atMost(band, "kha", BANDS) : band,
    };
  });
  type Scored = (typeof scored)[number];
  const figures = ({ band, total }: Scored) => [-placeOf(band, BANDS), total];
  const months = [...grouped(scored, ({ month }) => month)].flatMap(([month, peers]) =>
    peers.map((one) => {
      const { within, bands, id } = award;
      const candidates = peers.filter(({ row, band }) => within(row) === within(one.row) && bands.includes(band));
      const given = amongFirst(one, candidates, 1, figures) === "yes";
      const is = { total: one.total, band: one.band, awards: given ? id : "" };
      return { of: `${folder}/${month}.csv`, who: { ma: one.who }, is };
    }),
  );
  const years = [...grouped(scored, ({ who }) => who)].map(([ma, own]) => {
    const total = rounded(mean(own.map((one) => one.total)), 2);
    const band = bandOf(total, BANDS);
    const is = { total, band: own.some(({ offended }) => offended) ? atMost(band, "tot", BANDS) : band };
    return { of: `${folder}/2026.csv`, who: { ma }, is };
  });
  return [...months, ...years];
}

const check: Check = (sheet) => [
  ...results("tap-the", sheet("tap-the.csv"), collective, { id: "cup", bands: ["xuat_sac", "tot"], within: () => "" }),
  ...results("ca-nhan", sheet("ca-nhan.csv"), individual, {
    id: "bieu_duong",
    bands: ["xuat_sac"],
    within: (row) => row("Đơn vị"),
  }),
];
export default check;
