import { atLeast, least, plus, times } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import { amongFirst, bandOf, rankOf } from "../standing.ts";

function totalOf(row: Row) {
  if (row("Loại") === "Cá nhân") return plus(row("Kết quả làm theo"));
  const added = least(40, times(10, row("Số mô hình mới")));
  const continued = least(20, times(5, row("Số mô hình tiếp tục")));
  return plus(least(40, plus(added, continued)), row("Kết quả thực hiện"));
}

/** The published numbers of models, and of new ones among them. */
const MODELS = [
  ["co_so", 95, 18],
  ["truc_thuoc", 255, 98],
] as const;

const check: Check = (sheet) => {
  const all = sheet("2022.csv").map((row) => ({ ma: row("Mã"), kind: row("Loại"), total: totalOf(row) }));
  type Subject = (typeof all)[number];
  const kindOf = ({ kind }: Subject) => kind;
  const figures = ({ total }: Subject) => [total];
  const models = MODELS.flatMap(([cap, registered, added]) => [
    { of: "summary.csv", who: { within: "cap", cap, kind: "sum", id: "mo_hinh" }, is: { sum: registered } },
    { of: "summary.csv", who: { within: "cap", cap, kind: "sum", id: "moi" }, is: { sum: added } },
  ]);
  const subjects = all.map((subject) => {
    const { ma, kind, total } = subject;
    const [places, award] = kind === "Tập thể" ? [20, "khen_tap_the"] : [40, "khen_ca_nhan"];
    const candidates = all.filter((one) => one.kind === kind && atLeast(one.total, 70));
    const place = amongFirst(subject, candidates, places, figures);
    return {
      of: "2022.csv",
      who: { ma },
      is: {
        total,
        band: place === "no" ? bandOf(total, [["dat", 50], ["chua"]]) : "tieu_bieu",
        rank: rankOf(subject, all, kindOf, figures),
        awards: place === "yes" ? award : "",
        marks: place === "open" ? "tie_open" : "",
      },
    };
  });
  return [...subjects, ...models];
};
export default check;
