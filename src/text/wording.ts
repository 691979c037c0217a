import { fold, spelling } from "./fold.ts";
import { addressForms, postBeginnings, shortPosts, shortUnits } from "./vocabulary.ts";

/**
 * A text as another may word it who means the same: units in full (`TDP 1` is `Tổ dân phố 1`, `TH&THCS` is `TH và THCS`), and `i` for the
 * `y` that ends a syllable behind a consonant (`Kỹ thuật` is `Kĩ thuật`).
 */
export const spelledOut = (text: string): string =>
  text
    .replace(/&|(?<![\p{L}\p{M}])\p{Lu}{2,}(?![\p{L}\p{M}])/gu, (word) =>
      word in shortUnits ? ` ${shortUnits[word]} ` : word,
    )
    .normalize("NFD")
    .replace(endingY, "i")
    .normalize("NFC")
    .trim();

const endingY = /(?<=[bcdđghklmnprstvx]|qu)y(?=\p{M}*(?![\p{L}\p{M}]))/giu;

/** The name of somebody without what one calls him before it (`Đ/c Ông`) or his post behind it (`(BT)`, ` - Bí thư`). `Anh Thư` is a name. */
export function plainName(text: string): string {
  const name = text.replace(behind, (whole, post: string) => (isPost(post) ? "" : whole));
  const bare = name.replace(before, "");
  return bare.includes(" ") ? bare : name;
}

const escaped = addressForms.map((form) => form.replace(".", "\\.")).sort((a, b) => b.length - a.length);
const before = new RegExp(`^(?:(?:${escaped.join("|")})(?:[.:] ?| ))+`, "iu");
const behind = /(?: ?[([]| ?, ?| [-–—] ?|[-–—] )([^()[\]]+?)[)\]]?$/u;

const posts = postBeginnings.map(spelling);
const shorts = new Set(shortPosts.map(fold));
const isPost = (text: string): boolean =>
  shorts.has(fold(text)) || posts.some((post) => spelling(text).startsWith(post));
