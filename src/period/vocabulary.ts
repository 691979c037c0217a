/** From January on, which has a name of its own besides, `giêng`; May is `năm`, a year, where none follows it. */
export const monthWords = [
  "một",
  "hai",
  "ba",
  "tư",
  "năm",
  "sáu",
  "bảy",
  "tám",
  "chín",
  "mười",
  "mười một",
  "mười hai",
];

/** The quarters, in two ways. */
export const quarterWords = ["nhất", "hai", "ba", "tư", "một", "hai", "ba", "bốn"];
