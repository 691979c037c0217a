import type { Block, Document } from "../../document/block.ts";
import { markOf } from "../../document/cell-text.ts";
import type { PeriodReport, Report } from "../../model/report.ts";
import { stageAt } from "../../model/stages.ts";
import type { Language } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { bandCounts } from "../band-counts.ts";
import { departureLines, parameterLines, periodHeading } from "../headings.ts";
import { rankingBlocks } from "../period-document.ts";
import type { Selection } from "../selection.ts";
import { byPeriod } from "./by-period.ts";
import { distribution } from "./distribution.ts";
import { moves, rankMoves } from "./moves.ts";
import { outcomes } from "./outcomes.ts";
import { overview } from "./overview.ts";
import { trend } from "./trend.ts";

/** What a page says of how its results came to be. */
export interface PageFacts {
  /** What was assumed in reading the sheets. */
  readonly assumptions: readonly string[];
  /** Who scored whom, where several score one. */
  readonly coverage?: readonly Block[];
  /** Of the results that it shows, where they are kept. */
  readonly receipt?: { readonly sha256: string; readonly files: number };
}

/** More people than this are for the files of results: a browser would be slow, and nobody reads them. */
const mostListed = 5000;

/** All of a run on one page, for a meeting and for print. */
export function pageDocument(report: Report, selection: Selection, facts: PageFacts): Document {
  const { plan, periods } = report;
  const { language } = plan;
  return {
    language,
    blocks: [
      { kind: "heading", level: 1, text: plan.title[language] },
      { kind: "list", items: headLines(report, facts) },
      ...byPeriod(report),
      ...trend(report),
      ...periods.flatMap((period) => periodBlocks(report, period, selection)),
      ...(facts.coverage ?? []),
      ...assumed(facts, language),
      signatures(language),
    ],
  };
}

/** As offices sign: place and date, the offices, room for names. */
const signatures = (language: Language): Block => ({
  kind: "signatures",
  date: phrase("…………, date ……………………")[language],
  by: [phrase("Drawn up by")[language], phrase("For the authority")[language]],
  hint: phrase("(signature, full name)")[language],
});

function headLines({ plan }: Report, { receipt }: PageFacts): string[] {
  const { language, id, version, basis } = plan;
  return [
    phrase("Rubric {id}, version {version}", { id, version })[language],
    ...basis.map(({ title }) => title),
    ...departureLines(plan),
    ...parameterLines(plan),
    ...(receipt ? [phrase("Receipt {sha256}", { sha256: receipt.sha256 })[language]] : []),
  ];
}

function periodBlocks(report: Report, period: PeriodReport, selection: Selection): Block[] {
  const { plan } = report;
  const { language } = plan;
  const stage = stageAt(plan, period);
  const isLong = period.results.length > mostListed;
  return [
    { kind: "heading", level: 1, text: periodHeading(plan, period) },
    { kind: "note", paragraphs: [bandCounts(plan, period)] },
    ...overview(plan, stage, period),
    ...distribution(plan, stage, period),
    { kind: "heading", level: 2, text: phrase("Ranking")[language] },
    ...(isLong
      ? [{ kind: "note", paragraphs: [tooLong(period, language)] } as const]
      : rankingBlocks(plan, period, selection, rankMoves(report, period))),
    ...(isLong ? [] : moves(report, period)),
    ...outcomes(plan, stage, period, selection),
  ];
}

function tooLong({ results }: PeriodReport, language: Language): string {
  const count = String(results.length).replace(/\B(?=(\d{3})+$)/g, markOf(language) === "," ? "." : ",");
  return phrase("{count} people: see the file of the period, or a page for each unit", { count })[language];
}

function assumed({ assumptions }: PageFacts, language: Language): Block[] {
  if (assumptions.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: phrase("How the sheets were read")[language] },
    { kind: "list", items: assumptions },
  ];
}
