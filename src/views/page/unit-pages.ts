import type { Document } from "../../document/block.ts";
import { number, table, text } from "../../document/table.ts";
import type { Report } from "../../model/report.ts";
import { compareNatural } from "../../text/order.ts";
import { phrase } from "../../text/phrase.ts";
import { columnHead, columnText } from "../columns.ts";
import type { Selection, View } from "../selection.ts";
import { forPeople } from "../style.ts";
import { summaryHeads } from "../words.ts";
import type { PageFacts } from "./page.ts";
import { pageDocument } from "./page.ts";
import { unitReport, unitsIn } from "./unit-report.ts";

interface UnitPage {
  readonly name: string;
  readonly document: Document;
  /** What it shows; of the page that leads to the others, nothing. */
  readonly view?: View;
}

/**
 * A page for each unit, and one that leads to them and says what is of everybody. What somebody typed names no file: units are numbered in the order of
 * their names. @param nameOf makes the name of a file of `-001`, or of nothing for the page that leads
 */
export function unitPages(
  report: Report,
  selection: Selection,
  { coverage = [], ...facts }: PageFacts,
  column: number,
  nameOf: (number: string) => string,
): readonly UnitPage[] {
  const { plan } = report;
  const { language } = plan;
  const print = columnText(plan, column, forPeople(plan));
  const units = unitsIn(report, column)
    .map((value) => ({ value, label: print(value) }))
    .sort((a, b) => compareNatural(a.label, b.label));
  const digits = String(units.length).length;
  const pages = units.map(({ value, label }, at) => {
    const own = unitReport(report, column, value);
    const document = pageDocument(own, selection, facts);
    const people = new Set(own.periods.flatMap(({ results }) => Array.from(results, ({ key }) => key))).size;
    return {
      name: nameOf(`-${String(at + 1).padStart(digits, "0")}`),
      label,
      people,
      document: titled(document, label),
      view: { report: own, selection },
    };
  });
  const index: Document = {
    language,
    blocks: [
      { kind: "heading", level: 1, text: plan.title[language] },
      table(
        [
          { id: "unit", head: columnHead(plan, column, "titles"), type: text },
          { id: "count", head: summaryHeads.count[language], type: number },
          { id: "page", head: phrase("Page")[language], type: { kind: "file" } },
        ],
        pages.map(({ label, people, name }) => [label, people, name]),
      ),
      ...coverage,
    ],
  };
  return [{ name: nameOf(""), document: index }, ...pages];
}

/** A page whose first heading says whose it is. */
const titled = ({ language, blocks }: Document, label: string): Document => ({
  language,
  blocks: blocks.map((block, at) =>
    at === 0 && block.kind === "heading" ? { ...block, text: `${label}: ${block.text}` } : block,
  ),
});
