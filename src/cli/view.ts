import { recordedFlags } from "../archive/recorded-flags.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { createDeriver } from "../engine/explain/derive.ts";
import { rerank } from "../engine/law/ranking.ts";
import type { Computed } from "../pipeline.ts";
import { unusedNames } from "../sheet/4-rows/notes.ts";
import type { Source } from "../text/source.ts";
import { source } from "../text/source.ts";
import { choose } from "../views/choose.ts";
import { traceJson } from "../views/explanation/explanation-json.ts";
import type { Selection, View } from "../views/selection.ts";
import type { FlagValues } from "./flags.ts";

/** A view before it goes out. */
export interface PreparedView extends View {
  /** Keeps what must not be lost once the results are out: who is who. @returns false, with a diagnostic, where that failed */
  save(): boolean;
}

/** The view that flags ask for of what was computed; undefined where one of them is wrong or refused, which is reported. */
export async function viewOf(
  computed: Computed,
  flags: FlagValues,
  diagnostics: Diagnostics,
): Promise<PreparedView | undefined> {
  if (flags.anonymise === undefined) {
    const { report } = computed;
    const selection = await choose(report, recordedFlags(flags, report), diagnostics, keptBy(computed, flags));
    return selection && { report, selection: traced(selection), save: () => true };
  }
  const { anonymiseReport } = await import("../archive/anonymise-report.ts");
  const anonymised = await anonymiseReport(computed.report, flags.anonymise, flags, diagnostics);
  if (!anonymised) return undefined;
  const report = rerank(anonymised.report);
  const selection = await choose(report, recordedFlags(flags, report), diagnostics);
  return selection && { report, selection: traced(selection), save: anonymised.save };

  function traced(selection: Selection): Selection {
    return flags.trace ? tracing(computed, selection) : selection;
  }
}

/** The columns that `--keep-columns` has printed. */
export const keptBy = ({ notes }: Computed, flags: Pick<FlagValues, "keep-columns">): readonly string[] =>
  flags["keep-columns"] ? unusedNames(notes) : [];

/** Flags that diagnostics point into. */
export const flagSources = ({ where }: Pick<FlagValues, "where">): readonly Source[] =>
  where === undefined ? [] : [source("--where", where)];

/** A selection with the derivation of each result, of a computation that a witness of everything has watched. */
export function tracing({ plan, witness }: Computed, selection: Selection): Selection {
  if (!witness) return selection;
  const derivers = new Map(
    Array.from(witness.periods, ([period, concluded]) => [period, createDeriver(plan, concluded)]),
  );
  return {
    ...selection,
    trace: ({ period }, result) => traceJson((derivers.get(period) as ReturnType<typeof createDeriver>)(result)),
  };
}
