import type { Fraction, Num } from "../exact.ts";
import { atLeast, compare, mean, plus, rounded } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import { roomAfter, settle } from "../quota.ts";
import type { Bands } from "../standing.ts";
import { atMost, grouped } from "../standing.ts";

const BANDS: Bands = [["xuat_sac", 90], ["tot", 70], ["hoan_thanh_nv", 50], ["khong_hoan_thanh"]];
const FAILED = "khong_hoan_thanh";
const QUARTERS = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
const AXES = ["Trục 1", "Trục 2", "Trục 3", "Trục 4", "Trục 5", "Trục 6"];

interface Result {
  readonly who: string;
  readonly unit: string;
  readonly group: string;
  /** The unit itself is excellent: a quarter may be in the first band, not a fifth. */
  readonly raised: boolean;
  readonly rated: boolean;
  readonly offended: boolean;
  readonly done: Num;
  readonly above: Num;
  readonly work: Fraction;
  readonly total: Fraction;
  band: string;
  isOpen?: boolean;
}

/** 17 items for leaders, 16 for others: all of them make 30. */
function common(row: Row): number {
  const ticks = (area: number, count: number) =>
    Array.from({ length: count }, (_, at) => Number(row(`${area}.${at + 1}`) === "Đạt"));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const second = ticks(2, 4);
  const extra = row("Đối tượng") === "Lãnh đạo, quản lý" ? 0 : (second[0] ?? 0);
  return 2 * sum(ticks(1, 9)) + sum(second) + extra + 2 * sum(ticks(3, 4));
}

/** The band of the points, moved down to the first whose gate is passed. */
function gated(total: Fraction, gates: readonly boolean[]): string {
  const first = BANDS.findIndex(([, from]) => from === undefined || atLeast(total, from));
  const at = BANDS.findIndex((_, index) => index >= first && (gates[index] ?? true));
  return BANDS[at]?.[0] ?? FAILED;
}

function resultOf(row: Row, quarter: string, punished: Set<string>): Result {
  const number = (column: string) => row(column) || "0";
  const work = plus(...[...AXES, "Nhiệm vụ được phân công"].map(number));
  const total = rounded(plus(common(row), work), 2);
  const [done, above, late] = [
    number("% nhiệm vụ hoàn thành"),
    number("% nhiệm vụ vượt mức"),
    number("% nhiệm vụ chậm"),
  ];
  const [all, none] = [atLeast(done, 100), compare(late, 0) === 0];
  const mended = atLeast(row("% khuyết điểm đã khắc phục"), 100);
  let band = gated(total, [all && atLeast(above, 30) && none && mended, all && none, all && atLeast(20, late)]);
  if (atLeast(number("Số tháng nghỉ ốm trong năm"), 3)) band = atMost(band, "hoan_thanh_nv", BANDS);
  // One offence counts once: in the quarter in which it is first listed.
  const offence = `${row("Mã cán bộ")} ${row("Vụ việc")}`;
  const offended = row("Kỷ luật") !== "" && row("Tự phát hiện và đã khắc phục") === "" && !punished.has(offence);
  if (row("Kỷ luật") !== "") punished.add(offence);
  const suspended = row("Đình chỉ hoặc miễn sinh hoạt") !== "";
  return {
    who: row("Mã cán bộ"),
    unit: row("Đơn vị"),
    group: row("Nhóm tương đồng"),
    raised: row("Đơn vị xuất sắc") === "x",
    rated: !suspended && !isNew(row, quarter),
    offended,
    done,
    above,
    work,
    total,
    band: offended ? FAILED : band,
  };
}

/** Joined on 20 December 2025: less than six months only at the end of the first quarter. */
const isNew = (row: Row, quarter: string) => row("Ngày vào Đảng") === "20/12/2025" && quarter === "2026-Q1";

/** The first band is limited in each unit and in each of its groups; what does not fit moves to the second. */
function limit(rated: readonly Result[]): void {
  const room = (members: readonly Result[]) => {
    const count = (id: string) => members.filter(({ band }) => band === id).length;
    return roomAfter(count("xuat_sac"), count("tot"), members[0]?.raised ? "0.25" : "0.2");
  };
  const scopes = [
    { group: ({ unit }: Result) => unit, room },
    { group: ({ unit, group }: Result) => `${unit} ${group}`, room },
  ];
  const candidates = rated.filter(({ band }) => band === "xuat_sac");
  const { out, open } = settle(rated, candidates, scopes, ({ total, work }) => [total, work]);
  for (const one of out) one.band = "tot";
  for (const one of open) one.isOpen = true;
}

function yearOf(own: readonly Result[]): Result {
  const rated = own.filter((one) => one.rated);
  const last = own.at(-1) as Result;
  if (rated.length < 2) return { ...last, rated: false, isOpen: false };
  const total = rounded(mean(rated.map((one) => one.total)), 2);
  const gate = rated.every(({ done }) => atLeast(done, 100)) && atLeast(mean(rated.map(({ above }) => above)), 30);
  let band = gated(total, [gate]);
  if (rated.some((one) => one.band === FAILED)) band = atMost(band, "tot", BANDS);
  if (rated.some(({ offended }) => offended)) band = FAILED;
  return { ...last, rated: true, isOpen: false, total, work: mean(rated.map(({ work }) => work)), band };
}

/** Two failed quarters in a row: the authority is asked to consider a replacement. */
const isReplaced = (own: readonly Result[]) =>
  own.some(({ band }, at) => band === FAILED && own[at - 1]?.band === FAILED);

const shown = (of: string, { who, rated, total, band, isOpen }: Result, alerts = "") => ({
  of,
  who: { ma_can_bo: who },
  is: rated ? { total, band, marks: isOpen ? "tie_open" : "", alerts } : { state: "not_rated", band: "", alerts },
});

const check: Check = (sheet) => {
  const punished = new Set<string>();
  const quarters = QUARTERS.map((quarter) => {
    const results = sheet(`${quarter}.csv`, { delimiter: ";" }).map((row) => resultOf(row, quarter, punished));
    limit(results.filter(({ rated }) => rated));
    return results;
  });
  const people = [...grouped(quarters.flat(), ({ who }) => who).values()];
  const years = people.map(yearOf);
  limit(years.filter(({ rated }) => rated));
  return [
    ...QUARTERS.flatMap((quarter, at) => (quarters[at] ?? []).map((one) => shown(`${quarter}.csv`, one))),
    ...years.map((one, at) => shown("2026.csv", one, isReplaced(people[at] ?? []) ? "thay_the" : "")),
  ];
};
export default check;
