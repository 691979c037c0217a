import type { DecimalMark } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { Encoding } from "../sheet/1-records/encodings/decode.ts";
import { encodings } from "../sheet/1-records/encodings/decode.ts";

/** Flags that can change the bytes of results: a receipt records them, and `score verify` computes with them again. */
export interface RecordedFlags {
  /** Canonical name. */
  readonly period?: string;
  readonly "decimal-mark"?: DecimalMark;
  readonly encoding?: Encoding;
  /** Sorted. */
  readonly set?: readonly string[];
  /** Sorted. */
  readonly format?: readonly string[];
  readonly where?: string;
  readonly columns?: readonly string[];
  readonly "drop-columns"?: readonly string[];
  readonly "keep-columns"?: true;
  readonly excel?: true;
  /** Where the codes are kept is nobody's business: only that there are codes. */
  readonly anonymise?: true;
  readonly trace?: true;
  readonly "keep-going"?: true;
}

/** The same as they were given. */
type GivenFlags = Omit<RecordedFlags, "anonymise" | "decimal-mark" | "encoding"> & {
  readonly encoding?: string;
  readonly anonymise?: string;
  readonly "decimal-mark"?: string;
};

/** What of the flags given is recorded: of a period, however it was asked for, the one that is reported. */
export function recordedFlags(flags: GivenFlags, { periods }: Report): RecordedFlags {
  const { where, columns, excel, trace, "keep-going": keepGoing } = flags;
  const period = flags.period === undefined ? undefined : periods[0]?.period;
  const dropped = flags["drop-columns"];
  const keepsColumns = flags["keep-columns"];
  const mark = flags["decimal-mark"];
  return {
    ...(period !== undefined && { period }),
    ...(isMark(mark) && { "decimal-mark": mark }),
    ...(flags.set && { set: flags.set.toSorted() }),
    ...(isEncoding(flags.encoding) && { encoding: flags.encoding }),
    ...(flags.format && { format: flags.format.toSorted() }),
    ...(where !== undefined && { where }),
    ...(columns && { columns: idsIn(columns) }),
    ...(dropped && { "drop-columns": idsIn(dropped) }),
    ...(keepsColumns && { "keep-columns": keepsColumns }),
    ...(excel && { excel }),
    ...(flags.anonymise !== undefined && { anonymise: true }),
    ...(trace && { trace }),
    ...(keepGoing && { "keep-going": keepGoing }),
  };
}

function isMark(value: unknown): value is DecimalMark {
  return value === "," || value === ".";
}

const isEncoding = (value: unknown): value is Encoding => encodings.some((encoding) => encoding === value);

/** `A1,B2` → A1 and B2. */
export const idsIn = (values: readonly string[]): string[] => [
  ...new Set(
    values
      .flatMap((value) => value.split(","))
      .map((id) => id.trim())
      .filter(Boolean),
  ),
];

const isText = (value: unknown): boolean => typeof value === "string";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isSwitch = (value: unknown): boolean => value === true;

const sound: { readonly [Name in keyof RecordedFlags]-?: (value: unknown) => boolean } = {
  period: (value) => isText(value) && parsePeriod(value as string)?.name === value,
  "decimal-mark": isMark,
  set: isTexts,
  encoding: isEncoding,
  format: isTexts,
  where: isText,
  columns: isTexts,
  "drop-columns": isTexts,
  "keep-columns": isSwitch,
  excel: isSwitch,
  anonymise: isSwitch,
  trace: isSwitch,
  "keep-going": isSwitch,
};

/** Names in the flags of a receipt that this version does not know, or whose value it could not have written. */
export const unknownFlags = (flags: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(flags).filter((name) => !Object.hasOwn(sound, name) || !sound[name as keyof RecordedFlags](flags[name]));
