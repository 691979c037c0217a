import type { DecisionAction } from "../model/given.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";

// What people write in sheets, in any language: words that the program reads, not words that it says.

/** Words that begin a row of sums. */
export const sumWords = ["Tổng cộng", "Tổng", "Cộng", "Tổng số", "Tổng điểm", "Total"];

/** Words that begin a row of totals, as they are written with accents: Công and Tống are names of people. */
export const totalWords = [
  ...["Tổng cộng", "Tổng", "Cộng", "Tổng số", "Tổng điểm"],
  ...["Trung bình", "Trung bình cộng", "Bình quân", "Điểm trung bình", "Điểm TB", "Total", "Average"],
];

/** What else is worked out of the scores of people, below them. */
export const statisticWords = [
  ...["Cao nhất", "Thấp nhất", "Lớn nhất", "Nhỏ nhất", "Điểm cao nhất", "Điểm thấp nhất", "Điểm bình quân"],
  ...["Trung vị", "Độ lệch chuẩn", "Phương sai", "Tỷ lệ", "Tỉ lệ", "Min", "Minimum", "Lowest", "Highest", "Mean"],
  ...["Median", "Sum", "Grand total", "Gesamtergebnis", "Total général", "Tổng cuối", "Average score", "Highest score"],
  ...["Lowest score", "Standard deviation", "Std", "Std dev", "Stdev", "Std. Deviation"],
];

/** Behind them stands what they are of: `Tỷ lệ %`, `Tỷ lệ đạt`. */
export const shareWords = ["Tỷ lệ", "Tỉ lệ"];

/** What rows of summaries are called besides, each as a whole: Chung and Toàn are names of people, TB may begin codes. */
export const summaryWords = [
  ...["TB", "ĐTB", "T.Cộng", "T.bình", "Tổng kết", "Lũy kế", "Σ", "Sĩ số", "Chung", "Tất cả", "Kết quả chung"],
  ...["Mức bình quân", "Mức trung bình", "Xếp thứ", "So với cùng kỳ", "Cùng kỳ", "Cùng kỳ năm trước", "Kế hoạch năm"],
];

/** Before a word for units they call a summary: `Toàn trường`, `Cả huyện`. */
export const allOfWords = ["Toàn", "Cả"];

/** What stands in place of a rater beside what all came to. */
export const conclusionWords = ["Kết luận", "Kết quả", "Tổng hợp", "Thống nhất", "Điểm chốt"];

/** Short for means, where what they are of stands behind: `TB khối 9`. */
export const shortMeans = ["TB", "ĐTB"];

/** Of what sums of a page are said that go on with the next one: `Cộng chuyển trang sau`, `Số trang trước mang sang`. */
export const carryingWords = ["chuyển", "mang", "dồn", "trang", "tờ"];
export const carryingParts = ["tổng", "cộng", "số", "điểm", "sang", "trước", "sau", "này", "tiếp", "lũy", "kế"];

/** What sums and means are of. */
export const wholeWords = [
  ...["toàn", "chung", "cả", "các", "của", "chi bộ", "đảng bộ", "tổ", "nhóm", "khối", "lớp"],
  ...["phòng", "khoa", "đơn vị", "cơ quan", "trường", "xã", "phường", "thôn", "of", "for"],
  ...["huyện", "quận", "thị xã", "tỉnh", "thành phố", "ngành", "cụm"],
];

/** Words for maxima that below people may as well say what one of them reached at most. */
export const highestWords = ["Max", "Maximum", "Max score"];

/** Those that somebody may be called, by what the row then has of the scores of others. */
export const figureWords = {
  sum: ["Tổng", "Cộng", "Total", "Sum"],
  mean: ["Trung bình", "Bình quân", "Average", "Mean"],
  low: ["Min", "Minimum", "Lowest"],
  high: [...highestWords, "Highest"],
};

/** Words that begin a row of what every item is worth at most. */
export const maximaWords = [
  ...["Điểm tối đa", "Tối đa", "Thang điểm", "Điểm chuẩn"],
  ...highestWords,
  "Points possible",
];

/** Words that begin a row of what every item weighs. */
export const weightWords = [
  "Trọng số",
  "Tỷ trọng",
  "Tỉ trọng",
  "Hệ số",
  "Hệ số nhân",
  "Weight",
  "Weights",
  "Weighting",
];

/** The same where nothing else is said: `HS01` is a pupil. */
export const shortWeightWords = ["HS"];

/** What stands behind a number of points. */
export const pointWords = ["điểm", "đ", "point", "points", "pt", "pts"];

