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

const month = String.raw`(?:jan(?:uary|v)?|feb(?:ruary)?|mar(?:ch|s)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:tháng|thang|thg) ?\d{1,2})\.?`;

/** A day in words: `ngày 3 tháng 5 năm 2010`, `03 tháng 5, 2010`; its figures are groups. */
export const dayInWords =
  /^(?:ng[àa]y )?(\d{1,2}) ?(?:tháng|thang|thg)\.? ?(\d{1,2})(?: ?,? ?n[ăa]m ?| ?[,./-] ?| )(\d{4})$/i;

/** A day or a year beside the name of a month, with a year or without. */
export const dayOfMonth = new RegExp(
  String.raw`^(?:\d{1,2}[-/ .]+${month}(?:[-/ .,]+\d{2,4})?|${month}[-/ .]+\d{1,4}(?:[-/ .,]+\d{2,4})?)$`,
  "i",
);

/** How the names of the months begin. */
export const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
