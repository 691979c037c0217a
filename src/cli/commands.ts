import type { Bilingual } from "../text/bilingual.ts";
import type { FlagName } from "./flags.ts";
import type { Session } from "./session.ts";

/** One command: what help says of it, what it accepts, and where its code is. */
export interface Command {
  readonly summary: Bilingual;
  readonly operands: readonly Operand[];
  /** Besides those of every command. */
  readonly flags: readonly FlagName[];
  /** What `--format` may be, the default first. */
  readonly formats?: readonly string[];
  /** Without the word `score`. */
  readonly example: string;
  /** Loads the command alone, so that each pays only for itself. Absent for a command that is not built yet. */
  readonly load?: () => Promise<{ readonly run: (session: Session) => Promise<number> }>;
}

/** A file or word after the command. */
export interface Operand {
  readonly name: Bilingual;
  readonly what: Bilingual;
  readonly many?: true;
  readonly optional?: true;
}

const rubric: Operand = {
  name: { en: "RUBRIC", vi: "BỘ_TIÊU_CHÍ" },
  what: { en: "a rubric (a YAML file)", vi: "bộ tiêu chí (tệp YAML)" },
};
const rubrics: Operand = { ...rubric, many: true };
const sheets: Operand = {
  name: { en: "SHEET", vi: "BẢNG_ĐIỂM" },
  what: {
    en: "a score sheet (a CSV file, a folder or - for stdin)",
    vi: "bảng điểm (tệp CSV, thư mục hoặc - là stdin)",
  },
  many: true,
};
const results: Operand = {
  name: { en: "RESULTS", vi: "KẾT_QUẢ" },
  what: { en: "a folder with results", vi: "thư mục kết quả" },
};

const resultsOrRubric = (name: Bilingual): Operand => ({
  name,
  what: { en: "a folder with results, or a rubric", vi: "thư mục kết quả, hoặc bộ tiêu chí" },
});

/** What is given beside the sheets, and how all of it is read. */
const beside: readonly FlagName[] = ["history", "decisions", "table", "decimal-mark"];
/** Flags that say what is printed of results. */
const printing: readonly FlagName[] = ["where", "columns", "drop-columns", "excel", "anonymise"];

export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries<Command>({
    init: {
      summary: { en: "write a starter rubric and a sheet to fill in", vi: "tạo bộ tiêu chí mẫu và bảng điểm để điền" },
      operands: [{ name: { en: "NAME", vi: "TÊN" }, what: { en: "a name", vi: "tên" }, optional: true }],
      flags: [],
      example: "init thi-dua",
    },
    validate: {
      summary: { en: "check rubrics", vi: "kiểm tra bộ tiêu chí" },
      operands: [rubrics],
      flags: ["format", "strict"],
      formats: ["text", "json", "github", "sarif", "junit"],
      example: "validate rubrics/*.yaml",
      load: () => import("./commands/validate.ts"),
    },
    test: {
      summary: { en: "run the tests inside rubrics", vi: "chạy các kiểm thử ghi trong bộ tiêu chí" },
      operands: [rubrics],
      flags: ["format", "test", "update", "coverage", "min-coverage"],
      formats: ["text", "json", "github", "sarif", "junit"],
      example: "test rubrics/tam-diep.yaml",
      load: () => import("./commands/test.ts"),
    },
    compute: {
      summary: { en: "compute results and rankings from score sheets", vi: "tính kết quả và xếp hạng từ bảng điểm" },
      operands: [rubric, sheets],
      flags: ["period", ...beside, "out", "format", "trace", ...printing, "strict", "keep-going"],
      formats: ["table", "csv", "json", "md"],
      example: "compute rubrics/tam-diep.yaml examples/tam-diep/*.csv --out results",
      load: () => import("./commands/compute.ts"),
    },
    rank: {
      summary: { en: "the ranking of one period", vi: "bảng xếp hạng của một kỳ" },
      operands: [rubric, sheets],
      flags: ["period", ...beside, "top", "within", "fail-on-open", "format", ...printing, "strict", "keep-going"],
      formats: ["table", "csv", "json", "md"],
      example: "rank rubrics/tam-diep.yaml examples/tam-diep --period 2026 --top 3",
      load: () => import("./commands/rank.ts"),
    },
    explain: {
      summary: {
        en: "how a result came about, or why a diagnostic is given",
        vi: "giải thích cách tính một kết quả, hoặc một thông báo",
      },
      operands: [
        {
          name: { en: "RUBRIC|CODE", vi: "BỘ_TIÊU_CHÍ|MÃ" },
          what: {
            en: "a rubric, or the code of a diagnostic, such as C110",
            vi: "bộ tiêu chí, hoặc mã thông báo, chẳng hạn C110",
          },
        },
        { ...sheets, optional: true },
      ],
      flags: ["subject", "period", ...beside, "format", "strict", "keep-going"],
      formats: ["text", "json", "md"],
      example: "explain rubrics/tam-diep.yaml examples/tam-diep --subject 0102 --period 2026-Q1",
      load: () => import("./commands/explain.ts"),
    },
    diff: {
      summary: {
        en: "who changes class or rank between two results",
        vi: "ai đổi mức xếp loại, thứ hạng giữa hai kết quả",
      },
      operands: [
        resultsOrRubric({ en: "OLD", vi: "CŨ" }),
        resultsOrRubric({ en: "NEW", vi: "MỚI" }),
        { ...sheets, optional: true },
      ],
      flags: ["sheets", "period", ...beside, "allow", "format"],
      formats: ["text", "json", "md"],
      example: "diff results-old results-new",
      load: () => import("./commands/diff.ts"),
    },
    raters: {
      summary: {
        en: "coverage, severity and agreement of raters",
        vi: "độ phủ, độ chặt và độ thống nhất của người chấm",
      },
      operands: [rubric, sheets],
      flags: ["period", ...beside, "format", "strict", "keep-going"],
      formats: ["table", "csv", "json", "md"],
      example: "raters rubrics/kim-son.yaml examples/kim-son",
      load: () => import("./commands/raters.ts"),
    },
    template: {
      summary: { en: "an empty sheet to fill in", vi: "bảng điểm trống để điền" },
      operands: [rubric],
      flags: ["out"],
      example: "template rubrics/tam-diep.yaml",
    },
    report: {
      summary: { en: "results as one web page", vi: "kết quả thành một trang web" },
      operands: [results],
      flags: ["out"],
      example: "report results",
    },
    verify: {
      summary: { en: "compute results again and compare", vi: "tính lại kết quả và so sánh" },
      operands: [results],
      flags: ["from", "anonymise"],
      example: "verify results",
      load: () => import("./commands/verify.ts"),
    },
    compile: {
      summary: { en: "the compiled plan of a rubric", vi: "bản biên dịch của bộ tiêu chí" },
      operands: [rubric],
      flags: ["to"],
      example: "compile rubrics/tam-diep.yaml --to json > plan.json",
      load: () => import("./commands/compile.ts"),
    },
    schema: {
      summary: {
        en: "print the JSON Schema of rubrics, for editors",
        vi: "in JSON Schema của bộ tiêu chí, dùng cho trình soạn thảo",
      },
      operands: [],
      flags: [],
      example: "schema > rubric.schema.json",
      load: () => import("./commands/schema.ts"),
    },
    completion: {
      summary: { en: "completion for a shell", vi: "gợi ý gõ lệnh cho shell" },
      operands: [{ name: { en: "SHELL", vi: "SHELL" }, what: { en: "bash, zsh or fish", vi: "bash, zsh hoặc fish" } }],
      flags: [],
      example: "completion bash",
    },
  }),
);
