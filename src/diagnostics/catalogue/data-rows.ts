import type { Entry } from "../entry.ts";

/** D21: a row as a whole, and what applies to it. The subject of that row is unsound, the others are not. */
export const rows = {
  D211: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", but {what} does not apply there',
      vi: '"{header}" của {key} là "{found}", nhưng {what} không áp dụng ở đây',
    },
    hint: {
      en: "leave the cell blank, or correct the columns that decide what applies: {columns}",
      vi: "để trống ô này, hoặc sửa các cột quyết định điều gì được áp dụng: {columns}",
    },
  },
  D212: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", expected {expected}',
      vi: '"{header}" của {key} là "{found}", phải là {expected}',
    },
  },
  D213: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", outside the time in which the rubric is valid: expected {expected}',
      vi: '"{header}" của {key} là "{found}", ngoài thời gian có hiệu lực của bộ tiêu chí: phải là {expected}',
    },
  },
  D214: {
    severity: "error",
    message: {
      en: '"{header}" of {key} is "{found}", but the command line says {expected}',
      vi: '"{header}" của {key} là "{found}", nhưng dòng lệnh ghi {expected}',
    },
  },
  D215: {
    severity: "error",
    message: {
      en: 'a row with scores has no key: "{header}" is blank',
      vi: 'một dòng có điểm nhưng không có mã: "{header}" để trống',
    },
    hint: {
      en: "fill in the key, or delete the row; a row is one of totals where its first text is just {words}",
      vi: "điền mã, hoặc xóa dòng; dòng tổng là dòng có ô đầu tiên chỉ ghi {words}",
    },
  },
  D216: {
    severity: "error",
    message: {
      en: "the row of {key} has {found} {found|cell|cells}, the header has {expected}",
      vi: "dòng của {key} có {found} ô, dòng tiêu đề có {expected} ô",
    },
    hint: {
      en: "a cell that holds the delimiter, such as 89,5 in a file with commas, stands in quotation marks, or the file is exported with ; instead",
      vi: "ô chứa chính dấu ngăn cột, như 89,5 trong tệp ngăn bằng dấu phẩy, phải nằm giữa hai dấu nháy kép, hoặc xuất lại tệp với dấu ;",
    },
  },
  D217: {
    severity: "error",
    message: {
      en: "the sheet has no column {column}, but {key} needs it",
      vi: "bảng điểm không có cột {column}, nhưng {key} cần cột này",
    },
  },
  D218: {
    severity: "note",
    message: {
      en: '"{header}" of {key} is "{found}", expected {expected}: it is not compared',
      vi: '"{header}" của {key} là "{found}", phải là {expected}: không so sánh ô này',
    },
  },
  D219: {
    severity: "error",
    message: {
      en: '"{header}" of {key} has "{found}", but {what} is scored only in rows of a {kind}',
      vi: '"{header}" của {key} có "{found}", nhưng {what} chỉ chấm ở dòng của kỳ {kind}',
    },
    hint: {
      en: "leave the cell blank, or correct the period of the row",
      vi: "để trống ô này, hoặc sửa kỳ của dòng",
    },
  },
  D220: {
    severity: "error",
    message: {
      en: "a row has {found} {found|cell|cells}, the header has {expected}, and whose row it is cannot be told",
      vi: "một dòng có {found} ô, dòng tiêu đề có {expected} ô, và không biết chắc đó là dòng của ai",
    },
    hint: {
      en: "a cell that holds the delimiter or a line break stands in quotation marks; delete the row if it is a heading or a signature",
      vi: "ô có chứa dấu ngăn cột hoặc xuống dòng phải nằm giữa hai dấu nháy kép; nếu là tiêu đề nhóm hoặc chữ ký thì hãy xóa dòng",
    },
  },
} as const satisfies Record<string, Entry>;
