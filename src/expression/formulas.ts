import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { phrase } from "../text/phrase.ts";
import type { Place, Span } from "../text/source.ts";
import type { Formula, Formulas, Report } from "./context.ts";
import { mostParts, parse, tooLarge } from "./parse.ts";
import type { Call, Syntax } from "./syntax.ts";
import { withParts } from "./syntax.ts";

/** The texts of formulas behind that of an expression, so that every part of what is put together has a place of its own. */
export interface Joined {
  readonly text: string;
  /** Reports what is wrong at a stretch of the joined text, once of each stretch of a formula. */
  readonly report: Report;
  readonly starts: ReadonlyMap<string, number>;
}

/** @param at where a stretch of the expression's own text stands */
export function joined(
  own: string,
  formulas: Formulas,
  at: (start: number, end: number) => Place,
  diagnostics: Diagnostics,
): Joined {
  let text = own;
  const starts = new Map<string, number>();
  for (const [name, formula] of formulas) {
    starts.set(name, text.length + 1);
    text += `\n${formula.text}`;
  }
  const report: Report = (code, parameters, { start, end }) => {
    const [name, from] = [...starts].findLast(([, each]) => each <= start) ?? [];
    const formula = name === undefined ? undefined : formulas.get(name);
    if (!formula || from === undefined) diagnostics.report(code, parameters, at(start, end));
    else if (!formula.told.has(`${code} ${start - from}`)) {
      formula.told.add(`${code} ${start - from}`);
      const caller = { place: at(0, own.length), message: phrase("called here") };
      diagnostics.report(code, parameters, formula.at(start - from, end - from), [caller]);
    }
    return undefined;
  };
  return { text, report, starts };
}

/** An expression with each call of a formula replaced; undefined when something was reported, here or where the formula stands. */
export function withFormulas(written: Syntax, formulas: Formulas, { report, starts }: Joined): Syntax | undefined {
  if (formulas.size === 0) return written;
  let [size, failed] = [0, false];
  const syntax = filled(written, new Map(), []);
  return failed ? undefined : syntax;

  /** @param given what stands for names; @param within the formulas around this part */
  function filled(part: Syntax, given: ReadonlyMap<string, Syntax>, within: readonly string[]): Syntax {
    if (failed) return part;
    size += 1;
    if (size > mostParts && within.length > 0) return fail(() => report("R302", tooLarge, written), part);
    if (part.kind === "name") return given.get(part.name) ?? part;
    const formula = part.kind === "call" && !part.receiver ? formulas.get(part.name) : undefined;
    const inner = withParts(part, (each) => filled(each, given, within));
    return formula && inner.kind === "call" ? called(formula, inner, within) : inner;
  }

  function called(formula: Formula, call: Call & Span, within: readonly string[]): Syntax {
    const { name, nameSpan, arguments: given } = call;
    if (given.length !== formula.arguments.length) {
      const found = phrase("{count} {count|argument|arguments}", { count: given.length });
      return fail(() => report("R306", { name, found, usage: usageOf(name, formula) }, nameSpan), call);
    }
    // Of one that calls itself, and of one that cannot be read, is told where it stands.
    const body = within.includes(name) ? undefined : parse(formula.text, () => undefined);
    if (!body) return fail(() => undefined, call);
    const values = new Map(formula.arguments.map((each, at) => [each, given[at] as Syntax]));
    return filled(moved(body, starts.get(name) as number), values, [...within, name]);
  }

  function fail(tell: () => undefined, part: Syntax): Syntax {
    failed = true;
    tell();
    return part;
  }
}

/** How a formula is called: `share(done, given)`. */
export const usageOf = (name: string, formula: Formula): string => `${name}(${formula.arguments.join(", ")})`;

/** The formulas that an expression calls, in its own text alone. */
export function calledIn(syntax: Syntax, formulas: Formulas): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: Syntax): Syntax => {
    if (part.kind === "call" && !part.receiver && formulas.has(part.name)) names.add(part.name);
    return withParts(part, visit);
  };
  visit(syntax);
  return names;
}

function moved(syntax: Syntax, by: number): Syntax {
  const span = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const inner = { ...withParts(syntax, (part) => moved(part, by)), ...span(syntax) };
  switch (inner.kind) {
    case "select":
      return { ...inner, fieldSpan: span(inner.fieldSpan) };
    case "call":
      return { ...inner, nameSpan: span(inner.nameSpan) };
    case "percent":
      return { ...inner, sign: span(inner.sign) };
    default:
      return inner;
  }
}
