import type { CST, YAMLParseError, Document as YamlDocument } from "yaml";
import { Composer, Lexer, Parser } from "yaml";

/** The deepest nesting of maps and lists that a rubric may have: areas, items and expressions need far less. */
export const deepest = 64;

/** What the `yaml` package makes of a text. Scalars are texts (its own numbers would be doubles) and doubled keys are left in. */
export interface Parsed {
  readonly tokens: readonly CST.Token[];
  readonly documents: readonly YamlDocument.Parsed[];
  /** In the order of the file. */
  readonly errors: readonly YAMLParseError[];
  /** Offset at which the nesting becomes too deep; the text behind it is not looked at. */
  readonly tooDeepAt?: number;
}

export function parseYaml(text: string, most = deepest): Parsed {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the open document, maps and lists, and perhaps a scalar: counted while parsing, since the rest of
    // the work recurses.
    if (parser.stack.length > most && parser.stack.filter(isCollection).length > most) {
      return { tokens: [], documents: [], errors: [], tooDeepAt: at };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({ schema: "failsafe", uniqueKeys: false, keepSourceTokens: true });
  const documents = [...composer.compose(tokens, true, text.length)] as YamlDocument.Parsed[];
  const errors = documents.flatMap((document) => document.errors).sort((a, b) => a.pos[0] - b.pos[0]);
  return { tokens, documents, errors };
}

const isCollection = ({ type }: CST.Token): boolean =>
  type === "block-map" || type === "block-seq" || type === "flow-collection";
