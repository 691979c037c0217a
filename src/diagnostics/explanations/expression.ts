import type { expression as entries } from "../catalogue/expression.ts";
import type { Example, Explanation } from "./explanation.ts";

const columns = `columns:
  leader: { type: flag, default: false }
  discipline: { type: choice, values: [none, warned], default: none }
  joined: { type: date, default: 2020-01-01 }
  done: { type: number, min: 0, default: 0 }
  target: { type: number, min: 0, default: 0 }
`;
/** A rubric with one rule. */
const rule = (when: string): { readonly "rubric.yaml": string } => ({
  "rubric.yaml": `${columns}rules:\n  - { id: example, when: '${when}', set: poor }\n`,
});
const award = (when: string): { readonly "rubric.yaml": string } => ({
  "rubric.yaml": `awards:\n  - { id: prize, title: Prize, top: 1, ties: open, when: '${when}' }\n`,
});
const tabled = (when: string): Example => ({
  "rubric.yaml":
    "tables: { unit: { key: id, columns: { rate: { type: number, required: true } } } }\n" +
    `rules:\n  - { id: example, when: '${when}', at_least: good }\n`,
  "unit.csv": "id,rate\nU1,80\n",
  argv: "compute rubric.yaml sheet.csv --table unit=unit.csv",
});

