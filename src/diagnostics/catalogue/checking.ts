import type { Entry } from "../entry.ts";

/** C149 to C169, C175 and C176: reading results again, to verify or to compare them. */
export const checking = {
  C149: {
    severity: "note",
    message: {
      en: "score {recorded} wrote these results, this is score {version}",
      vi: "score {recorded} đã ghi kết quả này, đây là score {version}",
    },
  },
  C150: {
    severity: "error",
    message: {
      en: "{directory} holds no results of score: there is no receipt.json in it",
      vi: "{directory} không có kết quả của score: không thấy receipt.json",
    },
  },
  C151: {
    severity: "error",
    message: {
      en: "the receipt in {directory} is damaged or was not written by score: {what}",
      vi: "biên nhận trong {directory} bị hỏng hoặc không do score ghi: {what}",
    },
  },
  C152: {
    severity: "error",
    message: {
      en: "{file} is missing, which the receipt lists",
      vi: "thiếu {file}, mà biên nhận có liệt kê",
    },
  },
  C153: {
    severity: "error",
    message: {
      en: "{file} was changed after score wrote it: its sha256 is {found}, the receipt says {expected}",
      vi: "{file} đã bị sửa sau khi score ghi: sha256 là {found}, biên nhận ghi {expected}",
    },
  },
  C154: {
    severity: "error",
    message: {
      en: "the results rest on {name}, and there is no such file in {folder}",
      vi: "kết quả dựa trên {name}, nhưng {folder} không có tệp đó",
    },
    hint: {
      en: "name the folder in which the command was run: --from DIR",
      vi: "nêu thư mục nơi lệnh đã chạy: --from THƯ_MỤC",
    },
  },
  C155: {
    severity: "error",
    message: {
      en: "{name} is not what the results rest on: its sha256 is {found}, the receipt says {expected}",
      vi: "{name} không phải tệp mà kết quả dựa vào: sha256 là {found}, biên nhận ghi {expected}",
    },
  },
  C156: {
    severity: "error",
    message: {
      en: "the receipt in {directory} records the flag {flag}, which score {version} does not write like that",
      vi: "biên nhận trong {directory} ghi tùy chọn {flag}, mà score {version} không ghi như vậy",
    },
    hint: {
      en: "verify with score {recorded}, which wrote the results; if that is this version, somebody changed the receipt",
      vi: "hãy kiểm tra bằng score {recorded}, bản đã ghi kết quả; nếu chính là bản này thì biên nhận đã bị sửa",
    },
  },
  C157: {
    severity: "error",
    message: {
      en: "{kind} came through stdin, so there is no file with which to compute again",
      vi: "{kind} được đưa vào qua stdin nên không có tệp để tính lại",
    },
    hint: {
      en: "compute results that are to be verified from files",
      vi: "kết quả cần kiểm tra thì hãy tính từ tệp",
    },
  },
  C158: {
    severity: "error",
    message: {
      en: "computing again gives another {file}",
      vi: "tính lại cho ra {file} khác",
    },
    hint: {
      en: "score {recorded} wrote it, this is score {version}; of one version, the receipt and the file were changed together",
      vi: "score {recorded} đã ghi, đây là score {version}; nếu cùng một bản thì biên nhận và tệp đã bị sửa cùng nhau",
    },
  },
  C159: {
    severity: "error",
    message: {
      en: "the receipt in {directory} was changed: computing again gives other {part}",
      vi: "biên nhận trong {directory} đã bị sửa: tính lại cho ra {part} khác",
    },
  },
  C163: {
    severity: "error",
    message: {
      en: "from the files that the receipt names, score {version} cannot compute results",
      vi: "từ các tệp mà biên nhận nêu, score {version} không tính được kết quả",
    },
  },
  C164: {
    severity: "error",
    message: {
      en: "{first} and {second} are no pair: expected two folders with results, or two rubrics",
      vi: "{first} và {second} không cùng loại: cần hai thư mục kết quả, hoặc hai bộ tiêu chí",
    },
  },
  C165: {
    severity: "error",
    message: {
      en: "two rubrics are compared by what they make of the same sheets, and none is given",
      vi: "hai bộ tiêu chí được so sánh qua kết quả trên cùng bảng điểm, nhưng chưa có bảng điểm nào",
    },
    hint: { en: "name the sheets: --sheets SHEET…", vi: "nêu bảng điểm: --sheets BẢNG_ĐIỂM…" },
  },
  C166: {
    severity: "error",
    message: {
      en: "two folders with results are compared as they are, found {given} to compute with",
      vi: "hai thư mục kết quả được so sánh nguyên như vậy, nhưng lại có {given} để tính",
    },
  },
  C167: {
    severity: "error",
    message: {
      en: "the results in {directory} were written with {flag}, so they cannot be compared",
      vi: "kết quả trong {directory} được ghi với {flag} nên không so sánh được",
    },
    hint: {
      en: "compute them without {flag}, or both with the same flags and the same map",
      vi: "hãy tính lại không có {flag}, hoặc cả hai với cùng tùy chọn và cùng tệp mã",
    },
  },
  C168: {
    severity: "error",
    message: {
      en: "people are known by {old} in {first} and by {new} in {second}: nobody can be found again",
      vi: "{first} nhận biết đối tượng theo {old}, còn {second} theo {new}: không đối chiếu được",
    },
  },
  C169: {
    severity: "error",
    message: {
      en: "{period} is in neither of the two; there are: {known}",
      vi: "cả hai đều không có kỳ {period}; hiện có: {known}",
    },
  },
  C175: {
    severity: "error",
    message: {
      en: "the results in {directory} have codes in place of keys and names; only with their map can they be computed again",
      vi: "kết quả trong {directory} dùng mã thay cho khóa và tên; phải có tệp mã mới tính lại được",
    },
    hint: { en: "name the map: --anonymise MAP", vi: "nêu tệp mã: --anonymise TỆP" },
  },
  C176: {
    severity: "error",
    message: {
      en: "{file} is not the map of these results: it has no code for {count} of their subjects",
      vi: "{file} không phải tệp mã của kết quả này: thiếu mã của {count} đối tượng",
    },
  },
} as const satisfies Record<string, Entry>;
