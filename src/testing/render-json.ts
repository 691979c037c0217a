import { findings } from "../diagnostics/findings.ts";
import { jsonFindings, placeObject } from "../diagnostics/render-json.ts";
import type { Language } from "../text/bilingual.ts";
import type { Coverage } from "./coverage.ts";
import { percentOf } from "./coverage.ts";
import type { Difference, TestedRubric } from "./outcome.ts";
import { verdictOf } from "./outcome.ts";

/** For programs: an array with one object for each rubric. */
export function renderJson(rubrics: readonly TestedRubric[], language: Language): string {
  const objects = rubrics.map(({ file, problems, outcomes, coverage }) => ({
    file,
    problems: jsonFindings(findings(problems), language),
    tests: outcomes.map((outcome) => ({
      name: outcome.name,
      verdict: verdictOf(outcome),
      place: placeObject(outcome.place),
      differences: outcome.differences.map((each) => differenceObject(each, language)),
      problems: jsonFindings(findings(outcome.problems), language),
    })),
    coverage: coverage && coverageObject(coverage),
  }));
  return `${JSON.stringify(objects, null, 2)}\n`;
}

const differenceObject = ({ what, expected, found }: Difference, language: Language) => ({
  what,
  expected: typeof expected === "string" ? expected : expected[language],
  found: typeof found === "string" ? found : found[language],
});

const coverageObject = (coverage: Coverage) => ({
  percent: percentOf(coverage),
  seen: coverage.seen.length,
  unseen: coverage.unseen.map(({ kind, id, stage, place }) => ({
    kind,
    id,
    period: stage.period,
    place: placeObject(place),
  })),
});
