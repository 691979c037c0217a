import type { Location, Log, PhysicalLocation, ReportingDescriptor } from "sarif";
import type { Language } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";
import { entryOf } from "./catalogue.ts";
import type { Code, Diagnostic } from "./diagnostic.ts";
import { pageOf } from "./explain-code.ts";
import { explanations } from "./explanations.generated.ts";
import type { Findings } from "./findings.ts";
import { fileOf, lastWithMore } from "./findings.ts";
import { ownText, relatedText } from "./message.ts";

/** SARIF 2.1.0, which code scanning services read. `version` is that of score. */
export function renderSarif(found: Findings, language: Language, version: string): string {
  const codes = [...new Set(found.list.map((each) => each.code))].sort();
  const more = lastWithMore(found);
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
        results: found.list.map((diagnostic) => {
          const { code, severity, related } = diagnostic;
          return {
            ruleId: code,
            ruleIndex: codes.indexOf(code),
            level: severity,
            message: { text: ownText(diagnostic, language, more.get(diagnostic)) },
            locations: [locationOf(diagnostic)],
            ...(related.length > 0 && {
              relatedLocations: related.map((each) => ({
                ...placeLocation(each.place),
                message: { text: relatedText(each, language) },
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
    defaultConfiguration: { level: entryOf(code).severity },
  };
}

/** Services refuse a whole log for one result without a location: what is about no file is about the folder of the command. */
function locationOf(diagnostic: Diagnostic): Location {
  const { place } = diagnostic;
  return place ? placeLocation(place) : { physicalLocation: artifact(fileOf(diagnostic) ?? ".") };
}

const placeLocation = ({ file, line, column, endLine, endColumn }: Place): Location => ({
  physicalLocation: { ...artifact(file), region: { startLine: line, startColumn: column, endLine, endColumn } },
});

/** A path as a URI: below the folder of the command, or as a whole one. */
function artifact(file: string): PhysicalLocation {
  const path = file.replaceAll("\\", "/");
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0];
  const uri = path
    .slice(drive?.length ?? 0)
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  const root = drive ? `file:///${drive}` : path.startsWith("/") ? "file://" : "";
  return { artifactLocation: { uri: root + uri } };
}
