/**
 * VNI for Windows, as fonts such as VNI-Times have it: a vowel and behind it a sign for its mark and tone; few letters are one sign.
 * In programs that know of no Vietnamese: `Hoï vaø teân`.
 */
const marks: Readonly<Record<string, string>> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
const single: Readonly<Record<string, string>> = {
  í: "í",
  ì: "ì",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  ô: "ơ",
  ö: "ư",
  î: "ỵ",
  ñ: "đ",
};

const signs = Object.keys(marks).join("");
const pair = new RegExp(`([aeouyôö])([${signs}])|[${Object.keys(single).join("")}]`, "gi");

/** A text as programs without Vietnamese show it, in its letters. */
export const fromVni = (text: string): string =>
  text.replace(pair, (whole: string, vowel?: string, sign?: string) => {
    if (vowel === undefined || sign === undefined) return alike(whole, single[whole.toLowerCase()] ?? whole);
    const base = single[vowel.toLowerCase()] ?? vowel.toLowerCase();
    return alike(vowel, (base + (marks[sign.toLowerCase()] ?? "")).normalize("NFC"));
  });

const alike = (letter: string, converted: string): string =>
  letter === letter.toUpperCase() ? converted.toUpperCase() : converted;
