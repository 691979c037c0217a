import type { Language } from "../text/bilingual.ts";
import type { Severity } from "./diagnostic.ts";
import type { Findings } from "./findings.ts";
import { fileOf, lastWithMore } from "./findings.ts";
import { wholeText } from "./message.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** Workflow commands, which GitHub Actions shows as annotations on the changed lines. */
export function renderGithub(found: Findings, language: Language): string {
  const more = lastWithMore(found);
  const lines = found.list.map((diagnostic) => {
    const { code, severity, place } = diagnostic;
    const file = fileOf(diagnostic);
    const where = place && {
      line: place.line,
      endLine: place.endLine,
      col: place.column,
      endColumn: place.endColumn,
    };
    const properties = Object.entries({ ...(file !== undefined && { file }), ...where, title: code }).map(
      ([name, value]) => `${name}=${escapeProperty(String(value))}`,
    );
    const text = wholeText(diagnostic, language, more.get(diagnostic));
    return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}\n`;
  });
  return lines.join("");
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
