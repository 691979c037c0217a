import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../text/source.ts";
import { isAboutElse, isScore } from "./framed-name.ts";
import type { SplitName } from "./head-rows.ts";
import type { Target, Targets } from "./targets.ts";

/**
 * Reports what has no column of its own but only a name over several, any of which may be meant; gives these. One of them that was
 * taken for it by a word for scores (`Điểm` beside `Điểm duyệt`) is none of its own where another may hold its score too.
 */
export function reportSplit(
  split: readonly SplitName[],
  { named }: Pick<Targets, "named">,
  found: ReadonlyMap<Target, number>,
  placeOf: (column: number) => Place,
  diagnostics: Diagnostics,
  rivalsOf: (target: Target, columns: readonly number[]) => readonly number[] = () => [],
): ReadonlySet<Target> {
  const lost = new Set<Target>();
  for (const { name, columns, below } of split) {
    for (const target of named(name)?.meanings ?? []) {
      const asked = found.has(target) ? rivalsOf(target, columns) : columns;
      if (asked.length === 0 || target.isCompared || lost.has(target)) continue;
      lost.add(target);
      const lower = below.filter((_, at) => asked.includes(columns[at] as number));
      const meant = lower.find(isScore) ?? lower.findLast((each) => !isAboutElse(each)) ?? lower.at(-1);
      const example = JSON.stringify(`${name} ${meant}`);
      const shown = lower.map((each) => `"${each}"`);
      diagnostics.report(
        "D124",
        { name, column: target.label, columns: shown, example },
        placeOf(columns[0] as number),
      );
    }
  }
  return lost;
}
