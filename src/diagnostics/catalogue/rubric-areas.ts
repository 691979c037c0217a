import type { Entry } from "../entry.ts";

/** R1: areas and their sums. */
export const areas = {
  R122: {
    severity: "error",
    message: { en: "`{id}` states no max", vi: "`{id}` chưa ghi `max`" },
    hint: {
      en: "state `max`: it is checked against what the items offer",
      vi: "ghi `max`: giá trị này được đối chiếu với tổng các tiêu chí",
    },
  },
  R123: {
    severity: "error",
    message: { en: "the weights of `{id}` leave out {missing}", vi: "trọng số của `{id}` thiếu {missing}" },
    hint: {
      en: "give every child that is no bonus a weight",
      vi: "ghi trọng số cho mọi tiêu chí con không phải điểm thưởng",
    },
  },
  R124: {
    severity: "error",
    message: {
      en: "`{name}` is no counted child of `{id}`{suggestion}",
      vi: "`{name}` không phải tiêu chí con được tính của `{id}`{suggestion}",
    },
    hint: {
      en: "weights name the children of the area that are no bonus",
      vi: "trọng số gọi tên các tiêu chí con không phải điểm thưởng",
    },
  },
  R125: {
    severity: "error",
    message: { en: "`{id}` can go below 0 and states no `min`", vi: "`{id}` có thể xuống dưới 0 nhưng chưa ghi `min`" },
    hint: {
      en: "write `min: 0` to stop there, `min: none` to let it take points from others, or a number",
      vi: "ghi `min: 0` để dừng ở 0, `min: none` để trừ sang điểm khác, hoặc một số",
    },
  },
  R126: {
    severity: "error",
    message: {
      en: "{name} states a max of {max}, but{case} its children offer {offered}: {working}",
      vi: "{name} ghi tối đa {max}, nhưng{case} các phần bên trong cho {offered}: {working}",
    },
    hint: {
      en: "correct the max or the items; an area with `clamp: true` may offer more than its max",
      vi: "sửa `max` hoặc sửa tiêu chí; nhóm có `clamp: true` được cho nhiều hơn `max`",
    },
  },
  R127: {
    severity: "error",
    message: { en: "the total states no max", vi: "`total` chưa ghi `max`" },
    hint: {
      en: "state `max`: it is checked against what the areas offer",
      vi: "ghi `max`: giá trị này được đối chiếu với tổng các nhóm",
    },
  },
  R128: {
    severity: "error",
    message: {
      en: "`{id}` applies to nobody: its `when` can never hold",
      vi: "`{id}` không áp dụng cho ai: `when` không bao giờ đúng",
    },
    hint: {
      en: "correct the condition, or that of an area around it",
      vi: "sửa điều kiện này, hoặc điều kiện của nhóm bao ngoài",
    },
  },
  R129: {
    severity: "error",
    message: {
      en: "the max of {name} cannot be checked: its `when` distinguish more than {limit} cases",
      vi: "không kiểm tra được `max` của {name}: các `when` phân biệt hơn {limit} trường hợp",
    },
    hint: {
      en: "use fewer columns in the `when` of one area, or put variants into areas of their own",
      vi: "dùng ít cột hơn trong `when` của một nhóm, hoặc tách các phương án thành nhóm riêng",
    },
  },
} as const satisfies Record<string, Entry>;
