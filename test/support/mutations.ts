// What the fuzzers of test/fuzz change: bytes and tokens of a text, values of a tree.
import fc from "fast-check";

/** Pieces that readers of YAML, CSV, JSON and expressions treat in their own way. */
const pieces = [
  ..."\"'`,;:|-#?&*!%@{}[]()<>=+./\\\n\r\t \u0000\u001B\u00A0\u061C\u200B\u202E\uFEFF\uFFFD",
  ...[
    "\r\n",
    "- ",
    ": ",
    "~",
    "null",
    "true",
    "__proto__",
    "constructor",
    "NaN",
    "1e999",
    "-0",
    "0x10",
    "1,5",
    "1.234,5",
    "۱",
  ],
  ...[
    "2026-Q1",
    "2026",
    "30/12/1899",
    "=1+1",
    "#REF!",
    "########",
    "\u{1F600}",
    "e\u0301",
    "\uD800",
    "&a",
    "*a",
    "<<: ",
  ],
] as const;

/** A text with some of it left out, doubled, or replaced. */
export const mutated = (text: string, most = 4): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        length: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(200)),
        into: fc.oneof(fc.constant(""), fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 4 })),
        twice: fc.boolean(),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((edits) =>
      edits.reduce((before, { at, length, into, twice }) => {
        const taken = before.slice(at, at + length);
        return before.slice(0, at) + (twice ? taken : "") + into + (twice ? taken : "") + before.slice(at + length);
      }, text),
    );

/** The same in bytes, which need be no text any more, of a text or of bytes that are none. */
export function mutatedBytes(content: string | Uint8Array): fc.Arbitrary<Uint8Array> {
  const isText = typeof content === "string";
  const text = isText ? content : Buffer.from(content).toString("latin1");
  return fc
    .tuple(mutated(text), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }))
    .map(([changed, bytes]) => {
      const whole = Buffer.from(changed, isText ? "utf8" : "latin1");
      for (const [at, byte] of bytes) if (whole.length > 0) whole[at % whole.length] = byte;
      return whole;
    });
}

/** Anything that JSON and YAML can hold in the place of something else. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "", 0, -1, 1.5, 1e300, "0", "1/0", "$x", "a", [], {}, [[]], [{}], [null]),
  fc.constantFrom<unknown>({ id: "a" }, ["a"], "__proto__", "2026-Q1", "A >= 1", "A +", "\u001B[2J", "x".repeat(300)),
  fc.integer(),
  fc.string(),
);

/** A tree in which one value, or some, is another, gone, doubled or wrapped. */
export const changed = (tree: unknown, most = 3): fc.Arbitrary<unknown> =>
  fc
    .array(fc.record({ at: fc.nat(), how: fc.constantFrom("replace", "remove", "double", "wrap", "move"), odd }), {
      minLength: 1,
      maxLength: most,
    })
    .map((edits) => {
      const root = { tree: structuredClone(tree) };
      for (const { at, how, odd: other } of edits) {
        const places = placesIn(root);
        const place = places[at % places.length];
        if (!place) continue;
        const { holder, key } = place;
        const value = holder[key];
        if (how === "replace") holder[key] = structuredClone(other);
        else if (how === "wrap") holder[key] = at % 2 === 0 ? [value] : { a: value };
        else if (how === "move") holder[key] = structuredClone(valueAt(places, at >> 3));
        else if (Array.isArray(holder))
          holder.splice(Number(key), 1, ...(how === "double" ? [value, structuredClone(value)] : []));
        else if (how === "remove") delete holder[key];
        else holder[`${key}2`] = structuredClone(value);
      }
      // A tree that is gone leaves a JSON text all the same.
      return root.tree ?? null;
    });

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

const valueAt = (places: readonly Place[], at: number): unknown => {
  const { holder, key } = places[at % places.length] as Place;
  return holder[key];
};

/** Every place of a value in a tree, but for the root itself. */
function placesIn(holder: unknown): Place[] {
  if (typeof holder !== "object" || holder === null) return [];
  return Object.keys(holder).flatMap((key) => {
    const of = holder as Record<string, unknown>;
    return [{ holder: of, key }, ...placesIn(of[key])];
  });
}
