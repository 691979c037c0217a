import type { Scope } from "../../expression/context.ts";
import { elsewhere } from "../../expression/elsewhere.ts";
import type { Type } from "../../expression/tree.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Facts } from "./facts.ts";
import { nodesOf } from "./outline.ts";
import { periodNames, periodTypes, ratingNames } from "./scopes.ts";
import type { StageView } from "./stages.ts";
import { cellTypes, columnTypes, itemTypes, scoreTypes, subjectTypes, tableTypes } from "./types.ts";

/** `value` and `zero_if` read columns, cells and other scores: whatever is known before the total. */
export function nodeScope(facts: Facts, perRating: ReadonlyMap<string, Bilingual>): Scope {
  const names = new Map<string, Type>([
    ...periodTypes,
    ...columnTypes(facts),
    ...cellTypes(facts),
    ...scoreTypes(facts),
    ...tableTypes(
      facts,
      facts.rubric.bands.map(({ id }) => id),
    ),
  ]);
  for (const name of perRating.keys()) names.delete(name);
  return {
    names,
    items: () => itemTypes(facts, !perRating.has("raw")),
    unavailable: new Map([...later, ...perRating]),
  };
}

/** In an item that is scored in a rollup alone: the columns and cells of its row, its fellows, and the sub-periods. */
export function ownScope(facts: Facts, stage: StageView): Scope {
  const names = new Map<string, Type>([
    ...periodNames(facts, stage),
    ...subjectTypes(facts),
    ...cellTypes(facts, stage.rollup),
    ...scoreTypes(facts, stage.rollup),
  ]);
  const shorter = nodesOf(facts).map(({ part }) => [part.id, ofShorter] as const);
  const unavailable = new Map([...later, ...ratingNames(facts), ...shorter]);
  for (const name of names.keys()) unavailable.delete(name);
  return { names, items: () => itemTypes(facts, true, stage.rollup), unavailable };
}

const later = ["total", "unclamped", "band"].map((name) => [name, elsewhere.get(name) as Bilingual] as const);
const ofShorter: Bilingual = phrase("it is scored in the shorter periods; go over `periods`");
