import type { tables as entries } from "../catalogue/tables.ts";
import type { Explanation } from "./explanation.ts";

const argv = "compute rubric.yaml sheet.csv --table units=u.csv";
const rubric = (when: string): string => `columns:
  unit: { type: text, required: true }
tables:
  units: { key: id, columns: { id: { type: text, required: true }, band: { type: band } } }
rules:
  - { id: capped, when: '${when}', at_most: "=units[unit].band" }
`;
const sheet = "code,full_name,unit,period,A\n001,An,U1,2026-Q1,80\n";
const sound = { argv, "rubric.yaml": rubric("true"), "sheet.csv": sheet, "u.csv": "id,band\nU1,good\n" };

export const tables: { readonly [Code in keyof typeof entries]: Explanation } = {
  D501: {
    text: {
      en: "A rule or item of this person looks up a table that was not given. A table that nobody present needs may be absent.",
      vi: "Quy tắc hoặc tiêu chí của người này cần một bảng tra cứu chưa được đưa vào. Bảng mà không ai cần thì có thể thiếu.",
    },
    bad: { ...sound, argv: "compute rubric.yaml sheet.csv" },
    fixed: sound,
  },
  D502: {
    text: {
      en: "The row that is looked up is not there. Going on would let a limit fall away because of a misspelt unit.",
      vi: "Dòng cần tra không có. Nếu cứ tính tiếp thì một giới hạn sẽ mất tác dụng chỉ vì ghi sai tên đơn vị.",
    },
    bad: { ...sound, "u.csv": "id,band\nU2,good\n" },
    fixed: sound,
  },
  D503: {
    text: {
      en: "The rule acts, but the band by which it acts is not known, or is none of this period's. Without it the person would escape the rule.",
      vi: "Quy tắc có hiệu lực nhưng chưa biết mức làm căn cứ, hoặc mức đó không thuộc kỳ này. Bỏ qua thì người đó sẽ thoát khỏi quy tắc.",
    },
    bad: { ...sound, "u.csv": "id,band\nU1,\n" },
    fixed: sound,
  },
  D504: {
    text: {
      en: "The key and the required columns of a table must stand in its header.",
      vi: "Khóa và các cột bắt buộc của bảng tra cứu phải có trong dòng tiêu đề.",
    },
    bad: { ...sound, "u.csv": "name,band\nU1,good\n" },
    fixed: sound,
  },
  D505: {
    text: {
      en: "A lookup by key must have one answer.",
      vi: "Tra theo khóa thì phải có đúng một câu trả lời.",
    },
    bad: { ...sound, "u.csv": "id,band\nU1,good\nU1,poor\n" },
    fixed: sound,
  },
  D506: {
    text: {
      en: "A cell of the table is not what the rubric declares for its column.",
      vi: "Một ô của bảng tra cứu không đúng với khai báo của cột trong bộ tiêu chí.",
    },
    bad: { ...sound, "u.csv": "id,band\nU1,great\n" },
    fixed: sound,
  },
  C191: {
    text: {
      en: "A table is given by the name that the rubric uses for it, since one rubric may have several.",
      vi: "Bảng tra cứu được đưa vào bằng tên dùng trong bộ tiêu chí, vì một bộ tiêu chí có thể có nhiều bảng.",
    },
    bad: { ...sound, argv: "compute rubric.yaml sheet.csv --table u.csv" },
    fixed: sound,
  },
  C192: {
    text: {
      en: "A table that the rubric does not read has no effect; more likely its name is misspelt.",
      vi: "Bảng mà bộ tiêu chí không đọc thì không có tác dụng; nhiều khả năng tên bị ghi sai.",
    },
    bad: { ...sound, argv: "compute rubric.yaml sheet.csv --table unit=u.csv" },
    fixed: sound,
  },
  C193: {
    text: {
      en: "One table has one file, so that everybody sees which rows hold.",
      vi: "Mỗi bảng tra cứu chỉ có một tệp, để ai cũng thấy dòng nào có hiệu lực.",
    },
    bad: {
      ...sound,
      argv: "compute rubric.yaml sheet.csv --table units=u.csv --table units=v.csv",
      "v.csv": "id,band\nU1,good\n",
    },
    fixed: sound,
  },
};
