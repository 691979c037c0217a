// What people and programs write beside the names of items: words that the program reads, not words that it says.

/** Before the number of an item in forms: `Câu 4: Tư tưởng`. */
export const numberedWords = [
  ...["Câu", "Câu hỏi", "Tiêu chí", "Chỉ tiêu", "Nội dung", "Mục"],
  ...["Question", "Item", "Criterion"],
];

/** Before the name of an item, as programs for learning write it. */
export const workNames = ["Assignment", "Quiz", "Bài tập", "Bài kiểm tra"];

/** Before the name of a column, as pivot tables write it over what they worked out. */
export const pivotWords = [
  ...["Tổng của", "Tổng cộng của", "Trung bình của", "Sum of", "Average of"],
  ...["Somme de", "Moyenne de", "Summe von", "Mittelwert von", "Suma de", "Promedio de"],
];

/** They stand before the name of a column as those do, over how many figures there were or over one of these. */
const otherPivotWords = [
  ...["Số lượng của", "Số đếm của", "Lớn nhất của", "Nhỏ nhất của", "Tối đa của", "Tối thiểu của", "Tích của"],
  ...["Count of", "Max of", "Min of", "Product of", "StdDev of", "StdDevp of", "Var of", "Varp of"],
  ...["Nombre de", "Anzahl von", "Recuento de", "Cuenta de"],
];

/** Words of a question that asks for a score, of whose rows each is an item. */
export const ratingWords = [
  ...["chấm", "đánh giá", "điểm", "tiêu chí", "xếp loại", "mức độ hoàn thành", "kết quả"],
  ...["score", "scores", "rate", "rating", "assess", "assessment", "marks", "points", "criteria"],
];

/** Words of figures of an earlier time. */
export const earlierWords = [
  ...["kỳ trước", "năm trước", "quý trước", "tháng trước", "tuần trước", "lần trước", "cùng kỳ", "năm ngoái"],
  ...["previous", "last year", "last quarter", "last month"],
];

/** Words that say of a column about an item that it holds something else than its score. */
export const otherFigureWords = [
  ...earlierWords,
  ...otherPivotWords,
  ...["trọng số", "tỷ trọng", "tỉ trọng", "hệ số", "quan trọng", "ưu tiên", "tự tin", "hạng", "thứ tự"],
  ...["điểm trừ", "bị trừ"],
  ...["số lần", "số lượng", "thời hạn", "bình luận", "góp ý"],
  ...["weight", "importance", "priority", "confidence", "rank"],
  ...["deduction", "feedback", "number of"],
];

/** Names of columns for what somebody reached, beside the points for it. */
export const resultNames = ["Kết quả", "Kết quả đạt được", "Kết quả thực hiện", "Phần trăm", "%", "Result", "Percent"];

/** Names of columns for figures about people and groups that are no scores. */
export const peopleFigureNames = [
  ...["Tuổi", "Tuổi đời", "Tuổi Đảng", "Tuổi nghề", "Số năm công tác", "Năm công tác", "Số con", "Nam", "Nữ"],
  ...["Lớp", "Khối", "Tổ", "Nhóm", "Age", "Class", "Grade", "Group", "Male", "Female"],
];

/** What the groups of questions in a survey are called, perhaps with a number behind, where that says nothing of what is asked. */
export const groupNames = [
  ...["g", "group", "grp", "nhóm", "phần", "mục", "section", "part", "page", "trang", "step", "bước", "tab", "block"],
  ...["thông tin", "thông tin chung", "nội dung", "câu hỏi", "biểu mẫu", "phiếu", "khảo sát"],
  ...["info", "information", "general", "data", "form", "survey", "questions", "main"],
];
