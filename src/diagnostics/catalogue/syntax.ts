import type { Entry } from "../entry.ts";
import { shape } from "./shape.ts";

/** S: reading a rubric file (S0) and its shape (S1). */
export const syntax = {
  S001: {
    severity: "error",
    message: { en: "this is not valid YAML: {problem}", vi: "YAML viết sai: {problem}" },
    hint: { en: "the parser says: {detail}", vi: "bộ đọc YAML báo: {detail}" },
  },
  S002: {
    severity: "error",
    message: {
      en: "a line is indented with a tab, expected spaces",
      vi: "dòng này thụt lề bằng phím Tab, YAML chỉ nhận dấu cách",
    },
    hint: {
      en: "replace the tab by spaces; most editors can do it for the whole file",
      vi: "thay Tab bằng dấu cách; phần lớn trình soạn thảo đổi được cho cả tệp",
    },
  },
  S003: {
    severity: "error",
    message: {
      en: "{opener} opens here and no matching {closer} closes it",
      vi: "{opener} mở ở đây nhưng không có {closer} đóng lại",
    },
    hint: {
      en: "add {closer}; lines inside brackets are indented further than the line that opens them",
      vi: "thêm {closer}; các dòng trong ngoặc phải thụt vào sâu hơn dòng mở ngoặc",
    },
  },
  S004: {
    severity: "error",
    message: {
      en: "{found} is a YAML anchor or alias, which a rubric may not have",
      vi: "{found} là neo (anchor) hoặc bí danh (alias) của YAML, bộ tiêu chí không được dùng",
    },
    hint: {
      en: "write the part out where it is needed; a text that begins with & or * is quoted",
      vi: "viết đầy đủ phần đó ở chỗ cần; văn bản bắt đầu bằng & hoặc * thì đặt trong ngoặc kép",
    },
  },
  S005: {
    severity: "error",
    message: {
      en: "<< merges another map, which a rubric may not do",
      vi: "<< chép gộp nhóm khác vào, bộ tiêu chí không được dùng",
    },
    hint: { en: "write the keys out", vi: "viết đầy đủ các khóa" },
  },
  S006: {
    severity: "error",
    message: {
      en: "{found} is a YAML tag, which a rubric may not have",
      vi: "{found} là thẻ (tag) của YAML, bộ tiêu chí không được dùng",
    },
    hint: {
      en: "leave it out; a text that begins with ! is quoted",
      vi: "bỏ thẻ đi; văn bản bắt đầu bằng ! thì đặt trong ngoặc kép",
    },
  },
  S007: {
    severity: "error",
    message: {
      en: '"{found}" is a YAML directive, which a rubric may not have',
      vi: '"{found}" là chỉ thị của YAML, bộ tiêu chí không được dùng',
    },
    hint: { en: "leave the line out: rubrics are always YAML 1.2", vi: "bỏ dòng này: bộ tiêu chí luôn là YAML 1.2" },
  },
  S008: {
    severity: "error",
    message: {
      en: "a second document begins here, expected one rubric per file",
      vi: "ở đây bắt đầu tài liệu thứ hai, mỗi tệp chỉ chứa một bộ tiêu chí",
    },
    hint: { en: "move it to a file of its own, or leave the --- out", vi: "chuyển sang tệp riêng, hoặc bỏ dòng ---" },
  },
  S009: {
    severity: "error",
    message: { en: "the key `{key}` stands twice in one map", vi: "khóa `{key}` có hai lần trong cùng một nhóm" },
    hint: { en: "keep one of them", vi: "chỉ giữ lại một" },
  },
  S010: {
    severity: "error",
    message: {
      en: "this key is no text: it is empty, a list or a map",
      vi: "khóa này không phải văn bản: nó trống, là danh sách hoặc là nhóm",
    },
    hint: { en: "write a word before the colon", vi: "viết một từ trước dấu hai chấm" },
  },
  S011: {
    severity: "error",
    message: { en: "the file is empty, expected a rubric", vi: "tệp trống, ở đây cần một bộ tiêu chí" },
    hint: {
      en: "start from a copy of a rubric that comes with score, such as rubrics/tam-diep.yaml",
      vi: "bắt đầu từ bản sao của một bộ tiêu chí có sẵn, chẳng hạn rubrics/tam-diep.yaml",
    },
  },
  S012: {
    severity: "error",
    message: {
      en: "the file is no map of keys and values, expected `schema: 1` and the other parts of a rubric",
      vi: "tệp không phải là nhóm khóa và giá trị, ở đây cần `schema: 1` và các phần khác của bộ tiêu chí",
    },
    hint: { en: "each key is followed by a colon and a space", vi: "sau mỗi khóa là dấu hai chấm và dấu cách" },
  },
  S013: {
    severity: "error",
    message: {
      en: "this is more than a rubric may be: {found}, at most {limit}",
      vi: "vượt quá mức cho phép của một bộ tiêu chí: {found}, tối đa {limit}",
    },
    hint: {
      en: "is this a rubric, and are all brackets closed where they should be?",
      vi: "đây có đúng là bộ tiêu chí, và các dấu ngoặc có đóng đúng chỗ không?",
    },
  },
  ...shape,
} as const satisfies Record<string, Entry>;
