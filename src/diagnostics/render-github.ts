import type { Language } from "../text/bilingual.ts";
import type { Severity } from "./diagnostic.ts";
import type { Findings } from "./findings.ts";
import { hintOf, messageOf } from "./message.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** Workflow commands, which GitHub Actions shows as annotations on the changed lines. */
export function renderGithub({ list, more }: Findings, language: Language): string {
  const lines = list.map((diagnostic) => {
    const { code, severity, place } = diagnostic;
    const where = place
      ? { file: place.file, line: place.line, endLine: place.endLine, col: place.column, endColumn: place.endColumn }
      : {};
    const properties = Object.entries({ ...where, title: code }).map(
      ([name, value]) => `${name}=${escapeProperty(String(value))}`,
    );
    const text = [messageOf(diagnostic, language), hintOf(diagnostic, language)].filter(Boolean).join("\n");
    return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}\n`;
  });
  for (const [code, count] of more) lines.push(`::notice title=${code}::+ ${count} ${code}\n`);
  return lines.join("");
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
