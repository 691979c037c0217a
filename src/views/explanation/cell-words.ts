import type { CellRead } from "../../model/derivation-scores.ts";
import type { Item, Scale } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell } from "../../model/row.ts";
import { divide } from "../../number/exact.ts";
import { flags } from "../words.ts";
import type { Voice } from "./voice.ts";

/** What a score cell holds, as it was understood. */
export function cellWords(plan: Plan, { scale }: Item, value: Cell, voice: Voice): string {
  const { say, number } = voice;
  if (value === null) return say("blank");
  if (typeof value === "string") {
    const words = plan.codes.flatMap(({ word, policy }) => (policy === value ? [`“${word}”`] : []));
    return say("{words|or}", { words });
  }
  switch (scale.kind) {
    case "points":
      return number(divide(value, plan.scale));
    case "levels": {
      const level = typeof value === "number" ? scale.levels[value] : undefined;
      return `“${level?.label ?? level?.id ?? ""}”`;
    }
    case "yes":
      return `“${answerWord(scale, value === 1, voice)}”`;
    case "count":
      return say("{times} {times|time|times}", { times: number(value) });
    case "ratio":
      return `${number(value)} %`;
    case "table":
    case "value":
      return number(value);
  }
}

/** Yes or no as the item has it. */
export const answerWord = ({ labels }: Scale & { readonly kind: "yes" }, answer: boolean, { title }: Voice): string =>
  labels.find(({ value }) => value === answer)?.word ?? title(flags[answer ? "yes" : "no"]);

/** `cell F3`; where the sheet has no column for it, its line. */
export const cellName = ({ name, row }: CellRead, { say }: Voice): string =>
  name === "" ? say("line {line}", { line: row.line }) : say("cell {name}", { name });

/** `q1.csv, line 3`. */
export const rowName = ({ sheet, line }: CellRead["row"], { say }: Voice): string =>
  say("{name}, line {line}", { name: sheet.name, line });
