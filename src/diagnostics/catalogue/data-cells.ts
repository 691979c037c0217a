import type { Entry } from "../entry.ts";

/** D2: one cell. The subject of its row is unsound, the others are not. */
export const cells = {
  D201: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is blank, expected {expected}',
      vi: '"{header}" của {key} để trống, cần {expected}',
    },
  },
  D202: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", expected {expected}',
      vi: '"{header}" của {key} là "{found}", phải là {expected}',
    },
  },
  D203: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", out of range: expected {expected}',
      vi: '"{header}" của {key} là "{found}", ngoài giới hạn: phải là {expected}',
    },
  },
  D204: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", too many decimals: expected {expected}',
      vi: '"{header}" của {key} là "{found}", quá nhiều chữ số thập phân: phải là {expected}',
    },
    hint: {
      en: "score never rounds a cell: correct it, or raise `decimals:` in the rubric; thousands separators are not read",
      vi: "chương trình không bao giờ tự làm tròn ô điểm: hãy sửa ô, hoặc tăng `decimals:` trong bộ tiêu chí; dấu ngăn cách hàng nghìn không được dùng",
    },
  },
  D205: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", between two steps: expected {expected}',
      vi: '"{header}" của {key} là "{found}", nằm giữa hai bước điểm: phải là {expected}',
    },
  },
  D206: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", expected one of: {expected}',
      vi: '"{header}" của {key} là "{found}", phải là một trong: {expected}',
    },
  },
  D207: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", expected yes or no: {expected}',
      vi: '"{header}" của {key} là "{found}", phải là có hoặc không: {expected}',
    },
  },
  D208: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", expected how many times: {expected}',
      vi: '"{header}" của {key} là "{found}", phải là số lần: {expected}',
    },
  },
  D209: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", a number with thousands separators: expected {expected}',
      vi: '"{header}" của {key} là "{found}", có dấu ngăn cách hàng nghìn: phải là {expected}',
    },
    hint: {
      en: "write 1234.5 or 1234,5: a mark between thousands is read wrongly too easily",
      vi: "viết 1234,5 hoặc 1234.5: dấu ngăn cách hàng nghìn rất dễ bị đọc nhầm",
    },
  },
  D210: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", no date: expected {expected}',
      vi: '"{header}" của {key} là "{found}", không phải ngày: phải là {expected}',
    },
  },
} as const satisfies Record<string, Entry>;
