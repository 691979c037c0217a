import type { Location, Log, ReportingDescriptor } from "sarif";
import type { Language } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";
import { printable } from "../text/visible.ts";
import { catalogue } from "./catalogue.generated.ts";
import type { Code } from "./diagnostic.ts";
import { pageOf } from "./explain-code.ts";
import { explanations } from "./explanations.generated.ts";
import type { Findings } from "./findings.ts";
import { hintOf, messageOf } from "./message.ts";

/** SARIF 2.1.0, which code scanning services read. `version` is that of score. */
export function renderSarif({ list }: Findings, language: Language, version: string): string {
  const codes = [...new Set(list.map((each) => each.code))].sort();
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "score",
            version,
            rules: codes.map((code) => rule(code, language)),
          },
        },
        // Columns count characters here, not the UTF-16 units that SARIF assumes.
        columnKind: "unicodeCodePoints",
        results: list.map((diagnostic) => {
          const { code, severity, place, related } = diagnostic;
          const text = [messageOf(diagnostic, language), hintOf(diagnostic, language)].filter(Boolean).join("\n");
          return {
            ruleId: code,
            ruleIndex: codes.indexOf(code),
            level: severity,
            message: { text },
            ...(place && { locations: [location(place)] }),
            ...(related.length > 0 && {
              relatedLocations: related.map((each) => ({
                ...location(each.place),
                message: { text: printable(each.message[language], 2000) },
              })),
            }),
          };
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A message has holes that only a result fills, so a rule is described by its reason. */
function rule(code: Code, language: Language): ReportingDescriptor {
  const why = explanations[code].why[language];
  return {
    id: code,
    shortDescription: { text: /^.*?[.!?](?= |$)/.exec(why)?.[0] ?? why },
    fullDescription: { text: why },
    help: { text: `score explain ${code}, ${pageOf(code)}` },
    defaultConfiguration: { level: catalogue[code].severity },
  };
}

const location = ({ file, line, column, endLine, endColumn }: Place): Location => ({
  physicalLocation: {
    artifactLocation: { uri: file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/") },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  },
});
