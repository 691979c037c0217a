import type { Entry } from "../entry.ts";

/** D5: lookup tables. */
export const tables = {
  D501: {
    severity: "error",
    message: {
      en: "the table {table} is needed for {key} and was not given",
      vi: "cần bảng tra cứu {table} để tính cho {key} nhưng chưa có",
    },
    hint: { en: "give it with `--table {table}=FILE.csv`", vi: "đưa vào bằng `--table {table}=TỆP.csv`" },
  },
  D502: {
    severity: "error",
    message: {
      en: "the table {table} has no row {row}, which is needed for {key}",
      vi: "bảng tra cứu {table} không có dòng {row}, cần để tính cho {key}",
    },
    hint: {
      en: "add the row, correct the cell that names it, or write what happens without it: `x in {table} && …`",
      vi: "thêm dòng này, sửa ô ghi tên nó, hoặc nêu cách xử lý khi không có: `x in {table} && …`",
    },
  },
  D503: {
    severity: "error",
    message: {
      en: "rule {rule} needs a band for {key} that is not known, or not one of this period",
      vi: "quy tắc {rule} cần một mức xếp loại cho {key} nhưng chưa biết, hoặc không thuộc kỳ này",
    },
    hint: {
      en: "the row that it looks up has no band: say in `when` that the rule waits for one",
      vi: "dòng được tra chưa có mức xếp loại: hãy ghi trong `when` rằng quy tắc chỉ áp dụng khi đã có",
    },
  },
  D504: {
    severity: "error",
    message: {
      en: "the table {table} has no column {column}",
      vi: "bảng tra cứu {table} thiếu cột {column}",
    },
    hint: {
      en: "the first row must name the columns of the rubric: {columns}",
      vi: "dòng đầu tiên phải ghi tên các cột của bộ tiêu chí: {columns}",
    },
  },
  D505: {
    severity: "error",
    message: {
      en: "the table {table} has two rows {row}",
      vi: "bảng tra cứu {table} có hai dòng {row}",
    },
    hint: { en: "a key stands once: delete one of the rows", vi: "mỗi khóa chỉ có một dòng: hãy xóa một dòng" },
  },
  D506: {
    severity: "error",
    message: {
      en: "{found} in column {column} is not what the table {table} holds there",
      vi: "{found} ở cột {column} không đúng với khai báo của bảng tra cứu {table}",
    },
    hint: { en: "expected: {expected}", vi: "cần: {expected}" },
  },
  C191: {
    severity: "error",
    message: {
      en: "--table wants NAME=FILE, not {found}",
      vi: "--table cần viết dạng TÊN=TỆP, không phải {found}",
    },
    hint: { en: "for example --table {example}=file.csv", vi: "chẳng hạn --table {example}=tep.csv" },
  },
  C192: {
    severity: "error",
    message: {
      en: "the rubric has no table {name}{suggestion}",
      vi: "bộ tiêu chí không có bảng tra cứu {name}{suggestion}",
    },
    hint: { en: "its tables are {known}", vi: "các bảng tra cứu: {known}" },
  },
  C193: {
    severity: "error",
    message: { en: "the table {name} is given twice", vi: "bảng tra cứu {name} được đưa vào hai lần" },
    hint: { en: "put the rows into one file", vi: "hãy gộp các dòng vào một tệp" },
  },
} as const satisfies Record<string, Entry>;
