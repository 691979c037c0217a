import type { Num } from "../exact.ts";
import { least, mean, most, over, plus, rounded } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { amongFirst, bandOf, grouped, rankOf } from "../standing.ts";

const BANDS: Bands = [["xuat_sac", 90], ["tot", 75], ["kha", 60], ["trung_binh"]];
const QUARTERS = ["I", "II", "III", "IV"];

interface Result {
  readonly body: string;
  readonly kind: string;
  readonly period: string;
  readonly total: Num;
}

const inTime = (share: Num) => over(least(100, share), 4);

function base(row: Row): Result {
  const parts = [row("Chuẩn mực"), row("Sinh hoạt chi bộ"), row("Gần dân, đối thoại"), row("Tham mưu") || 0];
  const period = row("Kỳ").replace(/^Quý (\w+)\/2026$/, (_, name) => `2026-Q${QUARTERS.indexOf(name) + 1}`);
  const total = plus(...parts, inTime(row("Hồ sơ đúng hạn (%)") || 0), inTime(row("Án đúng hạn (%)") || 0));
  return { body: row("Mã"), kind: row("Loại cơ quan"), period, total };
}

/** One body has three standards of its own in place of the 30 points. */
function ofJustice(row: Row): Result {
  const complaints = most(0, 8 - 4 * Number(row("Số lần bị phản ánh")));
  const own = plus(row("Công tâm, đúng pháp luật"), row("Tận tụy, trách nhiệm"), complaints);
  const rest = [row("Sinh hoạt chi bộ"), row("Gần dân, đối thoại"), inTime(row("Hồ sơ đúng hạn (%)"))];
  return { body: row("Mã"), kind: row("Loại cơ quan"), period: row("Kỳ"), total: plus(own, ...rest) };
}

const quarterOf = (period: string) =>
  period.includes("Q") ? period : `2026-Q${Math.ceil(Number(period.slice(5)) / 3)}`;

/** The means of what each body has, by the period that holds it, to 0.01. */
function rolledUp(results: readonly Result[], into: (period: string) => string): Result[] {
  return [...grouped(results, ({ body, period }) => `${body} ${into(period)}`).values()].map((own) => {
    const [{ body, kind, period }] = own as [Result];
    return { body, kind, period: into(period), total: rounded(mean(own.map(({ total }) => total)), 2) };
  });
}

function settled(folder: string, results: readonly Result[], award?: string) {
  const figures = ({ total }: Result) => [total];
  return [...grouped(results, ({ period }) => period)].flatMap(([period, peers]) =>
    peers.map((one) => {
      const candidates = peers.filter(({ kind, total }) => kind === one.kind && bandOf(total, BANDS) === "xuat_sac");
      const won = award !== undefined && amongFirst(one, candidates, 1, figures) === "yes";
      const rank = rankOf(one, peers, ({ kind }) => kind, figures);
      const is = { total: one.total, band: bandOf(one.total, BANDS), rank, awards: won ? award : "" };
      return { of: `${folder}/${period}.csv`, who: { ma: one.body }, is };
    }),
  );
}

const check: Check = (sheet) => {
  const rows = sheet("thang-quy.csv").map(base);
  const quarters = rolledUp(rows, quarterOf);
  const years = rolledUp(quarters, () => "2026");
  const months = rows.filter(({ period }) => !period.includes("Q"));
  const justice = sheet("so-tu-phap.csv").map(ofJustice);
  return [
    ...settled("khoi", months, "bieu_duong"),
    ...settled("khoi", quarters),
    ...settled("khoi", years, "dien_hinh"),
    ...settled("so-tu-phap", justice, "bieu_duong"),
    ...settled("so-tu-phap", rolledUp(justice, quarterOf)),
  ];
};
export default check;
