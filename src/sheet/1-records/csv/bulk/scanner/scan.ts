// AssemblyScript, of which scripts/scanner.mjs makes a WebAssembly module. It takes rows of CSV apart, eight bytes at a time, and knows
// nothing of people and words: numbers become units in the cells of a batch, of other cells it tells where they stand.
// What is laid out in memory is read and written by ../row-scanner.ts.

/** What the memory has room for. */
export const mostColumns: i32 = 2048;
export const mostBytes: i32 = 1 << 16;
export const mostRows: i32 = 256;
/** Cells of all rows of one call. */
export const mostCells: i32 = 8192;

/** Sixteen numbers of 32 bits for each column, of which the first ten are told. */
const columnBytes: usize = 64;
const cellOf: usize = 4;
/** The marks of decimals that are known: 1 the point, 2 the comma. */
const marks: usize = 8;
/** Units of one, of a tenth, of a hundredth. */
const unitsOf: usize = 12;
const least: usize = 24;
const greatest: usize = 28;
const grainOf: usize = 32;
/** Columns of one number count alike: a text means the same in all of them. Below 256. */
const group: usize = 36;
/** The cell that was found in the column last, and its length, less than 0 where there is none. */
const lastStart: usize = 40;
const lastLength: usize = 44;
/** The byte that ends cells of the column, eight times. */
const ending: usize = 48;
/** The number of the group at the top of eight bytes. */
const shifted: usize = 56;

const rowBytes: usize = 16;
const foundBytes: usize = 16;
const knownBytes: usize = 16;
const knownBits: u64 = 9;

/** Columns, bytes to be scanned, numbers that stood there lately, and what comes out: rows, found cells and numbers. */
export const columnsAt: usize = 64;
export const bytesAt: usize = columnsAt + (mostColumns as usize) * columnBytes;
export const knownAt: usize = bytesAt + (mostBytes as usize) + 64;
export const rowsAt: usize = knownAt + (knownBytes << (knownBits as usize));
export const foundAt: usize = rowsAt + (mostRows as usize) * rowBytes;
export const numbersAt: usize = foundAt + (mostCells as usize) * foundBytes;

/**
 * Kinds of columns: 0 is one that nobody reads, 2 one of which each cell is told. Of a watched one those are told that are not blank, of a
 * repeated one those that are not the cell of the row before, of a counted one those that are no number.
 */
const watched: i32 = 1;
const repeated: i32 = 3;
const counted: i32 = 4;

const quote: u32 = 0x22;
const lineFeed: u32 = 0x0a;
const carriageReturn: u32 = 0x0d;
const zero: u32 = 0x30;
const comma: u32 = 0x2c;
const point: u32 = 0x2e;
/** Numbers from here on may tell how thousands are written. */
const mostWhole: i64 = 1000;
/** One byte, and the top bit of one, eight times. */
const ones: u64 = (0x01010101 as u64) * 0x100000001;
const tops: u64 = ones << 7;
/** Parts of the golden ratio, by which keys are spread. */
const spreading: u64 = ((0x9e3779b9 as u64) << 32) | 0x7f4a7c15;

/** Of the number that was read last: its units, its length, and the mark in it as in {@link marks}. */
let units: i32 = 0;
let length: i32 = 0;
let mark: i32 = 0;

/** The top bit of each byte that is the one of `pattern`. Only the lowest is sure: those above it may be wrong. */
function where(word: u64, pattern: u64): u64 {
  const other = word ^ pattern;
  return (other - ones) & ~other & tops;
}

/** The same of the separator, and of bytes below 0x0e as line ends are. */
function endsIn(word: u64, separators: u64): u64 {
  return where(word, separators) | ((word - ones * 0x0e) & ~word & tops);
}

function isEnd(byte: u32, separator: u32): bool {
  return byte === separator || byte === lineFeed || byte === carriageReturn;
}

/** Where a cell ends that no quotation mark opens. */
function cellEnd(start: usize, separators: u64): usize {
  let at = start;
  let ends = endsIn(load<u64>(at), separators);
  for (; ends === 0; ends = endsIn(load<u64>(at), separators)) at += 8;
  return at + ((ctz(ends) >> 3) as usize);
}

/** As `hashOf` in src/text/texts.ts. */
function hashOf(start: usize, end: usize): u32 {
  let hash: u32 = 0x811c9dc5;
  for (let at = start; at < end; at += 4) {
    let word = load<u32>(at);
    if (end - at < 4) word &= ((1 as u32) << (((end - at) as u32) << 3)) - 1;
    hash = (hash ^ word) * 0x5bd1e995;
    hash ^= hash >>> 15;
  }
  return hash;
}

function isSame(one: usize, other: usize, size: usize): bool {
  let at: usize = 0;
  for (; at + 8 <= size; at += 8) if (load<u64>(one + at) !== load<u64>(other + at)) return false;
  const left = (size - at) as u64;
  return left === 0 || (load<u64>(one + at) ^ load<u64>(other + at)) << (64 - (left << 3)) === 0;
}

