import type { Entry } from "../entry.ts";

/** R62: earlier periods. R65: lookup tables. */
export const lookingBack = {
  R621: {
    severity: "error",
    message: {
      en: "`once` of rule `{id}` stands in a rollup; an offence counts in the period of its row",
      vi: "`once` của quy tắc `{id}` nằm ở kỳ tổng hợp; một vi phạm được tính ở kỳ có dòng ghi nó",
    },
    hint: {
      en: "put `once` into the rules of the rows' own period; a rollup goes over `periods`",
      vi: "đặt `once` ở quy tắc của kỳ chấm điểm; kỳ tổng hợp thì duyệt `periods`",
    },
  },
  R622: {
    severity: "error",
    message: {
      en: "`{column}` belongs to a rating; an offence belongs to the subject",
      vi: "`{column}` thuộc lượt chấm; vi phạm là của đối tượng",
    },
    hint: { en: "name a column `of: subject`", vi: "ghi một cột `of: subject`" },
  },
  R623: {
    severity: "error",
    message: {
      en: "the award `{id}` counts years in a row, but this is not the result of a year",
      vi: "danh hiệu `{id}` tính số năm liên tiếp, nhưng đây không phải kết quả năm",
    },
    hint: {
      en: "move it into the rollup with `period: year`",
      vi: "chuyển vào kỳ tổng hợp có `period: year`",
    },
  },
  R624: {
    severity: "error",
    message: {
      en: "the streak of `{id}` needs a whole number of years from 2 to {most}",
      vi: "chuỗi năm của `{id}` cần một số nguyên từ 2 đến {most}",
    },
    hint: { en: "correct the number", vi: "sửa lại số" },
  },
  R652: {
    severity: "error",
    message: {
      en: "the key `{name}` is a {found} column; keys are texts",
      vi: "khóa `{name}` là cột {found}; khóa phải là text",
    },
    hint: { en: "declare it `type: text`: then `007` is not `7`", vi: "khai báo `type: text`: khi đó `007` khác `7`" },
  },
  R653: {
    severity: "error",
    message: {
      en: "`values` belongs to a choice column, and a choice column needs it: `{id}`",
      vi: "`values` đi với cột choice, và cột choice phải có `values`: `{id}`",
    },
    hint: { en: "add `values`, or take them away", vi: "thêm `values`, hoặc bỏ đi" },
  },
} as const satisfies Record<string, Entry>;
