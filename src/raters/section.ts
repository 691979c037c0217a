import type { Bilingual } from "../text/bilingual.ts";

/** One table of the report for people. */
export interface Section {
  readonly title: Bilingual;
  readonly notes: readonly Bilingual[];
  readonly head: readonly { readonly text: Bilingual; readonly isNumber?: boolean }[];
  /** Texts; numbers with a decimal point. */
  readonly rows: readonly (readonly string[])[];
}

export const nothing = "–";

/** Two decimals; `signed` for what is above or below 0. */
export function figure(value: number | undefined, signed = false): string {
  if (value === undefined || !Number.isFinite(value)) return nothing;
  const text = value.toFixed(2).replace(/^-(0\.00)$/, "$1");
  return signed && value > 0 && text !== "0.00" ? `+${text}` : text;
}

const json: Bilingual = { en: "json", vi: "json" };

/** Says that a table shows only its first rows. `formats`: those that have all. */
export const cutNote = (count: number, most: number, formats: Bilingual = json): readonly Bilingual[] =>
  count <= most
    ? []
    : [
        {
          en: `The first ${most} of ${count}; all are in --format ${formats.en}.`,
          vi: `${most} dòng đầu trong ${count}; --format ${formats.vi} có đủ.`,
        },
      ];
