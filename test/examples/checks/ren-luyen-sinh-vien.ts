import { mean, minus, most, plus, times } from "../exact.ts";
import type { Check, Expectation, Row } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { atMost, bandOf, grouped } from "../standing.ts";

const BANDS: Bands = [["xuat_sac", 90], ["tot", 80], ["kha", 65], ["trung_binh", 50], ["yeu", 35], ["kem"]];
const GRADES: Bands = [["6", 9], ["5", 7], ["4", 5], ["2", 4], ["1", 1], ["0"]];
/** What each offence of the second area deducts. */
const OFFENCES = [10, 3, 5, 5, 5, 5, 5, 10, 20];
const LEVELS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  I3: { "Xuất sắc": 8, Giỏi: 7, Khá: 6, "Trung bình": 4 },
  III1: { tot: 5, vang_1: 3 },
  III2: { day_du: 5, tu_50: 3 },
  III3: { day_du: 5, mot: 3 },
  III4: { tich_cuc: 3, mot: 2 },
  IV1: { khen: 10, tuyen_truyen: 8, dung: 5 },
  IV2: { khen: 10, tich_cuc: 8 },
  IV3: { xay_dung: 5, nhac_1: 1 },
  V2b: { hoc_vien: 7, khoa: 5, khong: 0 },
};
/** By the office of a student. */
const DUTIES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "Lớp trưởng, bí thư, chủ nhiệm": { xuat_sac: 7 + 3, tot: 6 + 3, hoan_thanh: 4 + 3 },
  "Ủy viên, tổ trưởng": { xuat_sac: 7 + 1, tot: 5 + 1, hoan_thanh: 3 + 1 },
};

const isYes = (cell: string) => ["x", "1", "có"].includes(cell);
const level = (row: Row, item: string) => LEVELS[item]?.[row(item)] ?? Number.NaN;

function areas(row: Row) {
  const research = ["I2a", "I2b", "I2c"].filter((item) => isYes(row(item))).length;
  const deducted = plus(...OFFENCES.map((points, at) => times(points, row(`II${at + 1}`))));
  // A decision that already counted for a prize gives nothing a second time.
  const twice =
    row("Minh chứng III.5") !== "" && row("Minh chứng III.5") === row("Minh chứng I.2") && isYes(row("I2c"));
  const role = row("Vai trò");
  return {
    I: plus(bandOf(row("I1"), GRADES), 2 * research, level(row, "I3")),
    II: most(0, minus(25, deducted)),
    III: plus(...["III1", "III2", "III3", "III4"].map((item) => level(row, item)), twice ? 0 : row("III5")),
    IV: plus(...["IV1", "IV2", "IV3"].map((item) => level(row, item))),
    V: role === "" ? plus(row("V2a"), level(row, "V2b")) : plus(DUTIES[role]?.[row("V1a")] ?? Number.NaN),
  };
}

const check: Check = (sheet) => {
  const semesters = ["2025-2026-HK1", "2025-2026-HK2"].flatMap((semester) =>
    sheet(`${semester}.csv`).map((row) => {
      const points = areas(row);
      const total = plus(...Object.values(points));
      const warned = row("Nhắc nhở bằng văn bản hoặc đình chỉ đến 30 ngày") !== "";
      let band = bandOf(total, BANDS);
      if (warned) band = atMost(band, "kha", BANDS);
      if (row("Không nộp phiếu đúng hạn") !== "") band = atMost(band, "yeu", BANDS);
      const rated = row("Bảo lưu") === "";
      return { semester, student: row("Mã sinh viên"), points, total, warned, rated, band };
    }),
  );
  const each = semesters.map(({ semester, student, points, total, rated, band }): Expectation => {
    const is = rated ? { ...points, total, band } : { state: "not_rated", band: "" };
    return { of: `${semester}.csv`, who: { mssv: student }, is };
  });
  const years = [...grouped(semesters, ({ student }) => student)].map(([mssv, both]): Expectation => {
    const rated = both.filter((one) => one.rated);
    const total = mean(rated.map((one) => one.total));
    const band = bandOf(total, BANDS);
    const is = { total, band: rated.some(({ warned }) => warned) ? atMost(band, "kha", BANDS) : band };
    return { of: "2025-2026.csv", who: { mssv }, is };
  });
  return [...each, ...years];
};
export default check;
