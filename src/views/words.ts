import type { Mark, State } from "../model/report.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** Heads of the columns that are the same in every table. */
export const heads = {
  rank: { en: "Rank", vi: "Hạng" },
  unclamped: { en: "Total before the limit", vi: "Tổng trước khi giới hạn" },
  total: { en: "Total", vi: "Tổng điểm" },
  band: { en: "Band code", vi: "Mã mức" },
  band_title: { en: "Band", vi: "Mức xếp loại" },
  state: { en: "State", vi: "Trạng thái" },
  reason: { en: "Reason", vi: "Lý do" },
  rules: { en: "Rules", vi: "Quy tắc" },
  awards: { en: "Awards", vi: "Khen thưởng" },
  alerts: { en: "Alerts", vi: "Cảnh báo" },
  marks: { en: "Marks", vi: "Lưu ý" },
  note: { en: "Note", vi: "Ghi chú" },
  shown: { en: "Shown", vi: "Hiển thị" },
} as const satisfies Record<string, Bilingual>;

/** Heads of the summary for people. */
export const summaryHeads = {
  period: { en: "Period", vi: "Kỳ" },
  within: { en: "Grouped by", vi: "Nhóm theo" },
  kind: { en: "Counted", vi: "Nội dung" },
  id: { en: "Code", vi: "Mã" },
  title: { en: "Title", vi: "Tên" },
  count: { en: "Count", vi: "Số lượng" },
  share: { en: "Share", vi: "Tỷ lệ" },
  mean: { en: "Mean total", vi: "Điểm trung bình" },
  denominator: { en: "Share taken of", vi: "Tính trên số người" },
  room: { en: "Places", vi: "Số chỗ" },
  kept: { en: "Kept", vi: "Được giữ" },
  moved: { en: "Moved down", vi: "Bị chuyển" },
  open: { en: "Open", vi: "Còn để ngỏ" },
  sum: { en: "Sum", vi: "Tổng số" },
  note: { en: "Who", vi: "Những ai" },
} as const satisfies Record<string, Bilingual>;

/** Heads of the list of awards for people. */
export const awardHeads = {
  period: summaryHeads.period,
  award: summaryHeads.id,
  title: heads.awards,
  state: heads.state,
  within: summaryHeads.within,
} as const satisfies Record<string, Bilingual>;

/** `open`: equal with others at the cut, for the authority to decide. */
export const awardStates = {
  given: { en: "given", vi: "được tặng" },
  open: { en: "left open", vi: "chờ quyết định" },
} as const satisfies Record<string, Bilingual>;

/** What a line of the summary counts. */
export const summaryKinds = {
  band: { en: "band", vi: "mức xếp loại" },
  rated: { en: "rated", vi: "đã xếp loại" },
  not_rated: { en: "not rated", vi: "không xếp loại" },
  incomplete: { en: "incomplete", vi: "chưa đủ điểm" },
  quota: { en: "quota", vi: "tỷ lệ tối đa" },
  award: { en: "award", vi: "khen thưởng" },
  award_open: { en: "award left open", vi: "khen thưởng chờ quyết định" },
  alert: { en: "alert", vi: "cảnh báo" },
  decision: { en: "decision", vi: "quyết định" },
  missing: { en: "part still missing", vi: "kỳ còn thiếu" },
  reach: { en: "can still end between", vi: "còn có thể đạt từ – đến" },
  difference: { en: "differences", vi: "số liệu lệch" },
  sum: { en: "sum", vi: "tổng số" },
} as const satisfies Record<string, Bilingual>;

export const states: Readonly<Record<State, Bilingual>> = {
  rated: { en: "rated", vi: "đã xếp loại" },
  not_rated: { en: "not rated", vi: "không xếp loại" },
  incomplete: { en: "incomplete", vi: "chưa đủ điểm" },
};

export const marks: Readonly<Record<Mark, Bilingual>> = {
  tie_open: { en: "tie left open", vi: "bằng nhau, chờ quyết định" },
  provisional: { en: "provisional", vi: "tạm tính" },
  decided: { en: "decided by the authority", vi: "theo quyết định của cấp có thẩm quyền" },
  from_history: { en: "with earlier results", vi: "có kết quả kỳ trước" },
  start_unknown: { en: "start of the streak unknown", vi: "không rõ kỳ bắt đầu chuỗi" },
};

export const flags: { readonly yes: Bilingual; readonly no: Bilingual } = {
  yes: phrase("yes"),
  no: phrase("no"),
};

/** A part of a rubric: a rule, a quota, an award, an alert. */
interface Named {
  readonly id: string;
  readonly title?: Bilingual;
}

/** What people call a part: its title, or something else (its id) where it has none. */
export const nameOf = ({ id, title }: Named, language: Language, otherwise = id): string =>
  title?.[language] ?? otherwise;

/** The same for some of several parts, by their ids; an id of no part is a name itself. */
export const namesOf = (parts: readonly Named[], ids: readonly string[], language: Language): readonly string[] =>
  ids.map((each) => nameOf(parts.find(({ id }) => id === each) ?? { id: each }, language));

/** Words by which a title says itself that it is one of a quota, or of a rule. */
const quotaWords = ["quota", "tỷ lệ", "tỉ lệ", "hạn mức", "chỉ tiêu"];
const ruleWords = ["rule", "quy tắc"];

const isSaidBy = (name: string, words: readonly string[]): boolean =>
  words.some((word) => name.toLowerCase().startsWith(`${word} `));

/** What a quota is called within a sentence: `tỷ lệ tối đa q1`, or a title such as `Tỷ lệ xuất sắc` as it stands. */
export const quotaName = (name: string, language: Language): string =>
  isSaidBy(name, quotaWords) ? name : phrase("quota {name}", { name })[language];

/** What a rule is called within a sentence: `quy tắc r1`, or a title such as `Quy tắc kỷ luật` as it stands. */
export const ruleName = (name: string, language: Language): string =>
  isSaidBy(name, ruleWords) ? name : phrase("rule {name}", { name })[language];
