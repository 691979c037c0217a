import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Decision } from "../../model/given.ts";
import { showKey } from "../../model/keys.ts";
import { cellPlace, listCell } from "../../model/places.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { actionWords } from "../vocabulary.ts";

/** Reports decisions about one subject and period that cannot both hold; all files of a run are looked at together. */
export function checkContradictions(decisions: readonly Decision[], diagnostics: Diagnostics): void {
  const seen = new Map<string, Decision>();
  const heirs = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.action === "was") checkHeir(decision);
    const id = [decision.period, decision.key, question(decision)].join("\n");
    const other = seen.get(id);
    if (!other) {
      seen.set(id, decision);
      continue;
    }
    const key = showKey(decision.key);
    const parameters = { key, period: decision.period, first: words(other), second: words(decision) };
    diagnostics.report("D408", parameters, cellPlace(decision.file, decision.line), [otherOne(other)]);
  }

  /** What stands under a former key follows one subject. */
  function checkHeir(decision: Decision): void {
    const other = heirs.get(decision.value) ?? decision;
    heirs.set(decision.value, other);
    if (other.key === decision.key) return;
    const parameters = { former: showKey(decision.value), first: showKey(other.key), second: showKey(decision.key) };
    diagnostics.report("D413", parameters, listCell(decision, "value"), [otherOne(other)]);
  }
}

const otherOne = ({ file, line }: Decision) => ({
  place: cellPlace(file, line),
  message: phrase("the other decision"),
});

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
