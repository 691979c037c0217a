import { placeText } from "../diagnostics/findings.ts";
import type { Block, Document } from "../document/block.ts";
import { table, text } from "../document/table.ts";
import { kindWords } from "../period/kind-words.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { printable } from "../text/visible.ts";
import type { Coverage } from "./coverage.ts";
import { percentOf } from "./coverage.ts";
import type { Difference, TestedRubric, TestOutcome } from "./outcome.ts";
import { verdictOf } from "./outcome.ts";
import { heads, neverSeen, verdicts } from "./words.ts";

/** Differences of one test that are shown. */
const mostDifferences = 20;

/**
 * A test that did not pass: where it is, and expected and found side by side (of one that could not be run, its diagnostics
 * tell the rest). Of one that passed, the file that it wrote.
 */
export function outcomeDocument(outcome: TestOutcome, language: Language): Document {
  const { name, place, differences, written, chosen } = outcome;
  const verdict = verdictOf(outcome);
  const remark = { kind: "remark", place: placeText(place) } as const;
  const head: Block = { ...remark, verdict: { text: verdicts[verdict][language], tone: "error" }, text: name };
  switch (verdict) {
    case "passed":
      return { language, blocks: written === undefined ? [] : [{ ...remark, text: writtenText(written, language) }] };
    case "broken":
      return { language, blocks: [head] };
    case "failed":
      return {
        language,
        blocks: [
          head,
          {
            kind: "indented",
            by: 4,
            blocks: [...differenceBlocks(differences, language), ...chosenNote(chosen, language)],
          },
        ],
      };
  }
}

/** Every test with what became of it, for those who read a page instead of a terminal. */
export function outcomesTable(outcomes: readonly TestOutcome[], language: Language): Block {
  const column = (id: string, head: Bilingual) => ({ id, head: head[language], type: text });
  return table(
    [column("test", phrase("Test")), column("verdict", phrase("Result"))],
    outcomes.map((outcome) => [outcome.name, verdicts[verdictOf(outcome)][language]]),
  );
}

const chosenNote = (period: string | undefined, language: Language): readonly Block[] =>
  period === undefined
    ? []
    : [
        {
          kind: "note",
          paragraphs: [phrase("computed as of {period}: the test gives no `period`", { period })[language]],
        },
      ];

const writtenText = (file: string, language: Language): string => `${heads.written[language]}: ${file}`;

function differenceBlocks(differences: readonly Difference[], language: Language): Block[] {
  const say = (what: string | Bilingual): string =>
    typeof what === "string" ? printable(what, 200) || '""' : what[language];
  const column = (id: string, head: string) => ({ id, head, type: text });
  const shown = differences.slice(0, mostDifferences);
  const count = differences.length - shown.length;
  return [
    table(
      [column("what", ""), column("expected", heads.expected[language]), column("found", heads.found[language])],
      shown.map(({ what, expected, found }) => [say(what), say(expected), say(found)]),
    ),
    ...(count > 0 ? [{ kind: "note", paragraphs: [phrase("… and {count} more", { count })[language]] } as const] : []),
  ];
}

/** What the tests never bring about, each where it is, and how much they do. */
export function coverageDocument(file: string, coverage: Coverage, language: Language): Document {
  const { seen, unseen } = coverage;
  const lines = unseen.map(({ kind, id, stage, place }): Block => {
    const what = printable(phrase(neverSeen[kind], { id })[language], 200);
    return { kind: "remark", place: placeText(place), text: `${what} (${kindWords[stage.period][language]})` };
  });
  const share = `${seen.length}/${seen.length + unseen.length} (${percentOf(coverage)} %)`;
  return { language, blocks: [...lines, { kind: "list", items: [`${file}: ${heads.coverage[language]} ${share}`] }] };
}

/** `a.yaml: 2 of 3 tests passed`. */
export function summaryDocument(tested: TestedRubric, language: Language): Document {
  return { language, blocks: [{ kind: "list", items: [`${tested.file}: ${summaryOf(tested)[language]}`] }] };
}

function summaryOf({ names, isAbstract, outcomes }: TestedRubric): Bilingual {
  if (isAbstract) return phrase("abstract: its tests run with the rubrics that extend it");
  if (names?.length === 0) return phrase("it has no tests; a first one: {example}", { example });
  const passed = outcomes.filter((outcome) => verdictOf(outcome) === "passed").length;
  return passedWords(passed, outcomes.length);
}

const example = "tests: [{ name: full marks, given: { fill: full }, expect: { total: 100 } }]";

function passedWords(passed: number, all: number): Bilingual {
  if (all === 0) return phrase("no test was run");
  return passed === all
    ? phrase("{all} {all|test|tests} passed", { all })
    : phrase("{passed} of {all} {all|test|tests} passed", { passed, all });
}
