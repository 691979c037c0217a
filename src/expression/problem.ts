import type { Bilingual } from "../text/bilingual.ts";
import type { Span } from "../text/source.ts";

/** What is wrong with a text that is no CEL, and what its author probably meant. */
interface Problem {
  readonly problem: Bilingual;
  readonly advice: Bilingual;
}

/** The parser's codes whose cause is a text literal or a name; all others are about an unexpected sign or word. */
const problems: ReadonlyMap<string, (found: string) => Bilingual> = new Map<string, (found: string) => Bilingual>([
  ["unterminated_string", () => unclosed],
  ["unterminated_triple_quoted_string", () => unclosed],
  ["newline_in_string", () => unclosed],
  ["reserved_identifier", (found) => ({ en: `\`${found}\` is a reserved word`, vi: `\`${found}\` là từ dành riêng` })],
  [
    "invalid_macro_argument",
    (found) => ({
      en: `\`${found}\` stands where a variable is named`,
      vi: `\`${found}\` đứng ở chỗ phải đặt tên biến`,
    }),
  ],
]);
const unclosed = { en: "a text in quotes is not closed", vi: "đoạn chữ trong dấu nháy chưa được đóng" };

/** Signs and words that people write, and the advice for each. */
const advices: readonly (readonly [RegExp, Bilingual])[] = [
  [/^=/, { en: "equality is written `==`", vi: "so sánh bằng viết là `==`" }],
  [/^&|^and$/i, { en: "“and” is written `&&`", vi: "“và” viết là `&&`" }],
  [/^\||^or$/i, { en: "“or” is written `||`", vi: "“hoặc” viết là `||`" }],
  [/^[“”‘’«»]/, { en: 'use straight quotes: "tot"', vi: 'dùng dấu nháy thẳng: "tot"' }],
  [/^[≥≤≠×÷]/, { en: "write >=, <=, !=, * or /", vi: "viết >=, <=, !=, * hoặc /" }],
  [/^[,.]/, { en: "a decimal is written 0.5", vi: "số thập phân viết là 0.5" }],
  [/^\p{L}/u, { en: "names have letters without accents, and no spaces", vi: "tên viết không dấu, không cách" }],
];
const example = {
  en: 'an expression looks like `A1 >= 5 && ky_luat != "khong"`',
  vi: 'biểu thức có dạng `A1 >= 5 && ky_luat != "khong"`',
};

/** `code` is the parser's; `span` is where it stopped. */
export function problemOf(code: string, text: string, span: Span): Problem {
  const found = text.slice(span.start, span.end);
  const before = /(\w+)\s*$/.exec(text.slice(Math.max(0, span.start - 20), span.start))?.[1] ?? "";
  const advice =
    before === "not"
      ? { en: "“not” is written `!`", vi: "“không” viết là `!`" }
      : (advices.find(([sign]) => sign.test(found))?.[1] ?? example);
  return { problem: problems.get(code)?.(found) ?? unexpected(code, text, span), advice };
}

function unexpected(code: string, text: string, span: Span): Bilingual {
  const found = text.slice(span.start, span.end);
  if (/escape|surrogate/.test(code))
    return { en: `\`${found}\` is no escape`, vi: `\`${found}\` không phải ký tự thoát` };
  if (found.trim() === "") return { en: "it ends too early", vi: "biểu thức kết thúc dở dang" };
  return { en: `\`${found}\` is unexpected here`, vi: `không hiểu \`${found}\` ở vị trí này` };
}

/** The `%` before the place where the parser stopped, as in `20%` or `20% * x`. */
export function percentBefore(text: string, { start }: Span): Span | undefined {
  const before = text.slice(0, start).trimEnd();
  return before.endsWith("%") ? { start: before.length - 1, end: before.length } : undefined;
}
