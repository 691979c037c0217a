import type { Rubric } from "../../../src/rubric/2-shape/rubric.generated.ts";
import { kindOf } from "../periods.ts";
import type { PlainRow } from "../sheet.ts";
import type { Draw } from "./draw.ts";

/**
 * The rows with keys that look alike: those of one person where the rubric takes them for one, those of two where it tells them
 * apart. `ma` is a number.
 */
export function withLookAlikes(draw: Draw, rubric: Rubric, rows: readonly PlainRow[]): PlainRow[] {
  const spelled = (ma: string): string => {
    switch (rubric.columns?.ma?.match) {
      case "fold":
        return draw.one([`nv-${ma}`, `nv-${ma}`, `NV-${ma}`, `Nv\u2013${ma}`, `NV -${ma}`]);
      case "exact":
        return `${Number(ma) % 2 === 0 ? "nv" : "NV"}${Math.floor(Number(ma) / 2)}`;
      case undefined:
        return ma;
    }
  };
  return rows.map((row) => ({ ...row, texts: { ...row.texts, ma: spelled(row.texts.ma as string) } }));
}

/** Some rows that hold nothing but who somebody is, where the rubric says what they are. */
export function withBlankRows(draw: Draw, rubric: Rubric, rows: readonly PlainRow[]): PlainRow[] {
  if ((rubric.blank_rows ?? "score") === "score") return [...rows];
  const first = new Set<string>();
  return rows.map((row) => {
    const { ma = "", ho = "", ten = "" } = row.texts;
    // Every period has a row that says something.
    const isFirst = !first.has(row.period);
    first.add(row.period);
    if (isFirst || kindOf(row.period) !== rubric.period || !draw.rarely(8)) return row;
    const blank = Object.keys(row.texts).map((id) => [id, ""]);
    return { ...row, texts: { ...Object.fromEntries(blank), ma, ho: isKey(rubric, "ho") ? ho : "", ten } };
  });
}

const isKey = ({ subject: { key } }: Rubric, id: string): boolean => [key].flat().includes(id);
