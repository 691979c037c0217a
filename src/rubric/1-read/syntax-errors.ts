import type { CST, ErrorCode, YAMLParseError } from "yaml";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Source, Span } from "../../text/source.ts";
import type { Parsed } from "./parse.ts";
import { partsOf, reportNoSpace, reportSpecialSpace } from "./refuse.ts";
import type { Report } from "./report.ts";
import { adviceOn, lookAround } from "./syntax-advice.ts";

/**
 * Reports mistakes in the YAML, one diagnostic each: a parser that has lost its way complains again and again, so what
 * follows an open bracket or quote, and the further errors of a line, are not told.
 */
export function reportSyntaxErrors(parsed: Parsed, source: Source, report: Report<Span>): void {
  if (parsed.errors.length === 0) return;
  const opened = firstUnclosed(parsed.tokens);
  let [line, quietUntil] = [0, 0];
  let isMisled = false;
  for (const error of parsed.errors) {
    if (toldElsewhere.has(error.code)) continue;
    while (line < source.lineStarts.length && (source.lineStarts[line] as number) <= error.pos[0]) line++;
    if (opened && (source.lineStarts[line] ?? Number.POSITIVE_INFINITY) > opened.offset) break;
    // Behind a space that is none every indentation looks wrong.
    if (line > quietUntil && !(isMisled && error.code !== "TAB_AS_INDENT"))
      isMisled = reportError(error, source, report) || isMisled;
    if (error.message.includes("in YAML stream")) break;
    quietUntil = Math.max(quietUntil, structural.has(error.code) ? line + 1 : line);
  }
  if (opened) {
    const at = { start: opened.offset, end: opened.offset + 1 };
    const { text } = restOfLine(at, source.text);
    const curly = /^["']/.test(opened.opener) ? /[‘’“”]/.exec(text)?.[0] : undefined;
    report("S003", { opener: opened.opener, closer: closers[opened.opener] ?? "", curly }, at);
  }
}

const closers: Readonly<Record<string, string>> = { "[": "]", "{": "}", '"': '"', "'": "'" };

/** The first bracket or quote that is not closed by its counterpart: of a bracket, the quote in it that swallows its end. */
function firstUnclosed(tokens: readonly CST.Token[]): { offset: number; opener: string } | undefined {
  let bracket: { offset: number; opener: string } | undefined;
  for (const token of tokens.flatMap(partsOf)) {
    if (token.type === "flow-collection") {
      const opener = token.start.source;
      if (token.end[0]?.source !== closers[opener]) bracket ??= { offset: token.offset, opener };
    } else if (token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar") {
      const opener = token.source.charAt(0);
      if (token.source.length < 2 || !token.source.endsWith(opener)) return { offset: token.offset, opener };
    }
  }
  return bracket;
}

/** @returns whether a space that is none misleads the parser from here on */
function reportError(error: YAMLParseError, source: Source, report: Report<Span>): boolean {
  const at = oneLine(error, source.text);
  const rest = restOfLine(at, source.text);
  if (error.code === "TAB_AS_INDENT") {
    report("S002", {}, at);
    return true;
  }
  const around = [rest, ...indentsBefore(at, source)];
  if (around.some(({ start, end }) => reportSpecialSpace({ source, start, end }, report))) return true;
  const lineStart = source.lineStarts.findLast((start) => start <= at.start) ?? 0;
  if (reportNoSpace({ source, ...restOfLine({ start: lineStart, end: lineStart }, source.text) }, report)) return false;
  // A line with no more than a value goes on in the next, which is indented too far.
  const nextLine = source.lineStarts.find((start) => start > at.start);
  const isCarriedOn = error.code === "BLOCK_AS_IMPLICIT_KEY" && !/: |:$|^ *- /.test(rest.text);
  if (isCarriedOn && nextLine !== undefined) {
    const start = nextLine + source.text.slice(nextLine).search(/\S|$/);
    const end = restOfLine({ start, end: start }, source.text).end;
    report("S001", { problem: otherIndent, advice: lookAround }, { start, end });
    return false;
  }
  const before = source.text.slice(lineStart, at.start);
  const found = source.text.slice(at.start, at.end);
  const advice = adviceOn({ code: error.code, before, found, rest: rest.text });
  report("S001", { problem: problemOf(error, before, rest.text), advice }, at);
  return false;
}

/** What is wrong, as somebody who writes a rubric would say it. `before` and `rest`: of its line. */
function problemOf({ code, message }: YAMLParseError, before: string, rest: string): Bilingual {
  if (code === "MISSING_CHAR" && /^\s*[A-Za-z_]\w*:(?:\s|$)/.test(rest)) return otherIndent;
  const quote = code === "UNEXPECTED_TOKEN" ? /["'](?= *$)/.exec(before)?.[0] : undefined;
  if (quote !== undefined) return quote === '"' ? afterDoubleQuote : afterQuote;
  if (code === "BLOCK_AS_IMPLICIT_KEY" && message.startsWith("A block sequence")) return otherIndent;
  return problems[code] ?? otherProblem;
}

interface Line extends Span {
  readonly text: string;
}

/** A parser that has lost its way may stop before what misled it. */
function restOfLine({ start }: Span, text: string): Line {
  const length = text.slice(start).search(/[\r\n]/);
  const end = length < 0 ? text.length : start + length;
  return { start, end, text: text.slice(start, end) };
}

/** What the line before an error begins with, and its own line: a special space there looks like indentation and is a letter. */
function indentsBefore({ start }: Span, { text, lineStarts }: Source): readonly Span[] {
  const line = lineStarts.findLastIndex((at) => at <= start);
  return lineStarts.slice(Math.max(0, line - 1), line + 1).map((from) => {
    const length = text.slice(from).search(/\S|[\r\n]|$/);
    return { start: from, end: from + length };
  });
}

/** Where an error begins, past the spaces in front of it, up to the end of the line at most. */
function oneLine({ pos: [from, to] }: YAMLParseError, text: string): Span {
  const start = from + (/^ *(?=[^ \r\n])/.exec(text.slice(from))?.[0].length ?? 0);
  const rest = text.slice(start, Math.max(to, start + 1));
  const lineEnd = rest.search(/[\r\n]/);
  return { start, end: start + (lineEnd < 0 ? rest.length : lineEnd) };
}

/** Anchors, tags and directives are refused as such. */
const toldElsewhere: ReadonlySet<ErrorCode> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_DIRECTIVE",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_DOCS",
  "MULTIPLE_TAGS",
  "TAG_RESOLVE_FAILED",
]);

