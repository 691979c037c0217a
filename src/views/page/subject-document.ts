import type { Document } from "../../document/block.ts";
import type { Derivation } from "../../model/derivation.ts";
import type { Plan } from "../../model/plan.ts";
import { explanation } from "../explanation/explanation.ts";
import { createVoice } from "../explanation/voice.ts";
import { periodHeading } from "../headings.ts";

/** How the results of somebody came about and what would change them, on a page that can be handed over. */
export function subjectDocument(plan: Plan, derivations: readonly Derivation[]): Document {
  const { title, language } = plan;
  const people = new Set(derivations.map(({ stage, result }) => createVoice(plan, stage, language).person(result)));
  return {
    language,
    blocks: [
      { kind: "heading", level: 1, text: `${[...people].join(", ")}: ${title[language]}` },
      ...derivations.map((derivation) => {
        const root = explanation(derivation, language);
        return { kind: "tree", root: { ...root, text: periodHeading(plan, derivation) } } as const;
      }),
    ],
  };
}
