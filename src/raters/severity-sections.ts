import type { Analysis } from "./analyse.ts";
import type { Section } from "./section.ts";
import { cutNote, figure, keyText, nothing } from "./section.ts";
import { mostOnBothSides } from "./severity.ts";

const part = { text: { en: "part", vi: "phần" }, isNumber: true };
const several = ({ parts }: Analysis): boolean => parts.length > 1;

export function raterSection(analysis: Analysis): Section {
  const isSeveral = several(analysis);
  const isTooLarge = analysis.parts.some(({ fit }) => !fit);
  return {
    title: { en: "Raters, the severe first", vi: "Người chấm, chặt trước" },
    notes: [
      {
        en: "Effect: points that the rater adds to what all raters of the part would give (below 0: severe), ± its standard error. Spread: how far single scores stray from that. r: agreement with the mean of the others.",
        vi: "Độ lệch: số điểm người chấm cho cao hơn mức chung của phần (âm: chặt), ± sai số chuẩn. Phân tán: từng điểm lệch khỏi mức đó bao nhiêu. r: mức tương quan với trung bình của những người khác.",
      },
      ...(isTooLarge
        ? [
            {
              en: `A part with more than ${mostOnBothSides} raters and as many subjects is not estimated.`,
              vi: `Không ước lượng phần có hơn ${mostOnBothSides} người chấm và hơn ${mostOnBothSides} đối tượng.`,
            },
          ]
        : []),
    ],
    head: [
      ...(isSeveral ? [part] : []),
      { text: { en: "rater", vi: "người chấm" } },
      { text: { en: "bloc", vi: "khối" } },
      { text: { en: "ratings", vi: "lượt chấm" }, isNumber: true },
      { text: { en: "effect", vi: "độ lệch" }, isNumber: true },
      { text: { en: "±", vi: "±" }, isNumber: true },
      { text: { en: "spread", vi: "phân tán" }, isNumber: true },
      { text: { en: "r", vi: "r" }, isNumber: true },
    ],
    rows: analysis.parts.flatMap(({ number, raters }) =>
      raters.map(({ rater, bloc, count, effect, error, spread, agreement }) => [
        ...(isSeveral ? [String(number)] : []),
        rater,
        bloc || nothing,
        String(count),
        figure(effect, true),
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
    notes: [],
    head: [
      ...(isSeveral ? [part] : []),
      { text: { en: "bloc", vi: "khối" } },
      { text: { en: "raters", vi: "người chấm" }, isNumber: true },
      { text: { en: "mean effect", vi: "độ lệch trung bình" }, isNumber: true },
    ],
    rows: analysis.blocs.map(({ part: number, bloc, raters, effect }) => [
      ...(isSeveral ? [String(number)] : []),
      bloc || nothing,
      String(raters),
      figure(effect, true),
    ]),
  };
}

export function favourSection({ favours, mutual }: Analysis): Section {
  const blocs = new Set(favours.flatMap(({ from, to }) => [from, to]));
  return {
    title: { en: "Blocs that favour each other", vi: "Các khối chấm cao cho nhau" },
    notes: [
      {
        en: "How many points more two blocs give each other's subjects than others give the same subjects, each beyond twice its standard error.",
        vi: "Hai khối cho đối tượng của nhau cao hơn các khối khác cho chính đối tượng đó bao nhiêu điểm, cả hai đều vượt hai lần sai số chuẩn.",
      },
      ...(blocs.size === 3
        ? [
            {
              en: "With three blocs this looks the same when the third one is severe to both.",
              vi: "Khi chỉ có ba khối, kết quả trông như vậy cả khi khối thứ ba chấm chặt với hai khối kia.",
            },
          ]
        : []),
      ...(mutual.length === 0 ? [{ en: "None.", vi: "Không có." }] : []),
    ],
    head: [
      { text: { en: "bloc", vi: "khối" } },
      { text: { en: "bloc", vi: "khối" } },
      { text: { en: "gives", vi: "cho" }, isNumber: true },
      { text: { en: "gets", vi: "nhận" }, isNumber: true },
    ],
    rows: mutual.map(({ one, other }) => [
      one.from,
      one.to,
      figure(one.difference, true),
      figure(other.difference, true),
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
    head: [
      { text: { en: "period", vi: "kỳ" } },
      { text: { en: "rater", vi: "người chấm" } },
      { text: { en: "subject", vi: "đối tượng" } },
      { text: { en: "score", vi: "điểm" }, isNumber: true },
      { text: { en: "expected", vi: "mức dự kiến" }, isNumber: true },
      { text: { en: "t", vi: "t" }, isNumber: true },
    ],
    rows: outliers
      .slice(0, mostOutliers)
      .map(({ rating, expected, studentised }) => [
        rating.period,
        rating.rater,
        keyText(rating.subject),
        figure(rating.score),
        figure(expected),
        figure(studentised, true),
      ]),
  };
}
