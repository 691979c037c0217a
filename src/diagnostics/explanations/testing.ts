import type { testing as entries } from "../catalogue/testing.ts";
import type { Explanation } from "./explanation.ts";

const argv = "test rubric.yaml";
const given = (cells: string): string =>
  `tests:\n  - name: a test\n    given: { ${cells} }\n    expect: { band: good }\n`;
const sheets = (paths: string, expected = "expected.csv"): string =>
  `tests:\n  - name: a test\n    sheets: [${paths}]\n    expect: ${expected}\n`;
const kind = "columns:\n  kind: { type: choice, values: [a, b], required: true }\n";
const expected = "code,band\n001,good\n";

export const testing: { readonly [Code in keyof typeof entries]: Explanation } = {
  R961: {
    text: {
      en: "The key, the name and texts that no expression reads get a stand-in. Any other required column can decide the result: a test that left it open would test one of several answers.",
      vi: "Khóa, tên và những cột chữ mà không biểu thức nào đọc sẽ có giá trị thay thế. Mọi cột bắt buộc khác đều có thể quyết định kết quả: bỏ trống thì bài kiểm tra chỉ thử một trong nhiều khả năng.",
    },
    bad: { argv, "rubric.yaml": kind + given("fill: full") },
    fixed: { argv, "rubric.yaml": kind + given("fill: full, kind: a") },
  },
  R962: {
    text: {
      en: "A rubric is handed on with its folder: a test that needs files from elsewhere would fail at the next office, and a rubric of unknown origin could reach files that are none of its business.",
      vi: "Bộ tiêu chí được chuyển giao cùng thư mục của nó: bài kiểm tra cần tệp ở nơi khác sẽ hỏng ở cơ quan nhận, và một bộ tiêu chí không rõ nguồn gốc có thể chạm tới tệp không liên quan.",
    },
    bad: { argv, "rubric.yaml": sheets("../sheet.csv"), "expected.csv": expected },
    fixed: { argv, "rubric.yaml": sheets("sheet.csv"), "expected.csv": expected },
  },
  R963: {
    text: {
      en: "The results that sheets must give stand in a CSV file beside the rubric. `--update` writes it from what is computed now: it is a test only once somebody has checked it by hand.",
      vi: "Kết quả mà các bảng điểm phải cho nằm trong một tệp CSV cạnh bộ tiêu chí. `--update` ghi tệp này theo kết quả đang tính: chỉ sau khi có người tự kiểm tra thì mới là bài kiểm tra.",
    },
    bad: { argv, "rubric.yaml": sheets("sheet.csv") },
    fixed: { argv: "test rubric.yaml --update", "rubric.yaml": sheets("sheet.csv") },
  },
  R964: {
    text: {
      en: "Expected results are compared column by column with the result files, by the ids in the first line. A file may leave columns out, but not have others.",
      vi: "Kết quả mong đợi được so sánh từng cột với tệp kết quả, theo mã ở dòng đầu. Tệp có thể bỏ bớt cột, nhưng không được có cột khác.",
    },
    bad: { argv, "rubric.yaml": sheets("sheet.csv"), "expected.csv": "code,bnad\n001,good\n" },
    fixed: { argv, "rubric.yaml": sheets("sheet.csv"), "expected.csv": expected },
  },
  R965: {
    text: {
      en: "Rows are matched by the key of the rubric, never by their order or by names.",
      vi: "Các dòng được ghép theo khóa của bộ tiêu chí, không bao giờ theo thứ tự hay theo tên.",
    },
    bad: { argv, "rubric.yaml": sheets("sheet.csv"), "expected.csv": "band\ngood\n" },
    fixed: { argv, "rubric.yaml": sheets("sheet.csv"), "expected.csv": expected },
  },
  R966: {
    text: {
      en: "One subject has one result in a period: of two expected rows one would always be wrong.",
      vi: "Mỗi đối tượng có một kết quả trong một kỳ: trong hai dòng mong đợi luôn có một dòng sai.",
    },
    bad: { argv, "rubric.yaml": sheets("sheet.csv"), "expected.csv": `${expected}001,poor\n` },
    fixed: { argv, "rubric.yaml": sheets("sheet.csv"), "expected.csv": expected },
  },
  R967: {
    text: {
      en: "With several periods each expected row says of which one it is, in a column `period`. Periods that the file does not name are not compared.",
      vi: "Khi có nhiều kỳ, mỗi dòng mong đợi phải ghi kỳ của mình ở cột `period`. Kỳ nào tệp không nêu thì không so sánh.",
    },
    bad: {
      argv,
      "rubric.yaml": sheets("sheet.csv"),
      "sheet.csv": "code,full_name,period,A\n001,An,2026-Q1,80\n001,An,2026-Q2,40\n",
      "expected.csv": expected,
    },
    fixed: {
      argv,
      "rubric.yaml": sheets("sheet.csv"),
      "sheet.csv": "code,full_name,period,A\n001,An,2026-Q1,80\n001,An,2026-Q2,40\n",
      "expected.csv": "period,code,band\n2026-Q1,001,good\n2026-Q2,001,poor\n",
    },
  },
  R968: {
    text: {
      en: "The file of expected results could not be replaced, for the reason that the system gives; its old content is unchanged.",
      vi: "Không thay được tệp kết quả mong đợi, vì lý do mà hệ thống nêu; nội dung cũ vẫn giữ nguyên.",
    },
    bad: { argv: "test rubric.yaml --update", "rubric.yaml": sheets("sheet.csv", "missing/expected.csv") },
    fixed: { argv: "test rubric.yaml --update", "rubric.yaml": sheets("sheet.csv") },
  },
};
