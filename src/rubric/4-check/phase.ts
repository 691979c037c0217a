import { catalogue } from "../../diagnostics/catalogue.generated.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { reportingBy } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../text/source.ts";

/** The reports of one phase: kept back until `tell` passes them on in the order of their places. */
export interface Phase {
  readonly diagnostics: Diagnostics;
  /** Is one of this phase's own reports an error? */
  readonly failed: boolean;
  tell(): void;
}

export function startPhase(outer: Diagnostics): Phase {
  const waiting: { readonly place: Place | undefined; readonly tell: () => void }[] = [];
  let failed = false;
  const diagnostics = reportingBy(outer, (code, parameters, place, related) => {
    failed ||= catalogue[code].severity === "error";
    waiting.push({ place, tell: () => outer.report(code, parameters, place, related) });
  });
  return {
    diagnostics,
    get failed() {
      return failed;
    },
    tell() {
      waiting.sort((a, b) => line(a.place) - line(b.place) || column(a.place) - column(b.place));
      for (const { tell } of waiting.splice(0)) tell();
    },
  };
}

const line = (place: Place | undefined): number => place?.line ?? 0;
const column = (place: Place | undefined): number => place?.column ?? 0;
