import type { Entry } from "../entry.ts";

/** D1: a whole file. After such an error nothing can be computed from it, not even with `--keep-going`. */
export const files = {
  D101: {
    severity: "error",
    message: {
      en: "this file is {found}, expected text in UTF-8",
      vi: "tệp này là {found}, ở đây cần văn bản mã UTF-8",
    },
    hint: {
      en: 'in Excel: Save As, "CSV UTF-8 (Comma delimited)"; in LibreOffice: Save As, Text CSV, character set UTF-8',
      vi: 'trong Excel: Save As (Lưu thành), chọn "CSV UTF-8 (Comma delimited)"; trong LibreOffice: Lưu thành, Text CSV, bảng mã UTF-8',
    },
  },
  D102: {
    severity: "error",
    message: {
      en: "this is a workbook (or another ZIP file); reading workbooks is not built yet",
      vi: "đây là sổ tính Excel (hoặc một tệp ZIP khác); chương trình chưa đọc được sổ tính",
    },
    hint: {
      en: 'save each tab as a file of its own: Save As, "CSV UTF-8 (Comma delimited)"',
      vi: 'lưu từng trang tính thành một tệp riêng: Save As (Lưu thành), chọn "CSV UTF-8 (Comma delimited)"',
    },
  },
  D103: {
    severity: "error",
    message: { en: "this sheet is empty", vi: "bảng điểm này trống" },
  },
  D104: {
    severity: "error",
    message: {
      en: "no header in the first {rows} rows, expected one row with {key} and the items ({items})",
      vi: "không thấy dòng tiêu đề trong {rows} dòng đầu, cần một dòng có {key} và các tiêu chí ({items})",
    },
    hint: {
      en: "name the columns as in the rubric, or add the sheet's own names to the rubric: `header:` for a column, `column:` for an item",
      vi: "đặt tên cột như trong bộ tiêu chí, hoặc ghi tên cột của bảng vào bộ tiêu chí: `header:` cho cột, `column:` cho tiêu chí",
    },
  },
  D105: {
    severity: "error",
    message: {
      en: "the header has no column {column}{suggestion}",
      vi: "dòng tiêu đề thiếu cột {column}{suggestion}",
    },
    hint: {
      en: "add the column, or write its name in this sheet into the rubric (`header:` of a column, `column:` of an item)",
      vi: "thêm cột đó, hoặc ghi tên của nó trong bảng này vào bộ tiêu chí (`header:` của cột, `column:` của tiêu chí)",
    },
  },
  D106: {
    severity: "error",
    message: {
      en: "the columns {first} and {second} both stand for {column}",
      vi: "cột thứ {first} và cột thứ {second} cùng là {column}",
    },
    hint: { en: "keep one of them, or rename the other", vi: "chỉ giữ một cột, hoặc đổi tên cột kia" },
  },
  D107: {
    severity: "note",
    message: {
      en: "columns that the rubric does not use: {columns}",
      vi: "các cột mà bộ tiêu chí không dùng: {columns}",
    },
  },
  D108: {
    severity: "warning",
    message: {
      en: "the sheet has a header but nobody below it",
      vi: "bảng điểm chỉ có dòng tiêu đề, không có ai bên dưới",
    },
  },
  D109: {
    severity: "error",
    message: {
      en: 'a quotation mark (") that does not fit: {what}; the rest of this file cannot be read',
      vi: 'dấu nháy kép (") đặt sai: {what}; không thể đọc phần còn lại của tệp',
    },
    hint: {
      en: 'a cell that holds a quotation mark stands in quotation marks, with the inner ones doubled: "An ""Ace"" Tran"',
      vi: 'ô có dấu nháy kép phải nằm giữa hai dấu nháy kép, dấu bên trong viết đôi: "Trần ""Tý"" An"',
    },
  },
  D110: {
    severity: "error",
    message: {
      en: "a row that begins here is longer than {limit} bytes; the rest of this file is not read",
      vi: "dòng bắt đầu từ đây dài quá {limit} byte; phần còn lại của tệp không được đọc",
    },
    hint: {
      en: 'look for a quotation mark (") that opens and never closes, and for a file that is no score sheet',
      vi: 'kiểm tra xem có dấu nháy kép (") mở mà không đóng không, và tệp có đúng là bảng điểm không',
    },
  },
  D111: {
    severity: "error",
    message: {
      en: "a row has {found} columns, expected at most {limit}",
      vi: "một dòng có {found} cột, tối đa chỉ {limit} cột",
    },
  },
  D112: {
    severity: "error",
    message: {
      en: 'two decimal marks in one file: "{found}" here, "{first}" in line {line}, column {column}',
      vi: 'một tệp dùng hai dấu thập phân: "{found}" ở đây, "{first}" ở dòng {line}, cột {column}',
    },
    hint: {
      en: "write all numbers of a file with the same decimal mark, without thousands separators",
      vi: "trong một tệp, viết mọi số với cùng một dấu thập phân và không ngăn cách hàng nghìn",
    },
  },
  D113: {
    severity: "error",
    message: {
      en: '"{found}" may be {decimal} or {thousands}, and no other number of this file tells which',
      vi: '"{found}" có thể là {decimal} hoặc {thousands}, mà không số nào khác trong tệp cho biết là số nào',
    },
    hint: {
      en: "write it without a thousands separator, or without the zeros and digits that are not needed",
      vi: "viết số không có dấu ngăn cách hàng nghìn, hoặc bỏ các chữ số thập phân thừa",
    },
  },
  D114: {
    severity: "error",
    message: {
      en: '"{header}" is a percentage, and no cell of the column is above 1 or has a %: is "{found}" {found} % or {percent} %?',
      vi: '"{header}" là tỷ lệ phần trăm, mà không ô nào của cột lớn hơn 1 hay có dấu %: "{found}" là {found} % hay {percent} %?',
    },
    hint: {
      en: "write the percentages with their mark (85%), at least in one cell of the column",
      vi: "ghi tỷ lệ kèm dấu phần trăm (85%), ít nhất ở một ô của cột",
    },
  },
  D115: {
    severity: "error",
    message: {
      en: "nothing says which {kind} this sheet covers{found}",
      vi: "không có gì cho biết bảng điểm này là của {kind} nào{found}",
    },
    hint: {
      en: "add a column period, name the file after the period, or write {argument} on the command line",
      vi: "thêm cột period, đặt tên tệp theo kỳ, hoặc viết {argument} trên dòng lệnh",
    },
  },
  D116: {
    severity: "error",
    message: {
      en: 'the sheet says two periods: {first} ("{firstText}") and {second} ("{secondText}")',
      vi: 'bảng điểm ghi hai kỳ khác nhau: {first} ("{firstText}") và {second} ("{secondText}")',
    },
    hint: {
      en: "rename the file, correct its title, or write {argument} on the command line",
      vi: "đổi tên tệp, sửa dòng tiêu đề của bảng, hoặc viết {argument} trên dòng lệnh",
    },
  },
  D117: {
    severity: "error",
    message: {
      en: 'the period given for this sheet is "{found}", expected {expected}',
      vi: 'kỳ đưa ra cho bảng điểm này là "{found}", phải là {expected}',
    },
  },
  D118: {
    severity: "note",
    message: {
      en: 'the period column says {found}, but the name or the title of the file says {stated} ("{text}")',
      vi: 'cột kỳ ghi {found}, nhưng tên tệp hoặc tên bảng ghi {stated} ("{text}")',
    },
    hint: {
      en: "the column is followed; see whether rows of another period, or another file, got mixed up",
      vi: "chương trình theo cột kỳ; hãy xem có lẫn dòng của kỳ khác hoặc nhầm tệp không",
    },
  },
  D119: {
    severity: "warning",
    message: {
      en: 'the sheet has no column {column}, and "{found}" is nearly its name: it is not read',
      vi: 'bảng không có cột {column}, mà cột "{found}" có tên gần giống: cột này không được đọc',
    },
    hint: {
      en: "if it is that column, name it so, or write its name in this sheet into the rubric (`header:` of a column, `column:` of an item)",
      vi: "nếu đúng là cột đó thì sửa tên cột, hoặc ghi tên của nó trong bảng này vào bộ tiêu chí (`header:` của cột, `column:` của tiêu chí)",
    },
  },
} as const satisfies Record<string, Entry>;
