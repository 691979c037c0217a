import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryOf } from "../../../src/diagnostics/catalogue.ts";
import { evaluator } from "../../../src/expression/evaluate.ts";
import type { Value } from "../../../src/expression/tree.ts";
import { fraction } from "../../../src/number/exact.ts";
import type { Values } from "./fixture.ts";
import { compile } from "./fixture.ts";

/** A rational number of this test's own: the numerator over a positive denominator, not reduced. */
type Rational = readonly [n: bigint, d: bigint];
interface Sample {
  readonly text: string;
  readonly value: Rational;
}

const literal: fc.Arbitrary<Sample> = fc.tuple(fc.nat(9999), fc.integer({ min: 0, max: 3 })).map(([digits, places]) => {
  const padded = String(digits).padStart(places + 1, "0");
  const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  return { text, value: [BigInt(digits), 10n ** BigInt(places)] };
});
const names: Values = { A: 7, B: fraction(1n, 3n), n: fraction(-5n, 4n) };
const named: fc.Arbitrary<Sample> = fc.constantFrom<Sample>(
  { text: "A", value: [7n, 1n] },
  { text: "B", value: [1n, 3n] },
  { text: "n", value: [-5n, 4n] },
);

const less = ([a, b]: Rational, [c, d]: Rational): boolean => a * d < c * b;
const positive = ([n, d]: Rational): Rational => (d < 0n ? [-n, -d] : [n, d]);

/** `+ - *`, guarded division, comparison and choice, with as few brackets as the grammar asks for or with more. */
const { tree } = fc.letrec<{ tree: Sample }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    literal,
    named,
    fc
      .tuple(fc.constantFrom("+", "-", "*", "/", "?", "min"), tie("tree"), tie("tree"))
      .map(([operator, a, b]): Sample => {
        const [[an, ad], [bn, bd]] = [a.value, b.value];
        switch (operator) {
          case "+":
            return { text: `(${a.text} + ${b.text})`, value: [an * bd + bn * ad, ad * bd] };
          case "-":
            return { text: `(${a.text} - (${b.text}))`, value: [an * bd - bn * ad, ad * bd] };
          case "*":
            return {
              text: `${a.text.startsWith("(") ? a.text : `(${a.text})`} * (${b.text})`,
              value: [an * bn, ad * bd],
            };
          case "/":
            // A literal 0 is refused even where a condition that never holds stands before it.
            if (/^[0.]+$/.test(b.text)) return a;
            return {
              text: `((${b.text}) != 0 ? (${a.text}) / (${b.text}) : -1)`,
              value: bn === 0n ? [-1n, 1n] : positive([an * bd, ad * bn]),
            };
          case "?":
            return {
              text: `((${a.text}) < (${b.text}) ? ${a.text} : -(${b.text}))`,
              value: less(a.value, b.value) ? a.value : [-bn, bd],
            };
          default:
            return { text: `min(${a.text}, ${b.text})`, value: less(a.value, b.value) ? a.value : b.value };
        }
      }),
  ),
}));

function evaluate(text: string): Value {
  const { checked, findings } = compile(text);
  if (checked === undefined) throw new Error(`${text}: ${findings[0]?.code} ${findings[0]?.found}`);
  return evaluator<Values>(checked.expression, (name) => (env) => env[name])(names);
}

test("arithmetic is that of rational numbers", () => {
  fc.assert(
    fc.property(
      tree.filter(({ text }) => text.length < 3000 && (text.match(/[\w.]+/g)?.length ?? 0) < 300),
      ({ text, value: [n, d] }) => {
        expect(evaluate(text)).toEqual(fraction(n, d));
      },
    ),
  );
});

test("the bounds of a result hold", () => {
  fc.assert(
    fc.property(
      tree.filter(({ text }) => text.length < 3000 && (text.match(/[\w.]+/g)?.length ?? 0) < 300),
      ({ text, value }) => {
        const type = compile(text).checked?.type;
        if (type?.kind !== "number") throw new Error(text);
        // A bound as a rational of this test: its key is n or n/d.
        for (const [bound, isMin] of [
          [type.min, true],
          [type.max, false],
        ] as const) {
          if (bound === undefined) continue;
          const limit: Rational = typeof bound === "number" ? [BigInt(bound), 1n] : [bound.n, bound.d];
          expect(isMin ? less(value, limit) : less(limit, value), text).toBe(false);
        }
      },
    ),
  );
});

describe("any text", () => {
  const fragments = fc.constantFrom(
    ..."A n leader band name periods unit raw p ( ) [ ] { } , . ? : ! - + * / % == != < <= > >= && || in".split(" "),
    ...[
      '"good"',
      '"2026-01-01"',
      "1",
      "0.5",
      "1e9",
      "true",
      "null",
      ".all(p,",
      ".filter(p,",
      "sum(",
      "min(",
      "atLeast(",
      " ",
    ],
    ..."= & | ' \" \\ // “ ≥ 😀 \uD800 đ \n".split(" "),
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(fragments, { maxLength: 25 }).map((parts) => parts.join("")),
    fc.array(fragments, { maxLength: 25 }).map((parts) => parts.join(" ")),
  );

  test("compiles, or is reported inside itself with every hole of the message filled", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { checked, findings } = compile(text);
        expect(checked === undefined).toBe(findings.length > 0);
        for (const { start, end, diagnostic } of findings) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const entry: { message: { en: string; vi: string }; hint?: { en: string; vi: string } } = entryOf(
            diagnostic.code,
          );
          const holes = [entry.message.en, entry.message.vi, entry.hint?.en ?? "", entry.hint?.vi ?? ""]
            .join()
            .matchAll(/\{(\w+)\}/g);
          for (const [, hole = ""] of holes) expect(diagnostic.parameters).toHaveProperty(hole);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
