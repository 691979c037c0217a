import type { Report } from "../model/report.ts";
import type { Cell } from "../model/row.ts";
import type { Stage } from "../model/stage.ts";
import { stagesOf } from "../model/stages.ts";
import type { OpenRubric } from "../rubric/compile.ts";
import type { Occasion, OccasionKind } from "./occasions.ts";
import { levelId, occasionsOf, requirementId } from "./occasions.ts";

/** What the tests of a rubric bring about, and what they never do. */
export interface Coverage {
  readonly seen: readonly Occasion[];
  readonly unseen: readonly Occasion[];
}

/** Looks on while tests run. */
export interface CoverageWatch {
  see(report: Report): void;
  /** A requirement of a band (both by index) that somebody did not meet. */
  unmet(stage: Stage, band: number, requirement: number): void;
  conclude(): Coverage;
}

export function watchCoverage(open: OpenRubric): CoverageWatch {
  const { plan } = open;
  const seen = new Set<string>();
  const keyOf = (stage: Stage, kind: OccasionKind, id: string): string => JSON.stringify([stage.period, kind, id]);
  const note = (stage: Stage, kind: OccasionKind, id: string) => seen.add(keyOf(stage, kind, id));
  const isSeen = ({ stage, kind, id }: Occasion): boolean => seen.has(keyOf(stage, kind, id));
  return {
    see({ periods }) {
      for (const period of periods) {
        const stage = stagesOf(plan)[period.stage] as Stage;
        for (const { quota, moved } of period.quotas) if (moved > 0) note(stage, "quota", quota);
        for (const { award, winners } of period.awards) if (winners.length > 0) note(stage, "award", award);
        for (const { band, rules, alerts, rows } of period.results) {
          if (band !== undefined) note(stage, "band", stage.bands[band]?.id as string);
          for (const id of rules) note(stage, "rule", id);
          for (const id of alerts) note(stage, "alert", id);
          for (const id of rows.flatMap(({ cells }) => levelsIn(stage, cells))) note(stage, "level", id);
        }
      }
    },
    unmet: (stage, band, requirement) => {
      note(stage, "require", requirementId(stage, band, requirement));
    },
    conclude() {
      const all = occasionsOf(open);
      return { seen: all.filter(isSeen), unseen: all.filter((each) => !isSeen(each)) };
    },
  };
}

function levelsIn({ nodes }: Stage, cells: readonly Cell[]): readonly string[] {
  return nodes.flatMap(({ id, body }) => {
    if (body.kind !== "item" || body.scale.kind !== "levels") return [];
    const at = cells[body.cell ?? -1];
    const level = typeof at === "number" ? body.scale.levels[at] : undefined;
    return level ? [levelId(id, level.id)] : [];
  });
}

/** Does at least `percent` % of what the rubric has come about? */
export const isCovered = ({ seen, unseen }: Coverage, percent: number): boolean =>
  seen.length * 100 >= percent * (seen.length + unseen.length);

/** In whole percent, never more than there is; a rubric without anything to cover is covered. */
export function percentOf({ seen, unseen }: Coverage): number {
  const all = seen.length + unseen.length;
  return all === 0 ? 100 : Math.floor((seen.length * 100) / all);
}
