import type { DecimalMark } from "../../model/plan.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import type { Delimiter } from "../1-records/records.ts";
import type { FilePeriod } from "../2-header/file-period.ts";

/** What was assumed of a file, and how much of it was read. */
export interface SheetNotes {
  readonly file: string;
  /** Rows passed on. */
  readonly rows: number;
  /** Rows left out because of an error. */
  readonly broken: number;
  /** Absent for a file of which nothing could be read, and for one whose cells need no mark between them. */
  readonly delimiter?: Delimiter;
  /** None where no number of the file has decimals, two where its columns differ. */
  readonly decimalMarks: readonly DecimalMark[];
  readonly headerLine?: number;
  readonly titles: readonly { readonly line: number; readonly text: string }[];
  /** Rows that are nobody's, the first {@link listedRows} of them. */
  readonly skipped: readonly SkippedRow[];
  readonly skippedCount: number;
  /** Absent where each row says its own period. */
  readonly period?: { readonly name: string } & Pick<FilePeriod, "source" | "yearText">;
}

export interface SkippedRow {
  readonly line: number;
  readonly why: "no key" | "total" | "column numbers";
  readonly text: string;
}

export const listedRows = 20;

/** The assumptions of one file in one line. */
export function describeNotes(notes: SheetNotes): Bilingual {
  const { headerLine, delimiter, period, titles } = notes;
  if (headerLine === undefined || delimiter === undefined) {
    return { en: `${notes.file}: not read`, vi: `${notes.file}: không đọc được` };
  }
  const mark = delimiter === "\t" ? "tab" : delimiter;
  const skipped = notes.skipped.map(({ line }) => line).join(", ") + (notes.skippedCount > listedRows ? ", …" : "");
  const marks = notes.decimalMarks.map((each) => `"${each}"`);
  const source = period && periodSource(period);
  const en = [
    `rows: ${notes.rows}`,
    `header in line ${headerLine}`,
    `columns parted by "${mark}"`,
    marks.length > 0 && `decimal ${marks.length === 1 ? "mark" : "marks"} ${marks.join(" and ")}`,
    period && `period ${period.name} (${source?.en})`,
    titles.length > 0 && `title ${titles.length === 1 ? "line" : "lines"} ${titles.map(({ line }) => line).join(", ")}`,
    notes.skippedCount > 0 && `skipped ${notes.skippedCount === 1 ? "line" : "lines"} ${skipped}`,
    notes.broken > 0 && `rows with errors: ${notes.broken}`,
  ];
  const vi = [
    `số dòng: ${notes.rows}`,
    `tiêu đề ở dòng ${headerLine}`,
    `cột ngăn bằng "${mark}"`,
    marks.length > 0 && `dấu thập phân ${marks.join(" và ")}`,
    period && `kỳ ${period.name} (${source?.vi})`,
    titles.length > 0 && `dòng tên bảng ${titles.map(({ line }) => line).join(", ")}`,
    notes.skippedCount > 0 && `bỏ qua dòng ${skipped}`,
    notes.broken > 0 && `dòng có lỗi: ${notes.broken}`,
  ];
  return {
    en: `${notes.file}: ${en.filter(Boolean).join("; ")}`,
    vi: `${notes.file}: ${vi.filter(Boolean).join("; ")}`,
  };
}

function periodSource({ source, yearText }: NonNullable<SheetNotes["period"]>): Bilingual {
  const { en, vi } = periodSources[source];
  return yearText === undefined
    ? { en, vi }
    : { en: `${en}, its year from "${yearText}"`, vi: `${vi}, năm theo "${yearText}"` };
}

/** What stands in the lines that were not read as anybody's, one text for each: for who wants to see them. */
export function describeLines({ file, titles, skipped }: SheetNotes): Bilingual[] {
  const lines = [
    ...titles.map(({ line, text }) => ({ line, text, what: titleLine })),
    ...skipped.map(({ line, text, why }) => ({ line, text, what: skippedLines[why] })),
  ];
  return lines.map(({ line, text, what }) => ({
    en: `${file}:${line}: ${what.en}: ${text}`,
    vi: `${file}:${line}: ${what.vi}: ${text}`,
  }));
}

const titleLine: Bilingual = { en: "title", vi: "tên bảng" };

const skippedLines: Readonly<Record<SkippedRow["why"], Bilingual>> = {
  "no key": { en: "skipped, neither a key nor scores", vi: "bỏ qua, không có mã và điểm" },
  total: { en: "skipped, a row of totals", vi: "bỏ qua, dòng tổng cộng" },
  "column numbers": { en: "skipped, numbers of the columns", vi: "bỏ qua, dòng đánh số cột" },
};

const periodSources: Readonly<Record<FilePeriod["source"], Bilingual>> = {
  "command line": { en: "from the command line", vi: "theo dòng lệnh" },
  sheet: { en: "from the file name or title", vi: "theo tên tệp hoặc tên bảng" },
  option: { en: "from --period", vi: "theo --period" },
};
