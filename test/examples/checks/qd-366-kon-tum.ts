import { atLeast, compare, least, over, plus, rounded, times, whole } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import { settle } from "../quota.ts";

/** The most points of the six axes, by group of positions. */
const AXES = new Map([
  ["Trưởng phó đơn vị", [40, 7, 8, 5, 5, 5]],
  ["Trưởng bộ môn", [40, 5, 10, 5, 5, 5]],
  ["Nhà giáo", [40, 5, 10, 5, 5, 5]],
  ["Giáo vụ", [45, 7, 6, 4, 4, 4]],
  ["Hành chính", [45, 7, 6, 4, 4, 4]],
  ["Hỗ trợ", [55, 3, 3, 3, 3, 3]],
]);
const BANDS = [
  ["xuat_sac", 90],
  ["tot", 70],
  ["hoan_thanh_nv", 50],
] as const;

/** What was done of the tasks of one axis: each at most in full, weighted by amount and coefficient. */
function completion(tasks: readonly Row[]) {
  const weight = (row: Row) => times(row("Số lượng"), row("Hệ số"));
  const done = (row: Row) => least(1, over(plus(row("% số lượng"), row("% chất lượng"), row("% tiến độ")), 300));
  return over(plus(...tasks.map((row) => times(weight(row), done(row)))), plus(...tasks.map(weight)));
}

function resultOf(row: Row, tasks: readonly Row[]) {
  const axes = AXES.get(row("Nhóm vị trí")) ?? [];
  const points = axes.map((most, at) => times(most, completion(tasks.filter((task) => task("Trục") === `${at + 1}`))));
  const total = rounded(plus(row("N1"), row("N2"), row("N3"), ...points), 2);
  const number = (column: string) => row(column) || "0";
  const attended = row("Bảng kiểm sĩ số") !== "Không đạt";
  const taught = (share: number) => atLeast(row("% định mức giờ giảng"), share);
  const all = atLeast(row("% nhiệm vụ hoàn thành"), 100) && attended;
  const late = number("% nhiệm vụ chậm");
  const gates = [
    all && compare(late, 0) === 0 && taught(100) && atLeast(row("% nhiệm vụ vượt mức"), 30),
    all && compare(late, 0) === 0 && taught(100),
    all && atLeast(20, late) && taught(50),
  ];
  const found = BANDS.find(([, from], at) => atLeast(total, from) && gates[at]);
  return {
    who: row("Mã viên chức"),
    group: row("Nhóm vị trí"),
    work: plus(...points),
    total,
    rated: !atLeast(number("Số tháng nghỉ ốm, thai sản, đào tạo"), 2),
    band: row("Kỷ luật") !== "" ? "khong_hoan_thanh" : (found?.[0] ?? "khong_hoan_thanh"),
  };
}

const check: Check = (sheet) => {
  const tasks = sheet("viec.csv");
  const results = sheet("2026-Q3.csv").map((row) =>
    resultOf(
      row,
      tasks.filter((task) => task("Mã viên chức") === row("Mã viên chức")),
    ),
  );
  type Result = (typeof results)[number];
  const rated = results.filter((one) => one.rated);
  // One in five of those rated tốt or better, in the college and in each group.
  const room = (members: readonly Result[]) =>
    whole(over(members.filter(({ band }) => ["xuat_sac", "tot"].includes(band)).length, 5));
  const scopes = [
    { group: () => "", room },
    { group: ({ group }: Result) => group, room },
  ];
  const candidates = rated.filter(({ band }) => band === "xuat_sac");
  const { out } = settle(rated, candidates, scopes, ({ total, work }) => [total, work]);
  return results.map((one) => ({
    of: "2026-Q3.csv",
    who: { ma_can_bo: one.who },
    is: one.rated
      ? { total: one.total, KQ: one.work, band: out.has(one) ? "tot" : one.band }
      : { state: "not_rated", band: "" },
  }));
};
export default check;
