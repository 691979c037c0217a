import type { Block, Document } from "../../document/block.ts";
import type { Plan } from "../../model/plan.ts";
import type { Rollup } from "../../model/stage.ts";
import type { Language } from "../../text/bilingual.ts";
import { departureLines, parameterLines } from "../headings.ts";
import { classBlocks } from "./classes.ts";
import { codeBlocks, columnsTable, criteriaTable, listsTable } from "./criteria.ts";
import { differenceBlocks } from "./differences.ts";
import { ratingsBlocks } from "./ratings.ts";
import { rollupBlocks } from "./rollup.ts";
import type { Telling } from "./telling.ts";
import { tellingOf, totalLines } from "./telling.ts";

/**
 * A rubric as a document that an official can check without knowing how it is written.
 * @param base what it extends, where it does: what differs from it is told beside its words
 */
export function rubricDocument(plan: Plan, language: Language, base?: Plan): Document {
  const telling = tellingOf(plan, plan.stage, language);
  const { say } = telling.voice;
  return {
    language,
    blocks: [
      { kind: "heading", level: 1, text: plan.title[language] },
      { kind: "list", items: headLines(telling) },
      ...(base ? differenceBlocks(plan, base, language) : []),
      { kind: "heading", level: 1, text: say("Criteria and points") },
      criteriaTable(telling),
      { kind: "list", items: totalLines(telling) },
      { kind: "heading", level: 1, text: say("What is filled in") },
      columnsTable(telling),
      ...codeBlocks(telling),
      ...(plan.tables
        ? ([{ kind: "heading", level: 2, text: say("Lists beside the sheets") }, listsTable(plan, telling)] as const)
        : []),
      ...(plan.ratings ? ratingsBlocks(telling, plan.ratings) : []),
      { kind: "heading", level: 1, text: say("Classes of one {period}", { period: telling.period }) },
      ...classBlocks(telling),
      ...plan.rollups.flatMap((rollup) => rollupPart(plan, rollup, language)),
    ],
  };
}

function rollupPart(plan: Plan, rollup: Rollup, language: Language): Block[] {
  const telling = tellingOf(plan, rollup, language);
  const heading = telling.voice.say("Classes of one {period}", { period: telling.period });
  return [{ kind: "heading", level: 1, text: heading }, ...rollupBlocks(telling, rollup), ...classBlocks(telling)];
}

function headLines({ plan, voice: { say } }: Telling): string[] {
  const { id, version, valid, basis, noun, language } = plan;
  const range = [
    ...(valid?.from === undefined ? [] : [say("from {day}", { day: valid.from })]),
    ...(valid?.to === undefined ? [] : [say("to {day}", { day: valid.to })]),
  ].join(" ");
  return [
    say("Rubric {id}, version {version}", { id, version }),
    ...(range === "" ? [] : [say("In force {range}", { range })]),
    say("What is scored: {noun}", { noun: noun[language] }),
    ...basis.map(({ title }) => say("Basis: {title}", { title })),
    ...departureLines(plan),
    ...parameterLines(plan),
  ];
}
