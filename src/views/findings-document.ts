import type { Findings } from "../diagnostics/findings.ts";
import { fileOf, lastWithMore, placeText } from "../diagnostics/findings.ts";
import { hintOf, messageOf, moreText } from "../diagnostics/message.ts";
import type { Document } from "../document/block.ts";
import { id, table, text } from "../document/table.ts";
import type { Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

/** What was found, as a document for people. @param files all that were looked at, those without findings too */
export function findingsDocument(found: Findings, files: readonly string[], language: Language): Document {
  const head = (name: string, words: { readonly en: string; readonly vi: string }, type = text) => ({
    id: name,
    head: words[language],
    type,
  });
  const columns = [
    head("severity", phrase("Severity")),
    head("code", phrase("Code"), id),
    head("place", phrase("Place")),
    head("message", phrase("What was found")),
    head("hint", phrase("What to do")),
  ];
  const severities = { error: phrase("error"), warning: phrase("warning"), note: phrase("note") };
  const rows = found.list.map((each) => [
    severities[each.severity][language],
    each.code,
    each.place ? placeText(each.place) : fileOf(each),
    messageOf(each, language),
    hintOf(each, language),
  ]);
  const more = [...lastWithMore(found)].map(([{ code, place }, count]) => moreText(code, count, language, place?.file));
  return {
    language,
    blocks: [
      { kind: "heading", level: 1, text: phrase("Findings")[language] },
      { kind: "list", items: files },
      ...(rows.length > 0
        ? [table(columns, rows)]
        : [{ kind: "note", paragraphs: [phrase("Nothing was found.")[language]] } as const]),
      ...(more.length > 0 ? [{ kind: "note", paragraphs: more } as const] : []),
    ],
  };
}
