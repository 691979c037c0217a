import type { Entry } from "../entry.ts";

/** C: the command line and files. */
export const command = {
  C101: {
    severity: "error",
    message: { en: 'there is no command "{name}"{suggestion}', vi: 'không có lệnh "{name}"{suggestion}' },
    hint: { en: "`score --help` lists the commands", vi: "`score --help` liệt kê các lệnh" },
  },
  C102: {
    severity: "error",
    message: {
      en: "`score {command}` has no flag {flag}{suggestion}",
      vi: "`score {command}` không có tùy chọn {flag}{suggestion}",
    },
    hint: {
      en: "`score {command} --help` lists its flags; a file whose name begins with - is written ./-name",
      vi: "`score {command} --help` liệt kê các tùy chọn; tệp có tên bắt đầu bằng - thì viết là ./-tên",
    },
  },
  C103: {
    severity: "error",
    message: { en: "{flag} needs a value: {flag} {value}", vi: "{flag} cần một giá trị: {flag} {value}" },
  },
  C104: {
    severity: "error",
    message: {
      en: '{flag} is "{found}", expected one of: {expected}',
      vi: '{flag} là "{found}", phải là một trong: {expected}',
    },
  },
  C105: {
    severity: "error",
    message: { en: "`score {command}` needs {missing}", vi: "`score {command}` cần {missing}" },
    hint: { en: "for example: {example}", vi: "ví dụ: {example}" },
  },
  C106: {
    severity: "error",
    message: {
      en: '`score {command}` takes no further argument, found "{found}"',
      vi: '`score {command}` không nhận thêm đối số, nhưng có "{found}"',
    },
    hint: { en: "for example: {example}", vi: "ví dụ: {example}" },
  },
  C107: {
    severity: "error",
    message: {
      en: '{flag} is a switch and takes no value, found "{found}"',
      vi: '{flag} chỉ bật hoặc tắt, không nhận giá trị, nhưng có "{found}"',
    },
  },
  C108: {
    severity: "error",
    message: { en: "{flag} is given twice: {first} and {second}", vi: "{flag} được ghi hai lần: {first} và {second}" },
    hint: { en: "keep one of them", vi: "chỉ giữ lại một" },
  },
  C109: {
    severity: "error",
    message: {
      en: '--period is "{found}", expected a period such as 2026, 2026-Q1 or 2026-03',
      vi: '--period là "{found}", phải là một kỳ, chẳng hạn 2026, 2026-Q1 hoặc 2026-03',
    },
  },
  C110: {
    severity: "error",
    message: { en: "there is no file {file}{suggestion}", vi: "không có tệp {file}{suggestion}" },
  },
  C111: {
    severity: "error",
    message: {
      en: "{file} is a folder, expected a rubric file",
      vi: "{file} là thư mục, ở đây cần một tệp bộ tiêu chí",
    },
    hint: {
      en: "name the file in it, such as {file}/rubric.yaml",
      vi: "ghi rõ tệp trong thư mục đó, chẳng hạn {file}/rubric.yaml",
    },
  },
  C112: {
    severity: "error",
    message: { en: "{file} cannot be read: {reason}", vi: "không đọc được {file}: {reason}" },
  },
  C113: {
    severity: "error",
    message: {
      en: "{file} is no text in UTF-8, expected a rubric in YAML (byte {byte} fits no character)",
      vi: "{file} không phải văn bản UTF-8, ở đây cần một bộ tiêu chí viết bằng YAML (byte thứ {byte} không thuộc ký tự nào)",
    },
    hint: {
      en: "save the rubric as UTF-8 in a text editor",
      vi: "lưu lại bộ tiêu chí bằng mã UTF-8 trong trình soạn thảo",
    },
  },
  C115: {
    severity: "error",
    message: { en: "{pattern} matches no file", vi: "không có tệp nào khớp với {pattern}" },
  },
  C116: {
    severity: "error",
    message: {
      en: "the folder {folder} holds no score sheet (.csv or .tsv)",
      vi: "thư mục {folder} không có bảng điểm nào (.csv hoặc .tsv)",
    },
    hint: {
      en: "folders inside it are not searched: '{folder}/**/*.csv' finds sheets at any depth",
      vi: "thư mục con không được tìm: '{folder}/**/*.csv' tìm bảng điểm ở mọi cấp",
    },
  },
  C117: {
    severity: "error",
    message: {
      en: '"{found}" in {argument} is no period, expected PERIOD=FILE such as 2026-Q1=q1.csv',
      vi: '"{found}" trong {argument} không phải là kỳ, phải viết KỲ=TỆP, chẳng hạn 2026-Q1=q1.csv',
    },
  },
  C118: {
    severity: "error",
    message: { en: "the sheet {file} is given twice", vi: "bảng điểm {file} được đưa vào hai lần" },
    hint: {
      en: "give each sheet once: its scores must not count double",
      vi: "mỗi bảng điểm chỉ đưa vào một lần, để điểm không bị tính đôi",
    },
  },
  C119: {
    severity: "warning",
    message: {
      en: "workbooks in the folder {folder} are not read: {files}",
      vi: "sổ tính trong thư mục {folder} không được đọc: {files}",
    },
    hint: {
      en: "save each tab beside the workbook as CSV, or name the sheets that are meant: '{folder}/*.csv'",
      vi: "lưu từng trang tính thành tệp CSV cạnh sổ tính, hoặc ghi rõ các bảng cần tính: '{folder}/*.csv'",
    },
  },
  C120: {
    severity: "error",
    message: { en: 'there is no diagnostic "{code}"{suggestion}', vi: 'không có mã thông báo "{code}"{suggestion}' },
    hint: {
      en: "a code is a letter and three digits, as printed before each message: error R301",
      vi: "mã gồm một chữ cái và ba chữ số, in trước mỗi thông báo: lỗi R301",
    },
  },
  C121: {
    severity: "error",
    message: { en: "`score {what}` is not built yet", vi: "`score {what}` chưa được xây dựng" },
    hint: { en: "`score --help` lists what there is", vi: "`score --help` liệt kê những gì đã có" },
  },
  C122: {
    severity: "error",
    message: {
      en: "{format} on stdout holds one period, found {count}: {periods}",
      vi: "{format} in ra màn hình chỉ chứa một kỳ, nhưng có {count} kỳ: {periods}",
    },
    hint: {
      en: "choose one with --period, or write files with --out DIR",
      vi: "chọn một kỳ bằng --period, hoặc ghi ra tệp bằng --out THƯ_MỤC",
    },
  },
  C123: {
    severity: "error",
    message: {
      en: "stdout takes one format, found {formats}",
      vi: "màn hình chỉ nhận một định dạng, nhưng có {formats}",
    },
    hint: { en: "write files with --out DIR", vi: "ghi ra tệp bằng --out THƯ_MỤC" },
  },
  C124: {
    severity: "error",
    message: {
      en: "nothing to compute: no sheet has a row{of}",
      vi: "không có gì để tính: không bảng điểm nào có dòng{of}",
    },
  },
  C125: {
    severity: "error",
    message: { en: "the output cannot be written: {reason}", vi: "không ghi được kết quả ra: {reason}" },
    hint: {
      en: "what was written so far is not complete: delete it",
      vi: "phần đã ghi chưa đầy đủ: hãy xóa đi",
    },
  },
  C131: {
    severity: "error",
    message: {
      en: '--min-coverage is "{found}", expected a whole percentage from 0 to 100',
      vi: '--min-coverage là "{found}", phải là số phần trăm nguyên từ 0 đến 100',
    },
  },
  C132: {
    severity: "error",
    message: {
      en: "the tests of {file} cover {found} %, expected at least {expected} %",
      vi: "các bài kiểm tra của {file} phủ {found} %, cần ít nhất {expected} %",
    },
    hint: {
      en: "what no test brings about is listed above: write a test for it, or take it out of the rubric",
      vi: "những gì chưa bài kiểm tra nào làm phát sinh được liệt kê ở trên: viết thêm bài kiểm tra, hoặc bỏ khỏi bộ tiêu chí",
    },
  },
  C133: {
    severity: "error",
    message: {
      en: "{file} cannot be used as a plan: {reason}",
      vi: "không dùng được {file} làm bản biên dịch: {reason}",
    },
    hint: {
      en: "write it again with `score compile RUBRIC --to json`",
      vi: "ghi lại bằng `score compile BỘ_TIÊU_CHÍ --to json`",
    },
  },
  C134: {
    severity: "error",
    message: {
      en: "{file} is a compiled plan, expected a rubric",
      vi: "{file} là bản biên dịch, ở đây cần bộ tiêu chí",
    },
    hint: {
      en: "give the rubric (YAML) that it was compiled from",
      vi: "hãy dùng tệp bộ tiêu chí (YAML) đã biên dịch ra bản này",
    },
  },
} as const satisfies Record<string, Entry>;
