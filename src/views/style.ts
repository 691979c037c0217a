import type { DecimalMark } from "../document/cell-text.ts";
import { markOf } from "../document/cell-text.ts";
import type { Plan } from "../model/plan.ts";

/** Ids for programs, the rubric's titles and words for people. */
export type Wording = "ids" | "titles";

/** How text with values in it is written. */
export interface Style {
  readonly wording: Wording;
  readonly decimalMark: DecimalMark;
  /** Index of the column whose text stands behind each key in lists of people. */
  readonly naming?: number;
  /** How many people a list names; the others are counted. */
  readonly most?: number;
}

/** Every number and name in one way, whatever the language. */
export const forPrograms: Style = { wording: "ids", decimalMark: "." };

/** For a double click in a country with decimal commas, whatever the language. */
export const forExcel: Style = { wording: "titles", decimalMark: "," };

/** Printed reports follow the language of the rubric, numbers too. */
export const forPeople = ({ language }: Pick<Plan, "language">): Style => ({
  wording: "titles",
  decimalMark: markOf(language),
});
