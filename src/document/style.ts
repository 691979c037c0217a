/** How a view writes: ids and `.` for programs, the rubric's titles and words for people. */
export interface Style {
  readonly wording: "ids" | "titles";
  readonly decimalMark: "." | ",";
}

/** For programs: every number and name in one way, whatever the language. */
export const forPrograms: Style = { wording: "ids", decimalMark: "." };