/** Mistakes of layout, after which the next line is misread too. */
const structural: ReadonlySet<ErrorCode> = new Set([
  "BAD_INDENT",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "UNEXPECTED_TOKEN",
]);

const otherProblem: Bilingual = phrase("this does not belong here");
const otherIndent: Bilingual = phrase("this line is indented differently from its neighbours");
const afterQuote: Bilingual = phrase(
  "the text ended with its quotation mark, and more follows (a text with an apostrophe stands in double quotation marks)",
);

const afterDoubleQuote: Bilingual = phrase(
  'the text ended with its quotation mark, and more follows (a text with " in it stands in single quotation marks)',
);

const problems: Readonly<Partial<Record<ErrorCode, Bilingual>>> = {
  BAD_DQ_ESCAPE: phrase("a backslash in double quotes starts an escape, and this one does not exist"),
  BAD_INDENT: otherIndent,
  BAD_SCALAR_START: phrase("a text cannot begin with this character unless it is quoted"),
  BLOCK_AS_IMPLICIT_KEY: phrase(
    "a second `: ` or `- ` where one value should stand (a text that contains it is quoted; a nested map starts on a new line)",
  ),
  BLOCK_IN_FLOW: phrase(
    "a text with `: ` in it has no quotation marks, a comma is missing between two entries, or an indented block stands inside brackets",
  ),
  KEY_OVER_1024_CHARS: phrase("a key of more than 1024 characters"),
  MISSING_CHAR: phrase("something is missing here, such as the colon and space after a key or the dash of a list"),
  MULTILINE_IMPLICIT_KEY: phrase("a key must stand on one line, with a colon and a space behind it"),
};