export const expression: { readonly [Code in keyof typeof entries]: Explanation } = {
  R301: {
    text: {
      en: "Expressions are written in CEL. The text stops making sense at the marked place: a sign is missing, doubled or of another language.",
      vi: "Biểu thức viết theo cú pháp CEL. Đến chỗ được đánh dấu thì không còn đọc được: thiếu dấu, thừa dấu hoặc dùng dấu của ngôn ngữ khác.",
    },
    bad: rule("A = 50"),
    fixed: rule("A == 50"),
  },
  R302: {
    text: {
      en: "Nobody can review an expression of this size, and a limit keeps any text from occupying the machine.",
      vi: "Không ai rà soát nổi một biểu thức lớn như vậy; giới hạn này cũng giữ cho máy không bị treo.",
    },
    bad: rule(`${"!".repeat(18)}leader`),
    fixed: rule("!leader"),
  },
  R303: {
    text: {
      en: "An expression may name columns, areas, items, parameters and the variables of its place. Ids are compared exactly, also in case.",
      vi: "Biểu thức được gọi tên cột, nhóm, tiêu chí, tham số và các biến của vị trí đó. Mã phải viết đúng từng chữ, kể cả chữ hoa, chữ thường.",
    },
    bad: rule("leeder"),
    fixed: rule("leader"),
  },
  R304: {
    text: {
      en: "A record has only the fields that the rubric gives it: `raw` and `full` have the items, a row of a table its columns.",
      vi: "Bản ghi chỉ có những trường mà bộ tiêu chí khai báo: `raw` và `full` có các tiêu chí, dòng của bảng có các cột của bảng.",
    },
    bad: rule("full.B < 100"),
    fixed: rule("full.A < 100"),
  },
  R305: {
    text: {
      en: "Only the functions of the rubric language can be called. Text functions and regular expressions of CEL are not among them: a column of type choice or flag says it more safely.",
      vi: "Chỉ gọi được các hàm của ngôn ngữ bộ tiêu chí. Không có các hàm xử lý chữ và biểu thức chính quy của CEL: cột loại choice hoặc flag diễn đạt an toàn hơn.",
    },
    bad: rule("rond(A, 1) < 50"),
    fixed: rule("round(A, 1) < 50"),
  },
  R306: {
    text: {
      en: "The function exists, but takes another number of arguments, or stands in another place. A decimal comma also splits one argument into two: write 0.1.",
      vi: "Có hàm này nhưng số đối số khác, hoặc phải viết ở vị trí khác. Dấu phẩy thập phân cũng tách một đối số thành hai: hãy viết 0.1.",
    },
    bad: rule("round(A, 0,1) < 50"),
    fixed: rule("round(A, 0.1) < 50"),
  },
  R307: {
    text: {
      en: "Nothing is converted in silence: a number is no condition, and a text is no number.",
      vi: "Không có chuyển đổi ngầm: số không phải là điều kiện, chữ không phải là số.",
    },
    bad: rule("!A"),
    fixed: rule("A == 0"),
  },
  R308: {
    text: {
      en: "Values of different kinds are never equal and have no order. Numbers are written without quotes.",
      vi: "Giá trị khác loại không bao giờ bằng nhau và không so lớn nhỏ được. Số viết không có dấu nháy.",
    },
    bad: rule('A == "50"'),
    fixed: rule("A == 50"),
  },
  R309: {
    text: {
      en: "The column can never hold this value, so the comparison would always come out the same: most often a misspelt word.",
      vi: "Cột không bao giờ có giá trị này nên phép so sánh luôn cho một kết quả: thường là viết sai chính tả.",
    },
    bad: rule('discipline != "nonne"'),
    fixed: rule('discipline != "none"'),
  },
  R310: {
    text: {
      en: "Some read the best band as the largest, some as the first. `atLeast` and `below` leave no doubt.",
      vi: "Người thì coi mức tốt nhất là lớn nhất, người thì coi là thứ nhất. `atLeast` và `below` không gây hiểu lầm.",
    },
    bad: award('band >= "good"'),
    fixed: award('atLeast(band, "good")'),
  },
  R311: {
    text: {
      en: "`a ? b : c` is one value, so `b` and `c` are of one kind.",
      vi: "`a ? b : c` là một giá trị nên `b` và `c` phải cùng loại.",
    },
    bad: rule("(leader ? A : false) == 0"),
    fixed: rule("(leader ? A : 100) == 0"),
  },
  R312: {
    text: {
      en: "`when` and `require` are conditions, a score is a number, the `=` of an effect is a band.",
      vi: "`when` và `require` là điều kiện, điểm là số, còn `=` trong hệ quả của quy tắc là mức xếp loại.",
    },
    bad: rule("A + 10"),
    fixed: rule("A + 10 < 50"),
  },
  R313: {
    text: {
      en: "In CEL `%` is the remainder of a division, in a rubric one would read a percentage. So it is refused: 20 % is written 0.2.",
      vi: "Trong CEL `%` là phép chia lấy dư, còn người đọc sẽ hiểu là phần trăm. Vì vậy không dùng: 20% viết là 0.2.",
    },
    bad: rule("done < target * 20%"),
    fixed: rule("done < target * 0.2"),
  },
  R314: {
    text: {
      en: "A date in an expression is written year-month-day, and must exist in the calendar.",
      vi: "Ngày trong biểu thức viết theo năm-tháng-ngày và phải có thật trong lịch.",
    },
    bad: rule('joined > "2026-02-30"'),
    fixed: rule('joined > "2026-02-28"'),
  },
  R315: {
    text: {
      en: "CEL has more than rubrics need. A required column or one with a default is never `null`; maps, bytes and optional fields have no use here.",
      vi: "CEL có nhiều thứ mà bộ tiêu chí không cần. Cột bắt buộc hoặc có giá trị mặc định thì không bao giờ là `null`; bảng ánh xạ, byte và trường tùy chọn không dùng ở đây.",
    },
    bad: rule("done == null"),
    fixed: rule("done == 0"),
  },
  R316: {
    text: {
      en: "What 5 out of 0 tasks is worth is a decision, not arithmetic. Say it with a condition, or give the column a `min` above 0.",
      vi: "Hoàn thành 5 trên 0 việc được bao nhiêu điểm là điều phải quyết định, không phải phép tính. Hãy nêu rõ bằng điều kiện, hoặc cho cột `min` lớn hơn 0.",
    },
    bad: rule("done / target < 0.7"),
    fixed: rule("target > 0 && done / target < 0.7"),
  },
  R317: {
    text: {
      en: "`all` holds for no rows at all, and the mean of none does not exist. Whether somebody without subordinates fulfils the condition is for the rubric to say.",
      vi: "Không có dòng nào thì `all` vẫn đúng, còn trung bình thì không tồn tại. Người không có cấp dưới có đạt điều kiện hay không phải do bộ tiêu chí quy định.",
    },
    bad: tabled("unit.all(u, u.rate >= 70)"),
    fixed: tabled("size(unit) > 0 && unit.all(u, u.rate >= 70)"),
  },
  R318: {
    text: {
      en: "A variable with the name of a column would hide it, and a reader would take one for the other.",
      vi: "Biến trùng tên với cột sẽ che mất cột, và người đọc sẽ nhầm cái này với cái kia.",
    },
    bad: rule("[50, 60].exists(A, A > 55)"),
    fixed: rule("[50, 60].exists(x, x > A)"),
  },
  R319: {
    text: {
      en: "The name means something elsewhere in the rubric, but has no value at this point of the evaluation. Rules, for one, decide the band and so cannot ask for it.",
      vi: "Tên này có nghĩa ở chỗ khác trong bộ tiêu chí nhưng chưa có giá trị ở bước này. Chẳng hạn quy tắc quyết định mức xếp loại nên không thể hỏi mức xếp loại.",
    },
    bad: rule('band == "good"'),
    fixed: rule("total >= 50"),
  },
  R320: {
    text: {
      en: "This division is by 0 for everybody, whatever the sheets say: a number is wrong, or a condition that guards the division the wrong way round.",
      vi: "Phép chia này luôn là chia cho 0, bảng điểm ghi gì cũng vậy: một con số bị ghi sai, hoặc điều kiện bảo vệ phép chia bị viết ngược.",
    },
    bad: rule("done / 0 < 0.7"),
    fixed: rule("done / 10 < 0.7"),
  },
};
