import type { Fraction, Num } from "../exact.ts";
import { mean, most, over, plus, rounded, times } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { amongFirst, atMost, bandOf, grouped, placeOf, rankOf } from "../standing.ts";

const BANDS: Bands = [["xuat_sac", 90], ["tot", 70], ["hoan_thanh", 50], ["khong_hoan_thanh"]];
const MONTHS = Array.from({ length: 12 }, (_, at) => `2026-${`${at + 1}`.padStart(2, "0")}`);

/** Mean within each bloc of raters, then of the blocs; undefined where nobody scored. */
function crossed(ratings: readonly Row[], read: (row: Row) => Num | undefined): Fraction | undefined {
  const scored = ratings.flatMap((row) => {
    const value = read(row);
    return value === undefined ? [] : [{ bloc: row("Khối chấm"), value }];
  });
  const blocs = [...grouped(scored, ({ bloc }) => bloc).values()];
  return blocs.length === 0 ? undefined : mean(blocs.map((own) => mean(own.map(({ value }) => value))));
}

/** 100 points; an inspection that nobody could judge leaves 85, which are scaled up to 100. */
function monthTotal(ratings: readonly Row[]): Fraction {
  const point = (column: string) => crossed(ratings, (row) => (row(column) === "KPS" ? undefined : row(column)));
  const late = crossed(ratings, (row) => most(0, 10 - 2 * Number(row("KL"))));
  const rest = [point("Nhiệm vụ"), point("XD1"), point("NG"), late];
  const inspection = point("XD2");
  const sum = plus(...rest.map((value) => value ?? 0));
  return inspection ? plus(sum, inspection) : times(sum, over(100, 85));
}

interface Result {
  readonly unit: string;
  readonly bloc: string;
  readonly total: Fraction;
}

function month(rows: readonly Row[]): Result[] {
  if (rows.some((row) => row("Khối") === row("Khối chấm"))) throw new Error("a bloc scores itself");
  return [...grouped(rows, (row) => row("Đơn vị được chấm"))].map(([unit, ratings]) => {
    if (ratings.length < 2) throw new Error(`${unit} has too few ratings`);
    return { unit, bloc: ratings[0]?.("Khối") ?? "", total: monthTotal(ratings) };
  });
}

/** Nine tenths of the mean of the months, and the theme of the year; who failed a month is not in the first band. */
function year(row: Row, months: readonly Result[]) {
  const own = months.filter(({ unit }) => unit === row("Đơn vị được chấm"));
  if (own.length < 6) throw new Error("too few months");
  const theme = plus(row("CD_tinh"), row("CD_huyen"));
  const total = rounded(plus(times(mean(own.map((one) => one.total)), over(9, 10)), theme), 2);
  const failed = own.some((one) => bandOf(one.total, BANDS) === "khong_hoan_thanh");
  const band = failed ? atMost(bandOf(total, BANDS), "tot", BANDS) : bandOf(total, BANDS);
  return { unit: row("Đơn vị được chấm"), bloc: row("Khối"), theme, total, band };
}

const check: Check = (sheet) => {
  const months = MONTHS.map((name) => ({ name, results: month(sheet(`${name}.csv`)) }));
  const ofMonths = months.flatMap(({ name, results }) =>
    results.map((one) => {
      const figures = ({ total }: Result) => [total];
      const peers = results.filter(({ bloc }) => bloc === one.bloc);
      const rank = rankOf(one, results, ({ bloc }) => bloc, figures);
      const awards = amongFirst(one, peers, 1, figures) === "yes" ? "dan_dau" : "";
      const is = { rank, total: one.total, band: bandOf(one.total, BANDS), state: "rated", awards };
      return { of: `${name}.csv`, who: { don_vi: one.unit }, is };
    }),
  );
  const all = months.flatMap(({ results }) => results);
  const years = sheet("chu-de-nam.csv").map((row) => year(row, all));
  type Year = (typeof years)[number];
  const figures = ({ band, total, theme }: Year) => [-placeOf(band, BANDS), total, theme];
  return [
    ...ofMonths,
    ...years.map((one) => ({
      of: "2026.csv",
      who: { don_vi: one.unit },
      is: {
        rank: rankOf(one, years, ({ bloc }) => bloc, figures),
        CD: one.theme,
        total: one.total,
        band: one.band,
        state: "rated",
      },
    })),
  ];
};
export default check;
