import type { Entry } from "../entry.ts";

/** R3: expressions in a rubric. */
export const expression = {
  R301: {
    severity: "error",
    message: {
      en: "this expression cannot be read: {problem}",
      vi: "không đọc được biểu thức: {problem}",
    },
    hint: { en: "{advice}", vi: "{advice}" },
  },
  R302: {
    severity: "error",
    message: {
      en: "this expression is too large: at most {longest} characters, {parts} parts and {deepest} levels of nesting",
      vi: "biểu thức quá lớn: nhiều nhất {longest} ký tự, {parts} thành phần và {deepest} cấp lồng nhau",
    },
    hint: {
      en: "split it into several rules or items",
      vi: "hãy tách thành nhiều quy tắc hoặc nhiều tiêu chí",
    },
  },
  R303: {
    severity: "error",
    message: { en: "nothing is called `{name}` here{suggestion}", vi: "ở đây không có gì tên là `{name}`{suggestion}" },
    hint: {
      en: "an expression names columns, areas, items and parameters; a value in words stands in quotes",
      vi: "biểu thức gọi tên cột, nhóm, tiêu chí và tham số; giá trị bằng chữ phải đặt trong dấu nháy",
    },
  },
  R304: {
    severity: "error",
    message: { en: "`{of}` has no field `{field}`{suggestion}", vi: "`{of}` không có trường `{field}`{suggestion}" },
  },
  R305: {
    severity: "error",
    message: { en: "there is no function `{name}`{suggestion}", vi: "không có hàm `{name}`{suggestion}" },
    hint: { en: "the functions are {functions}", vi: "các hàm có thể dùng: {functions}" },
  },
  R306: {
    severity: "error",
    message: {
      en: "`{name}` cannot be called in this way: found {found}",
      vi: "không gọi `{name}` như thế này được: đang có {found}",
    },
    hint: { en: "write `{usage}`", vi: "hãy viết `{usage}`" },
  },
  R307: {
    severity: "error",
    message: { en: "{what} needs {expected}, found {found}", vi: "{what} cần {expected}, nhưng đang có {found}" },
  },
  R308: {
    severity: "error",
    message: {
      en: "{left} and {right} cannot be compared by `{operator}`",
      vi: "không thể so sánh {left} với {right} bằng `{operator}`",
    },
    hint: {
      en: "both sides of a comparison are of one kind; a range is written `70 <= total && total < 90`",
      vi: "hai vế của phép so sánh phải cùng loại; khoảng giá trị viết là `70 <= total && total < 90`",
    },
  },
  R309: {
    severity: "error",
    message: {
      en: '"{value}" is no value of {of}{suggestion}',
      vi: '"{value}" không phải là giá trị của {of}{suggestion}',
    },
    hint: { en: "the values are {values}", vi: "các giá trị: {values}" },
  },
  R310: {
    severity: "error",
    message: {
      en: "bands are not compared by `{operator}`: whether the better one is larger is not said",
      vi: "không so sánh mức xếp loại bằng `{operator}`: không rõ mức tốt hơn là lớn hơn hay nhỏ hơn",
    },
    hint: {
      en: 'write atLeast(band, "…") for that band or better, below(band, "…") for worse',
      vi: 'viết atLeast(band, "…") cho từ mức đó trở lên, below(band, "…") cho dưới mức đó',
    },
  },
  R311: {
    severity: "error",
    message: {
      en: "the two results of `? :` are of different kinds: {yes} and {no}",
      vi: "hai kết quả của `? :` khác loại: {yes} và {no}",
    },
    hint: { en: "make both results the same kind", vi: "hãy để hai kết quả cùng một loại" },
  },
  R312: {
    severity: "error",
    message: {
      en: "{expected} is expected here, but this expression is {found}",
      vi: "ở đây cần {expected}, nhưng biểu thức này là {found}",
    },
    hint: {
      en: "a condition is a comparison such as `A1 >= 5`; a score is a number; a band is one of the rubric's band ids",
      vi: "điều kiện là phép so sánh như `A1 >= 5`; điểm là số; mức xếp loại là mã mức trong bộ tiêu chí",
    },
  },
  R313: {
    severity: "error",
    message: { en: "`%` is no operator", vi: "`%` không phải là phép toán" },
    hint: { en: "20 % is written 0.2", vi: "20% viết là 0.2" },
  },
  R314: {
    severity: "error",
    message: { en: '"{value}" is not a date', vi: '"{value}" không phải là ngày' },
    hint: { en: 'a date is written "2026-03-31" (year-month-day)', vi: 'ngày viết là "2026-03-31" (năm-tháng-ngày)' },
  },
  R315: {
    severity: "error",
    message: { en: "{what} is not part of rubric expressions", vi: "biểu thức của bộ tiêu chí không dùng {what}" },
    hint: {
      en: "expressions have numbers, texts, flags, dates, lists `[1, 2]` and records",
      vi: "biểu thức gồm số, chữ, đúng/sai, ngày, danh sách `[1, 2]` và bản ghi",
    },
  },
  R316: {
    severity: "error",
    message: { en: "the divisor `{divisor}` can be 0", vi: "số chia `{divisor}` có thể bằng 0" },
    hint: {
      en: "say what holds then: `{operand} != 0 ? … / {operand} : …`, in a condition `{operand} != 0 && … / {operand} …`",
      vi: "hãy nêu rõ trường hợp đó: `{operand} != 0 ? … / {operand} : …`, trong điều kiện thì `{operand} != 0 && … / {operand} …`",
    },
  },
  R317: {
    severity: "error",
    message: {
      en: "`{name}` goes over rows of a table, and there may be none: say what holds then",
      vi: "`{name}` xét các dòng của bảng, mà có thể không có dòng nào: hãy nêu rõ trường hợp đó",
    },
    hint: {
      en: "for example `size({list}) > 0 && …`, or `size({list}) == 0 || …`",
      vi: "ví dụ `size({list}) > 0 && …`, hoặc `size({list}) == 0 || …`",
    },
  },
  R318: {
    severity: "error",
    message: { en: "`{name}` already means something here", vi: "`{name}` ở đây đã có nghĩa khác" },
    hint: { en: "give the variable another name", vi: "hãy đặt tên khác cho biến" },
  },
  R319: {
    severity: "error",
    message: { en: "`{name}` cannot stand here: {reason}", vi: "không dùng `{name}` ở đây được: {reason}" },
  },
  R320: {
    severity: "error",
    message: { en: "the divisor `{divisor}` is 0 here", vi: "số chia `{divisor}` ở đây bằng 0" },
    hint: {
      en: "nothing can be divided by 0: correct the divisor, or the condition around it",
      vi: "không thể chia cho 0: hãy sửa số chia, hoặc điều kiện bao quanh",
    },
  },
} as const satisfies Record<string, Entry>;
