import type { Bilingual } from "../text/bilingual.ts";

/** A flag means the same in every command that takes it. */
export interface Flag {
  readonly summary: Bilingual;
  /** What stands for the value in help; absent for a switch. */
  readonly value?: Bilingual;
  readonly choices?: readonly string[];
  readonly repeatable?: true;
  readonly short?: string;
}

const flags = {
  lang: {
    value: { en: "en|vi", vi: "en|vi" },
    choices: ["en", "vi"],
    summary: { en: "language of messages (default: that of LANG)", vi: "ngôn ngữ của thông báo (mặc định theo LANG)" },
  },
  color: {
    value: { en: "WHEN", vi: "LÚC" },
    choices: ["auto", "always", "never"],
    summary: { en: "colours: auto, always or never", vi: "màu: auto (tự động), always (luôn có), never (không)" },
  },
  quiet: { summary: { en: "no notes and summaries on stderr", vi: "không in lưu ý và tóm tắt ra stderr" } },
  verbose: { summary: { en: "say more of what is done", vi: "nói rõ hơn đang làm gì" } },
  help: { short: "h", summary: { en: "this help", vi: "phần trợ giúp này" } },
  version: { short: "v", summary: { en: "the version of score", vi: "phiên bản của score" } },
  format: {
    value: { en: "FORMAT", vi: "DẠNG" },
    repeatable: true,
    summary: { en: "how the output is written: {formats}", vi: "dạng của kết quả: {formats}" },
  },
  strict: { summary: { en: "warnings fail too", vi: "cảnh báo cũng tính là lỗi" } },
  period: {
    value: { en: "PERIOD", vi: "KỲ" },
    summary: { en: "the period to compute, such as 2026-Q1", vi: "kỳ cần tính, chẳng hạn 2026-Q1" },
  },
  history: {
    value: { en: "DIR", vi: "THƯ_MỤC" },
    repeatable: true,
    summary: {
      en: "earlier results: folders of this program, anywhere below DIR",
      vi: "kết quả các kỳ trước: thư mục kết quả của chương trình, ở bất kỳ đâu dưới THƯ_MỤC",
    },
  },
  decisions: {
    value: { en: "FILE", vi: "TỆP" },
    repeatable: true,
    summary: { en: "decisions of the authority (CSV)", vi: "quyết định của cấp có thẩm quyền (CSV)" },
  },
  table: {
    value: { en: "NAME=FILE", vi: "TÊN=TỆP" },
    repeatable: true,
    summary: { en: "a lookup table of the rubric (CSV)", vi: "bảng tra cứu của bộ tiêu chí (CSV)" },
  },
  "decimal-mark": {
    value: { en: ",|.", vi: ",|." },
    choices: [",", "."],
    summary: {
      en: "the decimal mark of all files (default: that of the rubric, else of each file)",
      vi: "dấu thập phân của mọi tệp (mặc định theo bộ tiêu chí, nếu không thì theo từng tệp)",
    },
  },
  out: {
    value: { en: "DIR", vi: "THƯ_MỤC" },
    summary: { en: "write the results as files into DIR", vi: "ghi kết quả thành tệp vào THƯ_MỤC" },
  },
  where: {
    value: { en: "EXPR", vi: "ĐIỀU_KIỆN" },
    summary: {
      en: "print only subjects for whom EXPR holds, as in 'band == \"good\" && rank <= 3'",
      vi: "chỉ in những đối tượng thỏa ĐIỀU_KIỆN, chẳng hạn 'band == \"tot\" && rank <= 3'",
    },
  },
  columns: {
    value: { en: "ID,…", vi: "MÃ,…" },
    repeatable: true,
    summary: { en: "print further areas, items and columns", vi: "in thêm nhóm, tiêu chí và cột" },
  },
  "drop-columns": {
    value: { en: "ID,…", vi: "MÃ,…" },
    repeatable: true,
    summary: { en: "leave out columns, areas and items", vi: "không in các cột, nhóm và tiêu chí này" },
  },
  excel: {
    summary: {
      en: "CSV for a double click in Excel: semicolons, decimal commas, titles",
      vi: "CSV mở được ngay bằng Excel: dấu chấm phẩy, dấu phẩy thập phân, tiêu đề bằng lời",
    },
  },
  anonymise: {
    value: { en: "MAP", vi: "TỆP" },
    summary: {
      en: "codes instead of keys and names; MAP keeps who is who",
      vi: "dùng mã thay cho khóa và tên; TỆP giữ kín ai là ai",
    },
  },
  top: { value: { en: "N", vi: "N" }, summary: { en: "print ranks 1 to N only", vi: "chỉ in từ hạng 1 đến hạng N" } },
  within: {
    value: { en: "COLUMN,…", vi: "CỘT,…" },
    summary: {
      en: "rank within these columns instead of the rubric's ([] is everybody)",
      vi: "xếp hạng trong các cột này thay vì theo bộ tiêu chí ([] là tất cả)",
    },
  },
  "fail-on-open": {
    summary: {
      en: "exit 1 if a tie is left for the authority to decide",
      vi: "mã thoát 1 nếu còn trường hợp bằng nhau chờ cấp có thẩm quyền quyết định",
    },
  },
  from: {
    value: { en: "DIR", vi: "THƯ_MỤC" },
    summary: {
      en: "where the rubric and the sheets are (default: the current folder)",
      vi: "nơi có bộ tiêu chí và các bảng điểm (mặc định: thư mục hiện tại)",
    },
  },
  sheets: {
    value: { en: "SHEET…", vi: "BẢNG_ĐIỂM…" },
    repeatable: true,
    summary: {
      en: "the sheets with which two rubrics are compared",
      vi: "các bảng điểm dùng để so sánh hai bộ tiêu chí",
    },
  },
  allow: {
    value: { en: "N", vi: "N" },
    summary: { en: "exit 0 if at most N subjects change class", vi: "mã thoát 0 nếu không quá N đối tượng đổi mức" },
  },
  subject: {
    value: { en: "KEY", vi: "MÃ" },
    repeatable: true,
    summary: {
      en: "whose result to explain: a key, or a name that only one has",
      vi: "giải thích kết quả của ai: mã, hoặc tên không trùng với ai",
    },
  },
  trace: {
    summary: {
      en: "with --format json: how each result came about",
      vi: "cùng --format json: ghi cả cách tính từng kết quả",
    },
  },
  "keep-going": {
    summary: {
      en: "compute the sound subjects in spite of errors (and exit 1)",
      vi: "dù có lỗi vẫn tính cho những đối tượng có dữ liệu đúng (mã thoát 1)",
    },
  },
  to: {
    value: { en: "json", vi: "json" },
    choices: ["json"],
    summary: { en: "the form of the plan: json", vi: "dạng của bản biên dịch: json" },
  },
  update: {
    summary: {
      en: "rewrite the files of expected results that tests of sheets name",
      vi: "ghi lại các tệp kết quả mong đợi của những bài kiểm tra có bảng điểm",
    },
  },
  coverage: {
    summary: {
      en: "list the rules, bands, levels, quotas and awards that no test brings about",
      vi: "liệt kê quy tắc, mức, hạn mức, khen thưởng mà không bài kiểm tra nào làm phát sinh",
    },
  },
  test: {
    value: { en: "NAME", vi: "TÊN" },
    summary: { en: "only tests whose name holds this", vi: "chỉ những bài kiểm tra có tên chứa đoạn này" },
  },
  "min-coverage": {
    value: { en: "PERCENT", vi: "PHẦN_TRĂM" },
    summary: { en: "fail below this coverage", vi: "độ phủ thấp hơn mức này thì tính là lỗi" },
  },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;

type ValueOf<F> = F extends { repeatable: true } ? readonly string[] : F extends { value: Bilingual } ? string : true;
/** What was given, by flag. */
export type FlagValues = { readonly [Name in FlagName]?: ValueOf<(typeof flags)[Name]> };

/** Flags of every command. */
export const commonFlags: readonly FlagName[] = ["lang", "color", "quiet", "verbose", "help", "version"];

export const flagOf = (name: FlagName): Flag => flags[name];

/** `keep-going` may also be set by the environment variable `SCORE_KEEP_GOING`. */
export const environmentName = (name: FlagName): string => `SCORE_${name.toUpperCase().replaceAll("-", "_")}`;
