import type { ASTNode } from "@marcbachmann/cel-js";
import { Environment, ParseError } from "@marcbachmann/cel-js";
import type { Span } from "../text/source.ts";
import type { Report } from "./context.ts";
import { syntaxOf } from "./convert.ts";
import { percentBefore, problemOf } from "./problem.ts";
import { scan } from "./scan.ts";
import type { Syntax } from "./syntax.ts";

/** Deepest nesting of brackets, signs, conditions and selections; a chain such as `a + b + c` is one level. */
const deepest = 64;
/** Most names, literals, operators and calls: it bounds the depth of a chain, and so the recursion of all that follows. */
export const mostParts = 1_000;
export const tooLarge = { deepest, parts: mostParts };

const cel = new Environment({
  limits: { maxDepth: deepest, maxAstNodes: mostParts, maxListElements: mostParts, maxCallArguments: mostParts },
});

/** What was read before: rubrics that adopt one law hold the same conditions. */
const known = new Map<string, Syntax>();
const mostKnown = 5_000;

/** The syntax of an expression's text, or undefined when it was reported as R301, R302 or R313. Never throws. */
export function parse(text: string, report: Report): Syntax | undefined {
  const syntax = known.get(text) ?? parseAnew(text, report);
  if (known.size >= mostKnown) known.clear();
  if (syntax) known.set(text, syntax);
  return syntax;
}

function parseAnew(text: string, report: Report): Syntax | undefined {
  const whole = { start: 0, end: text.length };
  const scanned = scan(text);
  // The parser counts no depth for signs.
  if (scanned.signs > deepest) return report("R302", tooLarge, whole);
  try {
    // The package types its tree by operator only where it is used through `ast`.
    return syntaxOf(cel.parse(scanned.text).ast as ASTNode, text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    if (error.code === "limit_exceeded") return report("R302", tooLarge, whole);
    const span = inside(error.range, text);
    const percent = percentBefore(text, span);
    if (percent) return report("R313", {}, percent);
    return report("R301", problemOf(error.code ?? "", text, span), span);
  }
}

/** The parser's range within the text, not ending in the middle of a character. */
function inside(range: Span | undefined, text: string): Span {
  const start = Math.min(range?.start ?? 0, text.length);
  const end = Math.min(Math.max(range?.end ?? start, start), text.length);
  return { start, end: /^[\uD800-\uDBFF]$/.test(text.slice(start, end)) ? Math.min(start + 2, text.length) : end };
}
