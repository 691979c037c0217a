import type { Entry } from "../entry.ts";

/** A4: results of earlier runs. */
export const history = {
  A401: {
    severity: "note",
    message: {
      en: "{file}: {count} {count|result|results} of {period} {count|is|are} taken as history",
      vi: "{file}: lấy {count} kết quả của kỳ {period} làm lịch sử",
    },
  },
  A402: {
    severity: "note",
    message: {
      en: "{file} is left out: {period} is not before {current}",
      vi: "bỏ qua {file}: kỳ {period} không đứng trước kỳ {current}",
    },
  },
  A403: {
    severity: "note",
    message: {
      en: "{folder} is left out: its results are those of rubric {found}, not of {expected}",
      vi: "bỏ qua {folder}: kết quả thuộc bộ tiêu chí {found}, không phải {expected}",
    },
    hint: {
      en: "if this rubric follows that one, name it in `replaces`",
      vi: "nếu bộ tiêu chí này thay cho bộ kia thì ghi mã của nó vào `replaces`",
    },
  },
  A404: {
    severity: "warning",
    message: {
      en: "{period}: {key} was {before} in the history and is {now} by the sheets, which are used",
      vi: "kỳ {period}: {key} trong lịch sử là {before}, theo bảng điểm là {now}; bảng điểm được dùng",
    },
  },
  A405: {
    severity: "error",
    message: {
      en: "{key} has two different results of {period} in the history",
      vi: "{key} có hai kết quả khác nhau của kỳ {period} trong lịch sử",
    },
    hint: {
      en: "give only the results that hold, or the sheets of that period",
      vi: "chỉ đưa vào kết quả đang có hiệu lực, hoặc đưa bảng điểm của kỳ đó",
    },
  },
  A406: {
    severity: "error",
    message: {
      en: "the results of {period} in the history do not hold {what}, which this rubric reads",
      vi: "kết quả kỳ {period} trong lịch sử không có {what}, mà bộ tiêu chí này cần đọc",
    },
    hint: {
      en: "compute that period again with this rubric, or give its sheets",
      vi: "hãy tính lại kỳ đó bằng bộ tiêu chí này, hoặc đưa bảng điểm của kỳ đó",
    },
  },
  A407: {
    severity: "error",
    message: {
      en: "{found} in column {column} of the history cannot be read: {key}",
      vi: "không đọc được {found} ở cột {column} trong lịch sử: {key}",
    },
    hint: {
      en: "the history is read as this rubric declares it: {expected} is expected",
      vi: "lịch sử được đọc theo khai báo của bộ tiêu chí này: cần {expected}",
    },
  },
  A408: {
    severity: "warning",
    message: {
      en: "{folder} is left out: {file} is not what its receipt says",
      vi: "bỏ qua {folder}: {file} không khớp với biên nhận",
    },
    hint: {
      en: "somebody changed or removed the file; compute the results again",
      vi: "tệp đã bị sửa hoặc xóa; hãy tính lại kết quả",
    },
  },
  A409: {
    severity: "error",
    message: {
      en: "{folder} holds no results of this rubric",
      vi: "{folder} không có kết quả nào của bộ tiêu chí này",
    },
    hint: {
      en: "name a folder that `score compute --out` wrote, or one above it",
      vi: "hãy ghi thư mục do `score compute --out` tạo ra, hoặc thư mục chứa nó",
    },
  },
  A410: {
    severity: "error",
    message: {
      en: "{first} and {second} are said to be one subject, but both have a result of {period}",
      vi: "{first} và {second} được ghi là cùng một đối tượng nhưng đều có kết quả kỳ {period}",
    },
    hint: {
      en: "correct the decision `was`, or the sheet that has one of them too many",
      vi: "hãy sửa quyết định `was`, hoặc bảng điểm có thừa một dòng",
    },
  },
  A411: {
    severity: "warning",
    message: {
      en: "{folder} is left out: it was written with {flag}, so it does not hold everything",
      vi: "bỏ qua {folder}: được ghi với {flag} nên không đầy đủ",
    },
    hint: {
      en: "compute those periods again without {flag}",
      vi: "hãy tính lại các kỳ đó, không dùng {flag}",
    },
  },
} as const satisfies Record<string, Entry>;
