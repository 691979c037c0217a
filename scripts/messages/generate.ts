import { join } from "node:path";
import { catalogueSource, errorsSource, explanationsSource } from "./catalogue.ts";
import { readHoleWords } from "./holes.ts";
import { phrasesSource, readPhrases } from "./phrases.ts";
import { readMessages } from "./read.ts";

/** The generated files by their path in the project. */
export function generated(root: string): Readonly<Record<string, string>> {
  const families = readMessages(join(root, "messages"));
  return {
    "src/diagnostics/catalogue.generated.ts": catalogueSource(families),
    "src/diagnostics/errors.generated.ts": errorsSource(families),
    "src/diagnostics/explanations.generated.ts": explanationsSource(
      families,
      readHoleWords(join(root, "messages"), families),
    ),
    "src/text/phrases.generated.ts": phrasesSource(readPhrases(join(root, "messages/phrases"))),
  };
}
