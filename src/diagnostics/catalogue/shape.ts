import type { Entry } from "../entry.ts";

/** S1: the shape of a rubric. */
export const shape = {
  S100: {
    severity: "error",
    message: {
      en: "`schema` is {found}, and this program reads version 1 of the rubric language",
      vi: "`schema` là {found}, chương trình này đọc phiên bản 1 của ngôn ngữ bộ tiêu chí",
    },
    hint: {
      en: "write `schema: 1`; a rubric for a later version needs a later score",
      vi: "viết `schema: 1`; bộ tiêu chí của phiên bản sau cần bản score mới hơn",
    },
  },
  S101: {
    severity: "error",
    message: { en: "there is no key `{key}` here{suggestion}", vi: "ở đây không có khóa `{key}`{suggestion}" },
    hint: { en: "{allowed}", vi: "{allowed}" },
  },
  S102: {
    severity: "error",
    message: { en: "the key `{key}` is missing: {purpose}", vi: "thiếu khóa `{key}`: {purpose}" },
  },
  S103: {
    severity: "error",
    message: { en: "`{key}` is {found}, expected {expected}", vi: "`{key}` là {found}, phải là {expected}" },
  },
  S104: {
    severity: "error",
    message: {
      en: "`{key}` is {found}, expected {expected}{suggestion}",
      vi: "`{key}` là {found}, phải là {expected}{suggestion}",
    },
  },
  S105: {
    severity: "error",
    message: {
      en: '"{found}" is no id: an id begins with a letter a–z and goes on with letters, digits and _',
      vi: '"{found}" không phải mã hợp lệ: mã bắt đầu bằng chữ cái a–z, tiếp theo là chữ cái, chữ số và dấu _',
    },
    hint: {
      en: "such as `{example}`; accents and spaces belong in `title`, `header` or `labels`",
      vi: "chẳng hạn `{example}`; chữ có dấu và dấu cách thì viết ở `title`, `header` hoặc `labels`",
    },
  },
  S106: {
    severity: "error",
    message: { en: "`{key}` is {found}, expected {expected}", vi: "`{key}` là {found}, phải là {expected}" },
    hint: {
      en: "a number has a decimal point, no unit, no quotes and no thousands separator: 12.5",
      vi: "số viết với dấu chấm thập phân, không đơn vị, không ngoặc kép, không dấu ngăn hàng nghìn: 12.5",
    },
  },
  S107: {
    severity: "error",
    message: {
      en: "{found} can be read in several ways, or is no finite number",
      vi: "{found} có thể hiểu theo nhiều cách, hoặc không phải số hữu hạn",
    },
    hint: {
      en: 'a number is written in decimal digits without leading zeros (10, 0.5), a text in quotes ("{found}")',
      vi: 'số viết bằng chữ số thập phân, không có số 0 ở đầu (10, 0.5); văn bản thì đặt trong ngoặc kép ("{found}")',
    },
  },
  S108: {
    severity: "error",
    message: { en: "`{key}` is {found}, expected a text", vi: "`{key}` là {found}, phải là văn bản" },
    hint: { en: 'put it in quotes: "{text}"', vi: 'đặt trong ngoặc kép: "{text}"' },
  },
  S109: {
    severity: "error",
    message: {
      en: "`{key}` is {found}, expected {expected}, such as 20% or 0.2",
      vi: "`{key}` là {found}, phải là {expected}, chẳng hạn 20% hoặc 0.2",
    },
  },
  S110: {
    severity: "error",
    message: {
      en: "`{key}` is {found}, expected a date such as 2026-03-31",
      vi: "`{key}` là {found}, phải là ngày viết theo kiểu 2026-03-31",
    },
  },
  S111: {
    severity: "error",
    message: { en: "`{key}` has no value, expected {expected}", vi: "`{key}` chưa có giá trị, cần {expected}" },
    hint: { en: "write the value, or leave the key out", vi: "viết giá trị, hoặc bỏ khóa đi" },
  },
  S112: {
    severity: "error",
    message: { en: "`{key}` is empty, expected at least one entry", vi: "`{key}` đang trống, cần ít nhất một mục" },
  },
  S113: {
    severity: "error",
    message: { en: "`{key}` is {found}, expected a number {limit}", vi: "`{key}` là {found}, phải là số {limit}" },
  },
  S120: {
    severity: "error",
    message: {
      en: "this item has no scale: nothing says how it is scored",
      vi: "tiêu chí này chưa có thang điểm: không rõ chấm thế nào",
    },
    hint: {
      en: "state one of {choices}; an area has `items`",
      vi: "ghi một trong {choices}; nhóm tiêu chí thì có `items`",
    },
  },
  S121: {
    severity: "error",
    message: {
      en: "this item has two scales, `{first}` and `{second}`",
      vi: "tiêu chí này có hai thang điểm, `{first}` và `{second}`",
    },
    hint: {
      en: "keep one; `max` goes only with `value`, other scales hold their own",
      vi: "chỉ giữ một; `max` chỉ đi cùng `value`, các thang khác đã có mức tối đa của mình",
    },
  },
  S122: {
    severity: "error",
    message: {
      en: "this rule has no effect: nothing says what it does",
      vi: "quy tắc này chưa có hệ quả: không rõ nó làm gì",
    },
    hint: { en: "state one of {choices}", vi: "ghi một trong {choices}" },
  },
  S123: {
    severity: "error",
    message: {
      en: "this rule has two effects, `{first}` and `{second}`",
      vi: "quy tắc này có hai hệ quả, `{first}` và `{second}`",
    },
    hint: {
      en: "make two rules of it: rules have no order",
      vi: "tách thành hai quy tắc: các quy tắc không có thứ tự",
    },
  },
  S124: {
    severity: "error",
    message: { en: "a key is missing here: {choices}", vi: "ở đây thiếu khóa {choices}" },
  },
  S125: {
    severity: "error",
    message: { en: "`{first}` and `{second}` exclude each other", vi: "`{first}` và `{second}` loại trừ nhau" },
    hint: { en: "keep one of them", vi: "chỉ giữ lại một" },
  },
  S126: {
    severity: "error",
    message: { en: "`{key}` does not belong here: {reason}", vi: "`{key}` không dùng được ở đây: {reason}" },
    hint: { en: "leave `{key}` out", vi: "bỏ `{key}` đi" },
  },
  S130: {
    severity: "error",
    message: {
      en: "`{id}` has a meaning of its own in expressions and can name no column, area, item, table or parameter",
      vi: "`{id}` đã có nghĩa riêng trong biểu thức, không đặt tên cho cột, nhóm, tiêu chí, bảng hay tham số được",
    },
    hint: { en: "add something to it, such as `{id}_1`", vi: "thêm vào mã, chẳng hạn `{id}_1`" },
  },
} as const satisfies Record<string, Entry>;
