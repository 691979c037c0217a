/**
 * TCVN 5712:1993 VN3, as fonts such as .VnTime have it ("ABC"): the letters from 0xA1 on, where a space is no letter. In programs
 * that know of no Vietnamese they are signs of Windows-1252, such as `Hä vµ tªn`.
 */
const letters = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

const table: ReadonlyMap<string, string> = new Map(
  [...letters].flatMap((letter, at) => (letter === " " ? [] : [[String.fromCharCode(0xa1 + at), letter] as const])),
);

/** A text as programs without Vietnamese show it, in its letters. Fonts of capitals have them at the places of small letters. */
export const fromTcvn3 = (text: string): string =>
  text.replace(/[A-Za-z\u00A1-\u00FE]+/g, (word) => {
    const converted = word.replace(/[\u00A1-\u00FE]/g, (sign) => table.get(sign) ?? sign);
    return /^(?:[^a-z]*[A-Z]){2}[^a-z]*$/.test(word) && converted !== word ? converted.toUpperCase() : converted;
  });
