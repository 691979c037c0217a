import type { Document } from "../../document/block.ts";
import type { Derivation } from "../../model/derivation.ts";
import type { Plan } from "../../model/plan.ts";
import { explanation } from "../explanation/explanation.ts";

/** How the results of somebody came about and what would change them, on a page that can be handed over. */
export const subjectDocument = ({ title, language }: Plan, derivations: readonly Derivation[]): Document => ({
  language,
  blocks: [
    { kind: "heading", level: 1, text: title[language] },
    ...derivations.map((derivation) => ({ kind: "tree", root: explanation(derivation, language) }) as const),
  ],
});
