import type { Entry } from "../entry.ts";

/** C14 and C17: what is printed of results, and codes in place of names. */
export const printing = {
  C140: {
    severity: "error",
    message: {
      en: "`score rank` shows one period, found {count}: {periods}",
      vi: "`score rank` chỉ xếp hạng một kỳ, nhưng có {count} kỳ: {periods}",
    },
    hint: { en: "choose one: --period {example}", vi: "chọn một kỳ: --period {example}" },
  },
  C141: {
    severity: "error",
    message: {
      en: '{flag} names "{id}", which is no column, area or item of the rubric{suggestion}',
      vi: '{flag} nêu "{id}", nhưng bộ tiêu chí không có cột, nhóm hay tiêu chí nào như vậy{suggestion}',
    },
  },
  C142: {
    severity: "error",
    message: {
      en: "--drop-columns names {id}, without which a line says nothing: it belongs to the key, or people are grouped by it",
      vi: "--drop-columns nêu {id}, mà thiếu cột này thì dòng không còn nghĩa: cột thuộc khóa, hoặc dùng để chia nhóm",
    },
    hint: {
      en: "keep it; --anonymise puts codes in place of keys",
      vi: "hãy giữ lại; --anonymise thay khóa bằng mã",
    },
  },
  C143: {
    severity: "error",
    message: {
      en: '--within names "{id}", which is no column that people can be grouped by{suggestion}',
      vi: '--within nêu "{id}", không phải cột có thể dùng để chia nhóm{suggestion}',
    },
  },
  C144: {
    severity: "error",
    message: {
      en: "{what} of {period} is left to the authority: {keys} are equal at the cut",
      vi: "{what} kỳ {period} chờ cấp có thẩm quyền quyết định: {keys} bằng nhau tại ranh giới",
    },
  },
  C145: {
    severity: "error",
    message: {
      en: '{flag} is "{found}", expected a whole number from {least}',
      vi: '{flag} là "{found}", phải là số nguyên từ {least} trở lên',
    },
  },
  C170: {
    severity: "error",
    message: {
      en: "the map {file} would lie among the results in {directory}, and whoever gets them would know who is who",
      vi: "tệp {file} sẽ nằm chung với kết quả trong {directory}, ai nhận kết quả cũng biết ai là ai",
    },
    hint: { en: "keep it in a private folder", vi: "hãy để tệp này trong thư mục riêng" },
  },
  C171: {
    severity: "error",
    message: {
      en: "{file} is no map of codes for this rubric, expected a CSV file with the head {head} and each code and key once",
      vi: "{file} không phải tệp mã của bộ tiêu chí này, cần tệp CSV có tiêu đề {head}, mỗi mã và mỗi khóa chỉ một lần",
    },
    hint: {
      en: "name the file that an earlier run wrote, or a new one",
      vi: "nêu tệp do lần chạy trước ghi, hoặc một tệp mới",
    },
  },
  C172: {
    severity: "error",
    message: {
      en: "another run of score is extending the map {file}",
      vi: "một lần chạy score khác đang bổ sung tệp mã {file}",
    },
    hint: {
      en: "run the command again; if there is no such run, delete {draft}",
      vi: "hãy chạy lại lệnh; nếu không có lần chạy nào như vậy thì xóa {draft}",
    },
  },
  C173: {
    severity: "error",
    message: {
      en: "the map {file} cannot be written: {reason}; so no results are given out",
      vi: "không ghi được tệp mã {file}: {reason}; vì vậy không đưa ra kết quả",
    },
  },
  C174: {
    severity: "note",
    message: {
      en: "codes stand for keys and names; these columns may still tell who somebody is: {columns}",
      vi: "khóa và tên đã thay bằng mã; các cột sau vẫn có thể cho biết ai là ai: {columns}",
    },
    hint: {
      en: "--drop-columns leaves a column out by which nobody is grouped",
      vi: "--drop-columns bỏ bớt cột không dùng để chia nhóm",
    },
  },
} as const satisfies Record<string, Entry>;
