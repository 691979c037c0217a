import type { Block } from "../../document/block.ts";
import { readableText } from "../../document/cell-text.ts";
import type { Row, Table, TableColumn } from "../../document/table.ts";
import { text } from "../../document/table.ts";
import type { Plan } from "../../model/plan.ts";
import type { Bilingual, Language } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { parameterText } from "../headings.ts";
import { bandsTable } from "./bands-table.ts";
import { classLists } from "./classes.ts";
import { columnsTable, criteriaTable } from "./criteria.ts";
import { ratingsLines } from "./ratings.ts";
import { rollupLines } from "./rollup.ts";
import type { Telling } from "./telling.ts";
import { tellingOf, totalLines } from "./telling.ts";

/** Part of a rubric, in the words with which the document tells it. */
interface Part {
  readonly section: string;
  readonly name: string;
  /** By the head of its column; one without a head is a sentence of its own. */
  readonly words: ReadonlyMap<string, string>;
  /** Of the heads: those whose words are its name. */
  readonly naming: readonly string[];
}

/** Where a rubric is other than its base: what is changed, added and left out, each in the words of both. */
export function differenceBlocks(plan: Plan, base: Plan, language: Language): Block[] {
  const [before, now] = [partsOf(base, language), partsOf(plan, language)];
  const sections = new Map<string, Row[]>();
  for (const id of new Set([...now.keys(), ...before.keys()])) {
    const [old, own] = [before.get(id), now.get(id)];
    const { section, name } = (own ?? old) as Part;
    const heads = differingHeads(old, own);
    if (heads.length === 0) continue;
    const change = !old ? phrase("added #part") : !own ? phrase("left out #part") : phrase("changed #part");
    const row = [name, change[language], wordsOf(old, heads), wordsOf(own, heads)];
    sections.set(section, [...(sections.get(section) ?? []), row]);
  }
  const title = phrase("What differs from {base}", { base: base.title })[language];
  const column = (id: string, head: Bilingual): TableColumn => ({ id, head: head[language], type: text, blank: "–" });
  const columns = [
    column("part", phrase("What")),
    column("change", phrase("Change")),
    column("base", phrase("In the base")),
    column("own", phrase("Here")),
  ];
  if (sections.size === 0) return [];
  const parts = Array.from(sections, ([section, rows]) => ({ title: section, rows }));
  return [
    { kind: "heading", level: 1, text: title },
    { kind: "table", columns, parts },
  ];
}

function differingHeads(old: Part | undefined, own: Part | undefined): string[] {
  const heads = [...new Set([...(old?.words.keys() ?? []), ...(own?.words.keys() ?? [])])];
  return old && own
    ? heads.filter((head) => old.words.get(head) !== own.words.get(head))
    : heads.filter((head) => !(old ?? own)?.naming.includes(head));
}

/** What a part says under some heads. */
const wordsOf = (part: Part | undefined, heads: readonly string[]): string =>
  heads
    .flatMap((head) => {
      const words = part?.words.get(head) ?? "";
      return words === "" ? [] : [head === "" ? words : `${head}: ${words}`];
    })
    .join("; ");

function partsOf(plan: Plan, language: Language): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const own = tellingOf(plan, plan.stage, language);
  const { say } = own.voice;
  const lines = (id: string, section: string, items: readonly string[]): void => {
    parts.set(id, { section, name: section, words: new Map([["", items.join("; ")]]), naming: [] });
  };
  for (const parameter of plan.parameters ?? []) {
    parts.set(`parameter ${parameter.id}`, {
      section: say("Parameters"),
      name: parameter.title[language],
      words: new Map([["", parameterText(own.plan, parameter)]]),
      naming: [],
    });
  }
  tableParts("", say("Criteria and points"), criteriaTable(own), nodeIds(own));
  lines("total", say("Total"), totalLines(own));
  const columns = plan.columns.map(({ id }) => id);
  tableParts("column ", say("What is filled in"), columnsTable(own), columns);
  if (plan.ratings) lines("ratings", say("Who scores"), ratingsLines(own, plan.ratings));
  classParts(own);
  for (const rollup of plan.rollups) {
    const telling = tellingOf(plan, rollup, language);
    lines(`${rollup.period} score`, sectionIn(telling, ""), rollupLines(telling, rollup));
    if (rollup.score.kind === "value") {
      const section = sectionIn(telling, say("Scored only here"));
      tableParts(`${rollup.period} `, section, criteriaTable(telling), nodeIds(telling));
    }
    classParts(telling);
  }
  return parts;

  function tableParts(prefix: string, section: string, { columns: heads, parts: rows }: Table, ids: readonly string[]) {
    const prints = heads.map((column) => readableText(column, language));
    for (const [at, row] of [...(rows[0]?.rows ?? [])].entries()) {
      const words = heads.map(({ head }, column) => [head, prints[column]?.(row[column]) ?? ""] as const);
      const [[, first] = ["", ""], [, second] = ["", ""]] = words;
      const isCoded = heads[0]?.id === "id";
      const naming = heads.slice(0, isCoded ? 2 : 1).map(({ head }) => head);
      const name = isCoded ? `${first}: ${second}` : first;
      parts.set(`${prefix}${ids[at]}`, { section, name, words: new Map(words), naming });
    }
  }

  function classParts(telling: Telling): void {
    const { stage, voice } = telling;
    const kind = `${stage.period} `;
    const bands = stage.bands.map(({ id }) => id);
    tableParts(`${kind}band `, sectionIn(telling, voice.say("Bands")), bandsTable(telling), bands);
    for (const { title, parts: told } of classLists(telling)) {
      for (const { id, name = title, said, basis } of told) {
        const section = sectionIn(telling, title);
        const words = new Map([
          [say("Name"), name],
          ["", [said, ...basis].join("; ")],
        ]);
        parts.set(`${kind}${title} ${id}`, { section, name, words, naming: [say("Name")] });
      }
    }
  }

  /** Sections of the period that is scored need no more words where there is no other. */
  function sectionIn({ period }: Telling, title: string): string {
    if (plan.rollups.length === 0) return title;
    const classes = say("Classes of one {period}", { period });
    return title === "" ? classes : `${classes}: ${title}`;
  }
}

/** In the order of the table of criteria. */
function nodeIds({ stage }: Telling): string[] {
  const below = (children: readonly number[]): string[] =>
    children.flatMap((at) => {
      const node = stage.nodes[at];
      if (!node) return [];
      return [node.id, ...(node.body.kind === "area" ? below(node.body.children) : [])];
    });
  return below(stage.top);
}
