import type { explaining as entries } from "../catalogue/explaining.ts";
import type { Explanation } from "./explanation.ts";

export const explaining: Readonly<Record<keyof typeof entries, Explanation>> = {
  C180: {
    text: {
      en: "score explain with a rubric and sheets shows how the result of one subject came about, so it must know whose. With a code alone it explains a diagnostic.",
      vi: "score explain với bộ tiêu chí và bảng điểm trình bày cách tính kết quả của một đối tượng, nên phải biết đó là ai. Nếu chỉ có một mã thì lệnh này giải thích một thông báo.",
    },
    bad: { argv: "explain rubric.yaml sheet.csv" },
    fixed: { argv: "explain rubric.yaml sheet.csv --subject 001" },
  },
  C181: {
    text: {
      en: "The sheets have nobody with this key in the period asked for. Keys are texts: 007 is not 7. A name is no key, as two people may share it.",
      vi: "Trong kỳ được hỏi, các bảng điểm không có ai mang khóa này. Khóa là chữ: 007 khác 7. Tên không phải là khóa, vì hai người có thể trùng tên.",
    },
    bad: { argv: "explain rubric.yaml sheet.csv --subject 01" },
    fixed: { argv: "explain rubric.yaml sheet.csv --subject 001" },
  },
  C182: {
    text: {
      en: "A derivation is a tree: it has no place in a table or a CSV file.",
      vi: "Cách tính có dạng cây: bảng và tệp CSV không có chỗ cho nó.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --trace --format csv" },
    fixed: { argv: "compute rubric.yaml sheet.csv --trace --format json" },
  },
  C183: {
    text: {
      en: "A derivation holds the places of the sheet rows, and for a quota the keys of the others around the cut: codes in place of names would hide nobody.",
      vi: "Cách tính ghi vị trí các dòng trong bảng điểm và, với hạn mức, khóa của những người ở gần ranh giới: thay tên bằng mã cũng không giấu được ai.",
    },
    bad: { argv: "compute rubric.yaml sheet.csv --trace --format json --anonymise who.csv" },
    fixed: { argv: "compute rubric.yaml sheet.csv --format json --anonymise who.csv" },
  },
};
