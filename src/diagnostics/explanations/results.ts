import type { results as entries } from "../catalogue/results.ts";
import type { Explanation } from "./explanation.ts";

const raised = `columns:
  unit: { type: text, required: true }
  excellent_unit: { type: flag, default: false }
quotas:
  - id: fifth
    band: good
    share: 20%
    of: rated
    basis: before
    within: [unit]
    round: down
    ties: out
    then: poor
    raise: { share: 25%, when: excellent_unit }
`;

const yearly = `rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
`;
const lateYear = "compute rubric.yaml sheet.csv --period 2026";
const compared = `columns:
  tong: { type: number, compare: total }
`;
const divided = `columns:
  done: { type: number, min: 0, required: true }
  target: { type: number, min: 0, required: true }
areas:
  - { id: A, ratio: { max: 100, cap: 100%, done: done, target: target } }
`;
const proved = `columns:
  proof: { type: text, default: "" }
areas:
  - { id: A, max: 100, evidence: proof }
`;
const crossBloc = (otherwise: string): string => `columns:
  bloc: { type: text, required: true }
  rater: { type: text, of: rating, required: true }
  rater_bloc: { type: text, of: rating, required: true }
ratings: { by: rater, accept: rater_bloc != bloc, otherwise: ${otherwise}, level: item, combine: mean }
`;
const byRole = `columns:
  rater: { type: text, of: rating, required: true }
  role: { type: text, of: rating, required: true }
ratings: { by: rater, role: role, level: item, combine: { first: [superior, branch] } }
`;
const everybody = `columns:
  rater: { type: text, of: rating, required: true }
ratings: { by: rater, level: item, combine: mean, expect: all }
`;
const everyHead = "code,full_name,rater,period,A\n";
const crossHead = "code,full_name,bloc,rater,rater_bloc,period,A\n";
const roleHead = "code,full_name,rater,role,period,A\n";

