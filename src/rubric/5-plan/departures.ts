import type { Departure } from "../../model/plan.ts";
import type { Rubric } from "../2-shape/rubric.generated.ts";

/** Who made what otherwise. A band of the rows' period is also one of the rollups that state none. */
export function planDepartures({ because, departures, rollups = [] }: Rubric): readonly Departure[] {
  const heirs = rollups.filter(({ bands }) => !bands).map(({ period }) => `rollups.${period}.`);
  const stated = departures ?? (because === undefined ? [] : [{ because, parts: [] }]);
  return stated.map(({ parts, ...by }) => ({
    ...by,
    parts: parts.flatMap((part) => [part, ...(part.startsWith("bands.") ? heirs.map((way) => way + part) : [])]),
  }));
}
