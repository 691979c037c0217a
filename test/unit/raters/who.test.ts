// Which columns are blocs: those that `accept` keeps apart, and never the raters themselves.
import { expect, test } from "vitest";
import type { Plan } from "../../../src/model/plan.ts";
import { createCollector } from "../../../src/raters/collect.ts";
import { pairStates } from "../../../src/raters/coverage.ts";
import { blocColumns } from "../../../src/raters/who.ts";
import { compileText } from "../rubric/compile-text.ts";

const blocs = (ratings: string) => {
  const { plan } = compileText(`columns:
  bloc: { type: text, required: true }
  rater: { type: text, of: rating, required: true }
  rater_bloc: { type: text, of: rating, required: true }
ratings: { by: rater, level: item, blank: incomplete, otherwise: ignore, ${ratings} }
`);
  const { rater, subject } = blocColumns(plan as Plan);
  const id = (column: number | undefined) => column !== undefined && plan?.columns[column]?.id;
  return [id(rater), id(subject)];
};

test("blocs that may not score themselves", () => {
  expect(blocs("combine: mean, accept: rater_bloc != bloc")).toEqual(["rater_bloc", "bloc"]);
  expect(blocs("combine: mean, accept: rater != code && rater_bloc != bloc")).toEqual(["rater_bloc", "bloc"]);
});

test("a source of a wide sheet is a rater, whether it scored somebody or not", () => {
  const { plan } = compileText(`columns:
  bloc: { type: text, required: true }
ratings: { sources: { own: "(own)", branch: "(branch)" }, level: item, blank: incomplete, combine: mean, expect: all }
`);
  const collector = createCollector(plan as Plan);
  const columns = plan?.columns.map(() => undefined) ?? [];
  collector.meet({ period: "2026-01", subject: "x", columns });
  collector.add({ period: "2026-01", subject: "y", rater: "own", columns, isAccepted: true, score: 80 });
  const states = pairStates(
    collector.finish(() => true),
    true,
  ).map(({ rater, subject, state }) => `${rater} ${subject} ${state}`);
  expect(states).toEqual(["branch x missing", "own x missing", "branch y missing", "own y scored"]);
});

test("who might score whom in a period goes by the bloc of that period", () => {
  const { plan } = compileText(`columns:
  bloc: { type: text, required: true }
  rater: { type: text, of: rating, required: true }
  rater_bloc: { type: text, of: rating, required: true }
ratings: { by: rater, accept: rater_bloc != bloc, otherwise: ignore, level: item, blank: incomplete, combine: mean }
`);
  const collector = createCollector(plan as Plan);
  const rate = (period: string, rater: string, rater_bloc: string, subject: string, bloc: string): void => {
    const cells: Record<string, string> = { rater, rater_bloc, bloc, code: subject };
    const columns = plan?.columns.map(({ id }) => cells[id]) ?? [];
    collector.add({ period, subject, rater, columns, isAccepted: true, score: 80 });
  };
  rate("2026-01", "moved", "K2", "a", "K1");
  rate("2026-02", "moved", "K1", "b", "K2");
  rate("2026-02", "stayed", "K2", "c", "K1");
  const { couldRate, kindOfRater, kindOfSubject } = collector.finish(() => true);
  expect([couldRate("2026-02", "moved", "c"), couldRate("2026-02", "moved", "b")]).toEqual([false, true]);
  // Nobody knows whose bloc somebody was in who scored nobody: that of his first period stands in.
  expect(couldRate("2026-01", "stayed", "a")).toBe(true);
  expect(kindOfRater("moved")).not.toBe(kindOfRater("stayed"));
  expect(kindOfSubject("2026-02", "b")).not.toBe(kindOfSubject("2026-02", "c"));
});

test("people who may not score themselves are no blocs", () => {
  expect(blocs("combine: mean, accept: rater != code")).toEqual([false, false]);
  expect(blocs("combine: { mean_of: rater_bloc }, accept: rater != code")).toEqual(["rater_bloc", false]);
});
