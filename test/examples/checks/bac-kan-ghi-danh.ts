import { atLeast, plus } from "../exact.ts";
import type { Check } from "../expectation.ts";

/** The published counts; of the 159 of Bạch Thông, and of the police, how many are collectives is ours. */
const ENTERED = [
  ["Pác Nặm", "tap_the", 9],
  ["Pác Nặm", "ca_nhan", 41],
  ["Bạch Thông", "tap_the", 30],
  ["Bạch Thông", "ca_nhan", 159 - 30],
  ["Công an tỉnh", "tap_the", 6],
  ["Công an tỉnh", "ca_nhan", 15],
] as const;

const check: Check = (sheet) => {
  const entries = sheet("2021.csv").map((row) => {
    const total = plus(row("Thực hiện việc làm theo"), row("Sức lan tỏa"));
    return { of: "2021.csv", who: { ma: row("Mã") }, is: { total, awards: atLeast(total, 80) ? "ghi_danh" : "" } };
  });
  const counts = ENTERED.map(([don_vi, loai, count]) => ({
    of: "summary.csv",
    who: { kind: "award", don_vi, loai },
    is: { count },
  }));
  const whole = {
    of: "summary.csv",
    who: { kind: "award", within: "don_vi", don_vi: "Bạch Thông" },
    is: { count: 159 },
  };
  return [...entries, ...counts, whole];
};
export default check;