/** Words with which the lines below a table begin: who prepared it, who signs, what is to be noted. */
export const closingWords = [
  ...["Người lập", "Người tổng hợp", "Người ghi", "Người chấm", "Người báo cáo"],
  ...["Xác nhận của", "Thủ trưởng", "Nơi nhận", "Ký tên", "Ký, ghi rõ", "Ký và ghi rõ"],
  ...["Giáo viên chủ nhiệm", "Người kiểm tra", "Người duyệt", "Phê duyệt", "Ghi chú"],
  ...["Prepared by", "Approved by", "Signed by", "Signature"],
];

/** Posts of those who sign: where somebody is named they may be people of a sheet. */
export const signingPosts = [
  ...["Hiệu trưởng", "Phó hiệu trưởng", "Ban giám hiệu", "GVCN", "Lớp trưởng", "Tổ trưởng"],
  ...["Bí thư", "Phó bí thư", "Chủ tịch", "Phó chủ tịch", "Giám đốc", "Chi cục trưởng", "Cục trưởng"],
  ...["Trưởng phòng", "Phó trưởng phòng", "Trưởng ban", "Phó trưởng ban"],
  ...["Thư ký", "Kế toán", "Chánh văn phòng"],
];

/** Before the name of somebody who leads a group, in its title: posts, and forms of address. */
export const leaderWords = [
  ...["Bí thư", "Phó bí thư", "Tổ trưởng", "Tổ phó", "Lớp trưởng", "Trưởng phòng", "Trưởng ban", "GVCN"],
  ...["Đồng chí", "Đ/c", "Ông", "Bà", "Thầy", "Cô"],
];

/** Before the number of people in a group. */
export const countNames = ["Sĩ số", "Quân số", "Tổng số", "Số lượng", "Gồm", "Có"];

/** Before the lines that say how many of them are what. */
export const partWords = ["Trong đó", "Bao gồm"];

/** Words of lines that say what a sheet is for, in which units judge or are judged: `Chi bộ đánh giá đảng viên`. */
export const purposeWords = [
  ...["chấm", "đánh giá", "xếp loại", "xếp hạng", "phân loại", "bình xét", "nhận xét", "kiểm điểm", "theo dõi"],
  ...["tổng hợp", "báo cáo", "đề nghị", "danh sách", "kết quả", "biên bản", "thi đua"],
];

/** Words that begin the title of a sheet. */
export const sheetWords = ["Bảng", "Phiếu", "Sheet"];

/** They begin as units are called, and are other words. */
export const otherThanUnits = [
  ...["Tổ chức", "Ban hành", "Phòng chống", "Khối lượng", "Trường hợp", "Lớp học", "Đơn vị tính", "Khoa học"],
  ...["Đội ngũ", "Hội nghị", "Hội đồng", "Hội thi", "Tổ trưởng", "Tổ phó", "Lớp trưởng", "Lớp phó", "Nhóm trưởng"],
  ...["Xã hội", "Xã viên", "Tổ quốc", "Phòng cháy", "Chi bộ trực thuộc", "Đảng bộ trực thuộc", "Đơn vị trực thuộc"],
];

/** In the title of a group that goes on, on the next page. */
export const goingOnWords = ["tiếp theo", "tiếp", "continued", "cont."];
/** Behind the number of people in a group. */
export const peopleWords = [
  ...["người", "học sinh", "HS", "sinh viên", "SV", "em", "đồng chí", "đ/c", "đảng viên", "ĐV", "thành viên", "cán bộ"],
  ...["công chức", "viên chức", "nhân viên", "giáo viên", "GV", "people", "students", "pupils", "members", "persons"],
];

