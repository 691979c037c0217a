import type { Entry } from "../entry.ts";

/** R7: several ratings of one subject; R81: what they must not be silent about. */
export const ratings = {
  R701: {
    severity: "error",
    message: {
      en: "`{id}` belongs to a rating, but this rubric has no `ratings`",
      vi: "`{id}` thuộc về lượt chấm, nhưng bộ tiêu chí này không có `ratings`",
    },
    hint: {
      en: "delete `of: rating`, or state `ratings` where several raters score one subject",
      vi: "bỏ `of: rating`, hoặc khai báo `ratings` nếu nhiều người chấm một đối tượng",
    },
  },
  R702: {
    severity: "error",
    message: {
      en: "`{key}` names `{name}`, which belongs to the subject and not to the rating",
      vi: "`{key}` chỉ đến cột `{name}`, là cột của đối tượng chứ không phải của lượt chấm",
    },
    hint: { en: "declare the column `of: rating`", vi: "khai báo cột này là `of: rating`" },
  },
  R703: {
    severity: "error",
    message: {
      en: "`{name}` says who rates, so no rating may be without it",
      vi: "`{name}` cho biết ai chấm nên lượt chấm nào cũng phải có",
    },
    hint: { en: "state `required: true`, without `when`", vi: "ghi `required: true` và không dùng `when`" },
  },
  R704: {
    severity: "error",
    message: { en: "`{key}` must lie between 1 and {most}", vi: "`{key}` phải từ 1 đến {most}" },
    hint: { en: "correct the number", vi: "sửa lại số" },
  },
  R705: {
    severity: "error",
    message: {
      en: "`trimmed: {trimmed}` leaves out {trimmed} at each end, so fewer than {needed} ratings leave nothing",
      vi: "`trimmed: {trimmed}` bỏ {trimmed} điểm ở mỗi đầu, nên ít hơn {needed} lượt chấm thì không còn gì",
    },
    hint: { en: "state `at_least: {needed}` or more", vi: "ghi `at_least: {needed}` trở lên" },
  },
  R706: {
    severity: "error",
    message: {
      en: "`{key}` goes by role, and nothing says which column has the role",
      vi: "`{key}` tính theo vai trò, nhưng chưa nêu cột nào ghi vai trò",
    },
    hint: { en: "state `role: COLUMN`", vi: "ghi `role: CỘT`" },
  },
  R707: {
    severity: "error",
    message: { en: "nobody scores as `{name}`{suggestion}", vi: "không ai chấm với vai trò `{name}`{suggestion}" },
    hint: { en: "the roles are {known}", vi: "các vai trò là {known}" },
  },
  R708: {
    severity: "error",
    message: {
      en: "`{name}` has no combined score: with `level: total` only the raters' totals are combined",
      vi: "`{name}` không có điểm tổng hợp: với `level: total` chỉ tổng điểm của người chấm được tổng hợp",
    },
    hint: {
      en: "use `total`, or combine each item (`level: item`)",
      vi: "dùng `total`, hoặc tổng hợp từng tiêu chí (`level: item`)",
    },
  },
  R709: {
    severity: "error",
    message: {
      en: "`{key}` says nothing without {belongs}",
      vi: "`{key}` không có ý nghĩa khi thiếu {belongs}",
    },
    hint: {
      en: "delete it, or state what it belongs to (a mean of groups is `mean_of`)",
      vi: "bỏ khóa này, hoặc ghi phần đi cùng (trung bình theo nhóm là `mean_of`)",
    },
  },
  R710: {
    severity: "error",
    message: {
      en: "`{key}` asks for `{name}`, which each rating has for itself",
      vi: "`{key}` cần `{name}`, nhưng mỗi lượt chấm có giá trị riêng",
    },
    hint: { en: "name a column of the subject", vi: "hãy dùng một cột của đối tượng" },
  },
  R711: {
    severity: "note",
    message: {
      en: "with `{accept}` and `combine: mean` each rater counts once, so a larger group of `{group}` counts more: 90 and 90 from one group and 60 from another give 80, where `mean_of: {group}` would give 75",
      vi: "với `{accept}` và `combine: mean`, mỗi người chấm tính một lần nên nhóm `{group}` đông hơn có trọng số lớn hơn: một nhóm chấm 90 và 90, nhóm khác chấm 60 thì được 80, còn `mean_of: {group}` cho 75",
    },
  },
  R712: {
    severity: "note",
    message: {
      en: "with `{accept}` and `mean_of: {group}` each group counts once, however many raters it has: 90 and 90 from one group and 60 from another give 75, where `mean` would give 80",
      vi: "với `{accept}` và `mean_of: {group}`, mỗi nhóm tính một lần dù đông hay ít: một nhóm chấm 90 và 90, nhóm khác chấm 60 thì được 75, còn `mean` cho 80",
    },
  },
  R713: {
    severity: "error",
    message: {
      en: "the sources `{other}` and `{id}` have the same words, {words}",
      vi: "hai nguồn chấm `{other}` và `{id}` dùng cùng một cụm từ {words}",
    },
    hint: { en: "give each source words of its own", vi: "ghi cho mỗi nguồn chấm một cụm từ riêng" },
  },
  R714: {
    severity: "error",
    message: {
      en: "with `sources` one row holds all ratings, so `{id}` cannot belong to a single one",
      vi: "với `sources`, một dòng chứa mọi lượt chấm nên `{id}` không thể thuộc về một lượt chấm",
    },
    hint: {
      en: "delete `of: rating`, or read one row per rating (`by`)",
      vi: "bỏ `of: rating`, hoặc đọc mỗi lượt chấm một dòng (`by`)",
    },
  },
  R715: {
    severity: "warning",
    message: {
      en: "`combine: sum` adds up the ratings of a subject, so its total can pass the max {max}, which is that of one rating: two ratings of {half} reach `{band}` (from {from})",
      vi: "`combine: sum` cộng các lượt chấm của một đối tượng nên tổng điểm có thể vượt {max}, vốn là mức tối đa của một lượt chấm: hai lượt chấm {half} điểm là đạt `{band}` (từ {from})",
    },
    hint: {
      en: "state `combine: mean` to stay on the scale of one rating, a bound above {max} where bands are for sums, or `clamp: true` in `total` to cut the sum at {max}",
      vi: "ghi `combine: mean` để giữ thang điểm của một lượt chấm, ghi ngưỡng trên {max} nếu các mức tính theo tổng các lượt chấm, hoặc ghi `clamp: true` trong `total` để cắt tổng ở {max}",
    },
  },
  R716: {
    severity: "note",
    message: {
      en: "with `combine: sum` whoever has fewer ratings has fewer points, as if those that are absent were 0",
      vi: "với `combine: sum`, đối tượng có ít lượt chấm hơn thì ít điểm hơn, như thể lượt chấm vắng mặt là 0 điểm",
    },
    hint: {
      en: "state `at_least` with the number of raters: whoever has fewer is then incomplete",
      vi: "ghi `at_least` bằng số người chấm: đối tượng có ít lượt chấm hơn khi đó là chưa đủ điểm",
    },
  },
  R810: {
    severity: "error",
    message: {
      en: "nothing says whether each item is combined over the raters, or each rater's total",
      vi: "chưa quy định tổng hợp từng tiêu chí của những người chấm, hay tổng điểm của từng người chấm",
    },
    hint: { en: "state `level: item` or `level: total`", vi: "ghi `level: item` hoặc `level: total`" },
  },
  R811: {
    severity: "error",
    message: {
      en: "nothing says what becomes of a rating for which `accept` does not hold",
      vi: "chưa quy định xử lý thế nào với lượt chấm không thỏa `accept`",
    },
    hint: {
      en: "state `otherwise: refuse` (an error: nothing is written) or `otherwise: ignore` (left out and listed)",
      vi: "ghi `otherwise: refuse` (lỗi: không ghi kết quả) hoặc `otherwise: ignore` (bỏ qua và liệt kê)",
    },
  },
  R812: {
    severity: "error",
    message: {
      en: "nothing says what it means when one of the weighted roles did not score",
      vi: "chưa quy định khi một vai trò có trọng số không chấm thì tính thế nào",
    },
    hint: {
      en: "state `absent: incomplete`, or `absent: renormalise` (the other weights are divided by their sum)",
      vi: "ghi `absent: incomplete`, hoặc `absent: renormalise` (chia các trọng số còn lại cho tổng của chúng)",
    },
  },
} as const satisfies Record<string, Entry>;
