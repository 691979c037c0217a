import fc from "fast-check";

/** A part of the usual number of runs, for properties that compile and compute; `npm run check:deep` raises it likewise. */
export const runs = (part: number): { numRuns: number } => ({
  numRuns: Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) * part),
});
