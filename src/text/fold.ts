/**
 * Text as people mean it: NFC, no-break spaces as spaces, without invisible characters (zero-width ones, soft hyphens,
 * marks of writing direction, control characters), trimmed, inner spaces single.
 */
export function clean(text: string): string {
  // The cheap test first: nearly every cell of a large sheet is plain ASCII without outer spaces.
  if (!/[^ -~]|^ | $| {2}/.test(text)) return text;
  // Invisible characters go first: one between a letter and its accent would keep NFC from joining them.
  return text
    .replace(/(?!\s)\p{Cc}|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

/** Text reduced to what names are compared by: without case, accents, spaces, underscores and a mark such as `(*)`. */
export const fold = (text: string): string =>
  clean(text)
    .replace(/\(\s*\*+\s*\)|\*+/g, "")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[\s_]+/g, "");
