import type { files as entries } from "../catalogue/data-files.ts";
import type { Explanation } from "./explanation.ts";

export const files: { readonly [Code in keyof typeof entries]: Explanation } = {
  D101: {
    text: {
      en: "Sheets are read as UTF-8. In any other encoding the Vietnamese letters come out wrong, and names and keys would silently differ from those of other files. So the file is refused, with the line of the first byte that is no UTF-8.",
      vi: "Bảng điểm được đọc bằng mã UTF-8. Với mã khác, chữ tiếng Việt bị sai, họ tên và mã người sẽ lệch với các tệp khác mà không ai biết. Vì vậy tệp bị từ chối, kèm dòng của byte đầu tiên không phải UTF-8.",
    },
    bad: {
      "sheet.csv": `bytes:code,full_name,period,A
001,\\xC0n,2026-Q1,80
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,Ân,2026-Q1,80
`,
    },
  },
  D102: {
    text: {
      en: "A workbook is a ZIP file of several parts. Reading its tabs is not built yet; as CSV each tab is read in the same way.",
      vi: "Sổ tính là một tệp ZIP gồm nhiều phần. Chương trình chưa đọc được các trang tính trong đó; khi lưu thành CSV thì từng trang được đọc như thường.",
    },
    bad: { "sheet.csv": `bytes:PK\\x03\\x04\\x14\\x00\\x06\\x00` },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D103: {
    text: {
      en: "An empty file is more likely a failed export than a unit with nobody in it.",
      vi: "Tệp trống thường là do xuất dữ liệu bị lỗi, hơn là do đơn vị không có ai.",
    },
    bad: {
      "sheet.csv": `
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D104: {
    text: {
      en: "The header is the first of the first 20 rows that names the key and an item. Without it nobody can say which column is which, and score does not guess by position.",
      vi: "Dòng tiêu đề là dòng đầu tiên trong 20 dòng đầu có tên cột mã và tên một tiêu chí. Không có dòng đó thì không biết cột nào là cột nào, và chương trình không đoán theo vị trí.",
    },
    bad: {
      "sheet.csv": `001,An,2026-Q1,80
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D105: {
    text: {
      en: "A column that the rubric requires, or an item, is not in the header. It may be there under a name that the rubric does not know.",
      vi: "Một cột bắt buộc hoặc một tiêu chí không có ở dòng tiêu đề. Có thể cột vẫn có, nhưng mang tên mà bộ tiêu chí không biết.",
    },
    bad: {
      "sheet.csv": `code,fulname,period,A
001,An,2026-Q1,80
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D106: {
    text: {
      en: "Two columns stand for the same thing. Taking one of them silently could take the wrong one.",
      vi: "Hai cột cùng chỉ một thứ. Tự lấy một cột thì có thể lấy nhầm.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A,a
001,An,2026-Q1,80,75
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A,old score
001,An,2026-Q1,80,75
`,
    },
  },
  D107: {
    text: {
      en: "Columns such as STT or Ghi chú are common and harmless. They are named once for each file, so that a misspelt column that has a default does not go unnoticed.",
      vi: "Các cột như STT, Ghi chú là bình thường và vô hại. Chúng được nêu một lần cho mỗi tệp, để một cột viết sai tên mà có giá trị mặc định không bị bỏ sót.",
    },
    bad: {
      "sheet.csv": `STT,code,full_name,period,A
1,001,An,2026-Q1,80
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D108: {
    text: {
      en: "The header was understood, but no row below it is a person's. The file may be an empty template, or the rows may lack their keys.",
      vi: "Dòng tiêu đề đọc được, nhưng bên dưới không có dòng nào của ai. Có thể đây là mẫu chưa điền, hoặc các dòng thiếu mã.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D109: {
    text: {
      en: "In CSV a quotation mark begins and ends a cell. One in another place makes it unclear where cells end, so what follows cannot be trusted.",
      vi: "Trong CSV, dấu nháy kép mở đầu và kết thúc một ô. Dấu đặt ở chỗ khác làm cho không rõ ô kết thúc ở đâu, nên phần sau không đáng tin.",
    },
    bad: {
      "sheet.csv": `code,full_name,period,A
001,Trần "Tý" An,2026-Q1,80
`,
    },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,"Trần ""Tý"" An",2026-Q1,80
`,
    },
  },
  D110: {
    text: {
      en: "A row of more than a megabyte is no row of a score sheet. Most often a quotation mark opens and never closes, and swallows the rest of the file.",
      vi: "Một dòng dài hơn một megabyte không phải là dòng của bảng điểm. Thường là có dấu nháy kép mở mà không đóng, nuốt cả phần còn lại của tệp.",
    },
    bad: { "sheet.csv": `code,full_name,period,A,note\n001,An,2026-Q1,80,"${"ghi chú ".repeat(150_000)}"\n` },
    fixed: {
      "sheet.csv": `code,full_name,period,A,note
001,An,2026-Q1,80,ghi chú
`,
    },
  },
  D111: {
    text: {
      en: "No score sheet has ten thousand columns: the file is another one, or its rows have run together.",
      vi: "Không bảng điểm nào có mười nghìn cột: đây là tệp khác, hoặc các dòng đã dính vào nhau.",
    },
    bad: { "sheet.csv": `code,full_name,period,A${",".repeat(10_000)}\n001,An,2026-Q1,80\n` },
    fixed: {
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
  },
  D112: {
    text: {
      en: "A file that writes 89,5 and 89.5 mixes two habits; in one of them the mark may part thousands. Nobody but the author can tell which cell is wrong, so both are named.",
      vi: "Tệp vừa viết 89,5 vừa viết 89.5 là lẫn hai cách viết; ở một trong hai, dấu đó có thể là dấu ngăn hàng nghìn. Chỉ người lập bảng mới biết ô nào sai, nên cả hai ô được nêu.",
    },
    bad: {
      "sheet.csv": `code;full_name;period;A
001;An;2026-Q1;89,5
002;Bình;2026-Q1;89.5
`,
    },
    fixed: {
      "sheet.csv": `code;full_name;period;A
001;An;2026-Q1;89,5
002;Bình;2026-Q1;89,5
`,
    },
  },
  D113: {
    text: {
      en: "In Vietnam 1.500 is one thousand five hundred, elsewhere one and a half. Other numbers of the file usually tell; here none does.",
      vi: "Ở Việt Nam 1.500 là một nghìn năm trăm, ở nơi khác là một phẩy năm. Thường các số khác trong tệp cho biết cách viết; ở đây thì không.",
    },
    bad: {
      "rubric.yaml": `columns:
  output: { type: number, required: true }
`,
      "sheet.csv": `code,full_name,period,A,output
001,An,2026-Q1,80,1.500
`,
    },
    fixed: {
      "rubric.yaml": `columns:
  output: { type: number, required: true }
`,
      "sheet.csv": `code,full_name,period,A,output
001,An,2026-Q1,80,1500
`,
    },
  },
  D114: {
    text: {
      en: "0.85 in a column of percentages is 0.85 % where percentages are typed, and 85 % where a spreadsheet dropped the format. One cell above 1 or with % tells which; without one, people would be scored a hundredfold wrong.",
      vi: "0.85 trong cột tỷ lệ là 0.85 % nếu gõ tay, là 85 % nếu bảng tính làm mất định dạng. Chỉ cần một ô lớn hơn 1 hoặc có dấu % là rõ; không có thì điểm có thể sai đến trăm lần.",
    },
    bad: {
      "rubric.yaml": `areas:
  - { id: A, ratio: { max: 100, cap: 100% } }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,0.85
`,
    },
    fixed: {
      "rubric.yaml": `areas:
  - { id: A, ratio: { max: 100, cap: 100% } }
`,
      "sheet.csv": `code,full_name,period,A
001,An,2026-Q1,85%
`,
    },
  },
  D115: {
    text: {
      en: "The period decides what a row counts for. It is taken from the column period, the command line, or what file name and title lines agree on; it is never taken from the clock.",
      vi: "Kỳ quyết định dòng điểm được tính vào đâu. Kỳ được lấy từ cột period, từ dòng lệnh, hoặc từ tên tệp và tên bảng nếu khớp nhau; không bao giờ lấy theo ngày trên máy.",
    },
    bad: {
      "sheet.csv": `code,full_name,A
001,An,80
`,
    },
    fixed: {
      "sheet.csv": `Bảng điểm quý I/2026,,
code,full_name,A
001,An,80
`,
    },
  },
  D116: {
    text: {
      en: "A file copied from the last quarter often keeps its title. Which of the two is right only its author knows.",
      vi: "Tệp chép lại từ quý trước thường còn giữ tên bảng cũ. Ghi nào đúng thì chỉ người lập bảng biết.",
    },
    bad: {
      argv: "compute rubric.yaml 2026-Q2.csv",
      "2026-Q2.csv": `Bảng điểm quý I/2026,,
code,full_name,A
001,An,80
`,
    },
    fixed: {
      argv: "compute rubric.yaml 2026-Q2.csv",
      "2026-Q2.csv": `Bảng điểm quý II/2026,,
code,full_name,A
001,An,80
`,
    },
  },
  D117: {
    text: {
      en: "The rubric scores by quarter (or another kind of period), and the command line names a period of another kind, or one in which the rubric is not valid.",
      vi: "Bộ tiêu chí chấm theo quý (hoặc loại kỳ khác), mà dòng lệnh ghi một kỳ thuộc loại khác, hoặc kỳ mà bộ tiêu chí không có hiệu lực.",
    },
    bad: {
      argv: "compute rubric.yaml 2026-03=sheet.csv",
      "sheet.csv": `code,full_name,A
001,An,80
`,
    },
    fixed: {
      argv: "compute rubric.yaml 2026-Q1=sheet.csv",
      "sheet.csv": `code,full_name,A
001,An,80
`,
    },
  },
  D118: {
    text: {
      en: "The period column decides, but the name of the file or a line above the header speaks of another period. A sheet copied from the last quarter often keeps one of the two. It is said once for each period.",
      vi: "Cột kỳ quyết định, nhưng tên tệp hoặc dòng phía trên tiêu đề lại ghi kỳ khác. Bảng chép lại từ quý trước thường còn sót một trong hai. Mỗi kỳ chỉ nhắc một lần.",
    },
    bad: {
      argv: "compute rubric.yaml 2026-Q2.csv",
      "2026-Q2.csv": `code,full_name,period,A
001,An,2026-Q1,80
`,
    },
    fixed: {
      argv: "compute rubric.yaml 2026-Q2.csv",
      "2026-Q2.csv": `code,full_name,period,A
001,An,2026-Q2,80
`,
    },
  },
  D119: {
    text: {
      en: "A sheet may lack a column that has a default, or that few people need. Here another column is nearly called the same. If it is that one under another spelling, everybody would get the default in its place.",
      vi: "Bảng điểm có thể thiếu một cột có giá trị mặc định, hoặc cột chỉ ít người cần. Ở đây có một cột khác tên gần giống. Nếu đó chính là cột ấy viết khác chính tả (`Kỉ luật` thay vì `Kỷ luật`) thì mọi người sẽ bị lấy giá trị mặc định.",
    },
    bad: {
      "rubric.yaml": `columns:
  discipline: { type: choice, values: [none, reprimand], default: none }
rules: [{ id: disciplined, when: 'discipline != "none"', set: poor }]
`,
      "sheet.csv": `code,full_name,period,A,disciplin
001,An,2026-Q1,80,reprimand
`,
    },
    fixed: {
      "rubric.yaml": `columns:
  discipline: { type: choice, values: [none, reprimand], default: none }
rules: [{ id: disciplined, when: 'discipline != "none"', set: poor }]
`,
      "sheet.csv": `code,full_name,period,A,discipline
001,An,2026-Q1,80,reprimand
`,
    },
  },
};
