import { closingWords, signingPosts } from "./vocabulary.ts";

const beginnings = closingWords.map((word) => word.toLowerCase());
const posts = signingPosts.map((word) => word.toLowerCase());
/** On behalf of whom somebody signs; `KT.01` is a code. */
const onBehalf = ["t/m", "k/t", "t/l", "tm.", "kt.", "tl."];

/** Does a text close a table: place and date, who prepared it, who signs? One pattern for all of it takes as long to compile as a small sheet to score. */
export function isClosing(text: string): boolean {
  const lower = text.toLowerCase();
  const bare = lower.replace(/^[(*-] ?/, "");
  return (
    beginsWithOne(bare, beginnings) ||
    onBehalf.some((sign) => lower.startsWith(sign) && /^ *\p{L}{2}/u.test(lower.slice(sign.length))) ||
    (lower.includes("ngày") && /^(?:[^,]{1,40}, *)?ngày [\d .…_]*tháng [\d .…_]*năm/.test(lower))
  );
}

/** Is it the post of somebody who signs? */
export const isPost = (text: string): boolean => beginsWithOne(text.toLowerCase(), posts);

const beginsWithOne = (lower: string, words: readonly string[]): boolean =>
  words.some((word) => lower.startsWith(word) && !/^\p{L}/u.test(lower.slice(word.length)));
