import { atLeast, least, plus, times } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import { amongFirst, bandOf, rankOf } from "../standing.ts";

function totalOf(row: Row) {
  if (row("Loại") === "Cá nhân") return plus(row("Kết quả làm theo"));
  const added = least(40, times(10, row("Số mô hình mới")));
  const continued = least(20, times(5, row("Số mô hình tiếp tục")));
  return plus(least(40, plus(added, continued)), row("Kết quả thực hiện"));
}

const check: Check = (sheet) => {
  const all = sheet("2022.csv").map((row) => ({ ma: row("Mã"), kind: row("Loại"), total: totalOf(row) }));
  type Subject = (typeof all)[number];
  const kindOf = ({ kind }: Subject) => kind;
  const figures = ({ total }: Subject) => [total];
  return all.map((subject) => {
    const { ma, kind, total } = subject;
    const [places, award] = kind === "Tập thể" ? [20, "khen_tap_the"] : [40, "khen_ca_nhan"];
    const candidates = all.filter((one) => one.kind === kind && atLeast(one.total, 70));
    const place = amongFirst(subject, candidates, places, figures);
    return {
      of: "2022.csv",
      who: { ma },
      is: {
        total,
        band: bandOf(total, [["tot", 70], ["dat", 50], ["chua"]]),
        rank: rankOf(subject, all, kindOf, figures),
        awards: place === "yes" ? award : "",
        marks: place === "open" ? "tie_open" : "",
      },
    };
  });
};
export default check;
