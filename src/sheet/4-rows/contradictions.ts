import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Decision } from "../../model/given.ts";
import { showKey } from "../../model/keys.ts";
import { cellPlace } from "../../model/places.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { actionWords } from "../vocabulary.ts";

/** Reports decisions about one subject and period that cannot both hold; all files of a run are looked at together. */
export function checkContradictions(decisions: readonly Decision[], diagnostics: Diagnostics): void {
  const seen = new Map<string, Decision>();
  for (const decision of decisions) {
    const id = [decision.period, decision.key, question(decision)].join("\n");
    const other = seen.get(id);
    if (!other) {
      seen.set(id, decision);
      continue;
    }
    const key = showKey(decision.key);
    const parameters = { key, period: decision.period, first: words(other), second: words(decision) };
    const place = cellPlace(other.file, other.line);
    const message = phrase("the other decision");
    diagnostics.report("D408", parameters, cellPlace(decision.file, decision.line), [{ place, message }]);
  }
}

/** What a decision answers: each question has one answer. */
function question({ action, value }: Decision): string {
  switch (action) {
    case "exempt":
      return `exempt ${value}`;
    case "award":
    case "no_award":
      return `award ${value}`;
    case "set_band":
    case "not_rated":
      return "band";
    case "rate":
    case "was":
      return action;
  }
}

const words = ({ action, value }: Decision): Bilingual => ({
  en: `${action} ${value}`.trim(),
  vi: `${actionWords[action]} ${value}`.trim(),
});
