import { containing } from "../period/calendar.ts";
import { findPeriods } from "../period/parse-period.ts";
import type { Period } from "../period/period.ts";

/** A period that a file speaks of outside of its rows: in its name or in a line above its header. */
export interface Mention {
  readonly period: Period;
  /** 1 for the name. */
  readonly line: number;
  readonly text: string;
}

export function findMentions(
  fileName: string,
  titles: readonly { readonly line: number; readonly text: string }[],
): readonly Mention[] {
  const name = baseName(fileName);
  return [
    ...findPeriods(name).map((period) => ({ period, line: 1, text: name })),
    ...titles.flatMap(({ line, text }) => findPeriods(text).map((period) => ({ period, line, text }))),
  ];
}

/** The mention that a row of this period does not fit, where none fits it; one of another calendar says nothing. */
export function contradictedBy(period: Period, mentions: readonly Mention[]): Mention | undefined {
  const comparable = mentions.filter((mention) => mention.period.calendar === period.calendar);
  return comparable.some((mention) => isWithin(period, mention.period) || isWithin(mention.period, period))
    ? undefined
    : comparable[0];
}

const isWithin = (part: Period, whole: Period): boolean => containing(part, whole.kind)?.name === whole.name;

/** The name of a file without its folders and endings. */
const baseName = (name: string): string => name.replace(/^.*[/\\]/, "").replace(/\.(?:csv|tsv|txt|tab)$/i, "");
