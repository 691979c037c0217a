import { compare, least, mean, minus, most, plus } from "../exact.ts";
import type { Check } from "../expectation.ts";
import type { Bands } from "../standing.ts";
import { atMost, bandOf, grouped } from "../standing.ts";

const ITEMS = ["A1", "A2", "A3", "B1", "B2", "C1", "C2", "C3"];
const STARS: Bands = [["sao_5", 90], ["sao_4", 70], ["sao_3", 50], ["sao_2", 30], ["sao_1"]];

const check: Check = (sheet) =>
  [...grouped(sheet("2023.csv"), (row) => row("Mã sản phẩm"))].map(([ma_san_pham, members]) => {
    const totals = members.map((row) => plus(...ITEMS.map(row)));
    const [first] = members as [(typeof members)[number]];
    const apart = minus(most(...totals), least(...totals));
    const chaired = members.some((row) => row("Vai trò") === "Chủ tịch");
    const whole = { of: "2023.csv", who: { ma_san_pham } };
    if (members.length < 7 || !chaired || compare(apart, 10) > 0) {
      return { ...whole, is: { state: "incomplete", band: "", total: "" } };
    }
    const total = mean(totals);
    const food = ["Thực phẩm", "Đồ uống"].includes(first("Nhóm"));
    const unsafe = food && first("Đủ điều kiện an toàn thực phẩm") === "";
    const band = bandOf(total, STARS);
    return { ...whole, is: { state: "rated", total, band: unsafe ? atMost(band, "sao_2", STARS) : band } };
  });
export default check;
