import type { Entry } from "../entry.ts";

/** C2: writing result files. */
export const writing = {
  C201: {
    severity: "error",
    message: {
      en: "{directory} holds files that score did not write ({found}) and no receipt of score: nothing is written into it",
      vi: "{directory} có tệp không do score ghi ({found}) và không có biên nhận của score: không ghi gì vào đó",
    },
    hint: {
      en: "give --out a new or empty folder, or one with earlier results",
      vi: "dùng --out với thư mục mới, thư mục rỗng, hoặc thư mục chứa kết quả trước đây",
    },
  },
  C202: {
    severity: "error",
    message: {
      en: "{name} in {directory} was not written by score, and the results need that name: nothing is written",
      vi: "{name} trong {directory} không do score ghi, mà kết quả cần tên đó: không ghi gì cả",
    },
    hint: { en: "rename {name}, or choose another folder", vi: "đổi tên {name}, hoặc chọn thư mục khác" },
  },
  C203: {
    severity: "error",
    message: {
      en: "{directory} is a file, expected a folder for the results",
      vi: "{directory} là một tệp, ở đây cần một thư mục để ghi kết quả",
    },
    hint: { en: "give --out the name of a folder", vi: "dùng --out với tên một thư mục" },
  },
  C204: {
    severity: "error",
    message: {
      en: "the results cannot be written into {directory}: {reason}; what was there before is unchanged",
      vi: "không ghi được kết quả vào {directory}: {reason}; nội dung cũ vẫn giữ nguyên",
    },
    hint: {
      en: "remove the cause and run the same command again, or choose another folder with --out",
      vi: "khắc phục nguyên nhân rồi chạy lại đúng lệnh đó, hoặc chọn thư mục khác bằng --out",
    },
  },
  C205: {
    severity: "error",
    message: {
      en: "another run of score is writing into {directory} (process {process})",
      vi: "một lần chạy score khác đang ghi vào {directory} (tiến trình {process})",
    },
    hint: {
      en: "wait until it has finished; if there is no such run, delete the folder {lock}",
      vi: "chờ lần chạy đó xong; nếu không có lần chạy nào như vậy thì xóa thư mục {lock}",
    },
  },
  C206: {
    severity: "error",
    message: {
      en: "results stand ready but cannot be moved into {directory}: {reason}; until then its files may not belong together",
      vi: "kết quả đã sẵn sàng nhưng không chuyển được vào {directory}: {reason}; lúc này các tệp trong đó có thể chưa khớp với nhau",
    },
    hint: {
      en: "remove the cause; the next command of score on that folder completes the move",
      vi: "khắc phục nguyên nhân; lệnh score kế tiếp trên thư mục đó sẽ hoàn tất việc chuyển",
    },
  },
  C207: {
    severity: "note",
    message: {
      en: "an earlier run was interrupted while it replaced the results in {directory}; they are complete now",
      vi: "một lần chạy trước bị ngắt khi đang thay kết quả trong {directory}; nay đã hoàn tất",
    },
  },
} as const satisfies Record<string, Entry>;
