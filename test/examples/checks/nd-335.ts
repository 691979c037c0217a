import type { Fraction } from "../exact.ts";
import { atLeast, least, mean, minus, most, over, plus, rounded, times } from "../exact.ts";
import type { Check, Expectation, ReadSheet, Row } from "../expectation.ts";
import { roomAfter, settle } from "../quota.ts";
import type { Bands } from "../standing.ts";
import { atMost, bandOf, grouped } from "../standing.ts";

const BANDS: Bands = [["xuat_sac", 90], ["tot", 70], ["hoan_thanh", 50], ["khong_hoan_thanh"]];
const TITLES = new Map([
  ["Hoàn thành xuất sắc nhiệm vụ", "xuat_sac"],
  ["Hoàn thành tốt nhiệm vụ", "tot"],
  ["Hoàn thành nhiệm vụ", "hoan_thanh"],
]);

interface Result {
  readonly who: string;
  readonly office: string;
  readonly position: string;
  readonly parts: Readonly<Record<string, Fraction>>;
  readonly work: Fraction;
  readonly total: Fraction;
  band: string;
}

/** a, b and c: what was delivered of what was assigned, in %; a product loses a quarter each time, down to nothing. */
function abc(products: readonly Row[]): Readonly<Record<"a" | "b" | "c", Fraction>> {
  const assigned = plus(...products.map((row) => times(row("Số lượng giao"), row("Hệ số"))));
  const delivered = (lost: (row: Row) => string) =>
    over(
      plus(
        ...products.map((row) => {
          const amount = times(least(row("Số lượng hoàn thành"), row("Số lượng giao")), row("Hệ số"));
          return times(100, amount, most(0, minus(1, times(lost(row), "0.25"))));
        }),
      ),
      assigned,
    );
  return {
    a: delivered(() => "0"),
    b: delivered((row) => row("Số lần trả lại")),
    c: delivered((row) => row("Số lần chậm")),
  };
}

/** Absent: not rated. */
function resultOf(row: Row, products: readonly Row[], leading: readonly Fraction[]): Result | undefined {
  if (!atLeast(row("Số tháng làm việc trong quý"), 1)) return undefined;
  const parts = abc(products);
  const share = over(plus(parts.a, parts.b, parts.c, ...leading), 3 + leading.length);
  const work = times(share, "0.7");
  const total = rounded(plus(row("K1"), row("K2"), row("K3"), work), 2);
  const [who, office, position] = [row("Mã công chức"), row("Phòng"), row("Chức vụ")];
  return { who, office, position, parts, work, total, band: bandOf(total, BANDS) };
}

/** One in five of those rated tot, in the whole office and in each position; the surplus moves to tot. */
function limit(rated: readonly Result[]): void {
  const candidates = rated.filter(({ band }) => band === "xuat_sac");
  const room = (members: readonly Result[]) => {
    const count = (id: string) => members.filter(({ band }) => band === id).length;
    return roomAfter(count("xuat_sac"), count("tot"), "0.2");
  };
  const scopes = [
    { group: () => "", room },
    { group: ({ position }: Result) => position, room },
  ];
  const { out } = settle(rated, candidates, scopes, ({ total, work }) => [total, work]);
  for (const one of out) one.band = "tot";
}

function quarter(sheet: ReadSheet, name: string): { staff: (Result | undefined)[]; all: (Result | undefined)[] } {
  const products = [...sheet("san-pham-chuyen-vien.csv"), ...sheet("san-pham-lanh-dao.csv")];
  const productsOf = (row: Row) =>
    products.filter((one) => one("Quý") === name && one("Mã công chức") === row("Mã công chức"));
  const work = () => sheet(`chuyen-vien-${name}.csv`).map((row) => resultOf(row, productsOf(row), []));
  const staff = work();
  const offices = new Map(sheet(`phong-${name}.csv`).map((row) => [row("Phòng"), row]));
  const leaders = sheet(`lanh-dao-${name}.csv`).map((row) => {
    const own = staff.filter((one) => one?.office === row("Phòng"));
    const d = own.some((one) => one?.band === "khong_hoan_thanh") ? 50 : 100;
    const leading = [d, row("Tổ chức triển khai (%)"), row("Tập hợp, đoàn kết (%)")].map((part) => plus(part));
    const result = resultOf(row, productsOf(row), leading);
    const office = offices.get(row("Phòng"));
    if (!result || !office) return result;
    const failed = !atLeast(office("% nhiệm vụ hoàn thành"), 70);
    if (row("Chức vụ") === "Trưởng phòng") {
      const limit = TITLES.get(office("Mức xếp loại")) ?? "";
      result.band = failed ? "khong_hoan_thanh" : atMost(result.band, limit, BANDS);
    } else if (failed) result.band = atMost(result.band, "tot", BANDS);
    return result;
  });
  const all = [...work(), ...leaders];
  limit(all.flatMap((one) => one ?? []));
  return { staff, all };
}

const check: Check = (sheet) => {
  const names = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
  const quarters = names.map((name) => ({ name, ...quarter(sheet, name) }));
  const shown = (of: string, results: readonly (Result | undefined)[]): Expectation[] =>
    results.flatMap((one) =>
      one ? [{ of, who: { ma_cong_chuc: one.who }, is: { total: one.total, KQ: one.work, band: one.band } }] : [],
    );
  const everybody = quarters.flatMap(({ name, all }) => shown(`co-quan/${name}.csv`, all));
  const years = [
    ...grouped(
      quarters.flatMap(({ all }) => all.flatMap((one) => one ?? [])),
      ({ who }) => who,
    ),
  ];
  const year = years.map(([, own]): Result => {
    const last = own.at(-1) as Result;
    const total = rounded(mean(own.map((one) => one.total)), 2);
    const failed = own.some(({ band }) => band === "khong_hoan_thanh");
    const band = bandOf(total, BANDS);
    const work = mean(own.map((one) => one.work));
    return { ...last, total, work, band: failed ? atMost(band, "tot", BANDS) : band };
  });
  limit(year);
  // The published case: 100, 95, 90, one of the staff failed, 100, 100, and 27 common points.
  const known = { of: "co-quan/2026-Q1.csv", who: { ma_cong_chuc: "P1-00" }, is: { total: "89.42" } };
  // What the office takes for finished results of staff is what comes of their sheets.
  const staff = names.flatMap((name) =>
    sheet(`cap-duoi-${name}.csv`).map((row): Expectation => {
      const who = { ma_cong_chuc: row("ma_cong_chuc") };
      return {
        of: `chuyen-vien/${name}.csv`,
        who,
        is: { total: row("total"), band: row("band"), state: row("state") },
      };
    }),
  );
  return [known, ...everybody, ...staff, ...shown("co-quan/2026.csv", year)];
};
export default check;
