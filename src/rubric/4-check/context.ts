import { entryOf } from "../../diagnostics/catalogue.ts";
import type { Code, Diagnostics, Related } from "../../diagnostics/diagnostic.ts";
import { reportingBy } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../text/source.ts";
import type { Places } from "../1-read/places.ts";
import type { Facts } from "../3-facts/facts.ts";

/** What a check looks at. Checks only report; what they compile on the way is kept in `expressions` for the plan. */
export interface Context extends Facts {
  readonly places: Places;
  readonly diagnostics: Diagnostics;
  /** How many reports there were so far. */
  told(): number;
}

/** One question about a rubric. It reports every mistake of its kind and none of another check's. */
export type Check = (context: Context) => void;

/** The reports of one phase: kept back until `tell` passes them on in the order of their places. */
export interface Phase {
  readonly diagnostics: Diagnostics;
  /** Is one of this phase's own reports an error? */
  readonly failed: boolean;
  /** How many reports there were so far. */
  told(): number;
  /** Drops the warnings of a code that are about something within a place; says whether there were any. */
  accept(code: string, within: Place): boolean;
  tell(): void;
}

interface Waiting {
  readonly code: Code;
  readonly place: Place | undefined;
  /** The places that it is about. */
  readonly about: readonly Place[];
  readonly tell: () => void;
}

export function startPhase(outer: Diagnostics, places: Places): Phase {
  let waiting: Waiting[] = [];
  let failed = false;
  const diagnostics = reportingBy(outer, (code, parameters, place, told = []) => {
    failed ||= entryOf(code).severity === "error";
    const related = withOtherHalf(places, place, told);
    const about = [...(place ? [place] : []), ...related.map((other) => other.place)];
    waiting.push({ code, place, about, tell: () => outer.report(code, parameters, place, related) });
  });
  return {
    diagnostics,
    get failed() {
      return failed;
    },
    told: () => waiting.length,
    accept(code, within) {
      const isAccepted = (each: Waiting): boolean =>
        each.code === code &&
        entryOf(each.code).severity !== "error" &&
        each.about.some((place) => isWithin(place, within));
      const kept = waiting.filter((each) => !isAccepted(each));
      const some = kept.length < waiting.length;
      waiting = kept;
      return some;
    },
    tell() {
      waiting.sort((a, b) => line(a.place) - line(b.place) || column(a.place) - column(b.place));
      for (const { tell } of waiting.splice(0)) tell();
    },
  };
}

/** In a rubric that is put together from several files a message names both places, one of them its own. */
function withOtherHalf(places: Places, place: Place | undefined, told: readonly Related[]): readonly Related[] {
  if (!place) return told;
  return places.withSite(place, [...told, ...places.beside(place)]);
}

const isWithin = (place: Place, around: Place): boolean =>
  place.file === around.file &&
  (place.line > around.line || (place.line === around.line && place.column >= around.column)) &&
  (place.endLine < around.endLine || (place.endLine === around.endLine && place.endColumn <= around.endColumn));

const line = (place: Place | undefined): number => place?.line ?? 0;
const column = (place: Place | undefined): number => place?.column ?? 0;
