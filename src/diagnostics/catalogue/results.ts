import type { Entry } from "../entry.ts";

/** A: computing results. */
export const results = {
  A101: {
    severity: "error",
    message: {
      en: "quota {quota}: {first} and {second} are in one scope but do not agree on whether its share is raised",
      vi: "hạn mức {quota}: {first} và {second} cùng một phạm vi nhưng không thống nhất về việc có được nâng tỷ lệ hay không",
    },
    hint: {
      en: "the condition of `raise` must hold for everybody of the scope or for nobody: correct the cells that differ",
      vi: "điều kiện của `raise` phải đúng với mọi người trong phạm vi hoặc không với ai: hãy sửa ô bị lệch",
    },
  },
  A110: {
    severity: "warning",
    message: {
      en: "{column} of {key}: the sheet says {theirs}, the rubric gives {ours} ({derivation})",
      vi: "{column} của {key}: bảng ghi {theirs}, tính theo bộ tiêu chí là {ours} ({derivation})",
    },
    hint: {
      en: "the office's figure is only compared, never used: find out which of the two is wrong",
      vi: "số liệu của đơn vị chỉ để đối chiếu, không dùng để tính: hãy xem bên nào sai",
    },
  },
  A111: {
    severity: "warning",
    message: {
      en: "{id} of {key} divides by zero, so it has no value",
      vi: "{id} của {key} có phép chia cho 0 nên không có giá trị",
    },
    hint: {
      en: "an item without a value follows its `missing` policy, a rule does not fire: correct the cell, or say in the rubric what holds then",
      vi: "tiêu chí không có giá trị theo quy định `missing`, quy tắc không tác động: hãy sửa ô, hoặc nêu trong bộ tiêu chí cách xử lý",
    },
  },
  A112: {
    severity: "warning",
    message: {
      en: "{key} has {points} {points|point|points} in {item} and no evidence in {column}",
      vi: "{key} có {points} điểm ở {item} nhưng không có minh chứng ở cột {column}",
    },
    hint: {
      en: "the points count all the same: fill in the evidence or take the points back",
      vi: "điểm vẫn được tính: hãy bổ sung minh chứng hoặc rút điểm",
    },
  },
  A201: {
    severity: "error",
    message: {
      en: "{key} has a second row for {period}; one row is the official score of one subject in one period",
      vi: "{key} có dòng thứ hai cho kỳ {period}; mỗi đối tượng chỉ có một dòng điểm chính thức trong một kỳ",
    },
    hint: {
      en: "delete one of the rows; if they are two people, give them different keys or add a column to `subject.key`",
      vi: "hãy xoá một trong hai dòng; nếu là hai người khác nhau thì cấp mã khác nhau hoặc thêm cột vào `subject.key`",
    },
  },
  A202: {
    severity: "error",
    message: {
      en: "{key} has a row for all of {period}, and results of parts of it",
      vi: "{key} vừa có dòng cho cả kỳ {period}, vừa có kết quả của các kỳ nhỏ trong đó",
    },
    hint: {
      en: "keep either the row of the whole period or those of its parts",
      vi: "chỉ giữ dòng của cả kỳ, hoặc chỉ giữ các dòng của kỳ nhỏ",
    },
  },
  A203: {
    severity: "error",
    message: {
      en: "a row for all of {period}, in a rubric with several ratings of one subject",
      vi: "một dòng cho cả kỳ {period}, trong khi bộ tiêu chí có nhiều lượt chấm cho một đối tượng",
    },
    hint: {
      en: "such rubrics are scored in their own kind of period; a longer one is computed",
      vi: "bộ tiêu chí như vậy được chấm theo kỳ của nó; kỳ dài hơn do chương trình tính",
    },
  },
  A204: {
    severity: "warning",
    message: {
      en: "{period} is not computed, though there are rows for all of it: {missing} is not there",
      vi: "kỳ {period} chưa được tính dù có dòng cho cả kỳ: còn thiếu {missing}",
    },
    hint: {
      en: "some are scored in parts of it: wait for these, or ask with `--period {period}`",
      vi: "có người được chấm theo kỳ nhỏ hơn: hãy chờ các kỳ đó, hoặc tính tạm bằng `--period {period}`",
    },
  },
  A301: {
    severity: "error",
    message: {
      en: "{rater} scores {key} a second time for {period}",
      vi: "{rater} chấm {key} lần thứ hai cho kỳ {period}",
    },
    hint: {
      en: "keep one of the two rows: a rater has one say on a subject in a period",
      vi: "chỉ giữ một trong hai dòng: mỗi người chấm chỉ chấm một đối tượng một lần trong một kỳ",
    },
  },
  A302: {
    severity: "error",
    message: {
      en: "the rows of {key} for {period} disagree on {column}",
      vi: "các dòng của {key} trong kỳ {period} không thống nhất ở cột {column}",
    },
    hint: {
      en: "a column of the subject is the same in all its rows; if it belongs to the rating, declare it `of: rating`",
      vi: "cột thuộc về đối tượng phải giống nhau ở mọi dòng; nếu thuộc về lượt chấm thì khai báo `of: rating`",
    },
  },
  A303: {
    severity: "error",
    message: {
      en: "{rater} may not score {key}: `{accept}` does not hold",
      vi: "{rater} không được chấm {key}: điều kiện `{accept}` không thoả mãn",
    },
    hint: {
      en: "delete the row or correct its cells; with `otherwise: ignore` such ratings are left out and listed",
      vi: "hãy xoá dòng này hoặc sửa ô; với `otherwise: ignore`, các lượt chấm như vậy bị bỏ qua và được liệt kê",
    },
  },
  A304: {
    severity: "note",
    message: {
      en: "the rating of {key} by {rater} is left out: `{accept}` does not hold",
      vi: "bỏ qua lượt chấm {key} của {rater}: điều kiện `{accept}` không thoả mãn",
    },
  },
  A305: {
    severity: "error",
    message: {
      en: "{rater} scores as {role}, but the rubric weighs only {known}",
      vi: "{rater} chấm với vai trò {role}, nhưng tiêu chí chỉ tính {known}",
    },
    hint: {
      en: "correct the cell, or name the role in `combine`",
      vi: "hãy sửa ô, hoặc thêm vai trò này vào `combine`",
    },
  },
  A306: {
    severity: "note",
    message: {
      en: "{period}: {absent} of {expected} expected {expected|rating|ratings} {absent|is|are} absent, such as that of {key} by {rater}",
      vi: "{period}: còn thiếu {absent} trên {expected} lượt chấm cần có (`expect: all`), chẳng hạn {rater} chưa chấm {key}",
    },
    hint: {
      en: "the rubric expects every rater who may score a subject to do so (`expect: all`); `score raters` lists the gaps",
      vi: "bộ tiêu chí yêu cầu mọi người chấm đều chấm các đối tượng mình được chấm; `score raters` liệt kê các lượt còn thiếu",
    },
  },
} as const satisfies Record<string, Entry>;
