import type { Document } from "../document/block.ts";
import { showKey } from "../model/keys.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import type { Analysis } from "./analyse.ts";
import { coverageSection, gapSections, missingSection } from "./coverage-sections.ts";
import { membersOf } from "./ratings.ts";
import type { Section } from "./section.ts";
import { countColumn, cutNote, figure, figureColumn, sectionBlocks, textColumn } from "./section.ts";
import { blocSection, favourSection, outlierSection, raterSection } from "./severity-sections.ts";

/** The report in the order in which it should be read: what is there, what can be compared, then what was found. */
export const analysisDocument = (analysis: Analysis, language: Language): Document => ({
  language,
  blocks: sectionsOf(analysis).flatMap((section) => sectionBlocks(section, language)),
});

const sectionsOf = (analysis: Analysis): readonly Section[] => [
  coverageSection(analysis),
  ...gapSections(analysis),
  ...(analysis.expectAll ? [missingSection(analysis)] : []),
  partSection(analysis),
  raterSection(analysis),
  ...(analysis.blocs.length > 0 ? [blocSection(analysis)] : []),
  ...(analysis.hasBlocs ? [favourSection(analysis)] : []),
  outlierSection(analysis),
  standingSection(analysis),
];

const mostJoining = 20;

function partSection({ parts, joining }: Analysis): Section {
  const notes: Bilingual[] = [];
  if (parts.length > 1) {
    notes.push({
      en: "The parts are not joined by any rating: severity, fair averages and ranks are compared within a part only.",
      vi: "Các phần không có lượt chấm nào nối với nhau: độ chặt, điểm công bằng và thứ hạng chỉ so sánh được trong từng phần.",
    });
    for (const { rater, target } of joining.slice(0, mostJoining)) {
      const { period, subject } = membersOf(target);
      notes.push({
        en: `To join them: ${rater} scores ${showKey(subject)} in ${period}.`,
        vi: `Để nối: ${rater} chấm ${showKey(subject)} kỳ ${period}.`,
      });
    }
    notes.push(...cutNote(joining.length, mostJoining));
    if (joining.length < parts.length - 1) {
      notes.push({
        en: "No rating that may be given joins all of them: it takes raters who may score in several parts, such as those of a further bloc.",
        vi: "Không có lượt chấm hợp lệ nào nối được tất cả các phần: cần người được chấm ở nhiều phần, chẳng hạn của một khối khác.",
      });
    }
  }
  return {
    title: { en: "Connected parts", vi: "Các phần liên thông" },
    notes,
    columns: [
      countColumn("part", "phần"),
      countColumn("raters", "người chấm"),
      countColumn("subjects × periods", "đối tượng × kỳ"),
      countColumn("ratings", "lượt chấm"),
    ],
    rows: parts.map(({ number, part }) => [number, part.raters.length, part.targets.length, part.ratings.length]),
  };
}

const mostStandings = 40;

function standingSection({ standings, combine }: Analysis): Section {
  const changed = standings.filter(({ rank, fairRank }) => fairRank !== undefined && fairRank !== rank);
  const refused = standings.some(({ fairRank }) => fairRank === undefined);
  return {
    title: { en: "Fair averages: ranks that would change", vi: "Điểm công bằng: thứ hạng sẽ thay đổi" },
    notes: [
      {
        en: "What an average rater would have given. It changes no official result.",
        vi: "Điểm mà một người chấm ở mức trung bình sẽ cho. Không làm thay đổi kết quả chính thức.",
      },
      ...(combine === "mean"
        ? []
        : [
            {
              en: `The official total combines the ratings by \`${combine}\`, the fair average is a mean of all raters alike: a rank may differ for that reason too.`,
              vi: `Điểm chính thức tổng hợp các lượt chấm theo \`${combine}\`, còn điểm công bằng là trung bình của mọi người chấm như nhau: thứ hạng có thể khác cả vì lý do này.`,
            },
          ]),
      ...(refused
        ? [
            {
              en: "Groups that lie in several parts are not ranked.",
              vi: "Không xếp hạng lại nhóm nằm ở nhiều phần.",
            },
          ]
        : []),
      ...(changed.length === 0 ? [{ en: "None.", vi: "Không có." }] : cutNote(changed.length, mostStandings)),
    ],
    columns: [
      textColumn("period", "kỳ"),
      textColumn("subject", "đối tượng"),
      figureColumn("official", "chính thức"),
      figureColumn("fair", "công bằng"),
      countColumn("rank", "hạng"),
      countColumn("fair rank", "hạng công bằng"),
    ],
    rows: changed
      .slice(0, mostStandings)
      .map(({ period, subject, total, fair, rank, fairRank }) => [
        period,
        showKey(subject),
        figure(total),
        figure(fair),
        rank,
        fairRank,
      ]),
  };
}
