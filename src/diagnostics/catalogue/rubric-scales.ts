import type { Entry } from "../entry.ts";

/** R1: the scales of items, weights, and what expressions of items read. */
export const scales = {
  R130: {
    severity: "error",
    message: {
      en: "`{key}` has no meaning in `{id}`, which has `{found}`",
      vi: "`{key}` không có nghĩa trong `{id}`, vì `{id}` dùng `{found}`",
    },
    hint: { en: "leave it out; it belongs to {scales}", vi: "bỏ đi; khóa này đi cùng {scales}" },
  },
  R131: {
    severity: "error",
    message: {
      en: "the step {step} of `{id}` does not divide its max {max}",
      vi: "bước điểm {step} của `{id}` không chia hết điểm tối đa {max}",
    },
    hint: { en: "the max must be a multiple of the step", vi: "`max` phải là bội số của bước điểm" },
  },
  R132: {
    severity: "error",
    message: { en: "`{id}` has no points above 0", vi: "`{id}` không có điểm nào trên 0" },
    hint: {
      en: "give it a max above 0; deductions are a `count` or `levels` with a `min`",
      vi: "ghi `max` lớn hơn 0; điểm trừ thì dùng `count` hoặc `levels` có `min`",
    },
  },
  R133: {
    severity: "error",
    message: {
      en: "the count of `{id}` does not fit together: {problem}",
      vi: "`count` của `{id}` không khớp: {problem}",
    },
    hint: {
      en: "`base` is the score for none, `each` what every occurrence adds or takes",
      vi: "`base` là điểm khi không có lần nào, `each` là điểm cộng hoặc trừ cho mỗi lần",
    },
  },
  R134: {
    severity: "error",
    message: {
      en: "the bounds of the table of `{id}` do not fall strictly to a last row without `from`",
      vi: "các ngưỡng trong bảng của `{id}` không giảm dần đến dòng cuối không có `from`",
    },
    hint: {
      en: "write the highest bound first; every row but the last has `from`",
      vi: "ghi ngưỡng cao nhất trước; mọi dòng trừ dòng cuối đều có `from`",
    },
  },
  R135: {
    severity: "error",
    message: {
      en: "the cap of `{id}` must lie between 100% and 1000%, or be `none`",
      vi: "`cap` của `{id}` phải từ 100% đến 1000%, hoặc là `none`",
    },
    hint: {
      en: "write it with a percent sign: `100%` (a plain 100 is 10000 %)",
      vi: "ghi kèm dấu phần trăm: `100%` (chỉ ghi 100 là 10000%)",
    },
  },
  R136: {
    severity: "error",
    message: {
      en: "the min {min} of `{id}` is above its max {max}",
      vi: "`min` {min} của `{id}` lớn hơn điểm tối đa {max}",
    },
    hint: { en: "lower the min", vi: "giảm `min`" },
  },
  R137: {
    severity: "error",
    message: {
      en: "`decimals` is {found}, at most {limit} are possible",
      vi: "`decimals` là {found}, nhiều nhất được {limit}",
    },
    hint: {
      en: "score cells have a few places; the default is 2",
      vi: "ô điểm chỉ có vài chữ số thập phân; mặc định là 2",
    },
  },
  R138: {
    severity: "error",
    message: {
      en: "no cell can hold the max of `{id}`: at most {decimals} decimal {decimals|place is|places are} allowed",
      vi: "không ô nào ghi được điểm tối đa của `{id}`: chỉ cho phép {decimals} chữ số thập phân",
    },
    hint: {
      en: "raise `decimals`, give the item a `step`, or correct the max",
      vi: "tăng `decimals`, ghi `step` cho tiêu chí, hoặc sửa `max`",
    },
  },
  R139: {
    severity: "error",
    message: { en: "the weight of `{name}` is not above 0", vi: "trọng số của `{name}` không lớn hơn 0" },
    hint: { en: "give it a weight above 0, or leave the part out", vi: "ghi trọng số lớn hơn 0, hoặc bỏ phần đó" },
  },
  R140: {
    severity: "error",
    message: { en: "these scores need each other: {path}", vi: "các điểm này cần lẫn nhau: {path}" },
    hint: {
      en: "use the cell instead of the score (`raw.X`), or compute one of them from other things",
      vi: "dùng ô thay cho điểm (`raw.X`), hoặc tính một trong số đó từ giá trị khác",
    },
  },
  R141: {
    severity: "error",
    message: {
      en: "`{id}` reads `{column}` also for people to whom that column does not apply",
      vi: "`{id}` đọc `{column}` cả với những người mà cột đó không áp dụng",
    },
    hint: {
      en: "read it only where it applies: `{guard} && …` in a condition, `{guard} ? {column} : 0` in points; or give the item `when: {condition}`",
      vi: "chỉ đọc nơi cột áp dụng: `{guard} && …` trong điều kiện, `{guard} ? {column} : 0` khi tính điểm; hoặc ghi `when: {condition}` cho tiêu chí",
    },
  },
} as const satisfies Record<string, Entry>;