export const results: { readonly [Code in keyof typeof entries]: Explanation } = {
  A101: {
    text: {
      en: "A quota has one room for each scope, so whether its share is raised must be the same for all of the scope. Here the cells of two people contradict each other, and the program does not choose between them.",
      vi: "Mỗi phạm vi chỉ có một hạn mức, nên việc nâng tỷ lệ phải giống nhau với mọi người trong phạm vi. Ở đây ô của hai người mâu thuẫn nhau và chương trình không tự chọn.",
    },
    bad: {
      "rubric.yaml": raised,
      "sheet.csv": "code,full_name,unit,excellent_unit,period,A\n001,An,U1,yes,2026-Q1,80\n002,Bình,U1,no,2026-Q1,70\n",
    },
    fixed: {
      "rubric.yaml": raised,
      "sheet.csv":
        "code,full_name,unit,excellent_unit,period,A\n001,An,U1,yes,2026-Q1,80\n002,Bình,U1,yes,2026-Q1,70\n",
    },
  },
  A110: {
    text: {
      en: "A column with `compare` holds the office's own figure. It never enters the computation; where it differs, one of the two is wrong, and somebody ought to know before the result is published. With --strict it fails the run.",
      vi: "Cột có `compare` chứa số liệu do đơn vị tự tính. Số liệu này không dùng để tính; nếu lệch thì một trong hai bên sai và cần được xem lại trước khi công bố. Với --strict thì coi là không đạt.",
    },
    bad: { "rubric.yaml": compared, "sheet.csv": "code,full_name,period,A,tong\n001,An,2026-Q1,80,81\n" },
    fixed: { "rubric.yaml": compared, "sheet.csv": "code,full_name,period,A,tong\n001,An,2026-Q1,80,80\n" },
  },
  A111: {
    text: {
      en: "Nothing divided by zero is neither 0 nor 100 %. The item is missing and its `missing` policy applies; since that policy can change a class, each case is listed.",
      vi: "Chia cho 0 không phải là 0 cũng không phải 100 %. Tiêu chí coi như thiếu điểm và theo quy định `missing`; vì quy định đó có thể làm thay đổi xếp loại nên từng trường hợp được liệt kê.",
    },
    bad: { "rubric.yaml": divided, "sheet.csv": "code,full_name,period,done,target\n001,An,2026-Q1,0,0\n" },
    fixed: { "rubric.yaml": divided, "sheet.csv": "code,full_name,period,done,target\n001,An,2026-Q1,8,10\n" },
  },
  A112: {
    text: {
      en: "The rubric says which column proves the points of this item, and that cell is blank. The points are not taken away: that is for people to decide.",
      vi: "Bộ tiêu chí nêu cột minh chứng cho điểm của tiêu chí này, nhưng ô đó để trống. Chương trình không tự trừ điểm: việc đó do người có thẩm quyền quyết định.",
    },
    bad: { "rubric.yaml": proved, "sheet.csv": "code,full_name,period,A,proof\n001,An,2026-Q1,80,\n" },
    fixed: { "rubric.yaml": proved, "sheet.csv": "code,full_name,period,A,proof\n001,An,2026-Q1,80,QD 12\n" },
  },
  A201: {
    text: {
      en: "Without `ratings`, one row is the official score of one subject in one period. Two rows could be a row pasted twice, a correction, or two people with one key: which one counts is for the office to say.",
      vi: "Khi không khai báo `ratings`, mỗi đối tượng chỉ có một dòng điểm chính thức trong một kỳ. Hai dòng có thể là dán trùng, là bản sửa, hoặc là hai người trùng mã: đơn vị phải xác định dòng nào được tính.",
    },
    bad: { "sheet.csv": "code,full_name,period,A\n001,An,2026-Q1,80\n001,An,2026-Q1,85\n" },
    fixed: { "sheet.csv": "code,full_name,period,A\n001,An,2026-Q1,85\n" },
  },
  A202: {
    text: {
      en: "Some bodies are scored by month and others by quarter, so a row may cover a longer period. Somebody who has both would have two results of one period.",
      vi: "Có nơi chấm theo tháng, có nơi chấm theo quý, nên một dòng có thể là của kỳ dài hơn. Nếu có cả hai thì một người có hai kết quả trong cùng một kỳ.",
    },
    bad: {
      "rubric.yaml": yearly,
      "sheet.csv": "code,full_name,period,A\n001,An,2026,80\n001,An,2026-Q1,85\n",
      argv: lateYear,
    },
    fixed: {
      "rubric.yaml": yearly,
      "sheet.csv": "code,full_name,period,A\n001,An,2026,80\n002,Bình,2026-Q1,85\n",
      argv: lateYear,
    },
  },
  A203: {
    text: {
      en: "With `ratings` a row is what one rater says of one period of the rubric's kind. A row for a longer period would be neither a rating nor a result that came about like the others.",
      vi: "Khi có `ratings`, mỗi dòng là ý kiến của một người chấm cho một kỳ của bộ tiêu chí. Một dòng cho kỳ dài hơn không phải lượt chấm, cũng không phải kết quả được hình thành như các kết quả khác.",
    },
    bad: { "rubric.yaml": `${byRole}${yearly}`, "sheet.csv": `${roleHead}001,An,R1,branch,2026,80\n` },
    fixed: { "rubric.yaml": `${byRole}${yearly}`, "sheet.csv": `${roleHead}001,An,R1,branch,2026-Q1,80\n` },
  },
  A204: {
    text: {
      en: "Some subjects have a row for the whole period and others for its parts. Until all parts are there, ranks and quotas of the period would be those of some only.",
      vi: "Có người có dòng cho cả kỳ, có người chỉ có dòng của các kỳ nhỏ. Khi chưa đủ các kỳ nhỏ thì thứ hạng và hạn mức của kỳ chỉ là của một số người.",
    },
    bad: { "rubric.yaml": yearly, "sheet.csv": "code,full_name,period,A\n001,An,2026,80\n002,Bình,2026-Q1,85\n" },
    fixed: {
      "rubric.yaml": yearly,
      "sheet.csv": "code,full_name,period,A\n001,An,2026,80\n002,Bình,2026-Q1,85\n",
      argv: lateYear,
    },
  },
  A301: {
    text: {
      en: "A rater has one say on a subject in a period. A second row may be a correction or a row pasted twice; counting both would give this rater a double weight.",
      vi: "Mỗi người chấm chỉ có một lượt chấm cho một đối tượng trong một kỳ. Dòng thứ hai có thể là bản sửa hoặc dán trùng; tính cả hai thì ý kiến này có trọng số gấp đôi.",
    },
    bad: {
      "rubric.yaml": crossBloc("refuse"),
      "sheet.csv": `${crossHead}001,An,K1,R1,K2,2026-Q1,80\n001,An,K1,R1,K2,2026-Q1,85\n`,
    },
    fixed: {
      "rubric.yaml": crossBloc("refuse"),
      "sheet.csv": `${crossHead}001,An,K1,R1,K2,2026-Q1,80\n001,An,K1,R2,K2,2026-Q1,85\n`,
    },
  },
  A302: {
    text: {
      en: "Each row of a subject repeats the subject's own columns. Where they differ, the program cannot know which row is right, and the choice could change a group, a rule or a quota.",
      vi: "Mỗi dòng của một đối tượng lặp lại các cột của chính đối tượng đó. Khi chúng khác nhau, chương trình không thể biết dòng nào đúng, mà lựa chọn này có thể làm thay đổi nhóm, quy tắc hoặc hạn mức.",
    },
    bad: {
      "rubric.yaml": crossBloc("refuse"),
      "sheet.csv": `${crossHead}001,An,K1,R1,K2,2026-Q1,80\n001,An,K3,R2,K2,2026-Q1,85\n`,
    },
    fixed: {
      "rubric.yaml": crossBloc("refuse"),
      "sheet.csv": `${crossHead}001,An,K1,R1,K2,2026-Q1,80\n001,An,K1,R2,K2,2026-Q1,85\n`,
    },
  },
  A303: {
    text: {
      en: "The rubric says which ratings count (`accept`) and that any other one is an error (`otherwise: refuse`), such as a rating of one's own bloc.",
      vi: "Bộ tiêu chí nêu lượt chấm nào được tính (`accept`) và coi mọi lượt chấm khác là lỗi (`otherwise: refuse`), chẳng hạn tự chấm khối của mình.",
    },
    bad: {
      "rubric.yaml": crossBloc("refuse"),
      "sheet.csv": `${crossHead}001,An,K1,R1,K1,2026-Q1,100\n`,
    },
    fixed: {
      "rubric.yaml": crossBloc("refuse"),
      "sheet.csv": `${crossHead}001,An,K1,R1,K2,2026-Q1,88\n`,
    },
  },
  A304: {
    text: {
      en: "The rubric leaves such ratings out (`otherwise: ignore`). Each is listed, so that nobody's rating disappears in silence.",
      vi: "Bộ tiêu chí bỏ qua các lượt chấm như vậy (`otherwise: ignore`). Từng lượt được liệt kê để không lượt chấm nào biến mất mà không ai biết.",
    },
    bad: {
      "rubric.yaml": crossBloc("ignore"),
      "sheet.csv": `${crossHead}001,An,K1,R1,K1,2026-Q1,100\n001,An,K1,R2,K2,2026-Q1,88\n`,
    },
    fixed: {
      "rubric.yaml": crossBloc("ignore"),
      "sheet.csv": `${crossHead}001,An,K1,R2,K2,2026-Q1,88\n`,
    },
  },
  A305: {
    text: {
      en: "`weights` and `first` name the roles that count. A rating in another role has no weight: it may be a spelling mistake in the sheet or a role that the rubric forgot.",
      vi: "`weights` và `first` nêu các vai trò được tính. Lượt chấm với vai trò khác không có trọng số: có thể do gõ sai trong bảng hoặc bộ tiêu chí còn thiếu vai trò đó.",
    },
    bad: {
      "rubric.yaml": byRole,
      "sheet.csv": `${roleHead}001,An,R1,neighbour,2026-Q1,80\n`,
    },
    fixed: {
      "rubric.yaml": byRole,
      "sheet.csv": `${roleHead}001,An,R1,branch,2026-Q1,80\n`,
    },
  },
  A306: {
    text: {
      en: "With `expect: all` every rater who scored somebody in a period should score all whom `accept` lets them score. The results are computed from the ratings that are there, so a rating that arrives later may still change a class. A subject with fewer than `at_least` ratings is incomplete.",
      vi: "Với `expect: all`, ai đã chấm trong kỳ thì phải chấm mọi đối tượng mà `accept` cho phép. Kết quả được tính từ các lượt chấm hiện có, nên lượt chấm đến sau vẫn có thể làm thay đổi xếp loại. Đối tượng có ít lượt chấm hơn `at_least` là chưa đủ điểm.",
    },
    bad: {
      "rubric.yaml": everybody,
      "sheet.csv": `${everyHead}001,An,R1,2026-Q1,80\n001,An,R2,2026-Q1,85\n002,Bình,R1,2026-Q1,90\n`,
    },
    fixed: {
      "rubric.yaml": everybody,
      "sheet.csv": `${everyHead}001,An,R1,2026-Q1,80\n001,An,R2,2026-Q1,85\n002,Bình,R1,2026-Q1,90\n002,Bình,R2,2026-Q1,70\n`,
    },
  },
};
