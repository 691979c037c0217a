import type { ASTNode } from "@marcbachmann/cel-js";
import { parseDecimal } from "../number/decimal.ts";
import { fraction, toKey } from "../number/exact.ts";
import { phrase } from "../text/phrase.ts";
import type { Span } from "../text/source.ts";
import type { Form, Syntax } from "./syntax.ts";

type Literal = Extract<ASTNode, { op: "value" }>;

/** The parser's tree as ours: numbers exact from their source text, spans with the brackets that belong to them. */
export function syntaxOf(node: ASTNode, text: string): Syntax {
  const inner = (child: ASTNode): Syntax => syntaxOf(child, text);
  const own: Span = { start: node.start, end: node.end };
  switch (node.op) {
    case "value":
      return { ...own, ...literal(node, text.slice(own.start, own.end)) };
    case "id":
      return { ...own, kind: "name", name: node.args };
    case ".": {
      const of = inner(node.args[0]);
      const fieldSpan = { start: node.pos, end: node.end };
      return { ...around(own, [of], text), kind: "select", of, field: node.args[1], fieldSpan };
    }
    case "[]": {
      const [of, at] = [inner(node.args[0]), inner(node.args[1])];
      return { ...around(own, [of], text), kind: "index", of, at };
    }
    case "call": {
      const [name, given] = node.args;
      const nameSpan = { start: own.start, end: own.start + name.length };
      return { ...own, kind: "call", name, nameSpan, arguments: given.map(inner) };
    }
    case "rcall": {
      const [name, on, given] = node.args;
      const receiver = inner(on);
      const start = text.indexOf(name, widened(receiver, text).end);
      const nameSpan = { start, end: start + name.length };
      const span = around(own, [receiver], text);
      return { ...span, kind: "call", name, nameSpan, receiver, arguments: given.map(inner) };
    }
    case "list":
      return { ...own, kind: "list", elements: node.args.map(inner) };
    case "!_":
    case "-_": {
      const of = inner(node.args);
      return { ...around(own, [of], text), kind: node.op === "!_" ? "not" : "negate", of };
    }
    case "?:": {
      const [when, yes, no] = node.args.map(inner) as [Syntax, Syntax, Syntax];
      return { ...around(own, [when, no], text), kind: "choose", when, yes, no };
    }
    case "%": {
      const start = text.indexOf("%", widened(inner(node.args[0]), text).end);
      return { ...own, kind: "percent", sign: { start, end: start + 1 } };
    }
    case "map":
      return { ...own, kind: "refused", what: phrase("a map `{…}`") };
    case ".?":
    case "[?]":
      return { ...own, kind: "refused", what: phrase("an optional field") };
    default: {
      const [left, right] = [inner(node.args[0]), inner(node.args[1])];
      return { ...around(own, [left, right], text), kind: "binary", operator: node.op, left, right };
    }
  }
}

/** Digits of a number as a fraction: far more than any score has, and few enough for what is computed with it. */
const longestNumber = 200;

function literal({ args }: Literal, written: string): Form {
  if (typeof args === "string") return { kind: "text", value: args };
  if (typeof args === "boolean") return { kind: "flag", value: args };
  if (args === null) return { kind: "refused", what: { en: "`null`", vi: "`null`" } };
  const value = /^0x/i.test(written) ? fraction(BigInt(written), 1n) : parseDecimal(written);
  if (value !== undefined && toKey(value).length <= longestNumber) return { kind: "number", value };
  if (args instanceof Uint8Array) return { kind: "refused", what: phrase("a bytes literal") };
  return { kind: "refused", what: phrase("the number `{written}`", { written }) };
}

/** `own` and the widened spans of `children`: the parser leaves the brackets of an outer child out. */
function around(own: Span, children: readonly Span[], text: string): Span {
  let { start, end } = own;
  for (const child of children) {
    const wide = widened(child, text);
    start = Math.min(start, wide.start);
    end = Math.max(end, wide.end);
  }
  return { start, end };
}

/** A span with all pairs of round brackets directly around it. */
function widened({ start, end }: Span, text: string): Span {
  const isSpace = (at: number): boolean => /\s/.test(text.charAt(at));
  for (let [from, to] = [start, end]; ; [start, end] = [from, to]) {
    while (isSpace(from - 1)) from--;
    while (isSpace(to)) to++;
    if (text[from - 1] !== "(" || text[to] !== ")") return { start, end };
    from--;
    to++;
  }
}
