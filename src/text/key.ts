/** Joins the parts of a key of several columns; it cannot occur in cleaned text. */
export const keySeparator = "\u001F";
