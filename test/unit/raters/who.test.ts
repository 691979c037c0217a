// Which columns are blocs: those that `accept` keeps apart, and never the raters themselves.
import { expect, test } from "vitest";
import { blocColumns } from "../../../src/raters/who.ts";
import type { Plan } from "../../../src/rubric/4-plan/plan.ts";
import { compileText } from "../rubric/compile-text.ts";

const blocs = (ratings: string) => {
  const { plan } = compileText(`columns:
  bloc: { type: text, required: true }
  rater: { type: text, of: rating, required: true }
  rater_bloc: { type: text, of: rating, required: true }
ratings: { by: rater, level: item, otherwise: ignore, ${ratings} }
`);
  const { rater, subject } = blocColumns(plan as Plan);
  const id = (column: number | undefined) => column !== undefined && plan?.columns[column]?.id;
  return [id(rater), id(subject)];
};

test("blocs that may not score themselves", () => {
  expect(blocs("combine: mean, accept: rater_bloc != bloc")).toEqual(["rater_bloc", "bloc"]);
  expect(blocs("combine: mean, accept: rater != code && rater_bloc != bloc")).toEqual(["rater_bloc", "bloc"]);
});

test("people who may not score themselves are no blocs", () => {
  expect(blocs("combine: mean, accept: rater != code")).toEqual([false, false]);
  expect(blocs("combine: { mean_of: rater_bloc }, accept: rater != code")).toEqual(["rater_bloc", false]);
});
