import type { shape as entries } from "../catalogue/shape.ts";
import type { Explanation } from "./explanation.ts";
import { baseRubric } from "./explanation.ts";

const plain = { "rubric.yaml": "language: en\n" };

export const shape: { readonly [Code in keyof typeof entries]: Explanation } = {
  S100: {
    text: {
      en: "The first key says in which version of the language the rubric is written. A program that does not know it could read the rest wrongly.",
      vi: "Khóa đầu tiên cho biết bộ tiêu chí viết theo phiên bản nào của ngôn ngữ. Chương trình không biết phiên bản đó có thể hiểu sai phần còn lại.",
    },
    bad: { argv: "compute future.yaml sheet.csv", "future.yaml": baseRubric.replace("schema: 1", "schema: 2") },
    fixed: plain,
  },
  S101: {
    text: {
      en: "A key that is not known is refused and never passed over: a misspelt rule would otherwise simply not act.",
      vi: "Khóa lạ bị từ chối chứ không bỏ qua: nếu không, một quy tắc viết sai chính tả sẽ lặng lẽ mất tác dụng.",
    },
    bad: { "rubric.yaml": "rankings: { by: [total] }\n" },
    fixed: { "rubric.yaml": "ranking: { by: [total] }\n" },
  },
  S102: {
    text: {
      en: "This part of a rubric says nothing without that key, and nothing is assumed in its place.",
      vi: "Phần này không đủ nghĩa nếu thiếu khóa đó, và chương trình không tự đặt giá trị thay.",
    },
    bad: { "rubric.yaml": "total: { max: 100, clamp: false, round: { to: 0.01 } }\n" },
    fixed: { "rubric.yaml": "total: { max: 100, clamp: false, round: { to: 0.01, mode: half_up } }\n" },
  },
  S103: {
    text: {
      en: "A list, a map, true or false, a text and a number are different things, and each key takes one kind.",
      vi: "Danh sách, nhóm khóa, true hoặc false, văn bản và số là những loại khác nhau, mỗi khóa nhận một loại.",
    },
    bad: { "rubric.yaml": "bands: { good: 50 }\n" },
    fixed: { "rubric.yaml": "bands:\n  - { id: good, from: 50 }\n  - { id: poor }\n" },
  },
  S104: {
    text: {
      en: "Only the listed words have a meaning here.",
      vi: "Ở đây chỉ các từ đã liệt kê mới có nghĩa.",
    },
    bad: { "rubric.yaml": "period: quarterly\n" },
    fixed: { "rubric.yaml": "period: quarter\n" },
  },
  S105: {
    text: {
      en: "Ids are used in expressions and as column heads of results, where accents, spaces and signs would have other meanings.",
      vi: "Mã được dùng trong biểu thức và làm tên cột của kết quả, nơi dấu, khoảng trắng và ký hiệu có nghĩa khác.",
    },
    bad: { "rubric.yaml": "columns:\n  chi-bo: { type: text, default: none }\n" },
    fixed: { "rubric.yaml": "columns:\n  chi_bo: { type: text, default: none }\n" },
  },
  S106: {
    text: {
      en: "A number is expected here, written in digits with a decimal point. It is read exactly as written.",
      vi: "Ở đây cần một số, viết bằng chữ số với dấu chấm thập phân. Số được đọc đúng như đã viết.",
    },
    bad: { "rubric.yaml": 'total: { max: 100, clamp: false, round: { to: "0,01", mode: half_up } }\n' },
    fixed: { "rubric.yaml": "total: { max: 100, clamp: false, round: { to: 0.01, mode: half_up } }\n" },
  },
  S107: {
    text: {
      en: "Some programs read 010 as eight and some as ten, and 0x10 and .inf are numbers only to programmers. A rubric says plainly which number it means.",
      vi: "Có chương trình đọc 010 là tám, có chương trình đọc là mười; 0x10 và .inf chỉ lập trình viên mới hiểu là số. Bộ tiêu chí phải ghi rõ số nào.",
    },
    bad: { "rubric.yaml": "decimals: 02\n" },
    fixed: { "rubric.yaml": "decimals: 2\n" },
  },
  S108: {
    text: {
      en: "Without quotes YAML takes this for a number, or for true or false, and 2026.10 would become 2026.1.",
      vi: "Không có ngoặc kép thì YAML hiểu đây là số, hoặc true, false, và 2026.10 sẽ thành 2026.1.",
    },
    bad: { "rubric.yaml": "version: 2026.10\n" },
    fixed: { "rubric.yaml": 'version: "2026.10"\n' },
  },
  S109: {
    text: {
      en: "A share is written as a percentage or as a number: 20% and 0.2 are the same.",
      vi: "Tỷ lệ viết bằng phần trăm hoặc bằng số: 20% và 0.2 là như nhau.",
    },
    bad: {
      "rubric.yaml":
        "quotas:\n  - { id: few, band: good, share: 20 %, of: rated, basis: before, within: [], round: down, ties: out, then: poor }\n",
    },
    fixed: {
      "rubric.yaml":
        "quotas:\n  - { id: few, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }\n",
    },
  },
  S110: {
    text: {
      en: "Dates are written year-month-day, which reads the same everywhere.",
      vi: "Ngày viết theo thứ tự năm-tháng-ngày, ở đâu cũng hiểu giống nhau.",
    },
    bad: { "rubric.yaml": "valid: { from: 1/1/2026, to: 31/12/2026 }\n" },
    fixed: { "rubric.yaml": "valid: { from: 2026-01-01, to: 2026-12-31 }\n" },
  },
  S111: {
    text: {
      en: "A key with nothing behind it may be an unfinished line. Nothing is assumed in its place.",
      vi: "Khóa không có gì phía sau có thể là dòng viết dở. Chương trình không tự đặt giá trị thay.",
    },
    bad: { "rubric.yaml": "missing:\n" },
    fixed: { "rubric.yaml": "missing: incomplete\n" },
  },
  S112: {
    text: {
      en: "A list or map without entries says nothing here.",
      vi: "Danh sách hoặc nhóm không có mục nào thì không có nghĩa ở đây.",
    },
    bad: { "rubric.yaml": "areas: []\n" },
    fixed: { "rubric.yaml": "areas:\n  - { id: A, max: 100 }\n" },
  },
  S113: {
    text: {
      en: "Outside this range the number has no meaning: nothing can be rounded to a multiple of 0.",
      vi: "Ngoài phạm vi này số không có nghĩa: không thể làm tròn đến bội số của 0.",
    },
    bad: { "rubric.yaml": "total: { max: 100, clamp: false, round: { to: 0, mode: half_up } }\n" },
    fixed: { "rubric.yaml": "total: { max: 100, clamp: false, round: { to: 0.1, mode: half_up } }\n" },
  },
  S120: {
    text: {
      en: "An item says how its cell becomes points by exactly one scale: max, levels, yes, count, ratio, table or value.",
      vi: "Mỗi tiêu chí ghi đúng một thang để đổi ô thành điểm: max, levels, yes, count, ratio, table hoặc value.",
    },
    bad: { "rubric.yaml": "areas:\n  - { id: A, title: Work }\n" },
    fixed: { "rubric.yaml": "areas:\n  - { id: A, title: Work, max: 100 }\n" },
  },
  S121: {
    text: {
      en: "With two scales one cell would have two scores.",
      vi: "Nếu có hai thang thì một ô có hai số điểm.",
    },
    bad: { "rubric.yaml": "areas:\n  - { id: A, max: 100, yes: 100 }\n" },
    fixed: { "rubric.yaml": "areas:\n  - { id: A, max: 100 }\n" },
  },
  S122: {
    text: {
      en: "A rule has a condition and an effect: not_rated, at_least, at_most or set.",
      vi: "Mỗi quy tắc có điều kiện và hệ quả: not_rated, at_least, at_most hoặc set.",
    },
    bad: { "rubric.yaml": 'rules:\n  - { id: weak, when: "A < 20" }\n' },
    fixed: { "rubric.yaml": 'rules:\n  - { id: weak, when: "A < 20", at_most: poor }\n' },
  },
  S123: {
    text: {
      en: "The effects of one rule could contradict each other.",
      vi: "Các hệ quả của một quy tắc có thể mâu thuẫn nhau.",
    },
    bad: { "rubric.yaml": 'rules:\n  - { id: weak, when: "A < 20", at_most: poor, set: good }\n' },
    fixed: { "rubric.yaml": 'rules:\n  - { id: weak, when: "A < 20", at_most: poor }\n' },
  },
  S124: {
    text: {
      en: "This part needs exactly one of these keys: without it, it does nothing.",
      vi: "Phần này cần đúng một trong các khóa này: thiếu thì nó không có tác dụng.",
    },
    bad: {
      "rubric.yaml":
        "quotas:\n  - { id: few, band: good, of: rated, basis: before, within: [], round: down, ties: out, then: poor }\n",
    },
    fixed: {
      "rubric.yaml":
        "quotas:\n  - { id: few, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }\n",
    },
  },
  S125: {
    text: {
      en: "Each of the two keys would decide alone, so only one of them may stand.",
      vi: "Mỗi khóa trong hai khóa này đều tự quyết định, nên chỉ được có một.",
    },
    bad: {
      "rubric.yaml":
        "quotas:\n  - { id: few, band: good, share: 20%, count: 3, of: rated, basis: before, within: [], round: down, ties: out, then: poor }\n",
    },
    fixed: {
      "rubric.yaml":
        "quotas:\n  - { id: few, band: good, share: 20%, of: rated, basis: before, within: [], round: down, ties: out, then: poor }\n",
    },
  },
  S126: {
    text: {
      en: "The key is known, but beside the others in this map it would have no effect.",
      vi: "Khóa này có trong ngôn ngữ, nhưng đứng cạnh các khóa khác ở đây thì không có tác dụng.",
    },
    bad: { "rubric.yaml": "columns:\n  unit: { type: text, default: none, max: 3 }\n" },
    fixed: { "rubric.yaml": "columns:\n  unit: { type: number, default: 0, max: 3 }\n" },
  },
  S130: {
    text: {
      en: "Expressions would take the word for something else: `total` is the total, `sum` adds.",
      vi: "Biểu thức sẽ hiểu từ này theo nghĩa khác: `total` là tổng điểm, `sum` là phép cộng.",
    },
    bad: { "rubric.yaml": "areas:\n  - { id: sum, max: 100 }\n" },
    fixed: { "rubric.yaml": "areas:\n  - { id: A, max: 100 }\n" },
  },
};
