import type { Entry } from "../entry.ts";

/** R1: ids and names, and what they refer to. */
export const names = {
  R101: {
    severity: "error",
    message: { en: "`{id}` is already used", vi: "`{id}` đã được dùng" },
    hint: { en: "choose another id", vi: "hãy đặt mã khác" },
  },
  R102: {
    severity: "error",
    message: {
      en: "`{id}` cannot be an id here: it means {meaning}",
      vi: "không đặt mã `{id}` ở đây được: từ này chỉ {meaning}",
    },
    hint: { en: "choose another id", vi: "hãy đặt mã khác" },
  },
  R103: {
    severity: "error",
    message: { en: "`{name}` is no column{suggestion}", vi: "không có cột `{name}`{suggestion}" },
    hint: {
      en: "declare it under `columns`, or correct the name",
      vi: "khai báo cột này trong `columns`, hoặc sửa lại tên",
    },
  },
  R104: {
    severity: "error",
    message: {
      en: "`{name}` is of type {found}, expected {expected}",
      vi: "`{name}` có kiểu {found}, cần kiểu {expected}",
    },
    hint: {
      en: "use a column of that type, or change the type of this one; a column with `compare` is only compared, never used",
      vi: "dùng cột có kiểu đó, hoặc đổi kiểu của cột này; cột có `compare` chỉ để đối chiếu, không dùng để tính",
    },
  },
  R105: {
    severity: "error",
    message: { en: "the key column `{name}` is not in every row", vi: "cột khóa `{name}` không phải dòng nào cũng có" },
    hint: {
      en: "give it `required: true`, without `when` and `of: rating`",
      vi: "ghi `required: true`, không có `when` và `of: rating`",
    },
  },
  R106: {
    severity: "warning",
    message: {
      en: "the key column `{name}` is also a group in `within`: somebody who moves becomes two people",
      vi: "cột khóa `{name}` cũng là nhóm trong `within`: ai chuyển đơn vị sẽ thành hai người",
    },
    hint: { en: "identify people by a code that stays the same", vi: "nhận diện bằng một mã không thay đổi" },
  },
  R110: {
    severity: "error",
    message: { en: "`{name}` is in no `basis`{suggestion}", vi: "`{name}` không có trong `basis`{suggestion}" },
    hint: { en: "add it to `basis` with its title", vi: "thêm vào `basis` kèm tiêu đề" },
  },
  R145: {
    severity: "error",
    message: { en: "there is no day {found}", vi: "không có ngày {found}" },
    hint: { en: "a date is written 2026-03-31", vi: "ngày viết là 2026-03-31" },
  },
  R146: {
    severity: "error",
    message: { en: "the rubric ends before it begins", vi: "bộ tiêu chí hết hiệu lực trước khi có hiệu lực" },
    hint: { en: "swap or correct the dates", vi: "đổi chỗ hoặc sửa ngày" },
  },
  R147: {
    severity: "error",
    message: {
      en: "`{name}` is no column or item that a test can give{suggestion}",
      vi: "`{name}` không phải cột hay tiêu chí mà bài kiểm tra có thể cho{suggestion}",
    },
    hint: {
      en: "`given` holds columns, items and `fill`, and in a wide sheet `sources`",
      vi: "`given` chứa cột, tiêu chí và `fill`; nếu mỗi dòng có nhiều nguồn chấm thì thêm `sources`",
    },
  },
} as const satisfies Record<string, Entry>;
