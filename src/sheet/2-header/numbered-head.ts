/**
 * A name without the number that stands before it in forms: `I. Tư tưởng`, `1.2 Tư tưởng`, `a) Tư tưởng`. Where there is no mark behind
 * it, the number has several parts.
 */
export const withoutNumber = (text: string): string => text.replace(numbering, "");

const numbering =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|\p{L})(?:[.)/:](?!\d)|\s[-–])|\d{1,3}(?:\.\d{1,3})+(?=\s))\s*/u;
