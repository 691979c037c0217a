import type { Stage } from "../model/stage.ts";
import { stagesOf } from "../model/stages.ts";
import type { NodePart } from "../rubric/2-shape/rubric.generated.ts";
import type { OpenRubric } from "../rubric/compile.ts";
import type { Place } from "../text/source.ts";

/** Something in a rubric that its tests should bring about at least once. */
export interface Occasion {
  readonly kind: OccasionKind;
  readonly id: string;
  /** The kind of period it belongs to. */
  readonly stage: Stage;
  readonly place: Place;
}
/** `require`: a requirement that somebody who comes into the band does not meet. */
export type OccasionKind = "rule" | "band" | "require" | "level" | "quota" | "award" | "alert";

/** Every occasion of a rubric: those of the rows first, then those of its rollups. */
export function occasionsOf({ plan, rubric, places }: OpenRubric): readonly Occasion[] {
  const [rows, ...rollups] = stagesOf(plan) as [Stage, ...Stage[]];
  const levels = (stage: Stage, areas: readonly NodePart[] = []): readonly Occasion[] =>
    [...nodeParts(areas)].flatMap(({ id, levels: of = {} }) =>
      Object.keys(of).map((level) => ({ kind: "level", id: levelId(id, level), stage, place: places.key(of, level) })),
    );
  return [
    ...levels(rows, rubric.areas),
    ...ofStage(rows, rubric),
    ...rollups.flatMap((stage, index) => {
      const part = rubric.rollups?.[index];
      return [...levels(stage, part?.areas), ...ofStage(stage, part ?? rubric)];
    }),
  ];

  function ofStage(stage: Stage, holder: Partial<Pick<OpenRubric["rubric"], Listed>>): readonly Occasion[] {
    const bands = holder.bands ?? rubric.bands;
    const named = (kind: OccasionKind, parts: readonly { readonly id: string }[] = []): readonly Occasion[] =>
      parts.map((part) => ({ kind, id: part.id, stage, place: places.value(part, "id") }));
    const requirements = bands.flatMap((band, at) =>
      (stage.bands[at]?.require ?? []).map(
        (_, index): Occasion => ({
          kind: "require",
          id: requirementId(stage, at, index),
          stage,
          place:
            typeof band.require === "string" ? places.value(band, "require") : places.value(band.require ?? [], index),
        }),
      ),
    );
    return [
      ...named("band", bands),
      ...requirements,
      ...named("rule", holder.rules),
      ...named("quota", holder.quotas),
      ...named("award", holder.awards),
      ...named("alert", holder.alerts),
    ];
  }
}

type Listed = "bands" | "rules" | "quotas" | "awards" | "alerts";

export const levelId = (item: string, level: string): string => `${item} ${level}`;

export const requirementId = ({ bands }: Stage, band: number, requirement: number): string =>
  `${bands[band]?.id}: ${bands[band]?.require[requirement]?.text}`;

function* nodeParts(parts: readonly NodePart[]): Generator<NodePart> {
  for (const part of parts) {
    yield part;
    yield* nodeParts(part.items ?? []);
  }
}
