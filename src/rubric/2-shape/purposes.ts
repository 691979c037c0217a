import type { Bilingual } from "../../text/bilingual.ts";

/** What a required key is for; `Title.key` where the key means different things in different parts. */
const purposes: Readonly<Record<string, Bilingual>> = {
  schema: { en: "the version of the rubric language, `schema: 1`", vi: "phiên bản ngôn ngữ bộ tiêu chí, `schema: 1`" },
  id: {
    en: "the name by which the other parts and the results call this",
    vi: "mã để các phần khác và kết quả gọi tới",
  },
  version: {
    en: 'the rubric\'s own version, such as `version: "2026.1"`',
    vi: 'phiên bản của bộ tiêu chí, chẳng hạn `version: "2026.1"`',
  },
  period: {
    en: "what is covered: week, month, quarter, semester or year",
    vi: "kỳ đánh giá: week, month, quarter, semester hoặc year",
  },
  subject: {
    en: "who is scored, such as `subject: { key: code }`",
    vi: "đối tượng được chấm, chẳng hạn `subject: { key: ma }`",
  },
  areas: { en: "what is scored", vi: "những gì được chấm điểm" },
  total: {
    en: "how the areas become the total, such as `total: { max: 100, clamp: false }`",
    vi: "cách tính tổng điểm, chẳng hạn `total: { max: 100, clamp: false }`",
  },
  bands: { en: "the classes, best first", vi: "các mức xếp loại, từ cao xuống thấp" },
  extends: { en: "the rubric that this one adopts", vi: "bộ tiêu chí được kế thừa" },
  key: { en: "the column that identifies a subject", vi: "cột dùng để nhận biết đối tượng" },
  type: {
    en: "what the cells hold: text, choice, number, date or flag",
    vi: "loại dữ liệu của ô: text, choice, number, date hoặc flag",
  },
  values: { en: "the values of a choice", vi: "các giá trị để chọn" },
  max: { en: "the most points possible", vi: "số điểm tối đa" },
  to: { en: "the grid, such as 0.01 for two decimals", vi: "bước làm tròn, chẳng hạn 0.01 là hai chữ số thập phân" },
  mode: { en: "the way of rounding, such as half_up", vi: "cách làm tròn, chẳng hạn half_up" },
  "Valid.from": { en: "the first day", vi: "ngày bắt đầu" },
  "Valid.to": { en: "the last day", vi: "ngày kết thúc" },
  title: { en: "the name in full", vi: "tên đầy đủ" },
  weights: { en: "a weight for each part", vi: "trọng số của từng phần" },
  base: { en: "the points with no occurrence", vi: "số điểm khi không có lần nào" },
  each: { en: "the points of each occurrence, negative for a deduction", vi: "số điểm cho mỗi lần, số âm là điểm trừ" },
  cap: {
    en: "the percentage beyond which no points are added: `100%`, or `none`",
    vi: "tỷ lệ mà vượt qua thì không cộng thêm điểm: `100%`, hoặc `none`",
  },
  done: { en: "the column of what was done", vi: "cột ghi phần đã làm" },
  target: { en: "the column of the target", vi: "cột ghi chỉ tiêu" },
  points: { en: "the points of this row", vi: "số điểm của dòng này" },
  when: { en: "the condition", vi: "điều kiện" },
  band: { en: "the band that is meant", vi: "mức xếp loại được nói tới" },
  share: { en: "the share, such as 20%", vi: "tỷ lệ, chẳng hạn 20%" },
  "Quota.then": {
    en: "the worse band to which the surplus goes",
    vi: "mức thấp hơn mà phần vượt hạn mức chuyển xuống",
  },
  years: { en: "how many adjacent years", vi: "số năm liên tiếp" },
  of: { en: "the kind of period it is computed from", vi: "loại kỳ dùng để tính" },
  score: { en: "how the periods become one score, such as mean", vi: "cách gộp điểm các kỳ, chẳng hạn mean" },
  combine: { en: "how several ratings become one, such as mean", vi: "cách gộp nhiều lượt chấm, chẳng hạn mean" },
  columns: { en: "the columns of the table", vi: "các cột của bảng" },
  name: { en: "what is tested", vi: "nội dung kiểm tra" },
  expect: { en: "what must come out", vi: "kết quả phải có" },
  value: { en: "its value", vi: "giá trị của nó" },
};

export const purposeOf = (title: string | undefined, key: string): Bilingual => {
  const purpose = purposes[`${title}.${key}`] ?? purposes[key];
  if (!purpose) throw new Error(`nothing says what the key ${key} is for`);
  return purpose;
};
