import type { printing as entries } from "../catalogue/printing.ts";
import type { Explanation } from "./explanation.ts";

const rank = { argv: "rank rubric.yaml sheet.csv" };
const twoQuarters = "code,full_name,period,A\n001,An,2026-Q1,80\n001,An,2026-Q2,90\n";
const inUnits = "columns: { unit: { type: text, required: true } }\n";
const unitSheet = "code,full_name,period,unit,A\n001,An,2026-Q1,U1,80\n002,Em,2026-Q1,U1,80\n";
const anonymise = "compute rubric.yaml sheet.csv --out out --anonymise";

export const printing: { readonly [Code in keyof typeof entries]: Explanation } = {
  C140: {
    text: {
      en: "The sheets give several periods, and scripts that read a ranking expect one.",
      vi: "Các bảng điểm cho nhiều kỳ, mà chương trình đọc bảng xếp hạng chỉ chờ một kỳ.",
    },
    bad: { ...rank, "sheet.csv": twoQuarters },
    fixed: { argv: "rank rubric.yaml sheet.csv --period 2026-Q2", "sheet.csv": twoQuarters },
  },
  C141: {
    text: {
      en: "The flag takes ids as they stand in the rubric. Passing over one that does not exist would leave a column out, or in, unnoticed.",
      vi: "Tùy chọn này nhận id đúng như trong bộ tiêu chí. Nếu lờ đi id không tồn tại thì sẽ thừa hoặc thiếu cột mà không ai hay.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --columns B" },
    fixed: { argv: "compute rubric.yaml sheet.csv --columns A" },
  },
  C142: {
    text: {
      en: "A line of results needs its key to be somebody's, and the columns by which people are grouped to give its rank a meaning.",
      vi: "Mỗi dòng kết quả cần khóa để biết là của ai, và cần các cột chia nhóm thì thứ hạng mới có nghĩa.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --drop-columns code" },
    fixed: { argv: "compute rubric.yaml sheet.csv --drop-columns full_name" },
  },
  C143: {
    text: {
      en: "People are ranked within columns that each of them has once. A rater's column or a figure of the office cannot group them.",
      vi: "Chỉ xếp hạng trong phạm vi các cột mà mỗi đối tượng có một giá trị. Cột của người chấm hay số liệu để đối chiếu không chia nhóm được.",
    },
    bad: { argv: "rank rubric.yaml sheet.csv --within units", "rubric.yaml": inUnits, "sheet.csv": unitSheet },
    fixed: { argv: "rank rubric.yaml sheet.csv --within unit", "rubric.yaml": inUnits, "sheet.csv": unitSheet },
  },
  C144: {
    text: {
      en: "With --fail-on-open a script stops where the rubric leaves a tie to people: an award with `ties: open`, or a quota. Decide it and record the decision, or let the rubric name a further key.",
      vi: "Với --fail-on-open, chương trình dừng lại khi bộ tiêu chí để con người quyết định trường hợp bằng nhau: khen thưởng có `ties: open`, hoặc chỉ tiêu. Hãy quyết định và ghi lại, hoặc thêm tiêu chí phụ vào bộ tiêu chí.",
    },
    bad: {
      argv: "rank rubric.yaml sheet.csv --fail-on-open",
      "rubric.yaml": `${inUnits}awards:\n  - { id: flag, title: Flag, top: 1, ties: open }\n`,
      "sheet.csv": unitSheet,
    },
    fixed: {
      argv: "rank rubric.yaml sheet.csv --fail-on-open",
      "rubric.yaml": `${inUnits}awards:\n  - { id: flag, title: Flag, top: 1, ties: all }\n`,
      "sheet.csv": unitSheet,
    },
  },
  C145: {
    text: {
      en: "The flag counts people or ranks, so it is a whole number.",
      vi: "Tùy chọn này đếm số người hoặc thứ hạng nên phải là số nguyên.",
    },
    bad: { argv: "rank rubric.yaml sheet.csv --top all" },
    fixed: { argv: "rank rubric.yaml sheet.csv --top 3" },
  },
  C170: {
    text: {
      en: "The map says which code stands for whom. Among the results it would be sent along with them sooner or later.",
      vi: "Tệp mã cho biết mã nào là của ai. Nếu để chung với kết quả thì sớm muộn cũng bị gửi đi cùng.",
    },
    bad: { argv: `${anonymise} out/map.csv` },
    fixed: { argv: `${anonymise} map.csv` },
  },
  C171: {
    text: {
      en: "An existing map is used again, so that everybody keeps the code; any other file is never overwritten. A map fits rubrics with the same key and name columns.",
      vi: "Tệp mã đã có được dùng lại để mỗi người giữ nguyên mã; tệp khác thì không bao giờ bị ghi đè. Một tệp mã dùng được cho các bộ tiêu chí có cùng cột khóa và cột tên.",
    },
    bad: { argv: `${anonymise} sheet.csv` },
    fixed: { argv: `${anonymise} map.csv`, "map.csv": "anonymous,code,full_name\nS0001,001,An\n" },
  },
  C172: {
    text: {
      en: "Two runs that extend one map would give the same codes to other people, so the second one stops. The draft of a run that was killed has to be deleted by hand.",
      vi: "Hai lần chạy cùng bổ sung một tệp mã sẽ cấp trùng mã, nên lần sau dừng lại. Bản nháp do lần chạy bị ngắt để lại thì phải xóa bằng tay.",
    },
    bad: { argv: `${anonymise} map.csv`, "map.csv.score-draft": "" },
    fixed: { argv: `${anonymise} map.csv` },
  },
  C173: {
    text: {
      en: "Results with codes are of no use once their map is lost, so the map is written first, and without it nothing else.",
      vi: "Kết quả dùng mã sẽ vô dụng nếu mất tệp mã, nên tệp mã được ghi trước; không ghi được thì không ghi gì khác.",
    },
    bad: { argv: `${anonymise} private/map.csv` },
    fixed: { argv: `${anonymise} map.csv` },
  },
  C174: {
    text: {
      en: "Codes stand in place of the key and the name only. A post that one person holds, an address or a birthday can say who it is as well as a name. Choices, numbers and scores are not listed, but a rare one may tell too.",
      vi: "Mã chỉ thay cho khóa và tên. Một chức vụ chỉ một người giữ, địa chỉ hay ngày sinh cũng cho biết là ai không kém gì tên. Giá trị lựa chọn, con số và điểm không được liệt kê, nhưng giá trị hiếm cũng có thể lộ.",
    },
    bad: { argv: `${anonymise} map.csv`, "rubric.yaml": inUnits, "sheet.csv": unitSheet },
    fixed: { argv: `${anonymise} map.csv --drop-columns unit`, "rubric.yaml": inUnits, "sheet.csv": unitSheet },
  },
};
