/** What ends a cell of some dialect, or has to be quoted in it. */
const special = new Uint8Array(256);
for (const mark of '",;\r\n\t') special[mark.charCodeAt(0)] = 1;

/**
 * Is a text (UTF-8) written into CSV files for programs as it is? It begins with a letter or a digit, so that no spreadsheet takes
 * it for a formula, and holds no mark that would have to be quoted.
 */
export function isPlainCsv(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start) return true;
  const first = bytes[start] as number;
  const isLetter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a;
  const isDigit = first >= 0x30 && first <= 0x39;
  // Two bytes, or three up to U+1FFF: letters with marks, none of the signs of full width.
  if (!isLetter && !isDigit && (first < 0xc3 || first > 0xe1)) return false;
  for (let at = start; at < end; at++) if (special[bytes[at] as number] === 1) return false;
  return true;
}
