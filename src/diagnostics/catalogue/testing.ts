import type { Entry } from "../entry.ts";

/** R96: running the tests of a rubric. */
export const testing = {
  R961: {
    severity: "error",
    message: {
      en: "the test gives no value for `{column}`, which every row must have",
      vi: "bài kiểm tra không cho giá trị của `{column}`, mà dòng nào cũng phải có",
    },
    hint: { en: "write one under `given`", vi: "ghi giá trị đó trong `given`" },
  },
  R962: {
    severity: "error",
    message: {
      en: "{file} is not below the folder of the rubric",
      vi: "{file} không nằm trong thư mục của bộ tiêu chí",
    },
    hint: {
      en: "put the file beside the rubric and write its path from there",
      vi: "đặt tệp cạnh bộ tiêu chí và ghi đường dẫn tính từ đó",
    },
  },
  R963: {
    severity: "error",
    message: {
      en: "there is no file {file} with the expected results{suggestion}",
      vi: "không có tệp {file} chứa kết quả mong đợi{suggestion}",
    },
    hint: {
      en: "`score test --update` writes it: then check every line of it by hand",
      vi: "`score test --update` sẽ ghi tệp này: sau đó hãy tự kiểm tra từng dòng",
    },
  },
  R964: {
    severity: "error",
    message: {
      en: '"{column}" is no column of results, or stands here twice{suggestion}',
      vi: '"{column}" không phải cột của kết quả, hoặc bị lặp lại{suggestion}',
    },
    hint: {
      en: "columns are named by the ids that head result files, areas and items included",
      vi: "tên cột là mã ở dòng đầu của tệp kết quả, kể cả mã nhóm và tiêu chí",
    },
  },
  R965: {
    severity: "error",
    message: {
      en: "the expected results have no column `{column}` to say whose they are",
      vi: "tệp kết quả mong đợi không có cột `{column}` cho biết là của ai",
    },
  },
  R966: {
    severity: "error",
    message: { en: "{key} is expected twice", vi: "{key} có hai dòng kết quả mong đợi" },
    hint: { en: "keep one of the rows", vi: "chỉ giữ lại một dòng" },
  },
  R967: {
    severity: "error",
    message: {
      en: "the sheets give {count} periods ({periods}), but the expected results do not say which is meant",
      vi: "bảng điểm cho {count} kỳ ({periods}), nhưng kết quả mong đợi không nói là kỳ nào",
    },
    hint: { en: "add a column `period`", vi: "thêm cột `period`" },
  },
  R968: {
    severity: "error",
    message: { en: "{file} cannot be written: {reason}", vi: "không ghi được {file}: {reason}" },
  },
} as const satisfies Record<string, Entry>;
