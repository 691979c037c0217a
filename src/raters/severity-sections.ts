import { showKey } from "../model/keys.ts";
import type { Analysis } from "./analyse.ts";
import type { Section } from "./section.ts";
import { countColumn, cutNote, figure, figureColumn, textColumn } from "./section.ts";
import { mostOnBothSides } from "./severity.ts";

const part = countColumn("part", "phần");
const several = ({ parts }: Analysis): boolean => parts.length > 1;

export function raterSection(analysis: Analysis): Section {
  const isSeveral = several(analysis);
  const isTooLarge = analysis.parts.some(({ fit }) => !fit);
  const isAlone = analysis.parts.some(({ raters }) => raters.length === 1);
  const periods = new Set(analysis.pairs.map(({ period }) => period));
  return {
    title: { en: "Raters, the severe first", vi: "Người chấm, chặt trước" },
    notes: [
      {
        en: "Effect: points that the rater adds to what all raters of the part would give (below 0: severe), ± its standard error. Spread: how far single scores stray from that. r: agreement with the mean of the others.",
        vi: "Độ lệch: số điểm người chấm cho cao hơn mức chung của phần (âm: chặt), ± sai số chuẩn. Phân tán: từng điểm lệch khỏi mức đó bao nhiêu. r: mức tương quan với trung bình của những người khác.",
      },
      ...(periods.size > 1
        ? [
            {
              en: "± takes the periods as independent: where raters think of a subject as they did before, it is larger.",
              vi: "± coi các kỳ là độc lập: nếu người chấm giữ nguyên cách nhìn về một đối tượng qua các kỳ thì sai số thực lớn hơn.",
            },
          ]
        : []),
      ...(isAlone
        ? [
            {
              en: "A rater who is alone in a part has no effect: there is nobody to compare with.",
              vi: "Người chấm đứng một mình trong một phần thì không có độ lệch vì không có ai để so sánh.",
            },
          ]
        : []),
      ...(isTooLarge
        ? [
            {
              en: `A part with more than ${mostOnBothSides} raters and as many subjects is not estimated.`,
              vi: `Không ước lượng phần có hơn ${mostOnBothSides} người chấm và hơn ${mostOnBothSides} đối tượng.`,
            },
          ]
        : []),
    ],
    columns: [
      ...(isSeveral ? [part] : []),
      textColumn("rater", "người chấm"),
      textColumn("bloc", "khối"),
      countColumn("ratings", "lượt chấm"),
      figureColumn("effect", "độ lệch", "signed"),
      figureColumn("±", "±"),
      figureColumn("spread", "phân tán"),
      figureColumn("r", "r"),
    ],
    rows: analysis.parts.flatMap(({ number, raters }) =>
      raters.map(({ rater, bloc, count, effect, error, spread, agreement }) => [
        ...(isSeveral ? [number] : []),
        rater,
        bloc,
        count,
        figure(effect),
        figure(error),
        figure(spread),
        figure(agreement),
      ]),
    ),
  };
}

export function blocSection(analysis: Analysis): Section {
  const isSeveral = several(analysis);
  return {
    title: { en: "Leniency by bloc", vi: "Mức rộng tay theo khối" },
    notes: analysis.blocs.some(({ effect }) => effect === undefined)
      ? [
          {
            en: "A bloc that is alone in a part has no mean effect: there is no other to compare with.",
            vi: "Khối đứng một mình trong một phần thì không có độ lệch trung bình vì không có khối khác để so sánh.",
          },
        ]
      : [],
    columns: [
      ...(isSeveral ? [part] : []),
      textColumn("bloc", "khối"),
      countColumn("raters", "người chấm"),
      figureColumn("mean effect", "độ lệch trung bình", "signed"),
      figureColumn("±", "±"),
    ],
    rows: analysis.blocs.map(({ part: number, bloc, raters, effect, error }) => [
      ...(isSeveral ? [number] : []),
      bloc,
      raters,
      figure(effect),
      figure(error),
    ]),
  };
}

export function favourSection({ mutual }: Analysis): Section {
  return {
    title: { en: "Blocs that favour each other", vi: "Các khối chấm cao cho nhau" },
    notes: [
      {
        en: "How many points more two blocs give each other's subjects than others give the same subjects, and how many of them the severity of all raters does not explain, each beyond twice its standard error.",
        vi: "Hai khối cho đối tượng của nhau cao hơn các khối khác cho chính đối tượng đó bao nhiêu điểm, và bao nhiêu điểm trong đó không phải do độ chặt của người chấm; đều vượt hai lần sai số chuẩn.",
      },
      ...(mutual.some(({ beyond }) => !beyond)
        ? [
            {
              en: "Without a figure it cannot be told from severity: with three blocs it looks the same when the third one is severe to both.",
              vi: "Không có số nghĩa là không phân biệt được với độ chặt: khi chỉ có ba khối, kết quả trông như vậy cả khi khối thứ ba chấm chặt với hai khối kia.",
            },
          ]
        : []),
      ...(mutual.length === 0 ? [{ en: "None.", vi: "Không có." }] : []),
    ],
    columns: [
      textColumn("bloc", "khối"),
      textColumn("bloc", "khối"),
      figureColumn("gives", "cho", "signed"),
      figureColumn("gets", "nhận", "signed"),
      figureColumn("beyond severity", "ngoài độ chặt", "signed"),
      figureColumn("±", "±"),
    ],
    rows: mutual.map(({ one, other, beyond }) => [
      one.from,
      one.to,
      figure(one.difference),
      figure(other.difference),
      figure(beyond?.points),
      figure(beyond?.error),
    ]),
  };
}

const mostOutliers = 20;

export function outlierSection({ parts }: Analysis): Section {
  const outliers = parts.flatMap((each) => each.outliers);
  return {
    title: { en: "Outlying ratings", vi: "Lượt chấm khác thường" },
    notes: [
      {
        en: "Studentised residual beyond 3: look at these first, they prove nothing.",
        vi: "Phần dư chuẩn hóa vượt 3: nên xem trước, chưa nói lên điều gì.",
      },
      ...(outliers.length === 0 ? [{ en: "None.", vi: "Không có." }] : cutNote(outliers.length, mostOutliers)),
    ],
    columns: [
      textColumn("period", "kỳ"),
      textColumn("rater", "người chấm"),
      textColumn("subject", "đối tượng"),
      figureColumn("score", "điểm"),
      figureColumn("expected", "mức dự kiến"),
      figureColumn("t", "t", "signed"),
    ],
    rows: outliers
      .slice(0, mostOutliers)
      .map(({ rating, expected, studentised }) => [
        rating.period,
        rating.rater,
        showKey(rating.subject),
        figure(rating.score),
        figure(expected),
        figure(studentised),
      ]),
  };
}
