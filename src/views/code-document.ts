import type { OpenText } from "../diagnostics/advice.ts";
import { adviceIn } from "../diagnostics/advice.ts";
import { entryOf } from "../diagnostics/catalogue.ts";
import type { Code } from "../diagnostics/diagnostic.ts";
import { exampleLines, pageOf } from "../diagnostics/explain-code.ts";
import type { Example, Explanation } from "../diagnostics/explanation.ts";
import { severityWords } from "../diagnostics/message.ts";
import type { Block, Document } from "../document/block.ts";
import type { Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** A diagnostic for people: what it says, why, an example that gives it, the same put right, and its page. */
export function codeDocument(
  code: Code,
  { advice, why, bad, fixed }: Explanation,
  open: OpenText,
  language: Language,
): Document {
  const { severity, message, hint } = entryOf(code);
  const note = (text: string): Block => ({ kind: "note", paragraphs: [text] });
  return {
    language,
    blocks: [
      {
        kind: "heading",
        level: 1,
        text: `${severityWords[severity][language]} ${code}: ${open(message)}`,
      },
      ...adviceIn(hint, open, advice).map(note),
      note(why[language]),
      { kind: "heading", level: 2, text: phrase("Gives it")[language] },
      ...filesOf(bad),
      { kind: "heading", level: 2, text: phrase("Fixed")[language] },
      ...filesOf(fixed),
      note(pageOf(code)),
    ],
  };
}

/** The command of an example and its files. */
function filesOf({ argv, ...files }: Example): readonly Block[] {
  const command: readonly Block[] = argv === undefined ? [] : [{ kind: "verbatim", lines: [`score ${argv}`] }];
  const contents = Object.entries(files).map(
    ([title, content = ""]): Block => ({ kind: "verbatim", title, lines: exampleLines(content) }),
  );
  return [...command, ...contents];
}
