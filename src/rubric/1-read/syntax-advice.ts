import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";

/** Where the parser lost its way: the text of its line before it, what it could not read, and the rest of the line with that. */
export interface Stumble {
  readonly code: string;
  readonly before: string;
  readonly found: string;
  readonly rest: string;
}

/** What its author probably meant, and how that is written; where nobody can tell, where to look. */
export function adviceOn(stumble: Stumble): Bilingual {
  for (const advice of advices) {
    const given = advice(stumble);
    if (given) return given;
  }
  return lookAround;
}

export const lookAround: Bilingual = phrase(
  "look at this line and the one above it: indentation, brackets, quotation marks, commas, colons",
);

const advices: readonly ((stumble: Stumble) => Bilingual | undefined)[] = [
  ({ before, rest }) => (/^ *```/.test(before + rest) ? phrase("leave out the lines with ```") : undefined),
  ({ before, rest }) => (/^ *\/\//.test(before + rest) ? phrase("a remark begins with #") : undefined),
  ({ before, rest }) =>
    /\w: *$/.test(before) && /^- /.test(rest) ? phrase("a list begins on a line of its own") : undefined,
  // `>=` begins a text of several lines, as `|` does.
  ({ before, rest }) => {
    const number = /^[<>]=? *(\d+(?:\.\d+)?)/.exec(rest)?.[1];
    const key = /(\w+): *$/.exec(before)?.[1];
    return number && key ? phrase("write the bound alone: `{text}`", { text: `${key}: ${number}` }) : undefined;
  },
  ({ before, rest }) => {
    const [, key, begun] = /(\w+): ((?:[|>]|\[[^\]]*\]|\{[^}]*\}) *)$/.exec(before) ?? [];
    return begun === undefined ? undefined : inQuotes(`${begun}${rest.replace(/ +#.*$/, "").trimEnd()}`, key);
  },
  ({ before, rest }) => (/^ *[–—•] /.test(before + rest) ? phrase("a list begins with `-`") : undefined),
  // `@x`, `%x`: up to where the text ends, in braces too.
  ({ code, before, rest }) => {
    const key = /(\w+): *$/.exec(before)?.[1];
    const text = (before.includes("{") ? /^[@`%][^#,}]*/ : /^[@`%][^#]*/).exec(rest)?.[0].trim();
    return code === "BAD_SCALAR_START" && key && text ? inQuotes(text, key) : undefined;
  },
  // `"Việc "tốt""`: up to the mark with which the value ends.
  ({ before, rest }) => {
    const [begun, key, mark] = /(\w+): (["'])(?:(?!\2).)*\2 *$/.exec(before) ?? [];
    if (begun === undefined) return undefined;
    const text = /: (["'])(.*?)\1(?= *(?:[,}]|$))/.exec(begun + rest)?.[2];
    const other = mark === '"' ? "'" : '"';
    return text && !text.includes(other)
      ? phrase("write {value}", { value: `${key}: ${other}${text}${other}` })
      : undefined;
  },
  // `20 column: Nội quy`, `A1 title: …`: what ends in a digit is a value, and what follows a key.
  ({ code, found }) => {
    const [, value, entry] = /^(\S*[\d%"'\]}]) +([a-z_]+: .*\S) *$/.exec(code === "BLOCK_IN_FLOW" ? found : "") ?? [];
    return value === undefined ? undefined : phrase("a comma is missing: {text}", { text: `${value}, ${entry}` });
  },
  ({ code, found, rest }) => {
    const text = code === "BLOCK_IN_FLOW" ? found : code === "BLOCK_AS_IMPLICIT_KEY" ? rest.replace(/ +#.*$/, "") : "";
    const isText = /^[^"'[{;]+: [^;}]+$/.test(text);
    return isText ? phrase("a text with a colon in it: {text}", { text: quoted(text.trimEnd()) }) : undefined;
  },
];

const inQuotes = (text: string, key = "title"): Bilingual =>
  phrase("a text that begins so stands in quotation marks: {text}", { text: `${key}: ${quoted(text)}` });

const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;
