import type { Bilingual } from "../../text/bilingual.ts";
import { cellText } from "../1-records/cell-text.ts";

/** Why a cell cannot be read, or why a row cannot: all its codes have the same parameters. */
export interface Fault {
  readonly code:
    | "D201"
    | "D202"
    | "D203"
    | "D204"
    | "D205"
    | "D206"
    | "D207"
    | "D208"
    | "D209"
    | "D210"
    | "D212"
    | "D213"
    | "D214"
    | "D231"
    | "D232"
    | "D233"
    | "D234"
    | "D235"
    | "D236"
    | "D237"
    | "D238"
    | "D239";
  readonly expected: Bilingual;
}

export const isFault = (value: unknown): value is Fault =>
  typeof value === "object" && value !== null && "expected" in value;

/** Where a cell stands; the same object is used for every cell, so keep a copy. */
export interface At {
  readonly line: number;
  readonly column: number;
  /** A number of a workbook: its text says nothing of how other numbers are written. */
  readonly isNumber?: boolean;
}

/** Reads a cell that is not blank. */
export type Decoder<T> = (text: string, at: At) => T | Fault;

/** Could it read a text, wherever that may stand? */
export const canRead = (decode: Decoder<unknown>, text: string): boolean => !isFault(decode(text, nowhere));

const nowhere = { line: 0, column: 0 };

/** Reads raw cells, blank ones as null. */
export interface CellReader<T> {
  (raw: string, at: At): T | null | Fault;
  /** What a text is that was read before, and may be read without anybody being told. */
  remembered(raw: string): T | null | undefined;
}

const mostRemembered = 4096;

/**
 * A decoder of raw cells: cleans them, gives null for a blank one, and decodes each text once, since the cells of a sheet
 * column have few different texts. Faults are not remembered: each is reported. Nor is what is not `isLasting`.
 */
export function cellReader<T>(decode: Decoder<T>, isLasting: (text: string) => boolean = () => true): CellReader<T> {
  const known = new Map<string, T | null>();
  const read = (raw: string, at: At): T | null | Fault => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const text = cellText(raw);
    const value = text === "" ? null : decode(text, at);
    if (!isFault(value) && known.size < mostRemembered && isLasting(text)) known.set(raw, value);
    return value;
  };
  return Object.assign(read, { remembered: (raw: string) => known.get(raw) });
}
