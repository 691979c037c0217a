import { fromTcvn3 } from "./tcvn3.ts";
import { fromVni } from "./vni.ts";

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni"] as const;
export type Encoding = (typeof encodings)[number];

/** What turns the texts of fonts that are no Unicode into it; undefined for encodings whose letters are it. */
export function converter(encoding: Encoding | undefined): ((text: string) => string) | undefined {
  if (encoding === "tcvn3") return fromTcvn3;
  return encoding === "vni" ? fromVni : undefined;
}

/**
 * Takes the bytes of a file in turn and gives its text; call it without bytes at the end. `isUtf8`: the letters of `tcvn3` and `vni`
 * were saved as the signs of which Unicode knows them.
 */
export function decoder(encoding: Encoding, isUtf8: boolean): (bytes?: Uint8Array) => string {
  const convert = converter(encoding);
  const read = plainDecoder(convert ? (isUtf8 ? "utf-8" : "windows-1252") : encoding);
  if (!convert) return read;
  let rest = "";
  return (bytes) => {
    const text = rest + read(bytes);
    // A word is taken whole.
    const whole = bytes ? Math.max(0, text.search(/[A-Za-z\u0080-\uFFFF]*$/)) : text.length;
    rest = text.slice(whole);
    return convert(text.slice(0, whole));
  };
}

function plainDecoder(label: string): (bytes?: Uint8Array) => string {
  const text = new TextDecoder(label);
  return (bytes) => (bytes ? text.decode(bytes, { stream: true }) : text.decode());
}

/** A file as UTF-8. */
export async function* decoded(
  all: AsyncIterable<Uint8Array>,
  decode: (bytes?: Uint8Array) => string,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of all) yield Buffer.from(decode(bytes), "utf8");
  yield Buffer.from(decode(), "utf8");
}
