/**
 * Text as people mean it: NFC, no-break spaces as spaces, without invisible characters (zero-width ones, soft hyphens,
 * marks of writing direction, control characters), trimmed, inner spaces single.
 */
export function clean(text: string): string {
  // The cheap test first: nearly every cell of a large sheet is plain ASCII without outer spaces.
  if (!/[^ -~]|^ | $| {2}/.test(text)) return text;
  // Invisible characters go first: one between a letter and its accent would keep NFC from joining them.
  return text
    .replace(/(?!\s)\p{Cc}|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A word as it is compared: without case, spaces, underscores and a mark such as `(*)`, with its tone mark at the end of the
 * vowels wherever it was put (`Hòa`, `Hoà`), and with one kind of `Đ`. Accents stay: other accents are another word.
 */
export function spelling(text: string): string {
  const known = spelled.get(text);
  if (known !== undefined) return known;
  const result = letters(clean(text).replace(/\(\s*\*+\s*\)|\*+/g, "")).replace(/[\s_]+/g, "");
  if (spelled.size >= mostSpelled) spelled.clear();
  if (text.length <= longestSpelled) spelled.set(text, result);
  return result;
}

/** Headers and labels are asked for again and again. */
const spelled = new Map<string, string>();
const [mostSpelled, longestSpelled] = [5_000, 500];

export type SpelledWords = Pick<ReadonlySet<string>, "has">;

/** Words as they are compared. They are spelled when one is asked for: most runs ask for few of those that the program knows. */
export function spelledWords(words: readonly string[], as = spelling): SpelledWords {
  let known: ReadonlySet<string> | undefined;
  return {
    has(spelled) {
      known ??= new Set(words.map(as));
      return known.has(spelled);
    },
  };
}

/** The same without accents: what somebody types who leaves them out. */
export const fold = (text: string): string => withoutAccents(spelling(text));

/** The words of a text, each as {@link fold} has it. */
export const foldedWords = (text: string): readonly string[] => (text.match(/[\p{L}\p{M}\d]+/gu) ?? []).map(fold);

/** No title is longer than this, in code units. To ask something of each of its words would take minutes for a text without end. */
export const longestTitle = 500;

/** The first word of a title, the first two, and so on. */
export const beginnings = (text: string): readonly string[] =>
  [...text.slice(0, longestTitle).matchAll(/\P{L}|$/gu)].flatMap(({ index }) =>
    index > 0 ? [text.slice(0, index)] : [],
  );

/** Does a title begin with this name, as words of their own: `TỔ 1`, `Tổ: Hành chính`, but not `Tổng kết`, with `Tổ`? */
export const beginsWith = (text: string, name: string): boolean =>
  beginnings(text).some((words) => fold(words) === fold(name));

export const withoutAccents = (spelled: string): string =>
  /[^ -~]/.test(spelled) ? spelled.replace(/\p{Mn}/gu, "").replace(/đ/g, "d") : spelled;

/**
 * The same for two texts that people take for one: they differ in case, width, spaces, kind of dash or quotation mark, place of the
 * tone mark, kind of `Đ`, in letters of another alphabet that are drawn like Latin ones, or in marks at the ends.
 */
export const lookAlike = (text: string): string =>
  withoutEndMarks(
    letters(clean(narrow(text)))
      .replace(/\s+/g, "")
      .replace(/[\p{Pd}\u2212]/gu, "-")
      .replace(/[“”„«»]/g, '"')
      .replace(/[\u0370-\u052F]/g, (letter) => drawnLike.get(letter) ?? letter),
  );

/** Marks that say nothing at either end of a text. `A-` and `-1` have a sign, though, and so has what is nothing but marks. */
export const endMarks = ".,;:_\"'`‘’…·•-";
const ends = new RegExp(`^[${endMarks}]+(?=[^${endMarks}])|(?<=[^${endMarks}])[${endMarks}]+$`, "g");
const isSigned = (text: string): boolean => text.includes("-") && /^(?:\P{M}\p{M}*-|-[0-9.,]+)$/u.test(text);

export const withoutEndMarks = (text: string): string => (isSigned(text) ? text : text.replace(ends, ""));

/** Greek and Cyrillic letters whose capitals or small letters are drawn like Latin ones. */
const drawnLike = new Map(
  [
    ["αβεζηικμνορτυχ", "abezhikmnoptyx"],
    ["авекмнорстухіјѕ", "abekmhopctyxijs"],
  ].flatMap(([other = "", latin = ""]) => [...other].map((letter, at) => [letter, latin[at] as string] as const)),
);

/** Characters of full width, as East Asian keyboards type them, as those of ASCII. */
export const narrow = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

const letters = (text: string): string =>
  /[^ -~]/.test(text)
    ? text
        .toLowerCase()
        .replace(/[\u00F0\u0256]/g, "đ")
        .normalize("NFD")
        .replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031B]*(?:[aeiouy][\u0302\u0306\u031B]*)*)/g, "$2$1")
    : text.toLowerCase();
