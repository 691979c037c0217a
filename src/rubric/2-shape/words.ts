import type { Bilingual } from "../../text/bilingual.ts";
import type { Node } from "../1-read/document.ts";
import { readScalar } from "./scalar.ts";

/** What stands at a place, in words. */
export function foundWords(node: Node): Bilingual {
  if (node.kind === "map") return { en: "a map", vi: "một nhóm khóa" };
  if (node.kind === "list") return { en: "a list", vi: "một danh sách" };
  const text = node.text.length > 60 ? `${node.text.slice(0, 60)}…` : node.text;
  switch (readScalar(node).kind) {
    case "nothing":
      return { en: "empty", vi: "chỗ trống" };
    case "boolean":
      return { en: text, vi: text };
    case "number":
    case "unclear":
      return { en: `the number ${text}`, vi: `số ${text}` };
    case "parameter":
    case "text":
      return { en: `the text "${text}"`, vi: `văn bản "${text}"` };
  }
}

/** `a, b or c` in both languages. */
export function either(words: readonly Bilingual[]): Bilingual {
  const join = (list: readonly string[], or: string): string =>
    list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} ${or} ${list.at(-1)}`;
  return {
    en: join(
      words.map((word) => word.en),
      "or",
    ),
    vi: join(
      words.map((word) => word.vi),
      "hoặc",
    ),
  };
}

/** Keys or values as they are written in a rubric. */
export const quoted = (words: readonly string[]): readonly Bilingual[] =>
  words.map((word) => ({ en: `\`${word}\``, vi: `\`${word}\`` }));
