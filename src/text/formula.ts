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

const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
/** Digits with the marks of numbers, dates, times and money (`0510`, `1E5`, `12/03`, `$5`), with the name of a month (`SEPT1`), or a truth. */
const marked = "[\\d .,:/%()Ee+\\p{Sc}-]*";
const readAsNumber = new RegExp(
  `^(?:${marked}\\d${marked}|(?:${months})[a-z]*[ .-]?\\d+|\\d+[ .-]?(?:${months})[a-z]*|true|false)$`,
  "iu",
);
/** Spreadsheets keep 15 digits. */
const keptAsItIs = /^(?:0|[1-9]\d{0,14})$/;

/**
 * `text` as a cell that spreadsheets leave as it is: one that they would read as a number or a date becomes a formula that gives
 * the text (`="0510"`), which sheets are read with again.
 */
export const keepText = (text: string): string =>
  readAsNumber.test(text) && !keptAsItIs.test(text) ? `="${text}"` : defuse(text);
