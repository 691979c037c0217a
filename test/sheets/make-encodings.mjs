// Makes test/sheets/encodings.json: Vietnamese words in old encodings, as other programs convert them.
//
//   npm install --no-save vietnamese-conversion && node test/sheets/make-encodings.mjs
//
// VNI by that package, TCVN3 and Windows-1258 by iconv of the C library of GNU. TCVN3 has no capitals but Ă Â Ê Ô Ơ Ư Đ.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { toVNI } from "vietnamese-conversion";

const vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const letters = [...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC"))), "đ"];
const words = [
  ...letters.map((letter) => `b${letter}c`),
  "Họ và tên",
  "Nguyễn Thị Én",
  "Đường",
  "trưởng",
  "quyết định",
  "khuya",
];
const capitals = words.map((word) => word.toUpperCase());

const iconv = (encoding, text) => {
  const { stdout, status } = spawnSync("iconv", ["-f", "UTF-8", "-t", encoding], { input: text });
  // Below 0xA0 stand the capitals of another part of the standard, which fonts have not.
  return status === 0 && (encoding !== "TCVN" || stdout.every((byte) => byte < 0x80 || byte > 0xa0))
    ? stdout.toString("hex")
    : undefined;
};
const pairs = (list, convert) =>
  Object.fromEntries(list.flatMap((word) => (convert(word) ? [[word, convert(word)]] : [])));
const made = {
  // The package has the signs of other letters for y with a tone.
  vni: pairs(
    [...words, ...capitals].filter((word) => !/[ỳỷỹýỵ]/i.test(word)),
    (word) => Buffer.from(toVNI(word, "unicode"), "latin1").toString("hex"),
  ),
  tcvn3: pairs(words, (word) => iconv("TCVN", word)),
  "windows-1258": pairs([...words, ...capitals], (word) => iconv("CP1258", word)),
};
writeFileSync(new URL("encodings.json", import.meta.url), `${JSON.stringify(made, undefined, 1)}\n`);
