import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../text/source.ts";
import type { SplitName } from "./head-rows.ts";
import type { Target, Targets } from "./targets.ts";

/** Reports what has no column of its own but only a name over several, any of which may be meant; gives these. */
export function reportSplit(
  split: readonly SplitName[],
  { named }: Pick<Targets, "named">,
  found: ReadonlyMap<Target, number>,
  placeOf: (column: number) => Place,
  diagnostics: Diagnostics,
): ReadonlySet<Target> {
  const lost = new Set<Target>();
  for (const { name, column, below } of split) {
    const own = (named(name)?.meanings ?? []).filter((target) => !found.has(target) && !target.isCompared);
    for (const target of own) {
      if (lost.has(target)) continue;
      lost.add(target);
      const columns = below.map((each) => `"${each}"`);
      diagnostics.report("D124", { name, column: target.label, columns }, placeOf(column));
    }
  }
  return lost;
}
