const [space, tilde] = [0x20, 0x7e];

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/**
 * Is a text (UTF-8) one that nothing is to be done with, because `clean` leaves it alone and it is no formula, error, date or long
 * number of a spreadsheet? It begins with a letter or a digit and is made of ASCII and of the letters of Vietnamese as NFC has
 * them, with single spaces between. Of other texts, most of which are as sound, `false` only says that somebody else has to look.
 */
export function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start) return false;
  const first = bytes[start] as number;
  if (isDigit(first)) return isPlainCode(bytes, start, end);
  // `Err:502` is what LibreOffice shows.
  if (!isLetter(first) ? first < 0xc3 : (first | 0x20) === 0x65 && (bytes[start + 1] as number | 0x20) === 0x72)
    return false;
  return isCleaned(bytes, start, end);
}

/** One that begins with a digit: neither a date nor a number with an exponent. */
function isPlainCode(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (!isDigit(bytes[at] as number) && !isLetter(bytes[at] as number)) return false;
  for (let at = start; at < end; at++) if (((bytes[at] as number) | 0x20) === 0x65) return false;
  return true;
}

function isCleaned(bytes: Uint8Array, start: number, end: number): boolean {
  let before = space;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === space ? before === space : byte < space || byte === 0x7f) return false;
    before = byte;
    if (byte <= tilde) continue;
    const next = bytes[++at] as number;
    if (byte === 0xe1 && (next === 0xba || next === 0xbb)) at++;
    else if (byte === 0xc6 ? !horned(next) : byte < 0xc3 || byte > 0xc5) return false;
  }
  return before !== space;
}

/** Ơ, ơ, Ư, ư: behind 0xC6. */
const horned = (byte: number): boolean => byte === 0xa0 || byte === 0xa1 || byte === 0xaf || byte === 0xb0;

/** Nothing but figures (UTF-8), not blank, and another number than 1? */
export function isNumberAboveOne(bytes: Uint8Array, start: number, end: number): boolean {
  let number = 0;
  for (let at = start; at < end; at++) {
    if (!isDigit(bytes[at] as number)) return false;
    number = number * 10 + (bytes[at] as number) - 0x30;
  }
  return number > 1;
}
