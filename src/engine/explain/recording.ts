import type { At, LawStep, Trace } from "../law/trace.ts";

type Kind = LawStep["kind"];
type Of<K extends Kind> = Extract<LawStep, { readonly kind: K }>;

/** What the law told of one subject. */
export interface Recording {
  readonly steps: readonly LawStep[];
  /** The one step of a kind, of a node where steps of that kind are of nodes. */
  find<K extends Kind>(kind: K, at?: At): Of<K> | undefined;
}

/** Runs a part of the law and keeps all that it tells. */
export function recordingOf(run: (trace: Trace) => void): Recording {
  const steps: LawStep[] = [];
  run((step) => steps.push(step));
  return recorded(steps);
}

export function recorded(steps: readonly LawStep[]): Recording {
  const byPlace = new Map(steps.map((step) => [placeOf(step.kind, "at" in step ? step.at : undefined), step]));
  return {
    steps,
    find: <K extends Kind>(kind: K, at?: At) => byPlace.get(placeOf(kind, at)) as Of<K> | undefined,
  };
}

const placeOf = (kind: Kind, at: At | undefined): string => `${kind} ${at}`;
