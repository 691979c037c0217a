import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { BoundHeader } from "../2-header/header.ts";
import type { Complaints } from "./complaints.ts";
import { createComplaints } from "./complaints.ts";
import type { DecimalMarks } from "./decimal-mark.ts";
import { createDecimalMarks } from "./decimal-mark.ts";
import type { TypedWords } from "./typed-words.ts";
import { createTypedWords } from "./typed-words.ts";

/** What all share that read the rows of one sheet: what it is read for and by, and what its cells have shown so far. */
export interface SheetReading {
  readonly plan: Plan;
  readonly header: BoundHeader;
  readonly diagnostics: Diagnostics;
  readonly marks: DecimalMarks;
  readonly typed: TypedWords;
  readonly complaints: Complaints;
}

export function beginReading(plan: Plan, header: BoundHeader, diagnostics: Diagnostics): SheetReading {
  const { place, line } = header;
  const typed = createTypedWords(place, diagnostics);
  for (const { word, name, column } of header.typed) typed.see(word, name, { line, column });
  return {
    plan,
    header,
    diagnostics,
    marks: createDecimalMarks(place, diagnostics, plan.decimalMark),
    typed,
    complaints: createComplaints(header, diagnostics),
  };
}
