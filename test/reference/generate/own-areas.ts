import { topLevel } from "./areas.ts";
import type { Vocabulary } from "./conditions.ts";
import { columnWords, half } from "./conditions.ts";
import type { Draw } from "./draw.ts";
import type { Generated } from "./items.ts";

/** What a rollup scores alone, and how it counts. */
export interface OwnAreas {
  readonly specs: readonly Generated["spec"][];
  readonly score: string;
  /** The most that they add to the score. */
  readonly most: number;
  readonly ids: readonly string[];
  readonly numbers: Generated["numbers"];
}

/** Areas of a rollup whose ids begin with `prefix`; `parts` is what may be asked about its sub-periods. */
export function ownAreas(draw: Draw, prefix: string, parts: Vocabulary): OwnAreas {
  const ofRow: Vocabulary = {
    numbers: [...columnWords.numbers, ...parts.numbers],
    facts: [...columnWords.facts, ...parts.facts],
    bands: [],
  };
  const { nodes, max, ids, numbers } = topLevel(draw, prefix, 1, ofRow);
  const terms = nodes.map((node) => term(draw, node));
  return {
    specs: nodes.map(({ spec }) => spec),
    score: [draw.one(["average * 0.9", "average", "average / 3 + 1", "2"]), ...terms].join(" + "),
    most: 2 * max,
    ids,
    numbers,
  };
}

/** Conditions that points cannot turn round: more of them never lower the score. */
const circumstances = ['latest.khoi == "k1"', "latest.lanh_dao", "latest.vi_pham > 2"] as const;

/** How one of them counts; what a score does not need may be missing of somebody rated. */
function term(draw: Draw, { ids: [id], max }: Generated): string {
  switch (draw.int(0, 7)) {
    case 0:
      return "0";
    case 1:
      return `(${draw.one(circumstances)} ? ${id} : 1)`;
    case 2:
      return `round(${id} * 2, 0.5)`;
    case 3:
      return `min(${id}, ${half(draw, max)})`;
    case 4:
      return `full.${id}`;
    case 5:
      return `${id} / 3`;
    default:
      return id as string;
  }
}
