import type { Column } from "../../model/column.ts";
import { spelled } from "../../number/decimal.ts";
import type { Days } from "../../period/date.ts";
import { formatDate } from "../../period/date.ts";
import type { Bilingual, Language } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";

/** A column that a sheet has not, and what everybody gets in its place. */
export interface AbsentColumn {
  readonly id: string;
  /** As people would write it in a sheet in the language of the rubric. */
  readonly value: string;
  /** It is said above the header, and holds up to the first title of a group. */
  readonly isGroup?: true;
  /** A column of nearly its name is told. */
  readonly hasNear?: true;
}

/** Undefined for a column without a default, and for one of which something else is known of those who are subjects. */
export function absentColumn(
  { id, type, is, from, default: value }: Column,
  language: Language,
): AbsentColumn | undefined {
  if (value === undefined || is !== undefined || from) return undefined;
  if (typeof value === "boolean") return { id, value: (value ? phrase("yes") : phrase("no"))[language] };
  if (type.kind === "date") return { id, value: formatDate(value as Days) };
  if (typeof value !== "string") return { id, value: spelled(value)[language] };
  const label = type.kind === "choice" ? type.values.find((each) => each.id === value)?.label : undefined;
  return { id, value: label ?? value };
}

/** The value of an absent column in a sentence. */
export const shownValue = ({ value }: AbsentColumn): string | Bilingual =>
  value === "" ? phrase("blank") : `\`${value}\``;
