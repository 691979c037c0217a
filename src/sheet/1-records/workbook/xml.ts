/** A tag of XML, or the text between two, which has no name: it stands in `attributes`. */
export interface XmlPiece {
  readonly kind: "open" | "close" | "empty" | "text";
  readonly name: string;
  readonly attributes: string;
}

/** A comment or an instruction, a tag whose attributes may hold `>`, or what stands between them. */
const pieces = /<!--[\s\S]*?-->|<[!?][^>]*>|<(\/?)([^\s<>/]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+/g;

/** Tags and texts in the order of the file: enough for files that programs write. Entities that a file defines are none. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  for (const [whole, slash, name, attributes = ""] of xml.matchAll(pieces)) {
    if (name === undefined) {
      if (!whole.startsWith("<")) yield { kind: "text", name: "", attributes: unescaped(whole) };
    } else if (slash) yield { kind: "close", name, attributes: "" };
    else yield { kind: attributes.endsWith("/") ? "empty" : "open", name, attributes };
  }
}

/** The value of an attribute, by its whole name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(` ${name}=`);
  if (at < 0) return undefined;
  at += name.length + 2;
  const end = attributes.indexOf(attributes[at] as string, at + 1);
  return end < 0 ? undefined : unescaped(attributes.slice(at + 1, end));
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] as string) : whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
