import { atLeast, plus } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import { bandOf } from "../standing.ts";

const YEARS = [2013, 2014, 2015, 2016, 2017, 2018, 2019];
type Result = { state: "rated" | "not_rated"; band: string };

function resultOf(row: Row): Result {
  if (row("Số tháng hoạt động") !== "" && !atLeast(row("Số tháng hoạt động"), 6))
    return { state: "not_rated", band: "" };
  const total = plus(row("Nhiệm vụ chính trị"), row("Xây dựng Đảng"), row("Đoàn thể"));
  const band = bandOf(total, [["tieu_bieu", 95], ["tsvm", 85], ["tot", 70], ["hoan_thanh", 50], ["yeu_kem"]]);
  const disciplined = row("Có đảng viên bị kỷ luật") !== "" && ["tieu_bieu", "tsvm"].includes(band);
  return { state: "rated", band: disciplined ? "tot" : band };
}

/** Good years in a row up to each year; a year not rated is passed over or ends the row. */
function streaks(years: readonly (Result | undefined)[], passOver: boolean): number[] {
  let length = 0;
  return years.map((year) => {
    if (year?.state === "not_rated" && passOver) return length;
    length = year !== undefined && ["tieu_bieu", "tsvm"].includes(year.band) ? length + 1 : 0;
    return length;
  });
}

const check: Check = (sheet) => {
  const rows = [...sheet("2013-2017.csv"), ...sheet("2018-2019.csv")];
  return [...new Set(rows.map((row) => row("Mã")))].flatMap((ma) => {
    const years = YEARS.map((year) => rows.find((row) => row("Mã") === ma && row("Năm") === `${year}`));
    const results = years.map((row) => row && resultOf(row));
    const [strict, lenient] = [streaks(results, false), streaks(results, true)];
    return YEARS.flatMap((year, at) => {
      const result = results[at];
      if (result === undefined) return [];
      const rated = result.state === "rated";
      const five = rated && strict[at] !== 0 && (strict[at] ?? 0) % 5 === 0;
      const once = rated && lenient[at] === 5;
      const awards = [...(five ? ["nam_nam"] : []), ...(once ? ["nam_nam_bo_qua"] : [])].join(" ");
      return [{ of: `${year < 2018 ? "den-2017" : "tu-2018"}/${year}.csv`, who: { ma }, is: { ...result, awards } }];
    });
  });
};
export default check;