/** What stands for the cell above: marks alone, or words that marks may enclose. `NT` in capitals may be a unit. */
export const dittoMark =
  /^(?:["“”〃]+|''|``|[-= ]*\/\/[-= ]*|[-=." ]*(?:nt|n\/t|[Nn]hư (?:dòng |ô )?trên|NHƯ TRÊN)[-=." ]*)$/;

/** What stands where something is missing, where a text is to be: marks alone, or words that call nobody and no group. */
export const nothingMark = /^(?:[-\p{Pd}\u2212.…?#*_/\\ ]+|n\/a|null|\((?:blank|empty|trống|vide|leer)\))$/iu;

/** Names of the column that numbers the rows. */
export const rowNumberNames = ["STT", "TT", "Số TT", "Số thứ tự", "No", "No.", "#"];

/** Names of the column of full names, and words with which longer ones begin: `Họ và tên học sinh`. */
export const fullNameHeads = ["Họ và tên", "Họ tên", "Full name"];

/** Heads of the two columns in which a full name may stand. */
export const familyNameHeads = [
  "Họ",
  "Họ đệm",
  "Họ lót",
  "Họ và đệm",
  "Họ và tên đệm",
  "Họ và chữ đệm",
  "Họ và tên lót",
];
export const givenNameHeads = ["Tên"];

/** Single words that may stand beside names, in a column without a head, and say something else of people. */
export const wordsBesideNames = [
  ...["Nam", "Nữ", "Kinh", "Tày", "Thái", "Mường", "Có", "Không", "Đạt", "Vắng", "Nghỉ", "Phép"],
  ...["Tốt", "Giỏi", "Khá", "Yếu", "Kém", "Male", "Female", "Yes", "No"],
];

/** Names of columns for what is remarked in words. */
export const remarkNames = [
  ...["Ghi chú", "Chú thích", "Nhận xét", "Diễn giải", "Lý do", "Ý kiến", "Thành tích", "Minh chứng"],
  ...["Note", "Notes", "Remark", "Remarks", "Comment", "Comments"],
];

/** Before a penalty that somebody does not have, what may stand between, and behind one that is over. */
export const notYetWords = ["không", "ko", "chưa", "miễn", "xét", "xóa", "hết", "not", "no"];
export const wordsOfImposing = ["bị", "có", "phải", "chịu", "đến mức", "hình thức", "mức", "xử lý", "kỷ luật"];
export const endedWords = ["xóa", "hết hạn", "hết thời hạn", "hết hiệu lực"];

/** Names of columns for the office's own totals and ranks. */
export const figureNames = [
  ...["Tổng", "Tổng điểm", "Tổng cộng", "Cộng", "Tổng số điểm", "Hạng", "Xếp hạng", "Thứ hạng", "Thứ tự"],
  ...["Total", "Sum", "Rank", "Place"],
];

/** What forms call the column of the period where the rubric does not say it; `Kỳ` alone may be a column of the office's own. */
export const periodHeads: Readonly<Record<Language, readonly string[]>> = { vi: ["Kỳ (period)"], en: [] };

/** Names of columns that may say the period of a row, besides the kinds of period. */
export const periodNames = ["Kỳ", "Kỳ đánh giá", "Kỳ xếp loại", "Thời gian", "Period"];

/** Names of the columns of a sheet that has one row for each item of somebody: the item, and its score. */
export const itemNames = ["item", "Tiêu chí", "Nội dung tiêu chí", "Mã tiêu chí", "criterion"];
export const scoreNames = ["score", "Điểm", "Điểm số", "Số điểm", "points"];

/** What the columns of a decisions file may be called besides their ids. */
export const decisionHeads = {
  key: ["Mã"],
  period: ["Kỳ"],
  action: ["Hành động"],
  value: ["Giá trị"],
  reason: ["Lý do"],
  authority: ["Thẩm quyền", "Cấp có thẩm quyền"],
  date: ["Ngày"],
} as const;

/** What a form has that adds up the points while it is filled in. */
export const checkHead: Bilingual = { en: "Sum (check)", vi: "Cộng (kiểm tra)" };

/** What a sheet of rows given back has besides their columns: where each was taken from, what is wrong with it, and its mark. */
export const givenBackHeads = {
  place: { en: "Taken from", vi: "Lấy từ" },
  wrong: { en: "To be mended", vi: "Phải sửa" },
  mark: { en: "Row mark (leave as it is)", vi: "Ký hiệu dòng (giữ nguyên)" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Shorter words for the same. */
export const furtherActionWords: readonly (readonly [string, DecisionAction])[] = [
  ["Miễn áp dụng", "exempt"],
  ["Miễn quy tắc", "exempt"],
  ["Cho điểm", "rate"],
  ["Khen", "award"],
  ["Không khen", "no_award"],
];

/** What a decision may call its action besides the id. */
export const actionWords: Readonly<Record<DecisionAction, string>> = {
  exempt: "Miễn áp dụng quy tắc",
  rate: "Xếp loại",
  was: "Mã cũ",
  set_band: "Xếp mức",
  not_rated: "Không xếp loại",
  award: "Khen thưởng",
  no_award: "Không khen thưởng",
};

/** Stand before the number of something and add nothing: `Tổ số 1`. */
export const numberWords = ["số", "thứ", "no", "number"];

/** From I to XXXIX. */
export const romanNumbers = ["", "X", "XX", "XXX"]
  .flatMap((tens) => ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].map((ones) => tens + ones))
  .slice(1);
