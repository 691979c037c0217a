// What Quy định 366 and those who adopt it, or came before it, have in common, for the checks of their examples.
import type { Fraction, Num } from "./exact.ts";
import { atLeast, compare, least, mean, plus, rounded, times, whole } from "./exact.ts";
import type { Expectation, Row } from "./expectation.ts";
import { settle } from "./quota.ts";
import type { Bands } from "./standing.ts";
import { atMost, grouped } from "./standing.ts";

/** What they differ in. */
export interface Adoption {
  /** The share of tasks above requirement that the first band asks for. */
  readonly above: number;
  /** How many may be in the first band of a group that has so many in the first, in the second, and rated at all. */
  readonly room: (counts: { first: number; second: number; all: number }, share: Num) => number;
  readonly ties?: "out";
  /** How many quarters make the year. */
  readonly parts?: number;
  readonly bonus?: (row: Row) => Num;
}

/** The two documents before it: half of the tasks above requirement, one in five of those rated tốt before anybody moves. */
export const BEFORE_366: Adoption = { above: 50, room: ({ second }, share) => whole(times(share, second)) };

export interface Quarter {
  /** As in `2026-Q1`. */
  readonly name: string;
  readonly rows: readonly Row[];
}

const BANDS: Bands = [["xuat_sac", 90], ["tot", 70], ["hoan_thanh_nv", 50], ["khong_hoan_thanh"]];
const FAILED = "khong_hoan_thanh";
const AXES = ["Trục 1", "Trục 2", "Trục 3", "Trục 4", "Trục 5", "Trục 6"];

