import type { DecimalMark } from "../../../../model/plan.ts";

/** How the numbers of a column are counted. */
export interface PointsColumn {
  /** Units in one point, in a tenth, in a hundredth of one; 0 where that is no whole number: such decimals are not read here. */
  readonly units: readonly [one: number, tenth: number, hundredth: number];
  readonly min: number;
  readonly max: number;
  /** What every number is a multiple of. */
  readonly grain: number;
  /** Whether another number with this mark tells nothing new of the column. */
  isKnown(mark: DecimalMark): boolean;
}

/** What {@link readPoints} found: units, and the place behind them. */
export interface FoundPoints {
  units: number;
  end: number;
}

const [zero, comma, point] = [0x30, 0x2c, 0x2e];
/** Numbers from here on may tell how thousands are written. */
const mostWhole = 1000;

/**
 * Reads a number without a sign, with up to two decimals, that ends before `delimiter` or a line end. Any other text, and a number
 * that says something new of the marks of its column, is left to the general reader. @returns whether it was read
 */
export function readPoints(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  column: PointsColumn,
  found: FoundPoints,
): boolean {
  let at = start;
  let number = (bytes[at] as number) - zero;
  if (!(number >= 0 && number <= 9)) return false;
  let byte = bytes[++at] as number;
  for (let digit = byte - zero; digit >= 0 && digit <= 9; digit = byte - zero) {
    number = number * 10 + digit;
    byte = bytes[++at] as number;
    if (number >= mostWhole) return false;
  }
  let unit = column.units[0];
  if (byte !== delimiter && (byte === point || byte === comma)) {
    if (!column.isKnown(byte === point ? "." : ",")) return false;
    const tenths = (bytes[at + 1] as number) - zero;
    if (!(tenths >= 0 && tenths <= 9)) return false;
    const hundredths = (bytes[at + 2] as number) - zero;
    if (hundredths >= 0 && hundredths <= 9) {
      number = number * 100 + tenths * 10 + hundredths;
      unit = column.units[2];
      at += 3;
    } else {
      number = number * 10 + tenths;
      unit = column.units[1];
      at += 2;
    }
    byte = bytes[at] as number;
  }
  const units = number * unit;
  if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) return false;
  if (unit === 0 || units < column.min || units > column.max) return false;
  if (column.grain !== 1 && units % column.grain !== 0) return false;
  found.units = units;
  found.end = at;
  return true;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];
