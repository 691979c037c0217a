import type { command as entries } from "../catalogue/command.ts";
import type { Explanation } from "./explanation.ts";

const compute = { argv: "compute rubric.yaml sheet.csv" };

export const command: { readonly [Code in keyof typeof entries]: Explanation } = {
  C101: {
    text: {
      en: "The first word after `score` says what to do. This one is no command.",
      vi: "Từ đầu tiên sau `score` cho biết cần làm gì. Từ này không phải là lệnh.",
    },
    bad: { argv: "comptue rubric.yaml sheet.csv" },
    fixed: compute,
  },
  C102: {
    text: {
      en: "A flag that is not known is refused and never passed over: a misspelt --strict would otherwise check less than was asked for.",
      vi: "Tùy chọn lạ bị từ chối chứ không bỏ qua: nếu gõ sai --strict mà vẫn chạy thì việc kiểm tra sẽ lỏng hơn yêu cầu.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --stric" },
    fixed: { argv: "compute rubric.yaml sheet.csv --strict" },
  },
  C103: {
    text: {
      en: "This flag is followed by a value, which is missing. A value that begins with - is written with an equals sign.",
      vi: "Sau tùy chọn này phải có giá trị, nhưng không thấy. Giá trị bắt đầu bằng - thì viết sau dấu bằng.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --period" },
    fixed: { argv: "compute rubric.yaml sheet.csv --period 2026-Q1" },
  },
  C104: {
    text: {
      en: "Only the listed words are understood here. The same holds for the environment variable of the flag.",
      vi: "Ở đây chỉ nhận các từ đã liệt kê. Biến môi trường của tùy chọn này cũng vậy.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --format cvs" },
    fixed: { argv: "compute rubric.yaml sheet.csv --format csv" },
  },
  C105: {
    text: {
      en: "The command lacks something to work on. score never guesses files from the current folder.",
      vi: "Lệnh thiếu đối tượng để làm việc. score không bao giờ tự đoán tệp trong thư mục hiện tại.",
    },
    bad: { argv: "compute rubric.yaml" },
    fixed: compute,
  },
  C106: {
    text: {
      en: "There is a word more than the command understands. A name with spaces needs quotation marks.",
      vi: "Có thừa một từ mà lệnh không hiểu. Tên có dấu cách phải đặt trong dấu nháy.",
    },
    bad: { argv: "explain C101 C102" },
    fixed: { argv: "explain C101" },
  },
  C107: {
    text: {
      en: "This flag is on when it is there and off when it is not. It has no value.",
      vi: "Tùy chọn này có ghi là bật, không ghi là tắt. Nó không có giá trị.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --strict=yes" },
    fixed: { argv: "compute rubric.yaml sheet.csv --strict" },
  },
  C108: {
    text: {
      en: "Two different values for one flag: which of them was meant is not for score to guess.",
      vi: "Một tùy chọn mà có hai giá trị khác nhau: score không đoán giá trị nào là đúng ý.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --period 2026-Q1 --period 2026-Q2" },
    fixed: { argv: "compute rubric.yaml sheet.csv --period 2026-Q1" },
  },
  C109: {
    text: {
      en: "A period is a year, semester, quarter, month or week: 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W07, or in words, `Quý I/2026`.",
      vi: "Kỳ là năm, nửa năm, quý, tháng hoặc tuần: 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W07, hoặc viết bằng chữ, `Quý I/2026`.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --period 2026-Q5" },
    fixed: { argv: "compute rubric.yaml sheet.csv --period 2026-Q1" },
  },
  C110: {
    text: {
      en: "No file of this name is there. A relative name starts from the folder in which score was called.",
      vi: "Không có tệp nào tên như vậy. Tên tương đối được tính từ thư mục đang chạy score.",
    },
    bad: { argv: "compute rubric.yaml shet.csv" },
    fixed: compute,
  },
  C111: {
    text: {
      en: "Sheets may be given as a folder, a rubric may not: a folder can hold several, and which one decides is to be said.",
      vi: "Bảng điểm có thể đưa vào bằng thư mục, bộ tiêu chí thì không: một thư mục có thể chứa nhiều bộ, phải nói rõ dùng bộ nào.",
    },
    bad: { argv: "validate rubrics", "rubrics/example.yaml": "schema: 1\n" },
    fixed: { argv: "validate rubric.yaml" },
  },
  C112: {
    text: {
      en: "The operating system does not let score read this file, for the reason given.",
      vi: "Hệ điều hành không cho score đọc tệp này, vì lý do đã nêu.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv/january" },
    fixed: compute,
  },
  C113: {
    text: {
      en: "A rubric is text in UTF-8. This file is a spreadsheet, a document of an office program, or text in an older encoding.",
      vi: "Bộ tiêu chí là văn bản mã UTF-8. Tệp này là bảng tính, tài liệu văn phòng hoặc văn bản theo bảng mã cũ.",
    },
    bad: { argv: "validate old.yaml", "old.yaml": "bytes:title: Thi \\xF0ua\n" },
    fixed: { argv: "validate rubric.yaml" },
  },
  C115: {
    text: {
      en: "score expands *, ? and ** itself where the shell has not. A pattern without any file is refused: a result without its sheets would be wrong in silence.",
      vi: "score tự khai triển *, ? và ** nếu shell chưa làm. Mẫu không khớp tệp nào thì bị từ chối: kết quả thiếu bảng điểm sẽ sai mà không ai biết.",
    },
    bad: { argv: "compute rubric.yaml sheets/*.csv" },
    fixed: { argv: "compute rubric.yaml *.csv" },
  },
  C116: {
    text: {
      en: "A folder stands for the .csv and .tsv files directly in it. This one has none.",
      vi: "Một thư mục thay cho các tệp .csv và .tsv nằm ngay trong đó. Thư mục này không có tệp nào như vậy.",
    },
    bad: { argv: "compute rubric.yaml sheets", "sheets/readme.txt": "soon\n" },
    fixed: { argv: "compute rubric.yaml sheets", "sheets/q1.csv": "code,full_name,period,A\n001,An,2026-Q1,80\n" },
  },
  C117: {
    text: {
      en: "What stands before the equals sign names the period of the file. It must be one that score knows.",
      vi: "Phần đứng trước dấu bằng là kỳ của tệp. Đó phải là kỳ mà score hiểu được.",
    },
    bad: { argv: "compute rubric.yaml 2026-Q5=sheet.csv" },
    fixed: { argv: "compute rubric.yaml 2026-Q1=sheet.csv" },
  },
  C118: {
    text: {
      en: "The same file was named twice, perhaps once by its folder. Every row of it would count as a second score.",
      vi: "Cùng một tệp được nêu hai lần, có thể một lần qua thư mục chứa nó. Mỗi dòng sẽ bị coi là một lần chấm nữa.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv ./sheet.csv" },
    fixed: compute,
  },
  C119: {
    text: {
      en: "A folder stands for its .csv and .tsv files. A workbook beside them cannot be read yet: if it holds the scores of people, these would be missing from ranks and quotas without a word. One whose tab was saved as CSV under the same name is not mentioned.",
      vi: "Một thư mục thay cho các tệp .csv và .tsv trong đó. Sổ tính nằm cạnh chúng thì chương trình chưa đọc được: nếu trong đó có điểm của ai thì người ấy sẽ vắng mặt trong xếp hạng và hạn mức mà không ai hay. Sổ tính đã được lưu thành tệp CSV cùng tên thì không nhắc.",
    },
    bad: {
      argv: "compute rubric.yaml sheets",
      "sheets/branch-1.csv": "code,full_name,period,A\n001,An,2026-Q1,80\n",
      "sheets/branch-2.xlsx": "PK",
    },
    fixed: {
      argv: "compute rubric.yaml sheets",
      "sheets/branch-1.csv": "code,full_name,period,A\n001,An,2026-Q1,80\n",
      "sheets/branch-2.csv": "code,full_name,period,A\n002,Chi,2026-Q1,75\n",
      "sheets/branch-2.xlsx": "PK",
    },
  },
  C120: {
    text: {
      en: "Every message of score has a code of one letter and three digits: S for reading a rubric, R for its meaning, D for data, A for results, C for the command line.",
      vi: "Mỗi thông báo của score có mã gồm một chữ cái và ba chữ số: S khi đọc bộ tiêu chí, R về ý nghĩa của nó, D về dữ liệu, A về kết quả, C về dòng lệnh.",
    },
    bad: { argv: "explain C999" },
    fixed: { argv: "explain C120" },
  },
  C121: {
    text: {
      en: "This command belongs to the plan of score and does not exist yet.",
      vi: "Lệnh này nằm trong kế hoạch của score nhưng chưa có.",
    },
    bad: { argv: "template rubric.yaml" },
    fixed: compute,
  },
  C122: {
    text: {
      en: "Tables of several periods in one stream are no CSV or JSON file that another program can read.",
      vi: "Bảng của nhiều kỳ nối nhau không còn là tệp CSV hay JSON mà chương trình khác đọc được.",
    },
    bad: {
      argv: "compute rubric.yaml sheet.csv --format csv",
      "sheet.csv": "code,full_name,period,A\n001,An,2026-Q1,80\n001,An,2026-Q2,90\n",
    },
    fixed: {
      argv: "compute rubric.yaml sheet.csv --format csv --period 2026-Q2",
      "sheet.csv": "code,full_name,period,A\n001,An,2026-Q1,80\n001,An,2026-Q2,90\n",
    },
  },
  C123: {
    text: {
      en: "Two formats one after the other in one stream can be read by nobody. With --out each becomes a file of its own.",
      vi: "Hai định dạng nối nhau trong một luồng thì không ai đọc được. Với --out, mỗi định dạng thành một tệp riêng.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --format table --format csv" },
    fixed: { argv: "compute rubric.yaml sheet.csv --format csv" },
  },
  C124: {
    text: {
      en: "The sheets were read, and none of them has anybody to score. An empty result would look like a sound one.",
      vi: "Đã đọc các bảng điểm nhưng không có ai để chấm. Kết quả rỗng dễ bị tưởng là kết quả đúng.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --period 2026-Q2" },
    fixed: { argv: "compute rubric.yaml sheet.csv --period 2026-Q1" },
  },
  C125: {
    text: {
      en: "The output was redirected to a file, and the system takes no more of it. With --out score writes all files or none.",
      vi: "Kết quả được chuyển hướng vào một tệp và hệ thống không ghi thêm được nữa. Với --out, score ghi đủ mọi tệp hoặc không ghi tệp nào.",
    },
    bad: { argv: "schema > /dev/full" },
    fixed: { argv: "schema" },
  },
  C131: {
    text: {
      en: "Coverage counts the rules, bands, requirements, levels, quotas, awards and alerts that the tests bring about at least once.",
      vi: "Độ phủ đếm những quy tắc, mức, điều kiện, mức điểm, hạn mức, khen thưởng và cảnh báo mà các bài kiểm tra làm phát sinh ít nhất một lần.",
    },
    bad: { argv: "test rubric.yaml --min-coverage 0.8" },
    fixed: { argv: "test rubric.yaml --min-coverage 0" },
  },
  C132: {
    text: {
      en: "Whatever no test brings about can change without anybody noticing. The list names each with its place in the rubric.",
      vi: "Điều mà không bài kiểm tra nào làm phát sinh có thể thay đổi mà không ai biết. Danh sách nêu từng điều kèm vị trí trong bộ tiêu chí.",
    },
    bad: { argv: "test rubric.yaml --min-coverage 80" },
    fixed: {
      argv: "test rubric.yaml --min-coverage 80",
      "rubric.yaml": `tests:
  - name: full points
    given: { fill: full }
    expect: { band: good }
  - name: no points
    given: { A: 0 }
    expect: { band: poor }
`,
    },
  },
  C133: {
    text: {
      en: "A plan is a compiled rubric with a hash of its content: one that was edited or cut off is refused, as nothing in it is checked again. The rubric is what people edit.",
      vi: "Bản biên dịch là bộ tiêu chí đã biên dịch kèm mã băm của nội dung: bản bị sửa hay bị cắt sẽ bị từ chối, vì nội dung của nó không được kiểm tra lại. Muốn sửa thì sửa bộ tiêu chí.",
    },
    bad: { argv: "compute plan.json sheet.csv", "plan.json": '{ "plan": 1, "id": "example" }\n' },
    fixed: { argv: "compute rubric.yaml sheet.csv" },
  },
  C134: {
    text: {
      en: "A plan holds all that results are computed from, and nothing of what people wrote: no comments, no tests, no lines to point at. Commands that compute take it in place of the rubric; those that check, test or compile the rubric itself need that.",
      vi: "Bản biên dịch chứa mọi thứ cần để tính kết quả, nhưng không còn gì của bản do người viết: không ghi chú, không bài kiểm tra, không dòng nào để chỉ vào. Các lệnh tính điểm nhận nó thay cho bộ tiêu chí; các lệnh kiểm tra, chạy thử hay biên dịch thì cần chính bộ tiêu chí.",
    },
    bad: { argv: "validate plan.json", "plan.json": '{ "plan": 1, "id": "example" }\n' },
    fixed: { argv: "validate rubric.yaml" },
  },
};
