import type { Entry } from "../entry.ts";

/** R4: quotas, rankings and awards. */
export const groups = {
  R401: {
    severity: "error",
    message: {
      en: "`{id}` is the last band, so a quota of it has nowhere to send the surplus",
      vi: "`{id}` là mức cuối nên hạn mức này không có chỗ chuyển số vượt",
    },
    hint: { en: "limit a better band", vi: "đặt hạn mức cho mức tốt hơn" },
  },
  R402: {
    severity: "error",
    message: {
      en: "the surplus of `{band}` goes to `{target}`, which is no worse band",
      vi: "số vượt của `{band}` chuyển sang `{target}`, không phải mức thấp hơn",
    },
    hint: { en: "the worse bands are {choices}", vi: "các mức thấp hơn là {choices}" },
  },
  R403: {
    severity: "error",
    message: {
      en: "a share is more than 0% and at most 100%, found {found}",
      vi: "tỷ lệ phải lớn hơn 0% và không quá 100%, đang ghi {found}",
    },
    hint: {
      en: "write it with a percent sign: `20%` (a plain 20 is 2000 %)",
      vi: "ghi kèm dấu phần trăm: `20%` (chỉ ghi 20 là 2000%)",
    },
  },
  R404: {
    severity: "error",
    message: {
      en: "`{name}` is nothing that people can be put in order by{suggestion}",
      vi: "không xếp thứ tự theo `{name}` được{suggestion}",
    },
    hint: {
      en: "use `band`, `total`, `unclamped`, an area, an item or a number column; `-x` for ascending",
      vi: "dùng `band`, `total`, `unclamped`, một nhóm, một tiêu chí hoặc một cột số; `-x` là tăng dần",
    },
  },
  R405: {
    severity: "error",
    message: {
      en: "`{key}` differs from that of `{other}`, which limits `{band}` too",
      vi: "`{key}` khác với của `{other}`, hạn mức cùng giới hạn `{band}`",
    },
    hint: {
      en: "quotas of one band act together: state the same `then`, `ties` and `order`",
      vi: "các hạn mức của cùng một mức áp dụng đồng thời: ghi `then`, `ties` và `order` giống nhau",
    },
  },
  R406: {
    severity: "error",
    message: {
      en: "`{key}` of `{id}` must be a whole number from {least} to {most}",
      vi: "`{key}` của `{id}` phải là số nguyên từ {least} đến {most}",
    },
    hint: { en: "correct the number", vi: "sửa lại số" },
  },
  R407: {
    severity: "error",
    message: { en: "the award `{id}` says nobody who gets it", vi: "khen thưởng `{id}` chưa nói ai được nhận" },
    hint: { en: "state `top`, `share` or `when`", vi: "ghi `top`, `share` hoặc `when`" },
  },
} as const satisfies Record<string, Entry>;