interface Result {
  readonly quarter: string;
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
  /** With the bonus that goes beyond 100. */
  readonly unclamped: Fraction;
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

const clamped = (total: Fraction) => least(100, total);

function resultOf(row: Row, quarter: string, { above: wanted, bonus }: Adoption, punished: Set<string>): Result {
  const who = row(bonus ? "Mã nhân viên" : "Mã cán bộ");
  const number = (column: string) => row(column) || "0";
  const work = plus(...[...AXES, "Nhiệm vụ được phân công"].map(number), bonus?.(row) ?? 0);
  const unclamped = rounded(plus(common(row), work), 2);
  const [done, above, late] = [
    number("% nhiệm vụ hoàn thành"),
    number("% nhiệm vụ vượt mức"),
    number("% nhiệm vụ chậm"),
  ];
  const [all, none] = [atLeast(done, 100), compare(late, 0) === 0];
  const mended = atLeast(row("% khuyết điểm đã khắc phục"), 100);
  const first = all && atLeast(above, wanted) && none && mended;
  let band = gated(clamped(unclamped), [first, all && none, all && atLeast(20, late)]);
  if (atLeast(number("Số tháng nghỉ ốm trong năm"), 3)) band = atMost(band, "hoan_thanh_nv", BANDS);
  // One offence counts once: in the quarter in which it is first listed.
  const offence = `${who} ${row("Vụ việc")}`;
  const offended = row("Kỷ luật") !== "" && row("Tự phát hiện và đã khắc phục") === "" && !punished.has(offence);
  if (row("Kỷ luật") !== "") punished.add(offence);
  const suspended = row("Đình chỉ hoặc miễn sinh hoạt") !== "";
  return {
    quarter,
    who,
    unit: row("Đơn vị"),
    group: row("Nhóm tương đồng"),
    raised: row("Đơn vị xuất sắc") === "x",
    rated: !suspended && !isNew(row("Ngày vào Đảng"), quarter),
    offended,
    done,
    above,
    work,
    unclamped,
    band: offended ? FAILED : band,
  };
}

/** Joined less than six months before the quarter ends. */
function isNew(joined: string, quarter: string): boolean {
  const [day = 0, month = 0, year = 0] = joined.split("/").map(Number);
  const endMonth = 3 * Number(quarter.slice(6));
  const months = 12 * Number(quarter.slice(0, 4)) + endMonth - (12 * year + month);
  const lastDay = endMonth === 3 || endMonth === 12 ? 31 : 30;
  return months < 6 || (months === 6 && day > lastDay);
}

/** The first band is limited in each unit and in each of its groups; what does not fit moves to the second. */
function limit(rated: readonly Result[], adoption: Adoption): void {
  const room = (members: readonly Result[]) => {
    const count = (id: string) => members.filter(({ band }) => band === id).length;
    const counts = { first: count("xuat_sac"), second: count("tot"), all: members.length };
    return adoption.room(counts, members[0]?.raised ? "0.25" : "0.2");
  };
  const scopes = [
    { group: ({ unit }: Result) => unit, room },
    { group: ({ unit, group }: Result) => `${unit} ${group}`, room },
  ];
  const candidates = rated.filter(({ band }) => band === "xuat_sac");
  const figures = ({ unclamped, work }: Result) => [unclamped, work];
  const { out, open } = settle(rated, candidates, scopes, figures, adoption.ties);
  for (const one of out) one.band = "tot";
  for (const one of open) one.isOpen = true;
}

function yearOf(own: readonly Result[], { above: wanted }: Adoption): Result {
  const rated = own.filter((one) => one.rated);
  const last = own.at(-1) as Result;
  if (rated.length < 2) return { ...last, rated: false, isOpen: false };
  const unclamped = rounded(mean(rated.map((one) => one.unclamped)), 2);
  const gate = rated.every(({ done }) => atLeast(done, 100)) && atLeast(mean(rated.map(({ above }) => above)), wanted);
  let band = gated(unclamped, [gate]);
  if (rated.some((one) => one.band === FAILED)) band = atMost(band, "tot", BANDS);
  if (rated.some(({ offended }) => offended)) band = FAILED;
  return { ...last, rated: true, isOpen: false, unclamped, work: mean(rated.map(({ work }) => work)), band };
}

/** Two failed quarters in a row: the authority is asked to consider a replacement. */
const isReplaced = (own: readonly Result[]) =>
  own.some(({ rated, band }, at) => rated && band === FAILED && own[at - 1]?.rated && own[at - 1]?.band === FAILED);

const shown = (of: string, { who, rated, unclamped, band, isOpen }: Result, alerts = "") => ({
  of,
  who: { ma_can_bo: who },
  is: rated
    ? { total: clamped(unclamped), band, marks: isOpen ? "tie_open" : "", alerts }
    : { state: "not_rated", band: "", alerts },
});

/** Quarters in their order, and the year where all that make it are there. `folder` is where the results are. */
export function frame366(quarters: readonly Quarter[], adoption: Adoption, folder = ""): Expectation[] {
  const punished = new Set<string>();
  const results = quarters.flatMap(({ name, rows }) => {
    const own = rows.map((row) => resultOf(row, name, adoption, punished));
    limit(
      own.filter(({ rated }) => rated),
      adoption,
    );
    return own;
  });
  const ofQuarters = results.map((one) => shown(`${folder}${one.quarter}.csv`, one));
  const parts = quarters.slice(0, adoption.parts ?? 4).map(({ name }) => name);
  if (parts.length < (adoption.parts ?? 4)) return ofQuarters;

  const making = results.filter(({ quarter }) => parts.includes(quarter));
  const people = [...grouped(making, ({ who }) => who).values()];
  const years = people.map((own) => yearOf(own, adoption));
  limit(
    years.filter(({ rated }) => rated),
    adoption,
  );
  const year = `${folder}${parts[0]?.slice(0, 4)}.csv`;
  return [...ofQuarters, ...years.map((one, at) => shown(year, one, isReplaced(people[at] ?? []) ? "thay_the" : ""))];
}

export function quartersOf(year: number, read: (file: string) => readonly Row[]): Quarter[] {
  const names = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
  return names.map((name) => ({ name, rows: read(`${name}.csv`) }));
}
