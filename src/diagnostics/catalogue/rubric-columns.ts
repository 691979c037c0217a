import type { Entry } from "../entry.ts";

/** R1: columns of the sheet and the words in its cells. */
export const columns = {
  R111: {
    severity: "error",
    message: {
      en: "`labels` belong to choice columns, and `{id}` is of type {found}",
      vi: "`labels` chỉ dùng cho cột lựa chọn, còn `{id}` có kiểu {found}",
    },
    hint: {
      en: "leave `labels` out; other names of the column stand in `header`",
      vi: "bỏ `labels`; tên khác của cột thì ghi ở `header`",
    },
  },
  R113: {
    severity: "error",
    message: {
      en: "the default of `{id}` does not fit the column, expected {expected}",
      vi: "giá trị mặc định của `{id}` không hợp với cột, cần {expected}",
    },
    hint: { en: "correct the default or the column", vi: "sửa giá trị mặc định hoặc sửa cột" },
  },
  R114: {
    severity: "error",
    message: {
      en: "`{id}` needs exactly one of `required: true`, `default` and `compare`, found {found}",
      vi: "`{id}` cần đúng một trong `required: true`, `default` và `compare`, hiện {found}",
    },
    hint: {
      en: "`required: true` makes a blank cell an error; `default` says what it means",
      vi: "`required: true`: ô trống là lỗi; `default`: cho biết ô trống nghĩa là gì",
    },
  },
  R115: {
    severity: "error",
    message: {
      en: "there is a label for `{id}`, which is not among {known}{suggestion}",
      vi: "có nhãn cho `{id}`, nhưng `{id}` không thuộc {known}{suggestion}",
    },
    hint: { en: "correct the id or leave the label out", vi: "sửa mã hoặc bỏ nhãn" },
  },
  R116: {
    severity: "error",
    message: {
      en: '"{word}" and "{other}" cannot be told apart in a cell',
      vi: 'không phân biệt được "{word}" với "{other}" trong ô',
    },
    hint: {
      en: "cells are compared without case, accents and spaces: change one of them",
      vi: "ô được so sánh không phân biệt hoa thường, dấu và dấu cách: hãy đổi một trong hai",
    },
  },
  R117: {
    severity: "error",
    message: { en: "the min {min} of `{id}` is above its max {max}", vi: "`min` {min} của `{id}` lớn hơn `max` {max}" },
    hint: { en: "swap or correct them", vi: "đổi chỗ hoặc sửa lại" },
  },
  R118: {
    severity: "error",
    message: {
      en: "`{name}` is nothing that can be compared{suggestion}",
      vi: "không có gì tên `{name}` để đối chiếu{suggestion}",
    },
    hint: {
      en: "compare with `total`, `band`, `rank` or the id of an area",
      vi: "đối chiếu với `total`, `band`, `rank` hoặc mã của một nhóm",
    },
  },
  R119: {
    severity: "error",
    message: {
      en: 'the header "{name}" of `{owner}` is also that of `{other}`',
      vi: 'tiêu đề cột "{name}" của `{owner}` trùng với của `{other}`',
    },
    hint: {
      en: "give one of them another name; two nodes may share a column only when their `when` exclude each other",
      vi: "đặt tên khác cho một trong hai; hai tiêu chí chỉ dùng chung một cột khi `when` của chúng loại trừ nhau",
    },
  },
  R121: {
    severity: "error",
    message: {
      en: "whether `{id}` applies depends on itself: {path}",
      vi: "`{id}` có áp dụng hay không lại phụ thuộc chính nó: {path}",
    },
    hint: { en: "leave out one of these `when`", vi: "bỏ một trong các `when` này" },
  },
  R144: {
    severity: "error",
    message: { en: 'the code "{word}" could be a score', vi: 'mã "{word}" có thể là một điểm số' },
    hint: { en: "use a word that is no number", vi: "dùng một từ không phải số" },
  },
} as const satisfies Record<string, Entry>;
