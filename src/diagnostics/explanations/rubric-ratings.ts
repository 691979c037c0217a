import type { ratings as entries } from "../catalogue/rubric-ratings.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";
const columns = `columns:
  bloc: { type: text, required: true }
  rater: { type: text, of: rating, required: true }
  rater_bloc: { type: text, of: rating, required: true }
  role: { type: choice, values: [superior, branch], of: rating, required: true }
`;
const withRatings = (ratings: string, more = ""): string => `${columns}ratings: { by: rater, ${ratings} }\n${more}`;
const example = (ratings: string, more = "") => ({ argv, "rubric.yaml": withRatings(ratings, more) });

const wide = (sources: string): string => `ratings: { sources: { ${sources} }, level: item, combine: mean }\n`;

export const ratings: { readonly [Code in keyof typeof entries]: Explanation } = {
  R701: {
    text: {
      en: "Without `ratings` one row is the official score of one subject, so every column belongs to the subject.",
      vi: "Khi không có `ratings`, mỗi dòng là điểm chính thức của một đối tượng nên cột nào cũng thuộc về đối tượng.",
    },
    bad: { argv, "rubric.yaml": "columns:\n  rater: { type: text, of: rating, required: true }\n" },
    fixed: { argv, "rubric.yaml": "columns:\n  rater: { type: text, required: true }\n" },
  },
  R702: {
    text: {
      en: "Who rates, in which role and for which group differs from row to row of one subject. A column of the subject is the same in all its rows.",
      vi: "Ai chấm, với vai trò nào, thuộc nhóm nào thì khác nhau giữa các dòng của một đối tượng. Cột của đối tượng thì giống nhau ở mọi dòng.",
    },
    bad: example("level: item, combine: { mean_of: bloc }"),
    fixed: example("level: item, combine: { mean_of: rater_bloc }"),
  },
  R703: {
    text: {
      en: "A rating without a rater could be counted twice and could not be asked for. The column is required in every row.",
      vi: "Lượt chấm không rõ người chấm có thể bị tính hai lần và không biết hỏi ai. Cột này bắt buộc ở mọi dòng.",
    },
    bad: {
      argv,
      "rubric.yaml":
        'columns:\n  rater: { type: text, of: rating, default: "?" }\nratings: { by: rater, level: item, combine: mean }\n',
    },
    fixed: {
      argv,
      "rubric.yaml":
        "columns:\n  rater: { type: text, of: rating, required: true }\nratings: { by: rater, level: item, combine: mean }\n",
    },
  },
  R704: {
    text: {
      en: "A subject without any rating is always incomplete, so one is the least that can be asked for; and leaving out none at each end is the plain mean.",
      vi: "Đối tượng không có lượt chấm nào luôn là chưa đủ, nên ít nhất phải là một; còn bỏ 0 điểm ở mỗi đầu chính là trung bình thường.",
    },
    bad: example("level: item, combine: mean, at_least: 0"),
    fixed: example("level: item, combine: mean, at_least: 1"),
  },
  R705: {
    text: {
      en: "A trimmed mean leaves out the n highest and the n lowest ratings. It needs more than 2 × n of them, and what happens with fewer is decided by `at_least`.",
      vi: "Trung bình cắt đầu bỏ n điểm cao nhất và n điểm thấp nhất. Cần nhiều hơn 2 × n lượt chấm; `at_least` quyết định khi có ít hơn.",
    },
    bad: example("level: item, combine: { trimmed: 1 }"),
    fixed: example("level: item, combine: { trimmed: 1 }, at_least: 3"),
  },
  R706: {
    text: {
      en: "`weights` and `first` combine by the role of the rater. The role stands in a column of the sheet, and `role` names it.",
      vi: "`weights` và `first` tổng hợp theo vai trò của người chấm. Vai trò ghi ở một cột của bảng điểm, và `role` nêu tên cột đó.",
    },
    bad: example("level: item, combine: { first: [superior, branch] }"),
    fixed: example("level: item, role: role, combine: { first: [superior, branch] }"),
  },
  R707: {
    text: {
      en: "A weight for a role that cannot occur would never count, and the role that was meant would be refused in the sheets.",
      vi: "Trọng số của một vai trò không có thật sẽ không bao giờ được tính, còn vai trò đúng lại bị từ chối trong bảng điểm.",
    },
    bad: example("level: item, role: role, combine: { first: [superior, brnach] }"),
    fixed: example("level: item, role: role, combine: { first: [superior, branch] }"),
  },
  R708: {
    text: {
      en: "With `level: total` each rater's total is worked out and only these are combined. Areas and items have a score for each rating and none for the subject, so nobody can be ordered or compared by them.",
      vi: "Với `level: total`, mỗi người chấm có một tổng điểm và chỉ các tổng này được tổng hợp. Nhóm và tiêu chí chỉ có điểm theo từng lượt chấm nên không thể xếp thứ tự hay đối chiếu theo chúng.",
    },
    bad: example("level: total, combine: mean", "ranking: { by: [total, A] }\n"),
    fixed: example("level: item, combine: mean", "ranking: { by: [total, A] }\n"),
  },
  R709: {
    text: {
      en: "A key that cannot change a result is a misunderstanding of one of its neighbours: `otherwise` belongs to `accept`, `absent` to `weights`, `role` to `weights` and `first`. The mean of the means of groups is `mean_of`.",
      vi: "Khóa không làm thay đổi kết quả thường do hiểu nhầm: `otherwise` đi với `accept`, `absent` đi với `weights`, `role` đi với `weights` và `first`. Trung bình của trung bình các nhóm là `mean_of`.",
    },
    bad: example("level: item, role: role, combine: mean"),
    fixed: example("level: item, combine: { mean_of: role }"),
  },
  R710: {
    text: {
      en: "Somebody is named, grouped and put in order once, with what is the same in all the ratings.",
      vi: "Mỗi đối tượng chỉ được gọi tên, xếp nhóm và xếp thứ tự một lần, theo giá trị giống nhau ở mọi lượt chấm.",
    },
    bad: example("level: item, combine: mean", "ranking: { within: [rater_bloc] }\n"),
    fixed: example("level: item, combine: mean", "ranking: { within: [bloc] }\n"),
  },
  R711: {
    text: {
      en: "Groups that score each other are seldom of one size. In a mean of raters a group with twenty raters outweighs one with two; in a mean of groups each weighs the same. The regulation decides which is meant; this note is there so that nobody overlooks the difference.",
      vi: "Các khối chấm chéo nhau ít khi đông bằng nhau. Tính trung bình theo người chấm thì khối hai mươi người nặng hơn khối hai người; tính trung bình theo khối thì mỗi khối nặng như nhau. Quy chế quyết định cách nào; lưu ý này để không ai bỏ sót sự khác biệt.",
    },
    bad: example("accept: rater_bloc != bloc, otherwise: refuse, level: item, combine: mean"),
    fixed: example("accept: rater_bloc != bloc, otherwise: refuse, level: item, combine: median"),
  },
  R712: {
    text: {
      en: "In a mean of groups each group weighs the same: two raters of a small one count as much as twenty of a large one. The regulation decides whether that or the mean of raters is meant.",
      vi: "Tính trung bình theo khối thì mỗi khối nặng như nhau: hai người của khối nhỏ bằng hai mươi người của khối lớn. Quy chế quyết định dùng cách này hay trung bình theo người chấm.",
    },
    bad: example("accept: rater_bloc != bloc, otherwise: refuse, level: item, combine: { mean_of: rater_bloc }"),
    fixed: example("accept: rater_bloc != bloc, otherwise: refuse, level: item, combine: median"),
  },
  R713: {
    text: {
      en: "In a wide sheet the words behind an item's name say who scored it: `A (own)`, `A (branch)`.",
      vi: "Trong bảng điểm rộng, cụm từ sau tên tiêu chí cho biết ai chấm: `A (tự chấm)`, `A (chi bộ chấm)`.",
    },
    bad: { argv, "rubric.yaml": wide('own: "(own)", branch: "(OWN)"') },
    fixed: { argv, "rubric.yaml": wide('own: "(own)", branch: "(branch)"') },
  },
  R714: {
    text: {
      en: "In a wide sheet the ratings of a subject stand side by side in one row, so the other cells of the row belong to all of them.",
      vi: "Trong bảng điểm rộng, các lượt chấm của một đối tượng nằm cạnh nhau trên một dòng nên các ô khác của dòng thuộc về tất cả.",
    },
    bad: {
      argv,
      "rubric.yaml": `columns:\n  rater: { type: text, of: rating, required: true }\n${wide('own: "(own)"')}`,
    },
    fixed: {
      argv,
      "rubric.yaml": `columns:\n  unit: { type: text, required: true }\n${wide('own: "(own)"')}`,
    },
  },
  R715: {
    text: {
      en: "The maxima of items, areas and total are those of one rating. A sum of three ratings can be three times as much, so a bound such as 70 of 100 is soon reached by everybody. Either the ratings are meant to be averaged, or the bands are for sums (with three raters, 210 of 300), or the sum is cut at the max.",
      vi: "Mức tối đa của tiêu chí, nhóm và tổng điểm là của một lượt chấm. Tổng của ba lượt chấm có thể gấp ba, nên ngưỡng như 70 trên 100 thì hầu như ai cũng đạt. Hoặc là cần lấy trung bình các lượt chấm, hoặc các mức tính theo tổng (ba người chấm: 210 trên 300), hoặc tổng được cắt ở mức tối đa.",
    },
    bad: example("level: total, combine: sum, at_least: 3"),
    fixed: example(
      "level: total, combine: sum, at_least: 3",
      "bands:\n  - { id: good, from: 210 }\n  - { id: fair, from: 150 }\n  - { id: poor }\n",
    ),
  },
  R716: {
    text: {
      en: "An absent rating is never a 0, and in a mean it changes nothing. In a sum it takes away all that it could have given: somebody with two ratings of 90 has 180 points, somebody with three ratings of 70 has 210. `at_least` says how many are needed, for each item where items are combined.",
      vi: "Lượt chấm vắng mặt không bao giờ là 0 điểm, và khi lấy trung bình thì không ảnh hưởng gì. Khi cộng, nó làm mất hết số điểm lẽ ra có: ai có hai lượt chấm 90 thì được 180 điểm, ai có ba lượt chấm 70 thì được 210. `at_least` quy định cần bao nhiêu lượt, tính cho từng tiêu chí nếu tổng hợp từng tiêu chí.",
    },
    bad: example(
      "level: total, combine: sum",
      "bands:\n  - { id: good, from: 210 }\n  - { id: fair, from: 150 }\n  - { id: poor }\n",
    ),
    fixed: example("level: total, combine: mean"),
  },
  R810: {
    text: {
      en: "Combining each item first and adding up, or adding up each rater and combining the totals, differ as soon as something is rounded, cut, skipped or not a plain mean; and only the first gives areas and items a score.",
      vi: "Tổng hợp từng tiêu chí rồi cộng, hay cộng theo từng người chấm rồi tổng hợp, sẽ khác nhau khi có làm tròn, cắt, bỏ qua hoặc không phải trung bình thường; và chỉ cách đầu cho điểm từng nhóm, tiêu chí.",
    },
    bad: example("combine: mean"),
    fixed: example("combine: mean, level: item"),
  },
  R811: {
    text: {
      en: "A rating that may not be given is either a mistake to be corrected before anything is published, or one that is known to occur and is left out. The program does not choose between them.",
      vi: "Lượt chấm không được phép có thể là sai sót phải sửa trước khi công bố, hoặc là điều đã biết và được bỏ qua. Chương trình không tự chọn.",
    },
    bad: example("accept: 'role == \"branch\"', level: item, combine: mean"),
    fixed: example("accept: 'role == \"branch\"', otherwise: ignore, level: item, combine: mean"),
  },
  R812: {
    text: {
      en: "With weights 60 % and 40 % and only the first role present, the score is either unknown until the other has scored, or that of the first alone. The two can be bands apart.",
      vi: "Với trọng số 60 % và 40 % mà chỉ vai trò thứ nhất chấm, điểm hoặc chưa xác định cho đến khi vai trò kia chấm, hoặc lấy theo vai trò thứ nhất. Hai cách có thể lệch nhau cả mức xếp loại.",
    },
    bad: example("role: role, level: item, combine: { weights: { superior: 60%, branch: 40% } }"),
    fixed: example("role: role, level: item, combine: { weights: { superior: 60%, branch: 40% } }, absent: incomplete"),
  },
};
