import type { Bilingual } from "../diagnostics/entry.ts";
import type { Analysis } from "./analyse.ts";
import type { Section } from "./section.ts";
import { cutNote, figure, keyText, nothing } from "./section.ts";
import { blocSection, favourSection, outlierSection, raterSection } from "./severity-sections.ts";

/** The report in the order in which it should be read: what is there, what can be compared, then what was found. */
export const sectionsOf = (analysis: Analysis): readonly Section[] => [
  coverageSection(analysis),
  ...(analysis.expectAll ? [missingSection(analysis)] : []),
  partSection(analysis),
  raterSection(analysis),
  ...(analysis.blocs.length > 0 ? [blocSection(analysis)] : []),
  ...(analysis.hasBlocs ? [favourSection(analysis)] : []),
  outlierSection(analysis),
  standingSection(analysis),
];

function coverageSection({ coverage, expectAll }: Analysis): Section {
  const totals = new Map<string, { raterBloc: string; subjectBloc: string; given: number; expected: number }>();
  for (const { raterBloc, subjectBloc, given, expected } of coverage) {
    const id = `${raterBloc}\u001F${subjectBloc}`;
    const total = totals.get(id) ?? { raterBloc, subjectBloc, given: 0, expected: 0 };
    totals.set(id, { ...total, given: total.given + given, expected: total.expected + (expected ?? 0) });
  }
  return {
    title: { en: "Coverage", vi: "Độ phủ" },
    notes: expectAll
      ? []
      : [
          {
            en: "The rubric does not state `expect: all`: ratings that were not given are not looked for.",
            vi: "Bộ tiêu chí không ghi `expect: all` nên không xét các lượt chấm còn thiếu.",
          },
        ],
    head: [
      { text: { en: "raters of", vi: "khối chấm" } },
      { text: { en: "score", vi: "chấm khối" } },
      { text: { en: "given", vi: "đã chấm" }, isNumber: true },
      ...(expectAll ? [{ text: { en: "expected", vi: "cần chấm" }, isNumber: true }] : []),
    ],
    rows: [...totals.values()].map(({ raterBloc, subjectBloc, given, expected }) => [
      raterBloc || nothing,
      subjectBloc || nothing,
      String(given),
      ...(expectAll ? [String(expected)] : []),
    ]),
  };
}

const mostMissing = 40;

function missingSection({ pairs }: Analysis): Section {
  const lists = new Map<string, { period: string; rater: string; subjects: string[] }>();
  for (const { state, period, rater, subject } of pairs) {
    if (state !== "missing") continue;
    const id = `${period}\u001F${rater}`;
    const entry = lists.get(id) ?? { period, rater, subjects: [] };
    entry.subjects.push(keyText(subject));
    lists.set(id, entry);
  }
  const all = [...lists.values()];
  return {
    title: { en: "Missing ratings", vi: "Lượt chấm còn thiếu" },
    notes: all.length === 0 ? [{ en: "None.", vi: "Không thiếu." }] : cutNote(all.length, mostMissing),
    head: [
      { text: { en: "period", vi: "kỳ" } },
      { text: { en: "rater", vi: "người chấm" } },
      { text: { en: "has not scored", vi: "chưa chấm" } },
    ],
    rows: all.slice(0, mostMissing).map(({ period, rater, subjects }) => [period, rater, subjects.join(", ")]),
  };
}

function partSection({ parts, joining }: Analysis): Section {
  const notes: Bilingual[] = [];
  if (parts.length > 1) {
    notes.push({
      en: "The parts are not joined by any rating: severity, fair averages and ranks are compared within a part only.",
      vi: "Các phần không có lượt chấm nào nối với nhau: độ chặt, điểm công bằng và thứ hạng chỉ so sánh được trong từng phần.",
    });
    for (const { rater, target } of joining) {
      const [period = "", subject = ""] = target.split("\u001E");
      notes.push({
        en: `To join them: ${rater} scores ${keyText(subject)} in ${period}.`,
        vi: `Để nối: ${rater} chấm ${keyText(subject)} kỳ ${period}.`,
      });
    }
    if (joining.length < parts.length - 1) {
      notes.push({
        en: "No rating that may be given joins all of them.",
        vi: "Không có lượt chấm hợp lệ nào nối được tất cả các phần.",
      });
    }
  }
  return {
    title: { en: "Connected parts", vi: "Các phần liên thông" },
    notes,
    head: [
      { text: { en: "part", vi: "phần" }, isNumber: true },
      { text: { en: "raters", vi: "người chấm" }, isNumber: true },
      { text: { en: "subjects × periods", vi: "đối tượng × kỳ" }, isNumber: true },
      { text: { en: "ratings", vi: "lượt chấm" }, isNumber: true },
    ],
    rows: parts.map(({ number, part }) =>
      [number, part.raters.length, part.targets.length, part.ratings.length].map(String),
    ),
  };
}

const mostStandings = 40;

function standingSection({ standings }: Analysis): Section {
  const changed = standings.filter(({ rank, fairRank }) => fairRank !== undefined && fairRank !== rank);
  const refused = standings.some(({ fairRank }) => fairRank === undefined);
  return {
    title: { en: "Fair averages: ranks that would change", vi: "Điểm công bằng: thứ hạng sẽ thay đổi" },
    notes: [
      {
        en: "What an average rater would have given. It changes no official result.",
        vi: "Điểm mà một người chấm ở mức trung bình sẽ cho. Không làm thay đổi kết quả chính thức.",
      },
      ...(refused
        ? [
            {
              en: "Groups that lie in several parts are not ranked.",
              vi: "Không xếp hạng lại nhóm nằm ở nhiều phần.",
            },
          ]
        : []),
      ...cutNote(changed.length, mostStandings),
    ],
    head: [
      { text: { en: "period", vi: "kỳ" } },
      { text: { en: "subject", vi: "đối tượng" } },
      { text: { en: "official", vi: "chính thức" }, isNumber: true },
      { text: { en: "fair", vi: "công bằng" }, isNumber: true },
      { text: { en: "rank", vi: "hạng" }, isNumber: true },
      { text: { en: "fair rank", vi: "hạng công bằng" }, isNumber: true },
    ],
    rows: changed
      .slice(0, mostStandings)
      .map(({ period, subject, total, fair, rank, fairRank }) => [
        period,
        keyText(subject),
        figure(total),
        figure(fair),
        String(rank),
        String(fairRank),
      ]),
  };
}
