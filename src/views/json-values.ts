import { recordedName } from "../files/recorded-name.ts";
import type { CellValue } from "../model/column.ts";
import type { Units } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Result } from "../model/report.ts";
import type { Row } from "../model/row.ts";
import { formatDecimal, placesNeeded } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { divide, toKey } from "../number/exact.ts";
import { columnText } from "./columns.ts";
import { forPrograms } from "./style.ts";

/** What can be written as JSON; an absent property is not written. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json | undefined };

/** The parts of the key. */
export const keyOf = (plan: Plan, { columns }: Result): string[] =>
  plan.key.map((at) => columnText(plan, at, forPrograms)(columns[at]));

/** A sheet is named as in the receipt, so that the file says nothing of the machine. */
export const placeOf = ({ sheet, line }: Row) => ({ sheet: sheet.recorded ?? recordedName(sheet.name), line });

export type Entries = readonly (readonly [string, Json | undefined])[];

/** Entries whose value is there; an id such as `__proto__` is a name like any other. */
export const named = (entries: Entries): JsonObject =>
  Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));

/** A number as it is exactly, where there is one. */
export const exactOrNone = (value: Exact | undefined): string | undefined =>
  value === undefined ? undefined : exactText(value);

/** The value of a column; absent where there is none. */
export function cellValue(plan: Plan, at: number, value: CellValue | undefined): Json | undefined {
  if (value === undefined || typeof value === "boolean" || typeof value === "string") return value;
  return plan.columns[at]?.type.kind === "number" ? exactText(value) : columnText(plan, at, forPrograms)(value);
}

/** Units as points. */
export const pointsText = (plan: Plan, units: Units | undefined): string | undefined =>
  units === undefined ? undefined : exactText(divide(units, plan.scale));

/** `"89.5"`, or a fraction in lowest terms where there is no finite decimal: `"269/3"`. */
export const exactText = (value: Exact): string =>
  placesNeeded(value) === undefined ? toKey(value) : formatDecimal(value);
