/**
 * Text that a spreadsheet would run when it opens a CSV file: a formula sign (also full-width, also behind spaces or
 * apostrophes), or a control character that makes it look further. After OWASP, "CSV Injection". Apostrophes in front
 * never change the answer: that is why {@link restore} gives back every text.
 */
const dangerous = /^[\s']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;

/** `text` as a cell that no spreadsheet runs: an apostrophe goes before it where it begins like a formula. */
export const defuse = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

/** What {@link defuse} was given: takes one apostrophe away, and only where `defuse` would have put it. */
export const restore = (text: string): string =>
  text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
