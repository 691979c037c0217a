// `npm test` tries the same random inputs every time, so that a change is judged by what it changed; `npm run check:deep` tries others.
// `SEED=7 RUNS=1000` before a command tries others too. A failure is shown as it was drawn: to search a smaller one takes minutes.
import fc from "fast-check";

const { SEED = "20261129", RUNS } = process.env;
fc.configureGlobal({ seed: Number(SEED), ...(RUNS && { numRuns: Number(RUNS) }), endOnFailure: true });