/** Reads a number without a sign, with up to two decimals, below {@link mostWhole}. @returns whether it is one that the column counts */
function readDigits(start: usize, column: usize, separator: u32): bool {
  let at = start;
  let number: i64 = 0;
  let decimals: usize = 0;
  let byte: u32 = load<u8>(at);
  if (byte - zero > 9) return false;
  for (; byte - zero <= 9; byte = load<u8>(++at)) {
    number = number * 10 + (byte - zero);
    if (number >= mostWhole) return false;
  }
  mark = 0;
  if (byte !== separator && (byte === point || byte === comma)) {
    mark = byte === point ? 1 : 2;
    for (byte = load<u8>(++at); byte - zero <= 9 && decimals < 2; byte = load<u8>(++at)) {
      number = number * 10 + (byte - zero);
      decimals++;
    }
    if (decimals === 0) return false;
  }
  if (!isEnd(byte, separator)) return false;
  const unit = load<i32>(column + (decimals << 2), unitsOf);
  const value = number * unit;
  if (unit === 0 || value > 0x7fffffff) return false;
  units = value as i32;
  length = (at - start) as i32;
  const grain = load<i32>(column, grainOf);
  return grain === 1 || units % grain === 0;
}

/** Most numbers stood there lately, and are known by their bytes. @returns whether it is one that is for here */
function readNumber(at: usize, column: usize, separator: u32): bool {
  const word = load<u64>(at);
  const ends = where(word, load<u64>(column, ending)) & (tops >> 8);
  if (ends === 0) {
    if (!readDigits(at, column, separator)) return false;
  } else {
    // What stands before the end, and a part of the end, which is always the same.
    const key = (word & ((ends & (0 - ends)) - 1)) | load<u64>(column, shifted);
    const slot = knownAt + (((key * spreading) >> (64 - knownBits)) as usize) * knownBytes;
    if (load<u64>(slot) === key) {
      units = load<i32>(slot, 8);
      length = load<i16>(slot, 12);
      mark = load<i16>(slot, 14);
    } else {
      if (!readDigits(at, column, separator)) return false;
      store<u64>(slot, key);
      store<i32>(slot, units, 8);
      store<i16>(slot, length as i16, 12);
      store<i16>(slot, mark as i16, 14);
    }
  }
  return (
    (mark & ~load<i32>(column, marks)) === 0 &&
    units >= load<i32>(column, least) &&
    units <= load<i32>(column, greatest)
  );
}

/** Tells of a cell. @returns where the next one is told */
function tell(found: usize, column: usize, ordinal: i32, start: usize, end: usize): usize {
  store<i32>(column, start as i32, lastStart);
  store<i32>(column, (end - start) as i32, lastLength);
  store<i32>(found, ordinal);
  store<i32>(found, start as i32, 4);
  store<i32>(found, end as i32, 8);
  store<i32>(found, hashOf(start, end), 12);
  return found + foundBytes;
}

/**
 * Takes `most` rows of [start, end), which ends behind a line end, or as many as there are before one that is not for here.
 * `width`: numbers of a row in the batch, of 32 bits where it `isWide`.
 * @returns how many rows
 */
export function scan(start: usize, end: usize, separator: u32, columns: i32, width: i32, isWide: bool, most: i32): i32 {
  const separators = (separator as u64) * ones;
  const behind = columnsAt + (columns as usize) * columnBytes;
  for (let column = columnsAt; column < behind; column += columnBytes) {
    const isLast = column + columnBytes === behind;
    store<i32>(column, -1, lastLength);
    store<u64>(column, isLast ? (lineFeed as u64) * ones : separators, ending);
    store<u64>(column, (load<i32>(column, group) as u64) << 56, shifted);
  }
  let at = start;
  let row = rowsAt;
  let found = foundAt;
  let numbers = numbersAt;
  let count: i32 = 0;
  for (; at < end && count < most; count++) {
    let breaks: i32 = 0;
    let hasNumber: i32 = 0;
    let ordinal: i32 = 0;
    for (let column = columnsAt; ; ordinal++) {
      const kind = load<i32>(column);
      const last = load<i32>(column, lastLength);
      if (kind === counted && readNumber(at, column, separator)) {
        at += length;
        hasNumber = 1;
        const cell: usize = load<i32>(column, cellOf);
        if (isWide) store<i32>(numbers + (cell << 2), units);
        else store<i16>(numbers + (cell << 1), units as i16);
      } else if (load<u8>(at) === quote) {
        const from = ++at;
        let within: i32 = 0;
        let isDoubled = false;
        for (; at < end; at++) {
          const byte: u32 = load<u8>(at);
          if (byte === lineFeed || (byte === carriageReturn && load<u8>(at, 1) !== lineFeed)) within++;
          if (byte !== quote) continue;
          if (load<u8>(at, 1) !== quote) break;
          isDoubled = true;
          at++;
        }
        if (at >= end || !isEnd(load<u8>(at, 1), separator)) return count;
        if (kind > watched && (isDoubled || within > 0)) return count;
        breaks += within;
        if (kind > watched || (kind === watched && at > from)) found = tell(found, column, ordinal, from, at);
        at++;
      } else if (
        kind === repeated &&
        last >= 0 &&
        isSame(load<i32>(column, lastStart), at, last) &&
        isEnd(load<u8>(at + last), separator)
      ) {
        at += last;
      } else {
        const from = at;
        at = cellEnd(at, separators);
        if (kind > watched || (kind === watched && at > from)) found = tell(found, column, ordinal, from, at);
      }
      column += columnBytes;
      if (column === behind) break;
      if (load<u8>(at++) !== separator) return count;
    }
    if (load<u8>(at) === carriageReturn) at++;
    if (load<u8>(at++) !== lineFeed) return count;
    store<i32>(row, at as i32);
    store<i32>(row, breaks, 4);
    store<i32>(row, hasNumber, 8);
    store<i32>(row, ((found - foundAt) / foundBytes) as i32, 12);
    row += rowBytes;
    numbers += (width as usize) << (isWide ? 2 : 1);
  }
  return count;
}
