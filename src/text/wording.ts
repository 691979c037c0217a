import { beginnings, clean, fold, spelledWords, spelling } from "./fold.ts";
import { addressForms, dottedUnits, postBeginnings, shortPosts, shortUnits, unitWords } from "./vocabulary.ts";

/**
 * A text as another may word it who means the same: units in full (`TDP 1` is `Tổ dân phố 1`, `P. Nội vụ` `Phòng Nội vụ`, `TH&THCS` `TH và THCS`), and `i` for the
 * `y` that ends a syllable behind a consonant (`Kỹ thuật` is `Kĩ thuật`).
 */
export function spelledOut(text: string): string {
  const letters = withWholeUnits(text).normalize("NFD");
  const spelled = /y/i.test(letters)
    ? letters.replace(/(?<=[bcdđghklmnprstvx]|qu)y(?=\p{M}*(?![\p{L}\p{M}]))/giu, "i")
    : letters;
  return spelled.normalize("NFC").trim();
}

const withWholeUnits = (text: string): string =>
  mayBeShort.test(text)
    ? withDottedUnit(text).replace(/&|(?<![\p{L}\p{M}])\p{Lu}{2,}(?![\p{L}\p{M}])/gu, (word) =>
        word in shortUnits ? ` ${shortUnits[word]} ` : word,
      )
    : text;

/** The cheap test first: patterns of letters take long to compile. */
const mayBeShort = new RegExp(`^[${Object.keys(dottedUnits).join("")}]\\.|${Object.keys(shortUnits).join("|")}`);

const withDottedUnit = (text: string): string =>
  text.replace(/^(\p{Lu})\. ?(?=\p{L})/u, (short, letter: string) =>
    letter in dottedUnits ? `${dottedUnits[letter]} ` : short,
  );

/** Without what joins the words of a unit, which one writes and another does not: `Toán - Tin`, `Toán và Tin`, `Toán Tin`. */
export const withoutJoints = (text: string): string =>
  clean(text).replace(/(?<=[\p{L}\p{M}])(?: ?[-–—&,./] ?| và )(?=\p{L})/gu, " ");

/** The same for a unit that says what it is: a text without such a word may name somebody, and `Ly` is not `Li`. */
export function unitInFull(text: string): string {
  const full = spelledOut(text);
  return full !== text && beginnings(full).some((words) => units.has(spelling(words))) ? full : text;
}

const units = spelledWords([...unitWords.flat(), ...Object.values(shortUnits)]);

/** The name of somebody without what one calls him before it (`Đ/c Ông`) or his post behind it (`(BT)`, ` - Bí thư`). `Anh Thư` is a name. */
export function plainName(text: string): string {
  const name = text.replace(behind, (whole, post: string) => (isPost(post) ? "" : whole));
  const bare = name.replace(before, "");
  return bare.includes(" ") ? bare : name;
}

const escaped = addressForms.map((form) => form.replace(".", "\\.")).sort((a, b) => b.length - a.length);
const before = new RegExp(`^(?:(?:${escaped.join("|")})(?:[.:] ?| ))+`, "iu");
const behind = /(?: ?[([]| ?, ?| [-–—] ?|[-–—] )([^()[\]]+?)[)\]]?$/u;

/** Are two posts behind two names, `(BT)` and `(PBT)`? Of one in short and one in full, or one that goes on, nobody knows. */
export function haveTwoPosts(text: string, otherText: string): boolean {
  const postIn = (each: string): string => behind.exec(each)?.[1] ?? "";
  const [one, other] = [postIn(text), postIn(otherText)];
  if (!isPost(one) || !isPost(other)) return false;
  const [post, otherPost] = [fold(one), fold(other)];
  const isOneMore = post.startsWith(otherPost) || otherPost.startsWith(post);
  return shorts.has(post) === shorts.has(otherPost) && !isOneMore;
}

const shorts = spelledWords(shortPosts, fold);
const isPost = (text: string): boolean =>
  shorts.has(fold(text)) || postBeginnings.some((post) => spelling(text).startsWith(spelling(post)));
