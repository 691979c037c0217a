import type { Rubric } from "../../../src/rubric/2-shape/rubric.generated.ts";
import type { PlainFact } from "../around.ts";
import { daysOf, termsOf } from "../periods.ts";
import type { PlainRow } from "../sheet.ts";
import { keyOf } from "../sheet.ts";
import type { Draw } from "./draw.ts";

/** Rows of the log of somebody in a sheet, at the edges of his period or within. */
export const factsFor = (draw: Draw, rubric: Rubric, rows: readonly PlainRow[]): PlainFact[] =>
  draw.list(0, 12, () => {
    const row = draw.one(rows);
    const [first, last] = daysOf(row.period, termsOf(rubric));
    const day = draw.one([first, last, draw.int(first, last), last + 1]);
    const texts = { ngay: isoOf(day), loi: draw.one(["muon", "vang"]), diem: draw.one(["", "0", "1", "2.5", "3"]) };
    return { key: keyOf(rubric, row), texts };
  });

const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
